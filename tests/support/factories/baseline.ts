import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { refreshInventory } from "#graphql/footprint/store.ts";

const provenance = {
  rangeBasis: "Made up for tests.",
  sourceTitle: "Test figures",
  publicationYear: 2024,
  geography: "World",
  lifeCycle: "Making to end of life",
  licence: "CC0",
  version: "1",
};

const of = (kind: "embodied" | "energy" | "lifetime", value: number, unit: string) => ({
  ...{ kind, value, unit, low: value * 0.5, high: value * 1.5 },
  ...provenance,
});

/** A factor set that knows laptops, and of services only the energy. Made once per code; `scale` multiplies what a laptop costs. */
export async function makeSet(prisma: Prisma, code = "test-set", scale = 1) {
  await prisma.equipmentCategory.createMany({
    data: [
      { code: "laptop", group: "user_devices", position: 1 },
      { code: "cloud", group: "services", position: 2 },
    ],
    skipDuplicates: true,
  });
  const found = await prisma.factorSet.findUnique({ where: { code } });
  if (found) return found;
  const factors = [
    { categoryCode: "laptop", ...of("embodied", 200 * scale, "kg CO2e") },
    { categoryCode: "laptop", ...of("energy", 50, "kWh/year") },
    { categoryCode: "laptop", ...of("lifetime", 4, "years") },
    { categoryCode: "cloud", ...of("energy", 1000, "kWh/year") },
  ];
  const about = { title: code, publisher: "Tests", version: "1", publicationYear: 2024, licence: "CC0" };
  return prisma.factorSet.create({
    data: {
      ...{ code, ...about, sourceTitle: "Test figures", sourceUrl: "https://example.org/", position: 1, digest: code },
      factors: { createMany: { data: factors } },
    },
  });
}

export type YearOptions = Partial<P.InventoryUncheckedCreateInput> & {
  /** Laptops of typical make: 50 kg to make and 50 kWh a year each. */
  laptops?: number;
  /** g CO2e/kWh of the city's country. */
  grid?: number;
  /** A service of which nobody knows the making. */
  cloud?: number;
  perimeter?: "administration" | "schools";
};

/** A published year of a city's administration, worked out: each laptop counts 50 kg + 50 kWh × grid. */
export async function makeYear(
  prisma: Prisma,
  city: { id: string; countryCode: string },
  year: number,
  { laptops = 1000, grid = 400, cloud = 0, perimeter = "administration", ...overrides }: YearOptions = {},
) {
  const factorSetId = overrides.factorSetId ?? (await makeSet(prisma)).id;
  const line = { tenure: "owned", perimeter, energySource: "typical", quality: 3 } as const;
  const data: P.InventoryUncheckedCreateInput = {
    ...{ cityId: city.id, year, state: "published", language: "en", employees: 1000 },
    ...{ perimeters: ["administration"], tenures: ["owned"], publishedOn: new Date(`${year + 1}-06-15`) },
    grid: { create: { country: city.countryCode, ownValue: grid, sourceTitle: "Test grid" } },
    ...overrides,
    factorSetId,
    lines: {
      create: [
        { ...line, position: 1, categoryCode: "laptop", quantity: laptops },
        ...(cloud > 0 ? [{ ...line, position: 2, categoryCode: "cloud", quantity: cloud }] : []),
      ],
    },
  };
  const { id } = await prisma.inventory.create({ data });
  await prisma.$transaction((tx) => refreshInventory(tx, id));
  return prisma.inventory.findUniqueOrThrow({ where: { id } });
}

/** A baseline made of years, in force unless said otherwise. */
export async function makeBaseline(
  prisma: Prisma,
  cityId: string,
  years: readonly { id: string; factorSetId: string; totalKg: { toFixed(): string } }[],
  overrides: Partial<P.BaselineUncheckedCreateInput> = {},
) {
  const kg = years.reduce((sum, { totalKg }) => sum + Number(totalKg.toFixed()), 0) / Math.max(1, years.length);
  const boundary = { perimeters: ["administration"], tenures: ["owned"] } as const;
  return prisma.baseline.create({
    data: {
      ...{ cityId, state: "active", language: "en", kg, thresholdPercent: 5, requestedOn: new Date("2026-01-10") },
      ...{ perimeters: [...boundary.perimeters], tenures: [...boundary.tenures] },
      factorSetId: years[0]?.factorSetId ?? (await makeSet(prisma)).id,
      ...overrides,
      years: { create: years.map(({ id }) => ({ inventoryId: id })) },
    },
  });
}
