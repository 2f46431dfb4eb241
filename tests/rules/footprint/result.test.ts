import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "#graphql/kernel/decimal.ts";
import { type Estimate, inventoryResult, type Line, lineResult, targetKg } from "#graphql/footprint/rules.ts";
import {
  anyGrid,
  anyLine,
  decimals,
  exact,
  fleet,
  gridOf,
  line,
  publishedSet,
} from "../../support/footprint/vectors.ts";

const ademe = publishedSet("ademe-2025");
const total = (lines: readonly Line[], grid = anyGrid) => inventoryResult(lines, ademe, grid).total.central;
const lines = fc.array(anyLine(), { minLength: 1, maxLength: 12 });

describe("the worked fleet of 2 000 laptops, 1 000 desktops, 2 500 monitors, 800 smartphones", () => {
  // Worked by hand from ADEME 2025 and Ember 2024: domain, worked vectors.
  it.each([
    ["France", "44.18", "187898.1", "24073.7", "131528.7"],
    ["Sweden", "35.89", "183380.9", "19556.5", "128366.6"],
    ["European Union", "213.02", "279899.1", "116074.6", "195929.3"],
    ["Poland", "614.98", "498927.1", "335102.6", "349248.9"],
  ])("in %s", (_place, grams, all, use, target) => {
    const result = inventoryResult(fleet, ademe, gridOf(grams));
    expect(result.kwh.toFixed()).toBe("544900");
    expect(result.manufacture.central.toFixed(1)).toBe("163824.5");
    expect(result.use.central.toFixed(1)).toBe(use);
    expect(result.total.central.toFixed(1)).toBe(all);
    expect(targetKg({ baseKg: result.total.central, percent: 30 }).toFixed(1)).toBe(target);
  });

  it("shows what dominates, the largest first", () => {
    const { byCategory } = inventoryResult(fleet, ademe, gridOf("614.98"));
    expect(byCategory.map(({ key }) => key)).toEqual(["monitor", "desktop", "laptop", "smartphone"]);
  });
});

describe("an annual total", () => {
  it("does not depend on the order of the lines", () => {
    fc.assert(
      fc.property(lines, (all) => {
        expect(total(all.toReversed()).equals(total(all))).toBe(true);
      }),
    );
  });

  it("is the sum of the totals of its parts, to the gram", () => {
    fc.assert(
      fc.property(lines, lines, (some, others) => {
        expect(total([...some, ...others]).equals(total(some).plus(total(others)))).toBe(true);
      }),
    );
  });

  it("is the sum of its categories, qualities, perimeters, and of use and manufacture", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const result = inventoryResult(all, ademe, anyGrid);
        const sums = [result.byCategory, result.byQuality, result.byPerimeter].map((groups) =>
          groups.reduce((sum, group) => sum.plus(group.total.central), new Decimal(0)).toFixed(),
        );
        const central = result.total.central.toFixed();
        expect(sums).toEqual([central, central, central]);
        expect(result.use.central.plus(result.manufacture.central).toFixed()).toBe(central);
      }),
    );
  });

  it("grows in proportion to the quantities, but for the rounding of each line to the gram", () => {
    fc.assert(
      fc.property(lines, fc.integer({ min: 2, max: 50 }), (all, times) => {
        const more = all.map((entry) => ({ ...entry, quantity: new Decimal(entry.quantity).times(times).toFixed() }));
        const off = total(more).minus(total(all).times(times)).abs();
        expect(off.lessThanOrEqualTo(new Decimal("0.001").times(all.length).times(times))).toBe(true);
      }),
    );
  });

  it("never falls when there is more equipment, dirtier electricity or a shorter life", () => {
    fc.assert(
      fc.property(lines, anyLine(), (all, another) => {
        expect(total([...all, another]).greaterThanOrEqualTo(total(all))).toBe(true);
        const dirty = { FR: exact("900"), PL: exact("900") };
        expect(total(all, dirty).greaterThanOrEqualTo(total(all))).toBe(true);
        const [long, short] = ["9", "3"].map((lifetimeYears) =>
          total(all.map((entry) => ({ ...entry, lifetimeYears }))),
        );
        expect(short?.greaterThanOrEqualTo(long ?? 0)).toBe(true);
      }),
    );
  });

  it("keeps its electricity apart by country", () => {
    const here = line("laptop", "10");
    const { kwhByCountry } = inventoryResult([here, { ...here, country: "PL" }], ademe, anyGrid);
    expect(Object.entries(kwhByCountry).map(([country, kwh]) => [country, kwh.toFixed()])).toEqual([
      ["FR", "397.5"],
      ["PL", "397.5"],
    ]);
  });

  it("adds decimals exactly: a tenth of a device ten times is one device", () => {
    const tenths = Array.from({ length: 10 }, () => line("laptop", "0.1", { lifetimeYears: "5" }));
    const one = inventoryResult([line("laptop", "1", { lifetimeYears: "5" })], ademe, gridOf("100"));
    expect(inventoryResult(tenths, ademe, gridOf("100")).kwh.toFixed()).toBe(one.kwh.toFixed());
  });

  it("rounds half a gram up, however the division goes: 199.5285 kg over 3 years are 66.510 kg a year", () => {
    const own = line("laptop", "1", { embodiedKg: "199.5285", lifetimeYears: "3" });
    expect(inventoryResult([own], ademe, anyGrid).manufacture.central.toFixed(3)).toBe("66.510");
  });

  it("is nothing for no line", () => {
    const empty = inventoryResult([], ademe, anyGrid);
    expect(empty.total.central.toFixed()).toBe("0");
    expect(empty.complete).toBe(true);
    expect(empty.qualityScore).toBe(null);
  });
});

