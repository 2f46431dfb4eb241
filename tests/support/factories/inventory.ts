import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { refreshInventory } from "#graphql/footprint/store.ts";
import { makeCity } from "./city.ts";

const provenance = {
  rangeBasis: "Thirty per cent either way.",
  sourceTitle: "A source",
  sourceUrl: "https://example.org/",
  publicationYear: 2025,
  geography: "Worldwide",
  lifeCycle: "Whole life",
  licence: "CC BY 4.0",
  version: "1",
};

/** kg, kWh a year, years, of the worked example of set (a); server and sensor have gaps. */
const typical: Record<string, [embodied: number | null, energy: number | null, lifetime: number | null]> = {
  laptop: [185.09, 39.75, 5],
  desktop: [211.46, 210, 6],
  monitor: [69.84, 100, 6],
  smartphone: [79.516, 6.75, 2.5],
  server: [null, 1529, 4],
  sensor: [null, null, null],
};
const groups = { server: "data_centre", sensor: "street" } as const;

/** g CO2e/kWh. FR has two series of 2024 and one of 2023; DE nothing after 2022. */
const grid = [
  ["FR", 2024, "ember", "44.18"],
  ["FR", 2024, "electricity_maps", "40"],
  ["FR", 2023, "electricity_maps", "60"],
  ["DE", 2022, "ember", "400"],
  ["DE", 2021, "ember", "420"],
  ["PL", 2024, "ember", "614.98"],
  ["PL", 2023, "electricity_maps", "700"],
] as const;

/** Categories, the sets `typical` (default) and `other`, and electricity factors (made once per database). */
export async function makeReference(prisma: Prisma) {
  const ours = () =>
    prisma.factorSet.findMany({ where: { code: { in: ["typical", "other"] } }, orderBy: { position: "asc" } });
  const known = await ours();
  if (known.length > 0) return known;
  const codes = Object.keys(typical);
  await prisma.equipmentCategory.createMany({
    data: codes.map((code, index) => ({
      code,
      group: groups[code as keyof typeof groups] ?? "user_devices",
      position: index + 1,
    })),
    skipDuplicates: true,
  });
  await makeSet(prisma, "typical", 1, 1);
  await makeSet(prisma, "other", 2, 1.5);
  await prisma.gridFactor.createMany({
    data: grid.map(([country, year, series, value]) => ({
      ...provenance,
      ...around(Number(value), 0.05),
      country,
      year,
      series,
      value,
      unit: "gCO2e/kWh",
    })),
    skipDuplicates: true,
  });
  return ours();
}

async function makeSet(prisma: Prisma, code: string, position: number, times: number) {
  const kinds = ["embodied", "energy", "lifetime"] as const;
  const factors = Object.entries(typical).flatMap(([categoryCode, values]) =>
    kinds.flatMap((kind, index) => {
      const value = values[index];
      if (value == null) return [];
      const central = kind === "embodied" ? value * times : value;
      const unit = { embodied: "kgCO2e", energy: "kWh/year", lifetime: "years" }[kind];
      return [{ ...provenance, ...around(central, kind === "lifetime" ? 0.2 : 0.3), categoryCode, kind, unit }];
    }),
  );
  await prisma.factorSet.create({
    data: {
      code,
      position,
      title: `Set ${code}`,
      publisher: "A publisher",
      version: "1",
      publicationYear: 2025,
      licence: "CC BY 4.0",
      sourceTitle: "A source",
      sourceUrl: "https://example.org/",
      digest: code,
      factors: { create: factors },
    },
  });
}

function around(value: number, share: number) {
  const text = (number: number) => number.toFixed(4);
  return { value: text(value), low: text(value * (1 - share)), high: text(value * (1 + share)) };
}

export type LineOptions = Partial<P.InventoryLineUncheckedCreateWithoutInventoryInput>;

/** A line of laptops unless told otherwise. */
export function lineData(options: LineOptions = {}): P.InventoryLineUncheckedCreateWithoutInventoryInput {
  return {
    position: 1,
    categoryCode: "laptop",
    quantity: "100",
    tenure: "owned",
    perimeter: "administration",
    energySource: "typical",
    quality: 3,
    ...options,
  };
}

export type InventoryOptions = Partial<P.InventoryUncheckedCreateInput> & {
  /** The city; made when missing. */
  cityId?: string;
  /** 100 laptops unless told otherwise. */
  of?: LineOptions[];
  /** g CO2e/kWh by country; France's of the reference unless told otherwise. */
  electricity?: Record<string, string>;
};

/** An inventory of 2024, ready to be signed off. */
export async function makeInventory(prisma: Prisma, options: InventoryOptions = {}) {
  const { cityId = (await makeCity(prisma)).id, of = [{}], electricity, ...overrides } = options;
  const [set] = await makeReference(prisma);
  const factor = await prisma.gridFactor.findFirstOrThrow({ where: { country: "FR", year: 2024, series: "ember" } });
  const published = overrides.state === "published" || overrides.state === "superseded";
  const own = Object.entries(electricity ?? {}).map(([country, ownValue]) => ({
    country,
    ownValue,
    sourceTitle: "A source",
  }));
  const { id } = await prisma.inventory.create({
    data: {
      cityId,
      year: 2024,
      language: "en",
      perimeters: ["administration"],
      tenures: ["owned"],
      factorSetId: set?.id ?? "",
      publishedOn: published ? new Date("2026-10-01") : null,
      ...overrides,
      lines: { create: of.map((line, index) => lineData({ position: index + 1, ...line })) },
      grid: { create: electricity ? own : [{ country: "FR", gridFactorId: factor.id }] },
    },
  });
  await prisma.$transaction((tx) => refreshInventory(tx, id));
  return prisma.inventory.findUniqueOrThrow({ where: { id }, include: { lines: { orderBy: { position: "asc" } } } });
}
