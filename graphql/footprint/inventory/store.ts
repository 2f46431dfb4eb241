import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { copyLines, copyYear, declarationOf, nextRevision } from "./copy.store.ts";
import { countriesOf, proposeGrid } from "../factor/grid.store.ts";
import type { startInput, updateInput } from "./input.ts";
import { visibleInventories } from "../policy.ts";
import { isPublic, PERIMETERS } from "../rules.ts";
import { follow, refreshInventory, saveInventory, type StoredInventory } from "../store.ts";

/** Begins a draft of a year. Throws InvalidInput when the city has that year already, NotFound for a foreign `copyFrom`. */
export async function startInventory(
  tx: Transaction,
  services: StoreServices,
  { id: cityId }: { id: string },
  { year, scope: wanted, copyFrom, language }: z.output<ReturnType<typeof startInput>>,
): Promise<string> {
  const scope = wanted ?? "administration";
  const from = copyFrom == null ? null : await copied(tx, services, cityId, copyFrom);
  if (from && from.scope !== scope) throw new InvalidInput([{ path: "copyFrom", code: "other_scope" }]);
  const exists = { path: "year", code: "inventory_exists", params: { year } };
  const revision = await nextRevision(tx, { cityId, year, scope }, ({ state }) => state !== "archived", exists);
  const city = await tx.city.findUniqueOrThrow({ where: { id: cityId } });
  const data = {
    cityId,
    year,
    scope,
    revision,
    language,
    demonstration: city.demonstration,
    ...(from ? { ...declarationOf(from), copiedFromId: from.id } : { factorSetId: await defaultSet(tx) }),
  };
  const after = await tx.inventory.create({ data });
  if (from) await copyLines(tx, from.id, after.id);
  await proposeGrid(tx, after, await countriesOf(tx, after.id));
  await refreshInventory(tx, after.id);
  await follow(tx, services, after, { action: "footprint.start", after });
  return after.id;
}

async function copied(tx: Transaction, { viewer }: StoreServices, cityId: string, globalId: string) {
  const where = { id: localId(globalId, "Inventory"), cityId, AND: visibleInventories(viewer) };
  return found(await tx.inventory.findFirst({ where }), "Inventory");
}

async function defaultSet(tx: Transaction): Promise<string> {
  return (await tx.factorSet.findFirstOrThrow({ orderBy: [{ position: "asc" }, { code: "asc" }] })).id;
}

/** Saves what the inventory says of itself. Throws Conflict or InvalidInput. */
export async function updateInventory(
  tx: Transaction,
  services: StoreServices,
  inventory: StoredInventory,
  { version, factorSet, ...columns }: z.output<typeof updateInput>,
): Promise<void> {
  const allowed: readonly string[] = PERIMETERS[inventory.scope];
  const strange = (columns.perimeters ?? []).flatMap((perimeter, index) =>
    allowed.includes(perimeter) ? [] : [{ path: `perimeters.${index}`, code: "perimeter_scope" }],
  );
  if (strange.length > 0) throw new InvalidInput(strange);
  const set = factorSet === undefined ? null : await tx.factorSet.findUnique({ where: { code: factorSet } });
  if (factorSet !== undefined && !set) throw new InvalidInput([{ path: "factorSet", code: "unknown_code" }]);
  await saveInventory(tx, inventory, version, { ...columns, factorSetId: set?.id });
  if (set) await refreshInventory(tx, inventory.id);
  const after = await tx.inventory.findUniqueOrThrow({ where: { id: inventory.id } });
  await follow(tx, services, inventory, { action: "footprint.update", before: inventory, after });
}

/** Begins a correction of a published year: a draft with the same lines and factors, beside the published one. */
export async function correctInventory(
  tx: Transaction,
  services: StoreServices,
  inventory: StoredInventory,
  { reason }: { reason: string },
): Promise<string> {
  const { cityId, year, scope, language, note, demonstration } = inventory;
  const open = ({ state }: StoredInventory) => !isPublic(state) && state !== "archived";
  const revision = await nextRevision(tx, inventory, open, { path: "", code: "revision_open" });
  const kept = { cityId, year, scope, language, note, demonstration, ...declarationOf(inventory) };
  const after = await tx.inventory.create({ data: { ...kept, revision, reason, copiedFromId: inventory.id } });
  await copyLines(tx, inventory.id, after.id);
  await copyYear(tx, inventory.id, after.id);
  await refreshInventory(tx, after.id);
  await follow(tx, services, after, { action: "footprint.correct", after });
  return after.id;
}
