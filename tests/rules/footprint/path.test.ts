import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "#graphql/kernel/decimal.ts";
import {
  type Aim,
  atConstantGrid,
  baseGrid,
  decidingYear,
  inventoryResult,
  PATH_FORMS,
  pathLevel,
  pathLevels,
  targetKg,
  whyIncomparable,
  yearStatus,
} from "#graphql/footprint/rules.ts";
import { anyGrid, anyLine, exact, publishedSet } from "../../support/footprint/vectors.ts";

const aim: Aim = { baseKg: new Decimal(1000), baseYear: 2015, percent: 30, year: 2025 };
const written = (form: (typeof PATH_FORMS)[number]) => pathLevels(form, aim).map(({ kg }) => kg.toFixed(1));

describe("the path to −30 %", () => {
  // Both rows as printed in domain, trajectory.
  it("falls by the same mass each year when linear", () => {
    expect(written("linear").join(" ")).toBe("1000.0 970.0 940.0 910.0 880.0 850.0 820.0 790.0 760.0 730.0 700.0");
  });

  it("falls by the same share each year at a constant rate", () => {
    expect(written("constant_rate").join(" ")).toBe(
      "1000.0 965.0 931.1 898.5 867.0 836.7 807.3 779.1 751.8 725.4 700.0",
    );
  });

  it("begins at the baseline, never rises, and ends and stays at the target", () => {
    const years = fc.integer({ min: 1, max: 30 });
    fc.assert(
      fc.property(fc.constantFrom(...PATH_FORMS), years, fc.integer({ min: 1, max: 10 ** 9 }), (form, length, kg) => {
        const own = { ...aim, baseKg: new Decimal(kg), year: aim.baseYear + length };
        const levels = pathLevels(form, own).map((level) => level.kg);
        expect(levels).toHaveLength(length + 1);
        expect(levels[0]?.equals(kg)).toBe(true);
        expect(levels.at(-1)?.equals(targetKg(own))).toBe(true);
        expect(levels.every((level, index) => index === 0 || level.lessThanOrEqualTo(levels[index - 1] ?? 0))).toBe(
          true,
        );
        expect(pathLevel(form, own, own.year + 7)?.equals(targetKg(own))).toBe(true);
        expect(pathLevel(form, own, own.baseYear - 1)).toBe(null);
      }),
    );
  });

  it("asks for the target at once when the deadline is the base year", () => {
    expect(pathLevel("linear", { ...aim, year: aim.baseYear }, aim.baseYear)?.toFixed()).toBe("700");
  });
});

const boundary = { perimeters: ["administration"], tenures: ["owned"], factorSet: "ademe-2025", unknownParts: [] };
const baseline = { ...boundary, kg: new Decimal(1000), years: [2015] };
const result = (kg: number, give = 10) => ({
  ...boundary,
  totalKg: new Decimal(kg),
  lowKg: new Decimal(kg - give),
  highKg: new Decimal(kg + give),
});
const status = (year: number, kg: number | null, more: object = {}) =>
  yearStatus({
    year,
    result: kg === null ? null : result(kg),
    baseline,
    aim,
    path: "linear",
    decidedIn: null,
    ...more,
  });

describe("where a year stands", () => {
  it("is on track up to the level of the path, and behind above it", () => {
    expect(status(2020, 850)).toMatchObject({ status: "on_track", certain: false });
    expect(status(2020, 830)).toMatchObject({ status: "on_track", certain: true });
    expect(status(2020, 851)).toMatchObject({ status: "behind", certain: false });
    expect(status(2020, 870)).toMatchObject({ status: "behind", certain: true });
  });

  it("says by how much the year differs from the baseline", () => {
    expect(status(2020, 715)).toMatchObject({ changePercent: new Decimal("-28.5") });
  });

  it("is met or missed only in the year that decides", () => {
    expect(status(2024, 700)).toMatchObject({ status: "on_track" });
    expect(status(2025, 700, { decidedIn: 2025 })).toMatchObject({ status: "met" });
    expect(status(2025, 701, { decidedIn: 2025 })).toMatchObject({ status: "missed" });
    expect(status(2024, 720, { decidedIn: 2024 })).toMatchObject({ status: "missed" });
  });

  it("is open where there is nothing to compare", () => {
    expect(status(2020, null).status).toBe("no_data");
    expect(status(2020, 900, { baseline: null }).status).toBe("no_baseline");
    expect(status(2020, 900, { aim: null }).status).toBe("no_deadline");
    expect(status(2014, 900).status).toBe("before_baseline");
    expect(status(2015, 1000).status).toBe("baseline");
  });

  it.each([
    ["boundary", { perimeters: ["administration", "schools"] }],
    ["tenure", { tenures: ["owned", "leased"] }],
    ["method", { factorSet: "boavizta-2023" }],
    ["unknown_parts", { unknownParts: ["server"] }],
  ])("is not comparable with another %s", (why, other) => {
    expect(status(2020, 900, { result: { ...result(900), ...other } })).toEqual({
      status: "not_comparable",
      why: [why],
    });
  });

  it("may be compared whatever the order in which a boundary is told", () => {
    const both = { ...boundary, perimeters: ["a", "b"] };
    expect(whyIncomparable(both, { ...both, perimeters: ["b", "a"] })).toEqual([]);
  });
});

describe("the year that decides", () => {
  it("is the deadline's own, else the last one before it once the deadline has passed", () => {
    expect(decidingYear([2019, 2020, 2021], 2020, false)).toBe(2020);
    expect(decidingYear([2018, 2019, 2021], 2020, true)).toBe(2019);
    expect(decidingYear([2018, 2019], 2020, false)).toBe(null);
    expect(decidingYear([2021], 2020, true)).toBe(null);
    expect(decidingYear([2021], null, true)).toBe(null);
  });
});

describe("a year at constant grid", () => {
  const ademe = publishedSet("ademe-2025");

  it("is what it would have been with the base year's electricity: 1 100 000 kWh at 300 g for 195 g", () => {
    // domain, decomposition test: 214.5 t with the year's grid, 330 t with the base year's.
    const year = {
      totalKg: new Decimal(214_500),
      kwhByCountry: { PL: new Decimal(1_100_000) },
      grid: { PL: exact("195") },
    };
    expect(atConstantGrid(year, { PL: new Decimal(300) })?.toFixed()).toBe("330000");
  });

  it("equals the year's total to the gram in the base year, and when the grid has not changed", () => {
    fc.assert(
      fc.property(fc.array(anyLine(), { maxLength: 10 }), (lines) => {
        const { total, kwhByCountry } = inventoryResult(lines, ademe, anyGrid);
        const constant = atConstantGrid({ totalKg: total.central, kwhByCountry, grid: anyGrid }, baseGrid([anyGrid]));
        expect(constant?.toFixed()).toBe(total.central.toFixed());
      }),
    );
  });

  it("is not known where the baseline has no electricity of that country", () => {
    const year = { totalKg: new Decimal(10), kwhByCountry: { IE: new Decimal(5) }, grid: { IE: exact("280") } };
    expect(atConstantGrid(year, { FR: new Decimal(44) })).toBe(null);
  });

  it("takes the mean of several base years, for countries that all of them have", () => {
    const mean = baseGrid([{ FR: exact("40"), PL: exact("600") }, { FR: exact("60") }]);
    expect(Object.entries(mean).map(([country, grams]) => `${country} ${grams.toFixed()}`)).toEqual(["FR 50"]);
  });
});
