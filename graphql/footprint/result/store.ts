import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { type FactorsByCategory, type GridTable, type InventoryResult, inventoryResult, lineResult } from "../rules.ts";
import { gridTable, linesOf, tableOf, toLine } from "../store.ts";

/** What is worked out once for a whole answer: a page of lines, or an inventory beside its warnings, reads the reference once. */

type FactorRow = P.FactorGetPayload<object>;
type LineRow = P.InventoryLineGetPayload<object>;

/** What a line is worked out with: its inventory's country, factor set and grid. */
export type Basis = {
  cityCountry: string;
  factors: FactorsByCategory;
  /** By category and kind, e.g. "laptop energy". */
  factorRows: ReadonlyMap<string, FactorRow>;
  grid: GridTable;
};

/** Whoever asks: a request's context, or a transaction by itself. */
export type Reader = { prisma: Prisma | Transaction };

const answers = new WeakMap<Reader, Map<string, Promise<unknown>>>();

function once<Value>(context: Reader, key: string, find: () => Promise<Value>): Promise<Value> {
  const known = answers.get(context) ?? new Map<string, Promise<unknown>>();
  answers.set(context, known);
  const value = (known.get(key) as Promise<Value> | undefined) ?? find();
  known.set(key, value);
  return value;
}

/** Makes what follows a change be read anew. */
export function forget(context: Reader): void {
  answers.delete(context);
}

/** The factors of a set, as rows and as a table. */
export function factorsOf(context: Reader, setId: string) {
  return once(context, `set ${setId}`, async () => {
    const rows = await context.prisma.factor.findMany({ where: { setId } });
    return { table: tableOf(rows), rows: new Map(rows.map((row) => [`${row.categoryCode} ${row.kind}`, row])) };
  });
}

/** What the lines of an inventory are worked out with. */
export function basisOf(context: Reader, inventoryId: string): Promise<Basis> {
  return once(context, `basis ${inventoryId}`, async () => {
    const inventory = await context.prisma.inventory.findUniqueOrThrow({
      where: { id: inventoryId },
      include: { city: { select: { countryCode: true } }, grid: { include: { gridFactor: true } } },
    });
    const { table, rows } = await factorsOf(context, inventory.factorSetId);
    const cityCountry = inventory.city.countryCode;
    return { cityCountry, factors: table, factorRows: rows, grid: gridTable(inventory) };
  });
}

/** The lines of an inventory in order. */
export function lineRowsOf(context: Reader, inventoryId: string): Promise<LineRow[]> {
  return once(context, `lines ${inventoryId}`, () =>
    context.prisma.inventoryLine.findMany({ where: { inventoryId }, orderBy: [{ position: "asc" }, { id: "asc" }] }),
  );
}

/** The result of an inventory under a factor set. */
export function workedOut(context: Reader, inventoryId: string, setId: string): Promise<InventoryResult> {
  return once(context, `result ${inventoryId} ${setId}`, async () => {
    const [{ cityCountry, grid }, lines, { table }] = await Promise.all([
      basisOf(context, inventoryId),
      lineRowsOf(context, inventoryId),
      factorsOf(context, setId),
    ]);
    return inventoryResult(linesOf({ lines, city: { countryCode: cityCountry } }), table, grid);
  });
}

/** A line with its yearly figures. */
export async function workedLine(context: Reader, row: LineRow) {
  const { cityCountry, factors, grid } = await basisOf(context, row.inventoryId);
  return lineResult(toLine(row, cityCountry), factors, grid);
}

/** The typical value that a line really uses; null where the city's own figure stands in its place, or there is none. */
export async function factorUsed(context: Reader, row: LineRow, kind: FactorRow["kind"]): Promise<FactorRow | null> {
  const own = {
    energy: row.energySource !== "typical" && row.kwhPerYear !== null,
    embodied: row.embodiedKg !== null,
    lifetime: row.lifetimeYears !== null,
  };
  if (own[kind]) return null;
  const { factorRows } = await basisOf(context, row.inventoryId);
  return factorRows.get(`${row.categoryCode} ${kind}`) ?? null;
}
