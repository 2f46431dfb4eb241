import { type FigureName, FIGURES, TEXT_LENGTHS, type TextFieldName } from "../line/rules.ts";
import type { Cell } from "#graphql/sheets/cell.ts";
import { type ChoiceField, matchKey, type Lookup, type InventorySheetIssue } from "./columns.rules.ts";
import { decimalsOf, type Mark, splitUnit, writtenNumber } from "./numbers.rules.ts";

export type SheetNotation = { words: Lookup; mark: Mark };
/** A value, or what is wrong with the cell. */
export type CellReading<Value> = { value: Value } | { code: string; params?: InventorySheetIssue["params"] };

/** Cells of a kind that no column takes. */
export function strangeContent(cell: Cell): CellReading<never> | null {
  if (cell.kind === "formula") return { code: "sheet_formula" };
  if (cell.kind === "date") return { code: "sheet_date" };
  if (cell.kind === "boolean") return { code: "sheet_boolean" };
  return cell.kind === "error" ? { code: "sheet_error_value", params: { value: cell.text } } : null;
}

function textOf(cell: Cell): string {
  return cell.kind === "text" || cell.kind === "number" ? cell.text : "";
}

/** What a message quotes of a cell. */
function quoted(cell: Cell) {
  const text = textOf(cell);
  return { value: text.length > 40 ? `${text.slice(0, 39)}…` : text };
}

/** A figure as canonical decimal text within its limits, its unit judged. */
export function readFigure(field: FigureName, cell: Cell, { words, mark }: SheetNotation): CellReading<string> {
  const { min, max, decimals } = FIGURES[field];
  const found = numberOf(field, cell, words, mark);
  if (!("value" in found)) return found;
  const number = Number(found.value);
  if (field === "quantity" && number <= 0) return { code: "sheet_quantity" };
  if (number < Number(min)) return { code: "too_small", params: { min } };
  if (number > Number(max)) return { code: "too_big", params: { max } };
  if (decimalsOf(found.value) > decimals) return { code: "too_precise", params: { max: decimals } };
  return found;
}

/** How good the data are: a whole number from 1 to 5. */
export function readQuality(cell: Cell, { words, mark }: SheetNotation): CellReading<number> {
  const found = numberOf("quality", cell, words, mark);
  if ("value" in found) return /^[1-5]$/.test(found.value) ? { value: Number(found.value) } : { code: "sheet_quality" };
  return found.code === "sheet_number" ? { code: "sheet_quality" } : found;
}

/** A decimal without limits: what the cell says, once its unit is seen to be the column's. */
function numberOf(field: FigureName | "quality", cell: Cell, words: Lookup, mark: Mark): CellReading<string> {
  const { number, unit } = cell.kind === "number" ? { number: cell.text, unit: cell.unit } : splitUnit(textOf(cell));
  const written = writtenNumber(number);
  if (!written) return { code: "sheet_number", params: quoted(cell) };
  if (unit !== "" && !fits(field, unit, words)) {
    return { code: unitCodes[field] ?? "sheet_unit", params: { unit: unit.slice(0, 20) } };
  }
  return { value: written.read(cell.kind === "number" ? "." : mark) };
}

const unitCodes: Partial<Record<FigureName | "quality", string>> = {
  kwhPerYear: "sheet_unit_kwh",
  embodiedKg: "sheet_unit_kg",
};

function fits(field: FigureName | "quality", unit: string, words: Lookup): boolean {
  const folded = matchKey(unit);
  if (field === "quantity") return words.isUnit("pieces", folded);
  if (field === "lifetimeYears") return words.isUnit("years", folded);
  if (field === "kwhPerYear")
    return folded === "kwh" || (folded.startsWith("kwh") && words.isUnit("years", folded.slice(3)));
  return field === "embodiedKg" && /^kg(co2(e|eq|aq)?|eqco2)?$/.test(folded);
}

/** A code by itself or by its name in any of our languages. */
export function readChoice(choice: ChoiceField, cell: Cell, { words }: SheetNotation): CellReading<string> {
  const code = words.code(choice, textOf(cell));
  if (code !== null) return { value: code };
  return { code: choice === "country" ? "sheet_country" : "sheet_unknown_value", params: quoted(cell) };
}

/** A text without control characters; only a note may have several lines. */
export function readText(field: TextFieldName, cell: Cell): CellReading<string> {
  const max = TEXT_LENGTHS[field];
  const kept = field === "note" ? /[^\P{Cc}\n\t]/gu : /[\s\p{Cc}]+/gu;
  const text = textOf(cell)
    .replaceAll(kept, field === "note" ? "" : " ")
    .trim();
  return text.length > max ? { code: "too_long", params: { max } } : { value: text };
}

/** What a text cell of a column of numbers says about the sheet's decimal mark. */
export function markEvidence(cell: Cell): { proves: Mark | null; ambiguous: boolean } | null {
  return cell.kind === "text" ? writtenNumber(splitUnit(cell.text).number) : null;
}
