import { createHash } from "node:crypto";
import { z } from "zod";
import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Context } from "./context.ts";
import { InvalidInput } from "./errors.ts";
import { found } from "./ids.ts";
import { type MutationArgs, parse } from "./parse.ts";

/** A request to add something that carries a key of the sender's own: sent again, it answers what was made and makes nothing. */
export type KeyedRequest = { personId: string; mutation: string; key: string; content: string };

const day = 24 * 60 * 60 * 1000;
const keyInput = z.object({ idempotencyKey: z.string().min(1).max(100) });

/** The request by its key; null without one. Throws InvalidInput for a key that is empty or too long. */
export function keyedRequest(
  { viewer }: Context,
  mutation: string,
  { idempotencyKey, ...rest }: MutationArgs,
): KeyedRequest | null {
  if (idempotencyKey == null) return null;
  const { idempotencyKey: key } = parse(keyInput, { idempotencyKey });
  const content = createHash("sha256").update(JSON.stringify(rest)).digest("hex");
  return { personId: found(viewer.userId, "User"), mutation, key, content };
}

/** The id of the row that the same request made before; null when it is new. Throws InvalidInput when its key belongs to another. */
export async function madeBefore(
  db: Prisma | Transaction,
  { content, ...personId_mutation_key }: KeyedRequest,
): Promise<string | null> {
  const before = await db.idempotencyKey.findUnique({ where: { personId_mutation_key } });
  if (before && before.content !== content) throw new InvalidInput([{ path: "idempotencyKey", code: "key_reused" }]);
  return before?.rowId ?? null;
}

/** Keeps what a request made. Of two at the same moment the table's key lets one through; the other runs again and finds this. */
export async function remember(
  tx: Transaction,
  { clock }: Context,
  request: KeyedRequest,
  rowId: string,
): Promise<void> {
  await tx.idempotencyKey.create({ data: { ...request, rowId, createdAt: clock.now() } });
}

/** Forgets keys that are a day old. Returns how many. */
export async function forgetKeys(prisma: Prisma, now: Date): Promise<number> {
  const { count } = await prisma.idempotencyKey.deleteMany({
    where: { createdAt: { lt: new Date(now.getTime() - day) } },
  });
  return count;
}
