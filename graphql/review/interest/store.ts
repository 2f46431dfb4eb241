import type { z } from "zod";
import { record } from "#graphql/kernel/audit.ts";
import type { StoreServices } from "#graphql/kernel/context.ts";
import { found } from "#graphql/kernel/ids.ts";
import type { Transaction } from "#prisma/client.ts";
import type { interestInput } from "./input.ts";

/** Cities that people of the network advised: who declares one leaves its decisions to others. */

/** Declares it, or changes the reason. */
export async function declareInterest(
  tx: Transaction,
  { viewer, clock }: StoreServices,
  cityId: string,
  { reason }: z.output<typeof interestInput>,
): Promise<void> {
  const key = { userId: found(viewer.userId, "User"), cityId };
  const before = await tx.interest.findUnique({ where: { userId_cityId: key } });
  const create = { ...key, reason, declaredOn: new Date(clock.today()) };
  const after = await tx.interest.upsert({ where: { userId_cityId: key }, create, update: { reason } });
  await write(tx, viewer, "review.declare_interest", cityId, before, after);
}

/** Takes a declaration back. Throws NotFound where there is none. */
export async function withdrawInterest(tx: Transaction, { viewer }: StoreServices, cityId: string): Promise<void> {
  const key = { userId: found(viewer.userId, "User"), cityId };
  const before = found(await tx.interest.findUnique({ where: { userId_cityId: key } }), "Interest");
  await tx.interest.delete({ where: { userId_cityId: key } });
  await write(tx, viewer, "review.withdraw_interest", cityId, before, null);
}

function write(
  tx: Transaction,
  viewer: StoreServices["viewer"],
  action: string,
  cityId: string,
  before: object | null,
  after: object | null,
) {
  const cities = { cityIds: [cityId] };
  return record(tx, viewer, { action, subject: "City", subjectId: cityId, cities, before, after });
}
