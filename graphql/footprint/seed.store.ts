import type { Prisma } from "#prisma/client.ts";
import { type Decimal, digits, exact } from "#graphql/kernel/decimal.ts";
import { totalsUnder } from "./baseline/store.ts";
import { baselineKg, recalculationPercent } from "./rules.ts";
import { refreshInventory } from "./store.ts";

/** Works out what the rows of a seed leave open: the totals of its inventories, then the size of its baselines. */
export async function fillFootprints(prisma: Prisma): Promise<void> {
  const inventories = await prisma.inventory.findMany({
    where: { lineCount: 0, lines: { some: {} } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of inventories) await prisma.$transaction((tx) => refreshInventory(tx, id), { timeout: 60_000 });

  const baselines = await prisma.baseline.findMany({
    include: { years: { include: { inventory: true } } },
    orderBy: [{ cityId: "asc" }, { requestedOn: "asc" }, { createdAt: "asc" }],
  });
  const inForce = new Map<string, Decimal>();
  for (const { id, cityId, state, kg, adjustmentKg, reason, factorSetId, years } of baselines) {
    const rows = years.map(({ inventory }) => inventory);
    const size = kg.isZero()
      ? baselineKg(await totalsUnder(prisma, rows, factorSetId), exact(adjustmentKg))
      : exact(kg);
    const before = inForce.get(cityId);
    if (kg.isZero()) {
      const percent = reason && before ? recalculationPercent(before, size) : null;
      const changePercent = percent && digits(percent);
      await prisma.baseline.update({ where: { id }, data: { kg: digits(size), changePercent } });
    }
    if (state === "active" || state === "superseded") inForce.set(cityId, size);
  }
}
