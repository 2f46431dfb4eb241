/** What a spreadsheet is made of, whatever file it came from. No word of any concept belongs here. */

export type CellContent =
  | { kind: "text"; text: string }
  /** `text` is an exact plain decimal; `unit` is what the number format writes beside it, e.g. "MWh" or "%". */
  | { kind: "number"; text: string; unit: string }
  | { kind: "formula" }
  | { kind: "date" }
  | { kind: "boolean" }
  | { kind: "error"; text: string };

/** A cell that holds something, and where a person sees it in a spreadsheet program. */
export type Cell = CellContent & { row: number; column: string };

/** Cells joined to one, e.g. A1:C2. */
export type Merge = { range: string; column: string; top: number; bottom: number };

/** Rows that hold something, top to bottom, each with its filled cells from left to right. */
export type Sheet = { rows: Cell[][]; merges: Merge[] };

/** A cell to write: text, an exact plain decimal, or nothing. */
export type OutCell = { text: string } | { number: string } | null;

/** Why a file cannot be read as a sheet. */
export type ReadFault =
  | "sheet_empty"
  | "sheet_old_format"
  | "sheet_open_quote"
  | "sheet_password"
  | "sheet_too_large"
  | "sheet_too_many_columns"
  | "sheet_too_many_rows"
  | "sheet_unpacks_too_large"
  | "sheet_unreadable"
  | "sheet_wrong_type";

/** What is wrong where, as a person sees it in a spreadsheet program; null for the whole sheet, row or line. */
export type SheetIssue<Code extends string = string, Field extends string = string> = {
  row: number | null;
  column: string | null;
  field: Field | null;
  code: Code;
  params: Record<string, string | number>;
};

/** What is read at most. Texts are cut at `text` characters: whoever takes a text must allow less. */
export const sheetLimits = {
  megabytes: 5,
  unpackedMegabytes: 60,
  rows: 5_000,
  /** Rows of titles that may come on top. */
  titles: 50,
  columns: 60,
  text: 2_000,
} as const;

/** A sheet that cannot be read as a whole; readSheet() answers it as an issue. */
export class Unreadable extends Error {
  readonly issue: SheetIssue<ReadFault>;
  constructor(code: ReadFault, params: SheetIssue["params"] = {}, row: number | null = null) {
    super(code);
    this.issue = { row, column: null, field: null, code, params };
  }
}

/** The letters of a column, counted from 1: 1 is A, 28 is AB. */
export function columnLetters(index: number): string {
  const before = Math.floor((index - 1) / 26);
  return (before > 0 ? columnLetters(before) : "") + String.fromCharCode(65 + ((index - 1) % 26));
}

/** The number of a column by its letters; 0 when they are none. */
export function columnNumber(letters: string): number {
  if (!/^[A-Z]{1,3}$/.test(letters)) return 0;
  return Array.from(letters).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

/** A text as a cell holds it, or null when there is nothing to see. */
export function textContent(text: string): CellContent | null {
  const seen = text.trim().slice(0, sheetLimits.text);
  return seen === "" ? null : { kind: "text", text: seen };
}

/** Collects cells and refuses what is too much. */
export class SheetRows {
  readonly rows: Cell[][] = [];

  add(row: number, index: number, content: CellContent) {
    if (index > sheetLimits.columns) throw new Unreadable("sheet_too_many_columns", { max: sheetLimits.columns }, row);
    const cell: Cell = { ...content, row, column: columnLetters(index) };
    const last = this.rows.at(-1);
    if (last?.[0]?.row === row) last.push(cell);
    else this.rows.push([cell]);
    if (this.rows.length > sheetLimits.rows + sheetLimits.titles) {
      throw new Unreadable("sheet_too_many_rows", { max: sheetLimits.rows }, row);
    }
  }
}
