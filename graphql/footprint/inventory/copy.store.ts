import type { Transaction } from "#prisma/client.ts";
import { InvalidInput, type Issue } from "#graphql/kernel/errors.ts";
import type { StoredInventory } from "../store.ts";

/** An inventory's things in another one of the same city. */

/** Copies every line; versions begin anew. */
export async function copyLines(tx: Transaction, fromId: string, toId: string): Promise<void> {
  await tx.$executeRaw`
    INSERT INTO "InventoryLine" ("id", "inventoryId", "position", "categoryCode", "label", "quantity", "tenure", "perimeter",
      "country", "lifetimeYears", "energySource", "kwhPerYear", "embodiedKg", "embodiedSource", "quality", "note")
    SELECT gen_random_uuid(), ${toId}::uuid, "position", "categoryCode", "label", "quantity", "tenure", "perimeter",
      "country", "lifetimeYears", "energySource", "kwhPerYear", "embodiedKg", "embodiedSource", "quality", "note"
    FROM "InventoryLine" WHERE "inventoryId" = ${fromId}::uuid`;
}

/** Copies the electricity factors and what was said of warnings: both hold for the same year only. */
export async function copyYear(tx: Transaction, fromId: string, toId: string): Promise<void> {
  const grid = await tx.inventoryGrid.findMany({ where: { inventoryId: fromId } });
  await tx.inventoryGrid.createMany({ data: grid.map(({ id: _id, ...row }) => ({ ...row, inventoryId: toId })) });
  const acceptances = await tx.warningAcceptance.findMany({ where: { inventoryId: fromId } });
  await tx.warningAcceptance.createMany({
    data: acceptances.map(({ id: _id, ...row }) => ({ ...row, inventoryId: toId })),
  });
}

/** What an inventory says of itself, for another year or revision. */
export function declarationOf({ perimeters, tenures, employees, inhabitants, factorSetId }: StoredInventory) {
  return { perimeters, tenures, employees, inhabitants, factorSetId };
}

/** The number of the next revision of a year. Throws InvalidInput when one of these states says that another is there. */
export async function nextRevision(
  tx: Transaction,
  key: Pick<StoredInventory, "cityId" | "year" | "scope">,
  taken: (row: StoredInventory) => boolean,
  issue: Issue,
): Promise<number> {
  const rows = await tx.inventory.findMany({
    where: { cityId: key.cityId, year: key.year, scope: key.scope },
    orderBy: { revision: "desc" },
  });
  if (rows.some(taken)) throw new InvalidInput([issue]);
  return (rows[0]?.revision ?? 0) + 1;
}
