import type { Cell } from "#graphql/sheets/cell.ts";
import { readChoice, readFigure, type SheetNotation, readQuality, type CellReading, readText } from "./cells.rules.ts";
import { type FigureName, type TextFieldName } from "../line/rules.ts";
import type { ChoiceField, SheetField, InventorySheetIssue } from "./columns.rules.ts";
import { bestQuality, type EnergySource, ENERGY_SOURCES } from "../result/rules.ts";
import { type Perimeter, PERIMETERS, type Scope, type Tenure, TENURES } from "../rules.ts";

/** A line as a sheet gives it, with decimals in canonical form; `row` is where it stands. */
export type SheetLine = {
  row: number;
  category: string;
  label: string | null;
  quantity: string;
  tenure: Tenure;
  perimeter: Perimeter;
  country: string | null;
  lifetimeYears: string | null;
  energySource: EnergySource;
  kwhPerYear: string | null;
  embodiedKg: string | null;
  embodiedSource: string | null;
  quality: number;
  note: string | null;
};

/** Reads the cells of one row. Blank cells take their defaults: owned, the administration's, the energy a supplier's figure
 *  where there is one and typical where there is none, and the quality that fits it (bestQuality()). */
export function readLine(
  row: number,
  cells: ReadonlyMap<SheetField, Cell>,
  reading: SheetNotation,
  scope: Scope,
  columns: ReadonlyMap<SheetField, string>,
): SheetLine | InventorySheetIssue[] {
  const issues: InventorySheetIssue[] = [];
  const blame = (field: SheetField, code: string, params: InventorySheetIssue["params"] = {}) => {
    issues.push({ row, column: columns.get(field) ?? null, field, code, params });
  };
  function take<Value>(field: SheetField, read: (cell: Cell) => CellReading<Value>): Value | null {
    const cell = cells.get(field);
    if (!cell) return null;
    const found = read(cell);
    if ("value" in found) return found.value;
    blame(field, found.code, found.params);
    return null;
  }
  const choice = (field: ChoiceField) => take(field, (cell) => readChoice(field, cell, reading));
  const figure = (field: FigureName) => take(field, (cell) => readFigure(field, cell, reading));
  const text = (field: TextFieldName) => take(field, (cell) => readText(field, cell)) || null;

  for (const field of ["category", "quantity"] as const) if (!cells.has(field)) blame(field, "required");
  const kwhPerYear = figure("kwhPerYear");
  const energySource = oneOf(ENERGY_SOURCES, choice("energySource")) ?? (kwhPerYear === null ? "typical" : "supplier");
  const named = choice("perimeter");
  const perimeter = named === null ? fallback(scope) : oneOf<Perimeter>(PERIMETERS[scope], named);
  if (named !== null && perimeter === null) blame("perimeter", "perimeter_scope");
  if (perimeter === null && !cells.has("perimeter")) blame("perimeter", "required");
  const line = {
    row,
    category: choice("category") ?? "",
    label: text("label"),
    quantity: figure("quantity") ?? "",
    tenure: oneOf(TENURES, choice("tenure")) ?? "owned",
    perimeter: perimeter ?? "administration",
    country: choice("country"),
    lifetimeYears: figure("lifetimeYears"),
    energySource,
    kwhPerYear,
    embodiedKg: figure("embodiedKg"),
    embodiedSource: text("embodiedSource"),
    quality: take("quality", (cell) => readQuality(cell, reading)) ?? bestQuality(energySource),
    note: text("note"),
  } satisfies SheetLine;
  for (const [field, code, params] of contradictions(line, (one) => cells.has(one))) {
    if (issues.every((issue) => issue.field !== field)) blame(field, code, params);
  }
  return issues.length > 0 ? issues : line;
}

type Fault = [SheetField, string, InventorySheetIssue["params"]?];

/** What cells say against each other: the same rules as for a line that is typed into the form. */
function contradictions(
  { energySource, embodiedKg, embodiedSource, quality }: SheetLine,
  given: (field: SheetField) => boolean,
): Fault[] {
  const best = bestQuality(energySource);
  const faults: (Fault | false)[] = [
    energySource !== "typical" && !given("kwhPerYear") && ["kwhPerYear", "energy_figure_needed"],
    energySource === "typical" && given("kwhPerYear") && ["kwhPerYear", "typical_with_figure"],
    embodiedKg !== null && !embodiedSource && ["embodiedSource", "embodied_source_needed"],
    quality < best && ["quality", "quality_too_good", { best }],
  ];
  return faults.filter((fault) => fault !== false);
}

/** Households and firms differ too much for one of them to be meant where none is named. */
function fallback(scope: Scope): Perimeter | null {
  return scope === "administration" ? "administration" : null;
}

function oneOf<Code extends string>(codes: readonly Code[], found: string | null): Code | null {
  return codes.find((code) => code === found) ?? null;
}
