import type { StoreServices } from "#graphql/kernel/context.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import type { Reviewable } from "#graphql/review/store.ts";
import type { Prisma, Transaction } from "#prisma/client.ts";
import { missingGridOf } from "../factor/grid.store.ts";
import { footprintSubject } from "../policy.ts";
import {
  type InventoryAction,
  type InventoryState,
  inventoryTransitions,
  isPublic,
  lineResult,
  missingForSignOff,
  type SignOffNeed,
} from "../rules.ts";
import { wholeInventory } from "../sheet/export.store.ts";
import { factorTable, follow, gridTable, linesOf, saveInventory, type StoredInventory, workColumns } from "../store.ts";

/** What is an inventory's own on its way to publication: the revision before gives way. */
export const inventoryReview: Reviewable<StoredInventory, InventoryState, InventoryAction> = {
  kind: "inventory",
  transitions: inventoryTransitions,
  subject: footprintSubject,
  image: wholeInventory,
  async lacking(tx, { id }, today) {
    const needs = await missingForInventory(tx, id, today);
    return needs.map((need) => ({ path: paths[need], code: `missing_${need}` }));
  },
  async settle(tx, services, inventory, { action, to, comment }) {
    if (action === "restore") await refuseSecond(tx, inventory);
    if (to === "published") await supersede(tx, services, inventory);
    const publishedOn = to === "published" ? new Date(services.clock.today()) : undefined;
    await saveInventory(tx, inventory, inventory.version, { state: to, publishedOn });
    const change = { before: { state: inventory.state }, after: { state: to, comment } };
    await follow(tx, services, inventory, { action: `footprint.${action}`, ...change });
  },
};

/** Where the form asks for what is missing. */
const paths: Record<SignOffNeed, string> = {
  lines: "lines",
  perimeters: "perimeters",
  tenures: "tenures",
  line_perimeters: "lines",
  line_tenures: "lines",
  grid: "grid",
  energy: "lines",
  manufacture_unexplained: "lines",
  year_not_over: "year",
};

/** What still stands in the way of signing the inventory off. */
export async function missingForInventory(
  prisma: Prisma | Transaction,
  id: string,
  today: string,
): Promise<SignOffNeed[]> {
  const inventory = await prisma.inventory.findUniqueOrThrow({ where: { id }, include: workColumns });
  const [table, grid] = [await factorTable(prisma, inventory.factorSetId), gridTable(inventory)];
  const worked = linesOf(inventory);
  return missingForSignOff({
    year: inventory.year,
    thisYear: Number(today.slice(0, 4)),
    perimeters: inventory.perimeters,
    tenures: inventory.tenures,
    missingGrid: await missingGridOf(prisma, id),
    lines: inventory.lines.map(({ perimeter, tenure, embodiedSource }, index) => {
      const line = worked[index];
      const gaps = line ? lineResult(line, table, grid).gaps : [];
      return { perimeter, tenure, embodiedSource, embodiedKg: line?.embodiedKg ?? null, gaps };
    }),
  });
}

/** A city works on one inventory of a year: what was archived comes back only where none has taken its place. */
async function refuseSecond(tx: Transaction, { id, cityId, year, scope, revision }: StoredInventory) {
  const others = await tx.inventory.findMany({ where: { cityId, year, scope, id: { not: id } } });
  const live = others.filter(({ state }) => state !== "archived");
  if (live.some((other) => !isPublic(other.state) || other.revision > revision))
    throw new InvalidInput([{ path: "year", code: "inventory_exists", params: { year } }]);
}

/** The published revision of the same year gives way to this one; its figures stay as they were. */
async function supersede(tx: Transaction, services: StoreServices, { id, cityId, year, scope }: StoredInventory) {
  const older = await tx.inventory.findMany({ where: { cityId, year, scope, state: "published", id: { not: id } } });
  for (const inventory of older) {
    await saveInventory(tx, inventory, inventory.version, { state: "superseded" });
    const change = { before: { state: "published" }, after: { state: "superseded" } };
    await follow(tx, services, inventory, { action: "footprint.supersede", ...change });
  }
}
