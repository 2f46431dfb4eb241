import type { Transaction } from "../client.ts";
import type { Prisma as P } from "../generated/client/client.ts";
import { stories, type Story } from "./footprint-cities.ts";
import { courses, fleet, type Item, joining, type LinePerimeter, type State, territory } from "./footprint-stories.ts";
import { dayColumn } from "./reference.ts";

type City = { id: string; countryCode: string; population: number | null };
type Lines = P.InventoryLineCreateManyInventoryInput[];
type Grid = P.InventoryGridCreateManyInventoryInput[];

const invented = "Demonstration data: the quantities are invented and say nothing about the real city.";
const inventedGrid = "Demonstration value, invented for this demonstration network";
const set = { code: "ademe-2025" };
const series = "electricity_maps";
/** Years of use of laptops in a sparing city, from its fourth inventory on. */
const sparingYears = "6.5";

/** Invented inventories and baselines of some signatories. A city that has an inventory is left as it is. Totals and
 *  baselines are stored as 0: whoever calls must have them worked out. */
export async function seedFootprints(tx: Transaction): Promise<void> {
  const { id: factorSetId } = await tx.factorSet.findUniqueOrThrow({ where: set });
  for (const story of stories) {
    const city = await tx.city.findUniqueOrThrow({ where: { slug: story.city } });
    if ((await tx.inventory.count({ where: { cityId: city.id } })) > 0) continue;
    await seedStory(tx, story, city, factorSetId);
  }
}

async function seedStory(tx: Transaction, story: Story, city: City, factorSetId: string): Promise<void> {
  const ids = new Map<number, string>();
  const last = story.years.at(-1);
  for (const [index, year] of story.years.entries()) {
    const state = (year === last && story.latest) || "published";
    const own = { employees: story.employees, inhabitants: city.population };
    const common = { ...heading(city, factorSetId, year), ...boundary(story, year), ...own };
    const grid = { createMany: { data: await gridOf(tx, story, city, year) } };
    const lines = linesOf(story, year, index);
    let copiedFromId = ids.get(story.years[index - 1] ?? 0);
    if (story.corrected === year) {
      const data = { ...common, copiedFromId, state: "superseded" as const, ...decisions("published", year) };
      const twice = lines.map((line) => ({ ...line, quantity: doubled(line) }));
      const first = await tx.inventory.create({ data: { ...data, grid, lines: { createMany: { data: twice } } } });
      copiedFromId = first.id;
    }
    const correction =
      story.corrected === year
        ? { revision: 2, reason: "Demonstration: leased printers had been counted twice.", language: "en" }
        : {};
    const data = { ...common, ...correction, copiedFromId, state, ...decisions(state, year) };
    const { id } = await tx.inventory.create({ data: { ...data, grid, lines: { createMany: { data: lines } } } });
    ids.set(year, id);
  }
  if (story.territoryYear) await seedTerritory(tx, story, city, factorSetId, story.territoryYear);
  await seedBaselines(tx, story, city, factorSetId, ids);
  const plan = { cityId: city.id, path: story.path ?? ("linear" as const) };
  await tx.footprintPlan.upsert({ where: { cityId: city.id }, update: {}, create: plan });
}

function heading(city: City, factorSetId: string, year: number) {
  return { cityId: city.id, year, factorSetId, language: "en", note: invented, demonstration: true };
}

function boundary({ joins }: Story, year: number) {
  const perimeters: LinePerimeter[] = ["administration", "street"];
  if (joins && year >= joins.from) perimeters.push(joins.perimeter);
  return { perimeters, tenures: ["owned" as const, "leased" as const, "used" as const] };
}

/** Invented decisions, as far as the state says that they were taken. */
function decisions(state: State, year: number) {
  const of = (decision: "sign_off_requested" | "signed_off" | "published", on: string) => {
    const decidedOn = dayColumn(`${year + 1}-${on}`) ?? new Date(0);
    return { decision, decidedOn, demonstration: true, createdAt: decidedOn };
  };
  const steps = [of("sign_off_requested", "04-20"), of("signed_off", "05-04"), of("published", "06-15")];
  const taken = { published: 3, submitted: 2, awaiting_sign_off: 1 }[state as string] ?? 0;
  const publishedOn = state === "published" ? dayColumn(`${year + 1}-06-15`) : null;
  return { publishedOn, reviews: { create: steps.slice(0, taken) } };
}

