import writeExcelFile, { type Cell } from "write-excel-file/node";
import type { OutCell } from "./cell.ts";

export type OutSheet = {
  name: string;
  /** In characters, by column. */
  widths: readonly number[];
  /** The first one is the header: bold, and it stays in sight. */
  rows: readonly (readonly OutCell[])[];
};

/** An xlsx file. Texts are stored as texts, which no program calculates; a decimal is stored as the nearest double, from
 *  which readSheet() gets back every decimal of up to 15 significant digits. */
export function writeXlsx(sheets: readonly OutSheet[]): Promise<Uint8Array> {
  return writeExcelFile(
    sheets.map(({ name, widths, rows }) => ({
      sheet: sheetName(name),
      columns: widths.map((width) => ({ width })),
      stickyRowsCount: 1,
      data: rows.map((row, index) => row.map((cell) => toCell(cell, index === 0))),
    })),
  ).toBuffer();
}

function toCell(cell: OutCell, header: boolean): Cell {
  if (cell === null) return null;
  const style = header ? { fontWeight: "bold" as const } : {};
  if ("number" in cell) return { type: Number, value: Number(cell.number), ...style };
  return cell.text === ""
    ? null
    : { type: String, value: escapeText(cell.text), wrap: cell.text.includes("\n"), ...style };
}

/** What would be read as an escape like _x000A_ is escaped itself. So are words such as "constructor", which the library
 *  looks up in a plain object and would lose. */
function escapeText(text: string): string {
  const escaped = text.toWellFormed().replaceAll(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_");
  if (!(escaped in {})) return escaped;
  return `_x${escaped.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_${escaped.slice(1)}`;
}

/** Spreadsheet programs allow 31 characters, and not []/\:*? */
function sheetName(name: string): string {
  return name.replaceAll(/[[\]/\\:*?]/g, " ").slice(0, 31);
}
