import type { Cell, Sheet } from "#graphql/sheets/cell.ts";
import { markEvidence, type SheetNotation, strangeContent } from "./cells.rules.ts";
import {
  type SheetHeader,
  headerOf,
  type Lookup,
  lookup,
  REQUIRED_FIELDS,
  type SheetField,
  type InventorySheetIssue,
  type Vocabulary,
} from "./columns.rules.ts";
import { readLine, type SheetLine } from "./line.rules.ts";
import type { Mark } from "./numbers.rules.ts";
import type { Scope } from "../rules.ts";

/** Lines of one sheet, and issues that are listed, at most. */
export const SHEET_LINES = 5_000;
const SHOWN_ISSUES = 500;

export type SheetReading = {
  /** The lines of the rows without an issue. */
  lines: SheetLine[];
  /** Sorted by row and column. With any of them nothing may be applied. */
  issues: InventorySheetIssue[];
  /** What the reader should know: columns that were left out, a decimal mark that was guessed. */
  notices: InventorySheetIssue[];
};

/** Reads the lines of an inventory from a sheet: columns in any order, names in any language of the vocabulary, numbers
 *  with the sheet's own decimal mark or, when nothing settles it, that of the reader's locale. */
export function readLines(
  sheet: Sheet,
  { locale, vocabulary, scope }: { locale: string; vocabulary: Vocabulary; scope: Scope },
): SheetReading {
  const words = lookup(vocabulary, locale);
  const names = (field: SheetField) => vocabulary[locale]?.columns[field] ?? field;
  const header = findHeader(sheet.rows, words);
  if (!header) return { lines: [], issues: [issue("sheet_no_header")], notices: [] };
  const found = [...columnIssues(header, sheet, names), ...mergeIssues(sheet, header)];
  if (found.some(({ code }) => code === "sheet_missing_column" || code === "sheet_duplicate_column")) {
    return { lines: [], issues: found, notices: [] };
  }
  const rows = dataRows(sheet.rows, header);
  const decimals = decimalMark(rows, header, locale);
  const lines: SheetLine[] = [];
  for (const cells of rows) {
    const line = rowOf(cells, header, { words, mark: decimals.mark }, scope);
    if (Array.isArray(line)) found.push(...line);
    else lines.push(line);
  }
  if (rows.length === 0) found.push(issue("sheet_no_lines"));
  if (rows.length > SHEET_LINES) found.push(issue("sheet_too_many_rows", { max: SHEET_LINES }));
  const issues = [...decimals.issues, ...found].toSorted(byPlace);
  return { lines, issues: capped(issues), notices: [...ignoredColumns(header), ...decimals.notices] };
}

function issue(
  code: string,
  params: InventorySheetIssue["params"] = {},
  cell?: Partial<Cell>,
  field?: SheetField,
): InventorySheetIssue {
  return { row: cell?.row ?? null, column: cell?.column ?? null, field: field ?? null, code, params };
}

function byPlace(a: InventorySheetIssue, b: InventorySheetIssue): number {
  const [left, right] = [a.column ?? "", b.column ?? ""];
  const columns = left.length - right.length || (left < right ? -1 : left > right ? 1 : 0);
  return (a.row ?? 0) - (b.row ?? 0) || columns;
}

function capped(issues: InventorySheetIssue[]): InventorySheetIssue[] {
  if (issues.length <= SHOWN_ISSUES) return issues;
  return [...issues.slice(0, SHOWN_ISSUES), issue("sheet_more_issues", { count: issues.length - SHOWN_ISSUES })];
}

/** The first row that names two columns or more; titles may stand before it. */
function findHeader(rows: readonly Cell[][], words: Lookup): SheetHeader | null {
  for (const cells of rows.slice(0, 50)) {
    const fields = headerOf(cells, words);
    const row = cells[0]?.row ?? 0;
    if (fields) return { row, fields, ignored: cells.filter(({ column }) => !fields.has(column)) };
  }
  return null;
}

function columnIssues({ row, fields, ignored }: SheetHeader, sheet: Sheet, names: (field: SheetField) => string) {
  const known = [...fields.values()];
  const missing = REQUIRED_FIELDS.filter((field) => !known.includes(field)).map((field) =>
    issue("sheet_missing_column", { name: names(field) }, { row }, field),
  );
  const twice = [...fields]
    .filter(([, field], index) => known.indexOf(field) < index)
    .map(([column, field]) => issue("sheet_duplicate_column", { name: names(field) }, { row, column }, field));
  const formulas = ignored.filter(({ kind }) => kind === "formula").map((cell) => issue("sheet_formula", {}, cell));
  return [...missing, ...twice, ...formulas];
}

