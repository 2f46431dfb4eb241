import { type CellContent, columnNumber, type Merge, type Sheet, SheetRows, textContent } from "./cell.ts";
import { storedDecimal } from "./decimal.ts";
import type { NumberFormat } from "./styles.ts";
import { attribute, scanXml } from "./xml.ts";

type Open = { type: string; style: string | undefined; formula: boolean; text: string };

/** Reads the cells and merged ranges of one worksheet's XML, and stops where the limits are passed. */
export function readWorksheet(
  xml: string,
  strings: readonly string[],
  formats: (style: string | undefined) => NumberFormat,
): Sheet {
  const rows = new SheetRows();
  const merges: Merge[] = [];
  let [row, index] = [0, 0];
  let cell: Open | null = null;
  let [reading, spoken] = [false, false];
  scanXml(xml, {
    open(name, attributes) {
      if (name === "row") [row, index] = [Number(attribute(attributes, "r")) || row + 1, 0];
      if (name === "c") {
        index = columnNumber(/^[A-Z]+/.exec(attribute(attributes, "r") ?? "")?.[0] ?? "") || index + 1;
        cell = { type: attribute(attributes, "t") ?? "n", style: attribute(attributes, "s"), formula: false, text: "" };
      }
      if (name === "f" && cell) cell.formula = true;
      if (name === "v" || name === "t") reading = true;
      if (name === "rPh") spoken = true;
      if (name === "mergeCell" && merges.length < 1_000) merges.push(...mergeOf(attribute(attributes, "ref") ?? ""));
    },
    text(text) {
      if (cell && reading && !spoken) cell.text += text;
    },
    close(name) {
      if (name === "v" || name === "t") reading = false;
      if (name === "rPh") spoken = false;
      if (name !== "c" || !cell) return;
      const content = contentOf(cell, strings, formats);
      if (content && row > 0) rows.add(row, index, content);
      cell = null;
    },
  });
  return { rows: rows.rows, merges };
}

function contentOf(
  { type, style, formula, text }: Open,
  strings: readonly string[],
  formats: (style: string | undefined) => NumberFormat,
): CellContent | null {
  if (formula) return { kind: "formula" };
  if (type === "s") return textContent(strings[Number(text)] ?? "");
  if (type === "inlineStr" || type === "str") return textContent(unescapeText(text));
  if (text.trim() === "") return null;
  if (type === "b") return { kind: "boolean" };
  if (type === "d") return { kind: "date" };
  if (type === "e") return { kind: "error", text: text.trim().slice(0, 20) };
  const { date, unit } = formats(style);
  if (date) return { kind: "date" };
  const number = storedDecimal(text);
  return number === null ? { kind: "error", text: text.trim().slice(0, 20) } : { kind: "number", text: number, unit };
}

function mergeOf(range: string): Merge[] {
  const [, column, top, bottom] = /^([A-Z]{1,3})(\d{1,7}):[A-Z]{1,3}(\d{1,7})$/.exec(range) ?? [];
  return column ? [{ range, column, top: Number(top), bottom: Number(bottom) }] : [];
}

/** Characters that XML cannot hold are written _x000A_ (ECMA-376 part 1, 22.9.2.19). */
export function unescapeText(text: string): string {
  const plain = text.replaceAll(/\r\n?/g, "\n");
  if (!plain.includes("_x")) return plain;
  return plain.replaceAll(/_x([0-9A-Fa-f]{4})_/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}
