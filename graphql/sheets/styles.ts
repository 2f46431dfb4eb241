import { attribute, scanXml } from "./xml.ts";

/** What a number format makes of a number: a date, or a number with words beside it. */
export type NumberFormat = { date: boolean; unit: string };

const general: NumberFormat = { date: false, unit: "" };

/** The number format of each cell style of a workbook, in the order in which cells name them. */
export function numberFormats(stylesXml: string): (style: string | undefined) => NumberFormat {
  const codes = new Map<string, string>();
  const styles: string[] = [];
  let inCellFormats = false;
  scanXml(stylesXml, {
    open(name, attributes) {
      if (name === "numFmt")
        codes.set(attribute(attributes, "numFmtId") ?? "", attribute(attributes, "formatCode") ?? "");
      if (name === "cellXfs") inCellFormats = true;
      if (name === "xf" && inCellFormats) styles.push(attribute(attributes, "numFmtId") ?? "0");
    },
    close(name) {
      if (name === "cellXfs") inCellFormats = false;
    },
    text() {},
  });
  const formats = styles.map((id) => {
    const code = codes.get(id);
    return code === undefined ? builtIn(Number(id)) : formatOf(code);
  });
  return (style) => (style === undefined ? general : (formats[Number(style)] ?? general));
}

/** Formats that every program knows by number (ECMA-376 part 1, 18.8.30): 9 and 10 are percentages, the rest below dates. */
function builtIn(id: number): NumberFormat {
  if (id === 9 || id === 10) return { date: false, unit: "%" };
  const date = (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58);
  return { date, unit: "" };
}

/** Reads a format code's first section: quoted and escaped letters are shown as they are, d m y h s stand for a date. */
function formatOf(code: string): NumberFormat {
  const first = /^(?:"[^"]*"|\\.|[^;"\\])*/.exec(code)?.[0] ?? "";
  const shown: string[] = [];
  const rest = first
    .replaceAll(/\[\$([^\]-]*)[^\]]*\]/g, (_, currency: string) => (shown.push(currency), ""))
    .replaceAll(/[_*]./g, "")
    .replaceAll(
      /"([^"]*)"|\\(.)/g,
      (_, quoted?: string, escaped?: string) => (shown.push(quoted ?? escaped ?? ""), ""),
    );
  const bare = rest.replaceAll(/\[(?![hms]+\])[^\]]*\]/gi, "").replaceAll(/general|standard/gi, "");
  const percent = bare.includes("%") ? "%" : "";
  return { date: /[dmyhs]/i.test(bare), unit: (shown.join("") + percent).trim() };
}
