import type { StoreServices } from "#graphql/kernel/context.ts";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { sameVersion } from "#graphql/kernel/change.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { found } from "#graphql/kernel/ids.ts";
import type { LineInput } from "./input.ts";
import { follow, refreshInventory, type StoredInventory } from "../store.ts";

/** How many lines an inventory may have. */
export const MOST_LINES = 5000;

/** Adds a line, or replaces the one with `lineId`. Throws Conflict, InvalidInput, or NotFound for a line of elsewhere. */
export async function saveLine(
  tx: Transaction,
  services: StoreServices,
  inventory: StoredInventory,
  lineId: string | null,
  input: LineInput,
): Promise<string> {
  const categories = await categoryCodes(tx);
  if (!categories.has(input.category)) throw new InvalidInput([{ path: "category", code: "unknown_code" }]);
  const before = lineId === null ? null : await lineOf(tx, inventory, lineId);
  const after = before
    ? await replace(tx, before, input)
    : await tx.inventoryLine.create({
        data: { ...columnsOf(input), inventoryId: inventory.id, position: await nextPosition(tx, inventory.id) },
      });
  await refreshInventory(tx, inventory.id);
  await follow(tx, services, inventory, { action: "footprint.save_line", before, after });
  return after.id;
}

/** Takes a line out. Throws NotFound for a line of elsewhere. */
export async function removeLine(tx: Transaction, services: StoreServices, inventory: StoredInventory, lineId: string) {
  const before = await lineOf(tx, inventory, lineId);
  await tx.inventoryLine.delete({ where: { id: before.id } });
  await refreshInventory(tx, inventory.id);
  await follow(tx, services, inventory, { action: "footprint.remove_line", before });
}

/** Every category that there is. */
export async function categoryCodes(tx: Transaction): Promise<Set<string>> {
  const rows = await tx.equipmentCategory.findMany({ select: { code: true } });
  return new Set(rows.map(({ code }) => code));
}

/** The columns of a line as it was entered. */
export function columnsOf({ version: _version, category, ...columns }: LineInput) {
  return { ...columns, categoryCode: category };
}

/** Writes lines behind those that are there, in one statement: built row by row, five thousand take seconds. */
export async function appendLines(tx: Transaction, inventoryId: string, lines: readonly LineInput[]): Promise<void> {
  const start = await nextPosition(tx, inventoryId, lines.length);
  const rows = JSON.stringify(lines.map((line, index) => ({ ...columnsOf(line), position: start + index })));
  await tx.$executeRaw`
    INSERT INTO "InventoryLine" ("id", "inventoryId", "position", "categoryCode", "label", "quantity", "tenure", "perimeter",
      "country", "lifetimeYears", "energySource", "kwhPerYear", "embodiedKg", "embodiedSource", "quality", "note")
    SELECT gen_random_uuid(), ${inventoryId}::uuid, "position", "categoryCode", "label", "quantity", "tenure", "perimeter",
      "country", "lifetimeYears", "energySource", "kwhPerYear", "embodiedKg", "embodiedSource", "quality", "note"
    FROM jsonb_to_recordset(${rows}::jsonb) AS row("position" int, "categoryCode" text, "label" text, "quantity" numeric,
      "tenure" "Tenure", "perimeter" "Perimeter", "country" text, "lifetimeYears" numeric, "energySource" "EnergySource",
      "kwhPerYear" numeric, "embodiedKg" numeric, "embodiedSource" text, "quality" int, "note" text)`;
}

async function nextPosition(tx: Transaction, inventoryId: string, more = 1): Promise<number> {
  const { _max, _count } = await tx.inventoryLine.aggregate({
    where: { inventoryId },
    _max: { position: true },
    _count: true,
  });
  if (_count + more > MOST_LINES)
    throw new InvalidInput([{ path: "lines", code: "too_many_lines", params: { max: MOST_LINES } }]);
  return (_max.position ?? 0) + 1;
}

async function lineOf(tx: Transaction, { id }: StoredInventory, lineId: string) {
  return found(await tx.inventoryLine.findFirst({ where: { id: lineId, inventoryId: id } }), "InventoryLine");
}

async function replace(tx: Transaction, before: P.InventoryLineGetPayload<object>, input: LineInput) {
  sameVersion(before, input.version);
  return tx.inventoryLine.update({
    where: { id: before.id },
    data: { ...columnsOf(input), version: { increment: 1 } },
  });
}