/** How far the course has come in a year, 0 to 1, applied to what it changes. */
function linesOf(story: Story, year: number, index: number): Lines {
  const first = story.years[0] ?? year;
  const span = (story.years.at(-1) ?? year) - first || 1;
  const progress = ((year - first) / span) * (story.extent ?? 1);
  const course: Record<string, number> = courses[story.course];
  const open = story.incomplete === true && year === story.years.at(-1);
  const joined = story.joins && year >= story.joins.from ? joining[story.joins.perimeter] : [];
  const fleetLines = fleet.map((item) => {
    const growth = 1 + ((course[item.category] ?? 1) - 1) * progress;
    return { item, quantity: (item.perThousand * story.employees * growth) / 1000 };
  });
  const joinedLines = joined.map((item) => ({ item, quantity: (item.perThousand * story.employees) / 1000 }));
  return [...fleetLines, ...joinedLines].map(({ item, quantity }, at) => {
    const line = lineOf(item, Math.max(1, Math.round(quantity)), at + 1, year);
    if (item.tenure === "used") line.country = story.abroad?.country ?? null;
    if (item.category === "laptop" && story.course === "sparing" && index > 2) line.lifetimeYears = sparingYears;
    if (open && item.category === "server") return { ...line, embodiedKg: null, embodiedSource: null };
    if (open && item.category === "storage") return { ...line, lifetimeYears: null };
    return line;
  });
}

function lineOf(item: Item, quantity: number, position: number, year: number): Lines[number] {
  const { category, label = null, tenure = "owned", perimeter = "administration", own } = item;
  const line = { position, categoryCode: category, label, quantity, tenure, perimeter };
  if (!own) return { ...line, energySource: "typical", quality: year < 2021 ? 4 : 3 };
  return {
    ...line,
    energySource: own.source,
    kwhPerYear: own.kwh,
    embodiedKg: own.embodied,
    embodiedSource: own.basis ?? "Supplier's declaration (demonstration)",
    lifetimeYears: own.years,
    quality: own.source === "meter" ? 1 : 2,
  };
}

function doubled({ categoryCode, quantity }: Lines[number]) {
  return categoryCode === "printer" ? Number(quantity) * 2 : quantity;
}

/** The reference's factor where it has the year, else an invented one that says so. */
async function gridOf(tx: Transaction, story: Story, city: City, year: number): Promise<Grid> {
  const places = [{ country: city.countryCode, ownGrid: story.ownGrid }, ...(story.abroad ? [story.abroad] : [])];
  const rows: Grid = [];
  for (const { country, ownGrid } of places) {
    const ownValue = ownGrid[year];
    if (ownValue) {
      const range = { ownLow: (Number(ownValue) * 9) / 10, ownHigh: (Number(ownValue) * 11) / 10 };
      rows.push({ country, ownValue, ...range, sourceTitle: inventedGrid });
      continue;
    }
    const found = await tx.gridFactor.findFirstOrThrow({
      where: { country, year, series },
      orderBy: { publicationYear: "desc" },
    });
    rows.push({ country, gridFactorId: found.id });
  }
  return rows;
}

async function seedTerritory(tx: Transaction, story: Story, city: City, factorSetId: string, year: number) {
  const thousands = (city.population ?? 0) / 1000;
  const lines = territory.map(([categoryCode, perThousand, perimeter], index) => ({
    position: index + 1,
    categoryCode,
    perimeter,
    quantity: Math.round(perThousand * thousands),
    tenure: "owned" as const,
    energySource: "typical" as const,
    quality: 5,
  }));
  await tx.inventory.create({
    data: {
      ...heading(city, factorSetId, year),
      ...decisions("published", year),
      scope: "territory",
      state: "published",
      inhabitants: city.population,
      perimeters: ["households", "businesses"],
      tenures: ["owned"],
      grid: { createMany: { data: await gridOf(tx, { ...story, abroad: undefined }, city, year) } },
      lines: { createMany: { data: lines } },
    },
  });
}

async function seedBaselines(
  tx: Transaction,
  story: Story,
  city: City,
  factorSetId: string,
  ids: ReadonlyMap<number, string>,
): Promise<void> {
  const first = story.years[0] ?? 0;
  const inventoryIds = [first, ...(story.alsoBaseline ?? [])].flatMap((year) => ids.get(year) ?? []);
  const common = { cityId: city.id, language: "en", factorSetId, thresholdPercent: 5, kg: 0, demonstration: true };
  const years = { create: inventoryIds.map((inventoryId) => ({ inventoryId })) };
  const { recalculation } = story;
  const asked = dayColumn(`${first + 2}-06-20`) ?? new Date(0);
  const chosen = { ...common, ...boundary(story, first), requestedOn: asked, decidedOn: asked };
  const state = recalculation?.state === "active" ? "superseded" : "active";
  await tx.baseline.create({ data: { ...chosen, state, years } });
  if (!recalculation) return;
  const requestedOn = dayColumn(recalculation.askedOn) ?? new Date(0);
  await tx.baseline.create({
    data: {
      ...common,
      ...boundary(story, story.joins?.from ?? first),
      years,
      state: recalculation.state,
      reason: "structure",
      adjustmentKg: recalculation.adjustmentKg,
      explanation: recalculation.explanation,
      requestedOn,
      decidedOn: recalculation.state === "active" ? requestedOn : null,
    },
  });
}
