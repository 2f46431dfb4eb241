import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { type ClockAccession, type CommitmentDeadline, clockOf, governing } from "../charter/store.ts";
import { factColumns, healthOf } from "../pilot/facts.store.ts";
import { type Health, type HealthReason, type Progress, progress } from "../pilot/rules.ts";

export type Signatory = {
  id: string;
  slug: string;
  name: string;
  countryCode: string;
  charterCode: string;
  countingPilots: number;
  clock: CommitmentDeadline[];
  pilots: Progress;
};

/** Every signatory with its clock and its standing towards the five pilots, as of `today`.
 *  The charter's texts are read once, not once a city: sixty cities or six hundred, it is three statements. */
export async function signatories(prisma: Prisma, today: string, where: P.CityWhereInput = {}): Promise<Signatory[]> {
  const versions = await prisma.charterVersion.findMany({
    include: { commitments: { include: { rules: true }, orderBy: { position: "asc" } } },
  });
  const byId = new Map(versions.map((version) => [version.id, version]));
  const cities = await prisma.city.findMany({
    where: { AND: [{ standing: "signatory" }, where] },
    select: {
      ...{ id: true, slug: true, name: true, countryCode: true, countingPilots: true },
      accessions: { include: { extensions: { orderBy: { decidedOn: "asc" } } }, omit: { sources: true, note: true } },
    },
    orderBy: { slug: "asc" },
  });
  return cities.flatMap((city) => {
    const accessions = city.accessions.flatMap((accession): ClockAccession[] => {
      const charterVersion = byId.get(accession.charterVersionId);
      return charterVersion ? [{ ...accession, charterVersion, sources: [], note: null, ceremonies: [] }] : [];
    });
    const latest = governing(accessions);
    if (!latest) return [];
    const clock = clockOf(latest, today);
    const { id, slug, name, countryCode, countingPilots } = city;
    const pilots = pilotsOf(clock, countingPilots, today);
    return [{ id, slug, name, countryCode, countingPilots, charterCode: latest.charterVersion.code, clock, pilots }];
  });
}

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

/** The names of these cities in all their languages. */
export async function namesOf(prisma: Prisma, cities: readonly { id: string }[]) {
  const rows = await prisma.cityName.findMany({ where: { cityId: { in: cities.map(({ id }) => id) } } });
  return Map.groupBy(rows, ({ cityId }) => cityId);
}

function pilotsOf(clock: CommitmentDeadline[], counting: number, today: string): Progress {
  const hand = clock.find(({ commitment }) => commitment.kind === "pilots");
  const deadline = hand?.deadline ?? { status: "none" as const, ignored: [] };
  return progress({ counting, deadline, today, required: hand?.commitment.quantity ?? 5 });
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
