import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";

/** An inventory read with a factor set. */
export type FactorReading = { id: string; factorSetId: string };
export type UnknownParts = (reading: FactorReading) => string[];

/** Categories whose manufacture an inventory cannot work out with a factor set: neither the city's figure nor a typical one is there. */
export async function unknownParts(prisma: Prisma, readings: readonly FactorReading[]): Promise<UnknownParts> {
  if (readings.length === 0) return () => [];
  const inventoryId = { in: [...new Set(readings.map(({ id }) => id))] };
  const setId = { in: [...new Set(readings.map(({ factorSetId }) => factorSetId))] };
  const by = ["inventoryId", "categoryCode"] as const satisfies P.InventoryLineScalarFieldEnum[];
  const [made, used, factors] = await Promise.all([
    prisma.inventoryLine.groupBy({ by: [...by], where: { inventoryId, embodiedKg: null } }),
    prisma.inventoryLine.groupBy({ by: [...by], where: { inventoryId, lifetimeYears: null } }),
    prisma.factor.findMany({
      where: { setId, kind: { in: ["embodied", "lifetime"] } },
      select: { setId: true, kind: true, categoryCode: true },
    }),
  ]);
  const typical = new Set(factors.map(({ kind, ...of }) => `${kind} ${of.setId} ${of.categoryCode}`));
  const needs = [
    ...made.map((row) => ({ kind: "embodied", ...row })),
    ...used.map((row) => ({ kind: "lifetime", ...row })),
  ];
  const asked = Map.groupBy(needs, (need) => need.inventoryId);
  const known = new Set(readings.map(({ id, factorSetId }) => `${id} ${factorSetId}`));
  return ({ id, factorSetId }) => {
    if (!known.has(`${id} ${factorSetId}`)) return [];
    const open = (asked.get(id) ?? []).filter(
      ({ kind, categoryCode }) => !typical.has(`${kind} ${factorSetId} ${categoryCode}`),
    );
    return [...new Set(open.map(({ categoryCode }) => categoryCode))].toSorted();
  };
}
