import { beforeAll, describe, expect, it } from "vitest";
import type { Transaction } from "#prisma/client.ts";
import { factorSetFacts, gridFacts, seedFactorSet, seedGridFactors } from "#prisma/seed/footprint.ts";
import { seedDemonstration, seedReference } from "#prisma/seed/seed.ts";
import { today, useApi } from "../../support/api.ts";

const api = useApi({ filling: "reference" });

const write = (work: (tx: Transaction) => Promise<void>) => api().prisma.$transaction(work, { timeout: 60_000 });

/** Everything the reference says, with ids: the same before and after means that nothing was written. */
async function stored() {
  const { prisma } = api();
  return {
    categories: await prisma.equipmentCategory.findMany({ orderBy: { position: "asc" } }),
    sets: await prisma.factorSet.findMany({ orderBy: { code: "asc" } }),
    factors: await prisma.factor.findMany({ orderBy: { id: "asc" } }),
    grid: await prisma.gridFactor.findMany({ orderBy: { id: "asc" } }),
  };
}

function ademe(change: { version?: string } = {}) {
  const fact = factorSetFacts().find(({ code }) => code === "ademe-2025");
  if (!fact) throw new Error("The default set is missing.");
  return { ...fact, ...change };
}

describe("the footprint's reference data", () => {
  it("is all there, in the order of its files", async () => {
    const { sets, factors, grid } = await stored();
    expect(sets.toSorted((a, b) => a.position - b.position).map(({ code }) => code)).toEqual([
      "ademe-2025",
      "boavizta-2023",
    ]);
    expect(factors).toHaveLength(factorSetFacts().reduce((sum, set) => sum + set.factors.length, 0));
    expect(grid).toHaveLength(gridFacts().length);
  });

  it("stays the same when it is seeded again, also when a file's keys come in another order", async () => {
    const before = await stored();
    await seedReference(api().prisma);
    const fact = Object.fromEntries(Object.entries(ademe()).toReversed()) as ReturnType<typeof ademe>;
    await write((tx) => seedFactorSet(tx, fact));
    expect(await stored()).toEqual(before);
  });

  it("replaces a set that nothing uses", async () => {
    const changed = ademe({ version: "another edition" });
    await write((tx) => seedFactorSet(tx, { ...changed, factors: changed.factors.slice(0, 3) }));
    const found = await api().prisma.factorSet.findUniqueOrThrow({
      where: { code: "ademe-2025" },
      include: { factors: true },
    });
    expect([found.version, found.factors.length]).toEqual(["another edition", 3]);
    await write((tx) => seedFactorSet(tx, ademe()));
  });

  it("adds a grid factor under a new version and never changes one", async () => {
    const [first] = gridFacts();
    if (!first) throw new Error("There are no grid factors.");
    const before = await api().prisma.gridFactor.count();
    await expect(write((tx) => seedGridFactors(tx, [{ ...first, value: "1" }]))).rejects.toThrow(
      /immutable.*new version/,
    );
    await write((tx) => seedGridFactors(tx, [{ ...first, value: "1", version: "a test's" }]));
    expect(await api().prisma.gridFactor.count()).toBe(before + 1);
    const { country, year, series, version } = first;
    const key = { country_year_series_version: { country, year, series, version } };
    expect((await api().prisma.gridFactor.findUniqueOrThrow({ where: key })).value.toFixed()).toBe(first.value);
  });
});

describe("the demonstration's inventories", () => {
  beforeAll(() => seedDemonstration(api().prisma, today));

  it("make the set immutable", async () => {
    const before = await stored();
    await expect(write((tx) => seedFactorSet(tx, ademe({ version: "a changed one" })))).rejects.toThrow(
      /ademe-2025 is in use.*immutable.*new code/,
    );
    await write((tx) => seedFactorSet(tx, ademe()));
    expect(await stored()).toEqual(before);
  });

  it("stay as they are when seeded again", async () => {
    const { prisma } = api();
    const all = () => prisma.inventory.findMany({ orderBy: { id: "asc" }, include: { lines: true, grid: true } });
    const before = await all();
    await seedDemonstration(prisma, today);
    expect(await all()).toEqual(before);
    expect(await prisma.baseline.groupBy({ by: ["state"], _count: true, orderBy: { state: "asc" } })).toEqual([
      { state: "proposed", _count: 1 },
      { state: "active", _count: 10 },
      { state: "superseded", _count: 1 },
    ]);
  });

  it("are marked as invented, each with its grid factors' sources", async () => {
    const { prisma } = api();
    const unmarked = { demonstration: false };
    expect(await prisma.inventory.count({ where: unmarked })).toBe(0);
    expect(await prisma.review.count({ where: unmarked })).toBe(0);
    expect(await prisma.baseline.count({ where: unmarked })).toBe(0);
    expect(await prisma.inventoryGrid.count({ where: { gridFactorId: null, sourceTitle: null } })).toBe(0);
    expect(await prisma.inventory.count({ where: { grid: { none: {} } } })).toBe(0);
    expect(await prisma.inventoryLine.count({ where: { embodiedKg: { not: null }, embodiedSource: null } })).toBe(0);
  });

  it("can be worked out, but for the draft that shows gaps", async () => {
    const { prisma } = api();
    const inventories = await prisma.inventory.findMany({ include: { lines: true, city: true } });
    const factors = await prisma.factor.findMany();
    const has = (setId: string, category: string, kind: string) =>
      factors.some((factor) => factor.setId === setId && factor.categoryCode === category && factor.kind === kind);
    const gaps = inventories.flatMap(({ lines, factorSetId, year, city }) =>
      lines
        .filter(({ categoryCode, kwhPerYear, embodiedKg, lifetimeYears }) => {
          const found = [kwhPerYear ?? has(factorSetId, categoryCode, "energy")];
          found.push(embodiedKg ?? has(factorSetId, categoryCode, "embodied"));
          found.push(lifetimeYears ?? has(factorSetId, categoryCode, "lifetime"));
          return found.includes(false);
        })
        .map(({ categoryCode }) => `${city.slug} ${year} ${categoryCode}`),
    );
    expect(gaps).toEqual(["roubaix 2025 server", "roubaix 2025 storage"]);
  });

  it("keep to their boundary, and the territory apart", async () => {
    const inventories = await api().prisma.inventory.findMany({ include: { lines: true } });
    const outside = inventories.flatMap(({ perimeters, tenures, lines }) =>
      lines.filter((line) => !perimeters.includes(line.perimeter) || !tenures.includes(line.tenure)),
    );
    expect(outside).toEqual([]);
    const territory = inventories.filter(({ scope }) => scope === "territory");
    expect(territory.map(({ perimeters }) => perimeters)).toEqual([["households", "businesses"]]);
  });
});
