import type { Prisma } from "#prisma/client.ts";
import type { Viewer } from "#graphql/kernel/authorization.ts";
import type { Decimal } from "#graphql/kernel/decimal.ts";
import { isAchieved } from "#graphql/vocabulary/evidence.rules.ts";
import { namesOf } from "#graphql/city/store.ts";
import { signatories } from "#graphql/pilot/signatory.store.ts";
import { type CityFootprint, type FootprintGroup, footprintGroup, type YearStatus } from "../rules.ts";
import { defaultPlan, factsOf, goalOf, footprintStandingOf } from "../series/standing.store.ts";

/** The footprints of all signatories from derived columns: the number of statements does not grow with cities or years. */

export type CityRow = CityFootprint & {
  slug: string;
  name: string;
  names: { locale: string; name: string }[];
  country: string;
  charterCode: string;
  language: string;
  latestYear: number | null;
  status: YearStatus["status"] | null;
};

export async function cityRows(prisma: Prisma, viewer: Viewer, today: string): Promise<CityRow[]> {
  const cities = await signatories(prisma, today);
  const facts = await factsOf(prisma, viewer, {});
  const names = await namesOf(prisma, cities);
  const more = await prisma.city.findMany({
    where: { standing: "signatory" },
    select: { id: true, language: true, population: true },
  });
  const about = new Map(more.map((city) => [city.id, city]));
  return cities.map((city): CityRow => {
    const found = facts.get(city.id) ?? { published: [], base: null, plan: defaultPlan };
    const { comparable, latest, status } = footprintStandingOf(found, goalOf(city.clock));
    const { language = "", population = null } = about.get(city.id) ?? {};
    return {
      key: city.id,
      slug: city.slug,
      name: city.name,
      names: names.get(city.id) ?? [],
      language,
      country: city.countryCode,
      charterCode: city.charterCode,
      years: found.published.map(({ year }) => year),
      latestYear: latest?.year ?? null,
      comparable,
      latest: status,
      status,
      kgPerEmployee: latest && each(latest.totalKg, latest.employees),
      kgPerInhabitant: latest && each(latest.totalKg, latest.inhabitants ?? population),
    };
  });
}

function each(total: Decimal, people: number | null): Decimal | null {
  return people ? total.dividedBy(people).toDecimalPlaces(3) : null;
}

export type GroupedBy = "country" | "charter" | "language" | "none";

/** The rows of one key each, in the order of the keys; none when nothing is asked for. */
export function groupsOf(rows: readonly CityRow[], by: GroupedBy, thisYear: number): FootprintGroup[] {
  if (by === "none") return [];
  const key = { country: "country", charter: "charterCode", language: "language" } as const;
  const groups = Map.groupBy(rows, (row) => row[key[by]]);
  return [...groups.keys()].toSorted().map((name) => footprintGroup(name, groups.get(name) ?? [], thisYear));
}

export type UnitSavings = { unit: string; symbol: string; ids: string[]; pilots: number };

/** What accepted pilots achieved in carbon elsewhere, by unit. It is no part of any footprint, and is not summed: results overlap. */
export async function enabledSavings(prisma: Prisma): Promise<UnitSavings[]> {
  const rows = await prisma.result.findMany({
    where: { direction: "reduction", indicator: { dimension: "carbon" }, pilot: { state: "accepted" } },
    select: { id: true, pilotId: true, evidence: true, unit: { select: { code: true, symbol: true } } },
    orderBy: { id: "asc" },
  });
  const achieved = Map.groupBy(
    rows.filter(({ evidence }) => isAchieved(evidence)),
    ({ unit }) => unit.code,
  );
  return [...achieved].map(([unit, results]) => ({
    unit,
    symbol: results[0]?.unit.symbol ?? unit,
    ids: results.map(({ id }) => id),
    pilots: new Set(results.map(({ pilotId }) => pilotId)).size,
  }));
}
