import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import { Conflict } from "#graphql/kernel/errors.ts";
import { lockCity } from "../baseline/store.ts";
import type { footprintPlanInput } from "./input.ts";
import { footprintSubject } from "../policy.ts";

/** Saves how a city measures itself. A city without a plan of its own has version 1 of the usual one. Throws Conflict. */
export async function updatePlan(
  tx: Transaction,
  { viewer }: StoreServices,
  cityId: string,
  { version, ...data }: z.output<typeof footprintPlanInput>,
): Promise<void> {
  await lockCity(tx, cityId);
  const before = await tx.footprintPlan.upsert({ where: { cityId }, update: {}, create: { cityId } });
  if (before.version !== version) throw new Conflict(before.version);
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
