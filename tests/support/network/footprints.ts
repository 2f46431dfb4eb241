import { refreshInventory } from "#graphql/footprint/store.ts";
import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { makeBaseline } from "../factories/baseline.ts";
import type { Slug } from "./cities.ts";

type Year = { year: number; size: number; grid: number } & Partial<P.InventoryUncheckedCreateInput>;
type History = {
  years: readonly Year[];
  /** The country in which the city's mail runs. */
  abroad?: string;
  /** The year from which schools are counted in. */
  schools?: number;
  /** Years that the baseline is the mean of; the first when absent. */
  baseline?: readonly number[];
  recalculation?: "proposed" | "active";
  /** A year in which the whole territory was estimated, too. */
  territory?: number;
};

/** Published years: from each to the next a share less kit (more, where it is negative), on electricity that is so much cleaner. */
function years(all: readonly number[], less = 0.05, cleaner = 40): Year[] {
  return all.map((year, index) => ({ year, size: 1 - index * less, grid: 420 - index * cleaner }));
}

const last = (year: number, state: "draft" | "submitted" | "awaiting_sign_off"): Year => ({
  ...{ year, size: 0.7, grid: 200, state },
});

const histories: Partial<Record<Slug, History>> = {
  bellmere: { years: [...years([2010, 2015, 2020, 2023, 2024], 0.08, 60), last(2025, "draft")], abroad: "IE" },
  carnwerder: { years: [...years([2012, 2020, 2024]), last(2025, "awaiting_sign_off")], recalculation: "active" },
  dolnograd: {
    years: [
      ...years([2013, 2018]),
      { year: 2022, size: 0.95, grid: 700, state: "superseded" },
      { year: 2022, size: 0.9, grid: 700, revision: 2, reason: "Printers had been counted twice." },
      ...years([2024]),
      last(2025, "submitted"),
    ],
  },
  eskelund: { years: years([2012, 2018, 2022, 2023, 2024]), schools: 2024, recalculation: "proposed" },
  fontclara: { years: years([2015, 2019, 2022, 2024, 2025], 0.01, 60) },
  gorsmark: { years: years([2017, 2021, 2023, 2024]), schools: 2023 },
  jorvenne: { years: years([2013, 2019, 2022, 2023, 2024], -0.05, 60), territory: 2023 },
  hollowmere: { years: years([2014, 2015, 2021, 2023, 2024]), baseline: [2014, 2015] },
};

export async function fillHistories(prisma: Prisma, ids: Record<Slug, string>): Promise<void> {
  for (const [slug, history] of Object.entries(histories)) await fillHistory(prisma, ids[slug as Slug], history);
}

async function fillHistory(prisma: Prisma, cityId: string, history: History): Promise<void> {
  const { countryCode } = await prisma.city.findUniqueOrThrow({ where: { id: cityId } });
  const { id: factorSetId } = await prisma.factorSet.findFirstOrThrow({ orderBy: { position: "asc" } });
  const rows = [];
  for (const year of history.years)
    rows.push(await makeYear(prisma, { cityId, factorSetId }, countryCode, history, year));
  const [first] = history.years;
  const base = rows.filter(({ year }) => (history.baseline ?? [first?.year]).includes(year));
  const boundary = { perimeters: perimeters(history, first?.year ?? 0), tenures };
  const { recalculation } = history;
  await makeBaseline(prisma, cityId, base, {
    ...boundary,
    state: recalculation === "active" ? "superseded" : "active",
  });
  if (recalculation) {
    await makeBaseline(prisma, cityId, base, {
      ...{ ...boundary, state: recalculation, reason: "structure", adjustmentKg: "26000", changePercent: "9.5" },
      ...{ explanation: "Kit that another body ran joined the city.", requestedOn: new Date("2026-03-01") },
      decidedOn: recalculation === "active" ? new Date("2026-03-08") : null,
    });
  }
  if (history.territory) await makeTerritory(prisma, { cityId, factorSetId }, countryCode, history.territory);
  await prisma.footprintPlan.create({ data: { cityId } });
}

const tenures: P.InventoryCreatetenuresInput["set"] = ["owned", "used"];