function mergeIssues({ merges }: Sheet, header: SheetHeader): InventorySheetIssue[] {
  const inTable = merges.filter(({ bottom }) => bottom >= header.row);
  return inTable.map(({ range, top, column }) =>
    issue("sheet_merged", { range }, { row: top, column }, header.fields.get(column)),
  );
}

/** Rows below the header that hold something in a column that is read. */
function dataRows(rows: readonly Cell[][], { row, fields }: SheetHeader): Cell[][] {
  return rows.filter((cells) => (cells[0]?.row ?? 0) > row && cells.some(({ column }) => fields.has(column)));
}

const NUMBERS: readonly SheetField[] = ["quantity", "lifetimeYears", "kwhPerYear", "embodiedKg", "quality"];

/** The mark that the sheet's own numbers prove; the locale's when none does. Both proven is an issue with a row of each. */
function decimalMark(rows: readonly Cell[][], { fields }: SheetHeader, locale: string) {
  const cells = rows.flat().filter(({ column }) => NUMBERS.includes(fields.get(column) ?? "note"));
  const evidence = cells.map((cell) => ({ cell, ...(markEvidence(cell) ?? { proves: null, ambiguous: false }) }));
  const point = evidence.find(({ proves }) => proves === ".")?.cell;
  const comma = evidence.find(({ proves }) => proves === ",")?.cell;
  const unclear = evidence.find(({ ambiguous }) => ambiguous)?.cell;
  const local: Mark = new Intl.NumberFormat(locale).format(1.5).includes(",") ? "," : ".";
  const mixed = point && comma;
  const later = mixed && point.row > comma.row ? point : comma;
  return {
    mark: mixed ? local : point ? "." : comma ? "," : local,
    issues: mixed
      ? [
          issue(
            "sheet_mixed_decimals",
            { pointRow: point.row, commaRow: comma.row },
            later,
            fields.get(later?.column ?? ""),
          ),
        ]
      : [],
    notices:
      unclear && !point && !comma
        ? [issue("sheet_decimals_guessed", { value: quote(unclear), mark: local }, unclear, fields.get(unclear.column))]
        : [],
  } satisfies { mark: Mark; issues: InventorySheetIssue[]; notices: InventorySheetIssue[] };
}

function quote(cell: Cell): string {
  return cell.kind === "text" ? cell.text.slice(0, 40) : "";
}

/** One row as a line, or what is wrong with it. */
function rowOf(
  cells: readonly Cell[],
  header: SheetHeader,
  reading: SheetNotation,
  scope: Scope,
): SheetLine | InventorySheetIssue[] {
  const row = cells[0]?.row ?? 0;
  const { words } = reading;
  const first = cells.find(({ column }) => header.fields.get(column) === "category");
  const noCategory = first?.kind !== "text" || words.code("category", first.text) === null;
  if (noCategory && headerOf(cells, words)) return [issue("sheet_second_header", {}, { row })];
  const total = cells.find((cell) => cell.kind === "text" && words.isTotal(cell.text));
  if (noCategory && total) return [issue("sheet_total_row", {}, total, header.fields.get(total.column))];
  const known = cells.flatMap((cell) => {
    const field = header.fields.get(cell.column);
    return field ? [{ cell, field }] : [];
  });
  const strange = known.flatMap(({ cell, field }) => {
    const found = strangeContent(cell);
    return found && "code" in found ? [issue(found.code, found.params, cell, field)] : [];
  });
  const columns = new Map([...header.fields].map(([column, field]) => [field, column]));
  const usable = known.filter(({ cell }) => !strangeContent(cell));
  const line = readLine(row, new Map(usable.map(({ cell, field }) => [field, cell])), reading, scope, columns);
  if (!Array.isArray(line)) return strange.length > 0 ? strange : line;
  const taken = new Set(strange.map(({ field }) => field));
  return [...strange, ...line.filter(({ field }) => !taken.has(field))];
}

function ignoredColumns({ row, ignored }: SheetHeader): InventorySheetIssue[] {
  if (ignored.length === 0) return [];
  const names = ignored.map((cell) => (cell.kind === "text" ? cell.text.slice(0, 40) : cell.column)).join(", ");
  return [issue("sheet_ignored_columns", { names }, { row })];
}
