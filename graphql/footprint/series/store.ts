import type { Prisma } from "#prisma/client.ts";
import { visibleAccessions } from "#graphql/charter/policy.ts";
import { clockInclude, clockOf, governing } from "#graphql/charter/store.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { Decimal } from "#graphql/kernel/decimal.ts";
import { basisOf, factorsOf, lineRowsOf, workedOut } from "../result/store.ts";
import {
  type Aim,
  aimOf,
  atConstantGrid,
  baseGrid,
  type YearBridge,
  bridge,
  changePercent,
  type Estimate,
  type Goal,
  type GridTable,
  type Incomparable,
  isComparable,
  type Scope,
  series,
  type SeriesYear,
  type Side,
  whyIncomparable,
} from "../rules.ts";
import { defaultPlan, type StandingFacts, factsOf, goalOf, type PublishedInventory } from "./standing.store.ts";
import { gridTable, linesOf } from "../store.ts";

/** A city's footprint over the years: what is published of it, against its baseline and the charter's aim. */

export type Year = SeriesYear<PublishedInventory> & {
  /** The year's total had the grid stayed as in the base year; null without a baseline or where a factor is missing. */
  constantGridKg: Decimal | null;
  /** Against the baseline, in percent; null where the year may not be compared with it. */
  changePercent: Decimal | null;
  constantGridChangePercent: Decimal | null;
};

export type Series = StandingFacts & { goal: Goal | null; aim: Aim | null; years: Year[] };

/** The goal that the charter text of a city sets, from the clock of the accession that governs it. */
export async function goalFor({ prisma, viewer, clock }: Context, cityId: string): Promise<Goal | null> {
  const where = { cityId, AND: visibleAccessions(viewer) };
  const accession = governing(await prisma.accession.findMany({ where, include: clockInclude }));
  return accession ? goalOf(clockOf(accession, clock.today())) : null;
}

/** Everything that a footprint's page draws. The territory has neither baseline nor aim. */
export async function seriesOf(context: Context, cityId: string, scope: Scope): Promise<Series> {
  const facts = (await factsOf(context.prisma, context.viewer, { cityId }, scope)).get(cityId);
  const { published, base, plan } = facts ?? { published: [], base: null, plan: defaultPlan };
  const goal = scope === "territory" ? null : await goalFor(context, cityId);
  const grids = await gridsOf(context.prisma, [...published.map(({ id }) => id), ...(base?.inventoryIds ?? [])]);
  const then = base && baseGrid(base.inventoryIds.map((id) => grids.get(id)?.grid ?? {}));
  const years = series({ published, base, goal, path: plan.path }).map((year): Year => {
    const comparable = base !== null && isComparable(year.status);
    const used = year.published && grids.get(year.published.id);
    const constantGridKg = year.published && used && then && atConstantGrid({ ...year.published, ...used }, then);
    return {
      ...year,
      constantGridKg: constantGridKg ?? null,
      changePercent: year.published && comparable ? changePercent(base.kg, year.published.totalKg) : null,
      constantGridChangePercent: constantGridKg && comparable ? changePercent(base.kg, constantGridKg) : null,
    };
  });
  return { published, base, plan, goal, aim: aimOf(base, goal), years };
}

type ElectricityUse = { kwhByCountry: Record<string, Decimal>; grid: GridTable };

/** The electricity of inventories by country with its factors. */
async function gridsOf(prisma: Prisma, ids: readonly string[]): Promise<Map<string, ElectricityUse>> {
  const rows = await prisma.inventory.findMany({
    where: { id: { in: [...new Set(ids)] } },
    select: { id: true, kwhByCountry: true, grid: { include: { gridFactor: true } } },
  });
  return new Map(
    rows.map((row) => {
      const kwh = Object.entries((row.kwhByCountry ?? {}) as Record<string, string>);
      const kwhByCountry = Object.fromEntries(kwh.map(([country, value]) => [country, new Decimal(value)]));
      return [row.id, { kwhByCountry, grid: gridTable(row) }];
    }),
  );
}

export type ComparedYears = YearBridge & { from: number; to: number; why: Incomparable[] };

/** Why the total changed between two published years; null when one of them has none. */
export async function bridgeOf(
  context: Context,
  { published }: StandingFacts,
  from: number,
  to: number,
): Promise<ComparedYears | null> {
  const [before, after] = [from, to].map((year) => published.find((row) => row.year === year));
  if (!before || !after) return null;
  const parts = bridge(await sideOf(context, before), await sideOf(context, after));
  return { ...parts, from, to, why: whyIncomparable(before, after) };
}

async function sideOf(context: Context, { id }: PublishedInventory): Promise<Side> {
  const { cityCountry, factors, grid } = await basisOf(context, id);
  const lines = linesOf({ lines: await lineRowsOf(context, id), city: { countryCode: cityCountry } });
  return { lines, factors, grid };
}

export type RestatedYear = { year: number; total: Estimate; complete: boolean };

/** The published years read with another factor set, one after the other; null when there is no such set. */
export async function restatedOf(
  context: Context,
  { published }: StandingFacts,
  code: string,
): Promise<RestatedYear[] | null> {
  const set = await context.prisma.factorSet.findUnique({ where: { code } });
  if (!set) return null;
  await factorsOf(context, set.id);
  const years: RestatedYear[] = [];
  for (const { id, year } of published) {
    const { total, complete } = await workedOut(context, id, set.id);
    years.push({ year, total, complete });
  }
  return years;
}
