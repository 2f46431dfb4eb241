import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import type { Viewer } from "#graphql/kernel/authorization.ts";
import type { CommitmentDeadline } from "#graphql/charter/store.ts";
import { Decimal, exact } from "#graphql/kernel/decimal.ts";
import { type FactorReading, type UnknownParts, unknownParts } from "../result/unknown.store.ts";
import { visibleBaselines, visibleInventories } from "../policy.ts";
import {
  type Base,
  DEFAULT_THRESHOLD,
  type Goal,
  isComparable,
  type PathForm,
  type PublishedYear,
  series,
  type YearStatus,
} from "../rules.ts";

/** What is published of cities' footprints, from the columns beside the inventories: no lines are read, and the number of
 *  statements does not grow with the number of cities. */

const columns = {
  id: true,
  cityId: true,
  year: true,
  factorSetId: true,
  perimeters: true,
  tenures: true,
  complete: true,
  employees: true,
  inhabitants: true,
  publishedOn: true,
  totalKg: true,
  lowKg: true,
  highKg: true,
  useKg: true,
  embodiedKg: true,
} satisfies P.InventorySelect;
type Columns = P.InventoryGetPayload<{ select: typeof columns }>;

const baseColumns = {
  id: true,
  cityId: true,
  kg: true,
  factorSetId: true,
  perimeters: true,
  tenures: true,
  years: {
    select: { inventory: { select: { id: true, year: true, complete: true, factorSetId: true, state: true } } },
  },
} satisfies P.BaselineSelect;
type BaseColumns = P.BaselineGetPayload<{ select: typeof baseColumns }>;

export type PublishedInventory = PublishedYear &
  Pick<Columns, "id" | "factorSetId" | "employees" | "inhabitants"> &
  Masses;
type Masses = { useKg: Decimal; manufactureKg: Decimal };
export type Plan = { thresholdPercent: Decimal; path: PathForm; version: number };
export type CurrentBase = Base & { id: string; inventoryIds: string[]; outdated: boolean };
export type StandingFacts = { published: PublishedInventory[]; base: CurrentBase | null; plan: Plan };

export const defaultPlan: Plan = { thresholdPercent: new Decimal(DEFAULT_THRESHOLD), path: "linear", version: 1 };

/** One city, or all of them. */
export type Owners = { cityId?: string };

/** The published footprints of administrations with baseline and plan, by city. Cities without any are left out. */
export async function factsOf(
  prisma: Prisma,
  viewer: Viewer,
  owners: Owners,
  scope: "administration" | "territory" = "administration",
): Promise<Map<string, StandingFacts>> {
  const rows = await prisma.inventory.findMany({
    where: { ...owners, scope, state: "published", AND: visibleInventories(viewer) },
    select: columns,
    orderBy: [{ cityId: "asc" }, { year: "asc" }],
  });
  const bases =
    scope === "territory"
      ? []
      : await prisma.baseline.findMany({
          where: { ...owners, state: "active", AND: visibleBaselines(viewer) },
          select: baseColumns,
        });
  const plans = await prisma.footprintPlan.findMany({ where: owners });
  const parts = await unknownParts(prisma, [...rows.filter(({ complete }) => !complete), ...bases.flatMap(doubtful)]);

  const found = new Map<string, StandingFacts>();
  const of = (cityId: string) => {
    const facts = found.get(cityId) ?? { published: [], base: null, plan: defaultPlan };
    found.set(cityId, facts);
    return facts;
  };
  for (const row of rows) of(row.cityId).published.push(publishedOf(row, parts));
  for (const row of bases) of(row.cityId).base = baseOf(row, parts);
  for (const { cityId, thresholdPercent, path, version } of plans)
    of(cityId).plan = { thresholdPercent: exact(thresholdPercent), path, version };
  return found;
}

function publishedOf(row: Columns, parts: UnknownParts): PublishedInventory {
  const { id, year, factorSetId, perimeters, tenures, employees, inhabitants } = row;
  return {
    id,
    year,
    factorSetId,
    perimeters,
    tenures,
    employees,
    inhabitants,
    factorSet: factorSetId,
    unknownParts: parts(row),
    totalKg: exact(row.totalKg),
    lowKg: exact(row.lowKg),
    highKg: row.highKg && exact(row.highKg),
    useKg: exact(row.useKg),
    manufactureKg: exact(row.embodiedKg),
  };
}

function baseOf(row: BaseColumns, parts: UnknownParts): CurrentBase {
  const { id, kg, factorSetId, perimeters, tenures } = row;
  const inventories = row.years.map(({ inventory }) => inventory);
  return {
    id,
    perimeters,
    tenures,
    kg: exact(kg),
    factorSet: factorSetId,
    years: inventories.map(({ year }) => year),
    inventoryIds: inventories.map((inventory) => inventory.id),
    outdated: inventories.some(({ state }) => state === "superseded"),
    unknownParts: [...new Set(inventories.flatMap((inventory) => parts({ id: inventory.id, factorSetId })))].toSorted(),
  };
}

/** Base years of which something may be unknown under the baseline's factor set. */
function doubtful({ factorSetId, years }: BaseColumns): FactorReading[] {
  const inventories = years.map(({ inventory }) => inventory);
  return inventories
    .filter((inventory) => !inventory.complete || inventory.factorSetId !== factorSetId)
    .map(({ id }) => ({ id, factorSetId }));
}

/** What the charter text of a clock asks of the footprint; null where it asks nothing. */
export function goalOf(clock: readonly CommitmentDeadline[]): Goal | null {
  const hand = clock.find(({ commitment }) => commitment.kind === "footprint");
  if (!hand?.commitment.percent) return null;
  const { deadline } = hand;
  const known = deadline.status === "known";
  return {
    percent: hand.commitment.percent,
    deadline: known ? deadline.due.date : null,
    passed: known && deadline.overdue,
  };
}

/** `comparable` counts the years that may be set beside the baseline, its own included. */
export type FootprintStanding = {
  comparable: number;
  latest: PublishedInventory | null;
  status: YearStatus["status"] | null;
};

/** Where a city stands: where the target was met or missed if that is decided, else with its newest published year. */
export function footprintStandingOf({ published, base, plan }: StandingFacts, goal: Goal | null): FootprintStanding {
  const years = series({ published, base, goal, path: plan.path });
  const latest = years.findLast((year) => year.published !== null);
  const decided = years.find(({ status }) => status.status === "met" || status.status === "missed");
  return {
    comparable: years.filter(({ status }) => isComparable(status)).length,
    latest: latest?.published ?? null,
    status: (decided ?? latest)?.status.status ?? null,
  };
}

type CityDeadlines = { id: string; clock: readonly CommitmentDeadline[] };

/** How many of these cities stand where with the footprint, judged only with two comparable years; null while none has them. */
export async function footprintCounts(prisma: Prisma, viewer: Viewer, cities: readonly CityDeadlines[]) {
  const facts = await factsOf(prisma, viewer, {});
  const judged = cities.flatMap(({ id, clock }) => {
    const [found, goal] = [facts.get(id), goalOf(clock)];
    return found && goal ? [footprintStandingOf(found, goal)] : [];
  });
  const measured = judged.filter(({ comparable }) => comparable >= 2);
  if (measured.length === 0) return null;
  const at = (status: FootprintStanding["status"]) => measured.filter((standing) => standing.status === status).length;
  const counts = { onTrack: at("on_track"), behind: at("behind"), met: at("met"), missed: at("missed") };
  const told = Object.values(counts).reduce((sum, count) => sum + count, 0);
  return { ...counts, notMeasured: cities.filter(({ clock }) => goalOf(clock)).length - told };
}
