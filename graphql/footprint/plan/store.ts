import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import type { Aggregate } from "#graphql/kernel/change.ts";
import { cities, type StoredCity } from "#graphql/city/store.ts";
import type { footprintPlanInput } from "./input.ts";
import { footprintSubject } from "../policy.ts";

/** Cities by their plan: one without a plan of its own has version 1 of the usual one. */
export const plans: Aggregate<StoredCity> = {
  ...cities,
  async find(db, context, id) {
    const city = await cities.find(db, context, id);
    const plan = city && (await db.footprintPlan.findUnique({ where: { cityId: id } }));
    return city && { ...city, version: plan?.version ?? 1 };
  },
};

/** Saves how a city measures itself. */
export async function updatePlan(
  tx: Transaction,
  { viewer }: StoreServices,
  { id: cityId }: StoredCity,
  { version: _version, ...data }: z.output<typeof footprintPlanInput>,
): Promise<void> {
  const before = await tx.footprintPlan.upsert({ where: { cityId }, update: {}, create: { cityId } });
  const changed = { ...data, version: { increment: 1 } };
  const after = await tx.footprintPlan.update({ where: { cityId }, data: changed });
  const cities = footprintSubject({ cityId });
  await record(tx, viewer, {
    action: "footprint.plan",
    subject: "FootprintPlan",
    subjectId: cityId,
    cities,
    before,
    after,
  });
}
