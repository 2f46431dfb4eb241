import { type Sheet, sheetLimits, Unreadable } from "./cell.ts";
import { numberFormats } from "./styles.ts";
import { readWorksheet, unescapeText } from "./worksheet.ts";
import { attribute, scanXml } from "./xml.ts";
import { Archive } from "./zip.ts";

/** Reads one sheet of an xlsx file: the first that is visible and named in `prefer`, else the first visible one.
 *  Reads the XML itself because the library answers values only, without formulas, merged cells and number formats. */
export async function readXlsx(bytes: Uint8Array, prefer: readonly string[]): Promise<Sheet> {
  const archive = new Archive(bytes);
  const workbook = await workbookPath(archive);
  if (!archive.has(workbook)) throw new Unreadable("sheet_wrong_type");
  const links = await relations(archive, workbook);
  const sheets = listed(await archive.text(workbook)).filter(({ id }) => links.get(id)?.type.endsWith("/worksheet"));
  const visible = sheets.filter(({ hidden }) => !hidden);
  const chosen = visible.find(({ name }) => prefer.includes(name)) ?? visible[0] ?? sheets[0];
  const path = chosen && links.get(chosen.id)?.path;
  if (!path) throw new Unreadable("sheet_empty");
  const part = (type: string) => [...links.values()].find((link) => link.type.endsWith(type))?.path ?? "";
  const formats = numberFormats(await archive.text(part("/styles")));
  const strings = sharedStrings(await archive.text(part("/sharedStrings")));
  return readWorksheet(await archive.text(path), strings, formats);
}

type Relation = { type: string; path: string };

async function workbookPath(archive: Archive): Promise<string> {
  const roots = [...(await relations(archive, "")).values()];
  return roots.find(({ type }) => type.endsWith("/officeDocument"))?.path ?? "xl/workbook.xml";
}

/** The parts that a part of the file names, by the name's id. */
async function relations(archive: Archive, of: string): Promise<Map<string, Relation>> {
  const folder = of.slice(0, of.lastIndexOf("/") + 1);
  const found = new Map<string, Relation>();
  scanXml(await archive.text(`${folder}_rels/${of.slice(folder.length)}.rels`), {
    open(name, attributes) {
      if (name !== "Relationship") return;
      const target = attribute(attributes, "Target") ?? "";
      const path = target.startsWith("/") ? target.slice(1) : folder + target;
      found.set(attribute(attributes, "Id") ?? "", {
        type: attribute(attributes, "Type") ?? "",
        path: path.replaceAll(/[^/]+\/\.\.\/|\.\//g, ""),
      });
    },
    close() {},
    text() {},
  });
  return found;
}

function listed(workbookXml: string): { name: string; id: string; hidden: boolean }[] {
  const sheets: { name: string; id: string; hidden: boolean }[] = [];
  scanXml(workbookXml, {
    open(name, attributes) {
      if (name !== "sheet") return;
      const id = /[\s:]id\s*=\s*["']([^"']*)/.exec(attributes)?.[1] ?? "";
      const hidden = /^(h|veryH)idden$/.test(attribute(attributes, "state") ?? "");
      sheets.push({ name: attribute(attributes, "name") ?? "", id, hidden });
    },
    close() {},
    text() {},
  });
  return sheets;
}

/** The workbook's texts, which cells name by number; how to pronounce them is left out. */
function sharedStrings(xml: string): string[] {
  const strings: string[] = [];
  let current = "";
  let [inText, spoken] = [false, false];
  scanXml(xml, {
    open(name) {
      if (name === "si") current = "";
      if (name === "t") inText = true;
      if (name === "rPh") spoken = true;
    },
    close(name) {
      if (name === "t") inText = false;
      if (name === "rPh") spoken = false;
      if (name === "si") strings.push(unescapeText(current).trim().slice(0, sheetLimits.text));
    },
    text(text) {
      if (inText && !spoken) current += text;
    },
  });
  return strings;
}
