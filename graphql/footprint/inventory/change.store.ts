import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { type Action, authorize } from "#graphql/kernel/authorization.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { Conflict, Forbidden } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { type MutationArgs, parse } from "#graphql/kernel/parse.ts";
import { footprintSubject, visibleInventories } from "../policy.ts";
import { forget } from "../result/store.ts";
import type { InventoryState } from "../rules.ts";
import type { StoredInventory } from "../store.ts";

/** What a mutation does to one inventory. */
export type InventoryChange<Schema extends z.ZodType, Done> = {
  action: Action;
  /** The states in which it may be done; left out where the transition table decides. */
  when?: (state: InventoryState) => boolean;
  /** Judges the argument `input` where there is one, else all arguments. */
  schema: Schema | ((inventory: StoredInventory) => Schema);
  run(
    tx: Transaction,
    context: Context,
    inventory: StoredInventory,
    input: z.output<Schema>,
    args: MutationArgs,
  ): Promise<Done>;
};

/** Long enough for five thousand lines on a busy machine. */
export const PATIENCE = { timeout: 60_000, maxWait: 30_000 };

/** What was asked for, once it is judged: who may, when, and with which input, in that order. */
export async function judge<Schema extends z.ZodType>(
  { prisma, viewer }: Context,
  given: MutationArgs,
  { action, when, schema }: Omit<InventoryChange<Schema, unknown>, "run">,
): Promise<{ inventory: StoredInventory; input: z.output<Schema> }> {
  const where = { id: localId(String(given.id), "Inventory"), AND: visibleInventories(viewer) };
  const inventory = found(await prisma.inventory.findFirst({ where }), "Inventory");
  authorize(viewer, action, footprintSubject(inventory));
  if (when && !when(inventory.state)) throw new Forbidden("not_in_this_state");
  const input = parse(typeof schema === "function" ? schema(inventory) : schema, given.input ?? given);
  return { inventory, input };
}

/** Writes in one transaction. The row is locked and looked at again first, so that nothing changes an inventory that moved on
 *  meanwhile. */
export async function writeLocked<Done>(
  context: Context,
  id: string,
  when: ((state: InventoryState) => boolean) | undefined,
  write: (tx: Transaction, inventory: StoredInventory) => Promise<Done>,
): Promise<Done> {
  const done = await context.prisma.$transaction(async (tx) => {
    await tx.$queryRaw`SELECT 1 FROM "Inventory" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
    const inventory = found(await tx.inventory.findUnique({ where: { id } }), "Inventory");
    if (when && !when(inventory.state)) throw new Forbidden("not_in_this_state");
    return write(tx, inventory);
  }, PATIENCE);
  forget(context);
  return done;
}

/** Judges a mutation of one inventory, and does it. */
export async function changeInventory<Schema extends z.ZodType, Done>(
  context: Context,
  given: MutationArgs,
  change: InventoryChange<Schema, Done>,
): Promise<{ inventoryId: string; done: Done }> {
  const { inventory: seen, input } = await judge(context, given, change);
  const done = await writeLocked(context, seen.id, change.when, async (tx, inventory) => {
    if (given.version != null && given.version !== inventory.version) throw new Conflict(inventory.version);
    return change.run(tx, context, inventory, input, given);
  });
  return { inventoryId: seen.id, done };
}
