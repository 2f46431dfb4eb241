import { describe, expect, it } from "vitest";
import { Decimal } from "#graphql/kernel/decimal.ts";
import {
  baselineKg,
  baseYear,
  type CityFootprint,
  footprintGroup,
  inWindow,
  isSignificant,
  recalculationPercent,
  shownMedian,
  type WarningInput,
  warnings,
} from "#graphql/footprint/rules.ts";
import { line, publishedSet } from "../../support/footprint/vectors.ts";

const kilograms = (...values: number[]) => values.map((value) => new Decimal(value));

describe("a baseline", () => {
  it("is one year, or the mean of several, plus what moved in or out", () => {
    expect(baselineKg(kilograms(1000)).toFixed()).toBe("1000");
    expect(baselineKg(kilograms(1000, 1100, 1200)).toFixed()).toBe("1100");
    expect(baselineKg(kilograms(1000), new Decimal("-50.5")).toFixed()).toBe("949.5");
    expect(baseYear([2012, 2014, 2013])).toBe(2014);
  });

  it("lies within two years of signing, or needs an explanation", () => {
    expect(inWindow([2010, 2012], 2012)).toBe(true);
    expect(inWindow([2009], 2012)).toBe(false);
    expect(inWindow([2009], null)).toBe(null);
  });

  it("is recalculated for a change that reaches the threshold, up or down", () => {
    const threshold = new Decimal(5);
    const percent = recalculationPercent(new Decimal(1000), new Decimal(949.9));
    expect(percent?.toFixed()).toBe("-5.01");
    expect(isSignificant(percent, threshold)).toBe(true);
    expect(isSignificant(new Decimal("4.9999"), threshold)).toBe(false);
    expect(isSignificant(new Decimal(5), threshold)).toBe(true);
  });
});

const ademe = publishedSet("ademe-2025");
const found = (given: Partial<WarningInput>) =>
  warnings({
    lines: [],
    factors: ademe,
    employees: null,
    previous: null,
    networkDevicesPerEmployee: null,
    ...given,
  }).map(({ key, value, reference }) => `${key} ${value} beside ${reference}`);

describe("a second look is asked for", () => {
  it("when a year has ten times last year's laptops, or a tenth", () => {
    const previous = { lines: [line("laptop", "200")], year: 2023 };
    expect(found({ lines: [line("laptop", "1500"), line("laptop", "500")], previous })).toEqual([
      "quantity_jump:laptop 2000 beside 200",
    ]);
    expect(found({ lines: [line("laptop", "20")], previous })).toEqual(["quantity_jump:laptop 20 beside 200"]);
    expect(found({ lines: [line("laptop", "1999")], previous })).toEqual([]);
  });

  it("when last year's category is gone", () => {
    expect(found({ lines: [], previous: { lines: [line("server", "8")], year: 2023 } })).toEqual([
      "category_gone:server 0 beside 8",
    ]);
  });

  it("when devices per employee are far from the network's median", () => {
    const lines = [line("laptop", "400"), line("desktop", "200")];
    expect(found({ lines, employees: 100, networkDevicesPerEmployee: "1.1" })).toEqual([
      "devices_per_employee 6 beside 1.1",
    ]);
    expect(found({ lines, employees: 600, networkDevicesPerEmployee: "1.1" })).toEqual([]);
    expect(found({ lines, employees: 100 })).toEqual([]);
  });

  it("when kWh look like MWh or Wh, or are far from the typical value", () => {
    const own = (kwhPerYear: string) => [line("laptop", "5", { energySource: "meter", kwhPerYear, quality: 1 })];
    expect(found({ lines: own("0.04") })).toEqual(["energy_unit:laptop 0.04 beside 39.75"]);
    expect(found({ lines: own("39750") })).toEqual(["energy_unit:laptop 39750 beside 39.75"]);
    expect(found({ lines: own("150") })).toEqual(["energy_far:laptop 150 beside 39.75"]);
    expect(found({ lines: own("60") })).toEqual([]);
  });

  it("when a lifetime is half or double the usual", () => {
    expect(found({ lines: [line("laptop", "5", { lifetimeYears: "12" })] })).toEqual([
      "lifetime_far:laptop 12 beside 5",
    ]);
    expect(found({ lines: [line("laptop", "5", { lifetimeYears: "6" })] })).toEqual([]);
  });
});

const city = (key: string, more: Partial<CityFootprint> = {}): CityFootprint => ({
  key,
  years: [2022, 2024],
  comparable: 2,
  latest: "on_track",
  kgPerEmployee: new Decimal(100),
  kgPerInhabitant: new Decimal(2),
  ...more,
});

describe("the network", () => {
  it("shows a median only where it hides a city", () => {
    expect(shownMedian(kilograms(1, 2, 3, 4))).toBe(null);
    expect(shownMedian(kilograms(9, 1, 5, 3, 7))?.toFixed()).toBe("5");
    expect(shownMedian(kilograms(9, 1, 5, 3, 7, 6))?.toFixed()).toBe("5.5");
  });

  it("counts on which side cities are only when two of their years may be compared", () => {
    const cities = [
      city("a"),
      city("b", { latest: "behind" }),
      city("c", { latest: "met" }),
      city("d", { comparable: 1 }),
      city("e", { years: [], comparable: 0, latest: null, kgPerEmployee: null, kgPerInhabitant: null }),
    ];
    expect(footprintGroup("FR", cities, 2026)).toMatchObject({
      cities: 5,
      reporting: 4,
      comparing: 3,
      onTrack: 1,
      behind: 1,
      met: 1,
      missed: 0,
      kgPerEmployee: null,
      employeeCities: 4,
      ageYears: new Decimal(2),
    });
  });
});