function perimeters({ schools }: History, year: number): ("administration" | "schools")[] {
  return schools && year >= schools ? ["administration", "schools"] : ["administration"];
}

async function makeYear(
  prisma: Prisma,
  of: { cityId: string; factorSetId: string },
  countryCode: string,
  history: History,
  { size, grid, ...year }: Year,
) {
  const { state = "published" } = year;
  const published = state === "published" || state === "superseded";
  const own = (country: string, ownValue: number) => ({ country, ownValue, sourceTitle: "The country's own figure" });
  const joined = perimeters(history, year.year).includes("schools");
  const { id } = await prisma.inventory.create({
    data: {
      ...{ ...of, language: "en", employees: 1000, inhabitants: 250_000, tenures, ...year, state },
      perimeters: perimeters(history, year.year),
      publishedOn: published ? new Date(`${year.year + 1}-06-15`) : null,
      reviews: { create: decisions(state, year.year) },
      lines: { create: linesOf(size, joined, history.abroad) },
      grid: { create: [own(countryCode, grid), ...(history.abroad ? [own(history.abroad, grid + 60)] : [])] },
    },
  });
  await prisma.$transaction((tx) => refreshInventory(tx, id));
  return prisma.inventory.findUniqueOrThrow({ where: { id } });
}

async function makeTerritory(
  prisma: Prisma,
  of: { cityId: string; factorSetId: string },
  country: string,
  year: number,
): Promise<void> {
  const typical = { tenure: "owned", energySource: "typical", quality: 5 } as const;
  const { id } = await prisma.inventory.create({
    data: {
      ...{
        ...of,
        year,
        language: "en",
        scope: "territory",
        state: "published",
        publishedOn: new Date(`${year + 1}-06-15`),
      },
      ...{ inhabitants: 610_000, perimeters: ["households"], tenures: ["owned"] },
      lines: {
        create: { ...typical, position: 1, perimeter: "households", categoryCode: "laptop", quantity: 230_000 },
      },
      grid: { create: { country, ownValue: 150, sourceTitle: "The country's own figure" } },
    },
  });
  await prisma.$transaction((tx) => refreshInventory(tx, id));
}

function decisions(state: string, year: number) {
  const of = (decision: "sign_off_requested" | "signed_off" | "published", on: string) => ({
    ...{ decision, decidedOn: new Date(`${year + 1}-${on}`), createdAt: new Date(`${year + 1}-${on}`) },
  });
  const steps = [of("sign_off_requested", "04-20"), of("signed_off", "05-04"), of("published", "06-15")];
  return steps.slice(0, { draft: 0, awaiting_sign_off: 1, submitted: 2 }[state] ?? 3);
}

function linesOf(size: number, schools: boolean, abroad: string | undefined) {
  const typical = { tenure: "owned", perimeter: "administration", energySource: "typical", quality: 3 } as const;
  const told = {
    ...typical,
    energySource: "supplier",
    quality: 2,
    embodiedSource: "The supplier's declaration",
  } as const;
  const many = (quantity: number) => Math.round(quantity * size);
  const server = { kwhPerYear: 2200, embodiedKg: 1215, lifetimeYears: 5, label: "Own data centre" };
  const lines: Omit<P.InventoryLineUncheckedCreateWithoutInventoryInput, "position">[] = [
    { ...typical, categoryCode: "laptop", quantity: many(900) },
    { ...typical, categoryCode: "monitor", quantity: many(1400) },
    { ...typical, categoryCode: "projector", quantity: 10 },
    { ...told, categoryCode: "desk_phone", quantity: many(500), kwhPerYear: 22, embodiedKg: 20, lifetimeYears: 8 },
    { ...told, ...server, categoryCode: "server", quantity: many(24), energySource: "meter", quality: 1 },
    {
      ...{ ...told, categoryCode: "saas", quantity: 1000, kwhPerYear: 9, embodiedKg: 2.5, lifetimeYears: 1 },
      ...{ tenure: "used", country: abroad ?? null, label: "Mail accounts" },
    },
  ];
  if (schools) lines.push({ ...typical, perimeter: "schools", categoryCode: "tablet", quantity: 640 });
  return lines.map((line, index) => ({ ...line, position: index + 1 }));
}
