import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import type { StoreServices } from "#graphql/kernel/context.ts";
import type { Aggregate } from "#graphql/kernel/change.ts";
import { digits } from "#graphql/kernel/decimal.ts";
import { Conflict } from "#graphql/kernel/errors.ts";
import { footprintSubject, visibleInventories } from "./policy.ts";
import {
  type CategoryFactors,
  type FactorsByCategory,
  type GridTable,
  type InventoryResult,
  inventoryResult,
  type Line,
  type Range,
} from "./rules.ts";

/** Rows of the database as the rules read them, and the totals that are kept beside them. */

export type StoredInventory = P.InventoryGetPayload<object>;

/** Inventories as mutations change them. */
export const inventories: Aggregate<StoredInventory> = {
  type: "Inventory",
  versions: true,
  find: (db, { viewer }, id) => db.inventory.findFirst({ where: { id, AND: visibleInventories(viewer) } }),
  subject: footprintSubject,
  lock: ({ id }) => ({ table: "Inventory", id }),
};

/** What must be loaded of an inventory to work it out. */
export const workColumns = {
  city: { select: { countryCode: true } },
  grid: { include: { gridFactor: true } },
  lines: { orderBy: [{ position: "asc" }, { id: "asc" }] },
} satisfies P.InventoryInclude;
export type WorkableInventory = P.InventoryGetPayload<{ include: typeof workColumns }>;

type RangeRow = Pick<P.FactorGetPayload<object>, "value" | "low" | "high">;

/** Low, central and high as the rules read them. */
export function toRange({ value, low, high }: RangeRow): Range {
  return { value: value.toFixed(), low: low.toFixed(), high: high.toFixed() };
}

/** What a factor set says of every category. */
export async function factorTable(prisma: Prisma | Transaction, setId: string): Promise<FactorsByCategory> {
  return tableOf(await prisma.factor.findMany({ where: { setId } }));
}

/** Rows of one factor set by category. */
export function tableOf(factors: readonly P.FactorGetPayload<object>[]): FactorsByCategory {
  const table: Record<string, CategoryFactors> = {};
  for (const factor of factors) {
    const entry = (table[factor.categoryCode] ??= { embodied: null, energy: null, lifetime: null });
    entry[factor.kind] = toRange(factor);
  }
  return table;
}

/** How far a city's own grid factor may be off when it gives no range: a tenth either way. */
const OWN_GRID = { low: "0.9", high: "1.1" };

type GridRow = P.InventoryGridGetPayload<{ include: { gridFactor: true } }>;

/** The factor that an inventory uses for a country, from the reference or its own. */
export function gridRange({ gridFactor, ownValue, ownLow, ownHigh }: GridRow): Range | null {
  if (gridFactor) return toRange(gridFactor);
  if (!ownValue) return null;
  return {
    value: ownValue.toFixed(),
    low: (ownLow ?? ownValue.times(OWN_GRID.low)).toFixed(),
    high: (ownHigh ?? ownValue.times(OWN_GRID.high)).toFixed(),
  };
}

/** The grid factors of an inventory by country. */
export function gridTable({ grid }: { grid: readonly GridRow[] }): GridTable {
  return Object.fromEntries(grid.map((row) => [row.country, gridRange(row) ?? undefined]));
}

type LineRow = Omit<P.InventoryLineGetPayload<object>, "inventoryId" | "position" | "version">;

/** A stored line as the rules read it; electricity is used in the city's country unless the line says otherwise. */
export function toLine(row: LineRow, cityCountry: string): Line {
  return {
    category: row.categoryCode,
    quantity: row.quantity.toFixed(),
    country: row.country ?? cityCountry,
    perimeter: row.perimeter,
    lifetimeYears: row.lifetimeYears?.toFixed() ?? null,
    energySource: row.energySource,
    kwhPerYear: row.kwhPerYear?.toFixed() ?? null,
    embodiedKg: row.embodiedKg?.toFixed() ?? null,
    quality: row.quality,
  };
}

/** The lines of an inventory as the rules read them. */
export function linesOf({ lines, city }: Pick<WorkableInventory, "lines" | "city">): Line[] {
  return lines.map((line) => toLine(line, city.countryCode));
}

/** The result of an inventory under its own factor set, or under another one. */
export async function resultOf(
  prisma: Prisma | Transaction,
  inventory: WorkableInventory,
  setId = inventory.factorSetId,
): Promise<InventoryResult> {
  return inventoryResult(linesOf(inventory), await factorTable(prisma, setId), gridTable(inventory));
}

/** Recomputes what lists show of an inventory. Call it in the transaction of every change to lines, grid or factor set;
 *  never of a published inventory. Whoever changes the same inventory meanwhile waits here and counts this change too. */
export async function refreshInventory(tx: Transaction, id: string): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "Inventory" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
  const inventory = await tx.inventory.findUniqueOrThrow({ where: { id }, include: workColumns });
  const { kwh, kwhByCountry, use, manufacture, total, complete } = await resultOf(tx, inventory);
  await tx.inventory.update({
    where: { id },
    data: {
      lineCount: inventory.lines.length,
      complete,
      kwh: digits(kwh.toDecimalPlaces(4)),
      useKg: digits(use.central),
      embodiedKg: digits(manufacture.central),
      totalKg: digits(total.central),
      lowKg: digits(total.low),
      highKg: total.high && digits(total.high),
      kwhByCountry: Object.fromEntries(Object.entries(kwhByCountry).map(([country, sum]) => [country, digits(sum)])),
    },
  });
}

/** Saves columns of an inventory as it was read. Throws Conflict when it was saved or moved on since. */
export async function saveInventory(
  tx: Transaction,
  { id, state }: Pick<StoredInventory, "id" | "state">,
  version: number,
  data: P.InventoryUncheckedUpdateManyInput,
): Promise<void> {
  const where = { id, version, state };
  const { count } = await tx.inventory.updateMany({ where, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new Conflict((await tx.inventory.findUniqueOrThrow({ where: { id } })).version);
}

/** Writes the history of a change to an inventory. */
export async function follow(
  tx: Transaction,
  { viewer }: Pick<StoreServices, "viewer">,
  inventory: Pick<StoredInventory, "id" | "cityId">,
  change: { action: string; before?: object | null; after?: object | null },
): Promise<void> {
  const cities = footprintSubject(inventory);
  await record(tx, viewer, { ...change, subject: "Inventory", subjectId: inventory.id, cities });
}