const spread = ({ low, central, high }: Estimate) =>
  high === null ? Number.POSITIVE_INFINITY : central.isZero() ? 0 : high.minus(low).dividedBy(central).toNumber();
const span = ({ low, high }: Estimate) => (high === null ? Number.POSITIVE_INFINITY : high.minus(low).toNumber());
/** Rounding to the gram moves the ends of a line of a few grams. */
const grams = 1e-3;

describe("low, central and high", () => {
  it("are in that order, whatever is entered", () => {
    fc.assert(
      fc.property(lines, (all) => {
        const { low, central, high } = inventoryResult(all, ademe, anyGrid).total;
        expect(low.lessThanOrEqualTo(central)).toBe(true);
        expect(high === null || central.lessThanOrEqualTo(high)).toBe(true);
      }),
    );
  });

  const measured = decimals(200, 5000).map((quantity): Line => {
    const own = { energySource: "meter" as const, kwhPerYear: "60", embodiedKg: "200", lifetimeYears: "5" };
    return line("laptop", quantity, { quality: 1, ...own });
  });
  const removals: [string, Partial<Line>][] = [
    ["the metered energy", { energySource: "typical", kwhPerYear: null, quality: 3 }],
    ["the supplier's manufacture", { embodiedKg: null }],
    ["the real lifetime", { lifetimeYears: null }],
    ["the exact count", { quality: 5 }],
    ["all of it", { energySource: "typical", kwhPerYear: null, embodiedKg: null, lifetimeYears: null, quality: 5 }],
  ];

  it.each(removals)("lie further apart without %s", (_what, removed) => {
    fc.assert(
      fc.property(measured, lines, (known, others) => {
        const before = lineResult(known, ademe, anyGrid).total;
        const after = lineResult({ ...known, ...removed }, ademe, anyGrid).total;
        expect(spread(after)).toBeGreaterThan(spread(before) - grams);
        const whole = (own: Line) => inventoryResult([...others, own], ademe, anyGrid).total;
        expect(span(whole({ ...known, ...removed }))).toBeGreaterThan(span(whole(known)) - grams);
      }),
    );
  });

  it("never come closer, as a share, when any figure of a city's own is removed", () => {
    const removed = fc.constantFrom<Partial<Line>>(
      { energySource: "typical", kwhPerYear: null },
      { embodiedKg: null },
      { lifetimeYears: null },
    );
    fc.assert(
      fc.property(anyLine(), removed, (entry, without) => {
        const big = { ...entry, quantity: "100000" };
        const [before, after] = [big, { ...big, ...without }].map((each) => lineResult(each, ademe, anyGrid));
        for (const part of ["use", "manufacture"] as const) {
          const [known, unknown] = [before?.[part], after?.[part]];
          if (known && unknown && !known.central.isZero())
            expect(spread(unknown)).toBeGreaterThan(spread(known) - 1e-9);
        }
      }),
    );
  });

  it("widen with every step down in data quality", () => {
    fc.assert(
      fc.property(anyLine(), fc.integer({ min: 1, max: 4 }), (entry, quality) => {
        const [better, worse] = [quality, quality + 1].map((each) =>
          span(lineResult({ ...entry, quality: each }, ademe, anyGrid).total),
        );
        expect(worse).toBeGreaterThanOrEqual(better ?? 0);
      }),
    );
  });

  it("have an open upper end where something is not known, and say what", () => {
    const result = inventoryResult([line("laptop", "5"), line("server", "2")], ademe, anyGrid);
    expect(result.total.high).toBe(null);
    expect(result.complete).toBe(false);
    expect(result.gaps).toContainEqual({ category: "server", gap: "embodied", lines: 1 });
    const abroad = inventoryResult([line("laptop", "5", { country: "XX" })], ademe, anyGrid);
    expect(abroad.use.high).toBe(null);
    expect(abroad.gaps).toEqual([{ category: "laptop", gap: "grid", lines: 1 }]);
  });
});

describe("what to improve first", () => {
  it("is to fill gaps, then what leaves the widest interval", () => {
    const found = inventoryResult(
      [line("server", "2"), line("monitor", "900", { quality: 5 }), line("laptop", "10")],
      ademe,
      anyGrid,
    ).improvements;
    expect(found.map(({ category, action }) => `${action} ${category}`)).toEqual([
      "fill_gap server",
      "count_devices monitor",
      "ask_supplier laptop",
    ]);
  });
});

describe("a line that cannot be", () => {
  it.each<[string, Partial<Line>]>([
    ["a negative quantity", { quantity: "-1" }],
    ["no lifetime", { lifetimeYears: "0" }],
    ["a negative lifetime", { lifetimeYears: "-3" }],
    ["negative energy", { energySource: "meter", kwhPerYear: "-1" }],
    ["a quality outside 1 to 5", { quality: 6 }],
  ])("with %s is refused, not worked out", (_what, wrong) => {
    expect(() => lineResult(line("laptop", "1", wrong), ademe, anyGrid)).toThrow(RangeError);
  });
});
