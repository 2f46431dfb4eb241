import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { factColumns, healthOf } from "../pilot/facts.store.ts";
import { type Health, type HealthReason } from "../pilot/rules.ts";

/** How many signatories there are and how many of their pilots count, in one statement. */
export async function countsOf(prisma: Prisma, where: P.CityWhereInput) {
  const groups = await prisma.city.groupBy({
    by: ["countingPilots"],
    where: { AND: [{ standing: "signatory" }, where] },
    _count: true,
  });
  const distribution = [0, 0, 0, 0, 0, 0];
  for (const { countingPilots, _count } of groups) {
    const place = Math.min(countingPilots, 5);
    distribution[place] = (distribution[place] ?? 0) + _count;
  }
  return {
    signatories: groups.reduce((sum, { _count }) => sum + _count, 0),
    counting: groups.reduce((sum, { countingPilots, _count }) => sum + countingPilots * _count, 0),
    distribution,
  };
}

export type Concern = { slug: string; title: string; language: string; health: Health; reasons: HealthReason[] };

/** The late and the silent pilots of these cities, by city. One findMany for all of them: the number of statements does not grow. */
export async function concernsOf(
  prisma: Prisma,
  cityIds: readonly string[],
  today: string,
): Promise<Map<string, Concern[]>> {
  const ids = [...cityIds];
  const pilots = await prisma.pilot.findMany({
    where: { state: { notIn: ["refused", "archived"] }, cities: { some: { cityId: { in: ids }, confirmed: true } } },
    include: factColumns,
    orderBy: [{ title: "asc" }, { id: "asc" }],
  });
  const found = new Map<string, Concern[]>(ids.map((id) => [id, []]));
  for (const pilot of pilots) {
    const { health, reasons } = healthOf(pilot, today);
    if (health !== "late" && health !== "silent") continue;
    const { slug, title, language } = pilot;
    for (const { cityId, confirmed } of pilot.cities)
      if (confirmed) found.get(cityId)?.push({ slug, title, language, health, reasons });
  }
  return found;
}

export type Waiting = { kind: "pilot" | "practice"; id: string; since: Date; by: string | null };

/** Everything that waits for the network's decision, the longest wait first: since it was signed off, and by whom. */
export async function waiting(prisma: Prisma): Promise<Waiting[]> {
  const signedOff = { where: { decision: "signed_off" }, orderBy: { createdAt: "desc" }, take: 1 } as const;
  const submitted = {
    where: { state: "submitted" },
    select: { id: true, updatedAt: true, reviews: signedOff },
  } as const;
  const pilots = await prisma.pilot.findMany(submitted);
  const practices = await prisma.practice.findMany(submitted);
  const rows = [
    ...pilots.map((row) => ({ kind: "pilot" as const, ...row })),
    ...practices.map((row) => ({ kind: "practice" as const, ...row })),
  ];
  const people = rows.flatMap(({ reviews }) => reviews[0]?.decidedById ?? []);
  const users = await prisma.user.findMany({ where: { id: { in: people } }, select: { id: true, name: true } });
  const names = new Map(users.map(({ id, name }) => [id, name]));
  return rows
    .map(({ kind, id, updatedAt, reviews: [step] }) => ({
      kind,
      id,
      since: step?.createdAt ?? updatedAt,
      by: names.get(step?.decidedById ?? "") ?? null,
    }))
    .toSorted((a, b) => a.since.getTime() - b.since.getTime());
}
