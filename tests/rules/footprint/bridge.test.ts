import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decimal } from "#graphql/kernel/decimal.ts";
import { bridge, type BridgePart, inventoryResult, type Side } from "#graphql/footprint/rules.ts";
import { anyGrid, anyLine, exact, fleet, gridOf, line, publishedSet } from "../../support/footprint/vectors.ts";

const ademe = publishedSet("ademe-2025");
const boavizta = publishedSet("boavizta-2023");
const kg = (from: Side, to: Side) =>
  Object.fromEntries(bridge(from, to).parts.map(({ part, kg: mass }) => [part, mass.toFixed()])) as Record<
    BridgePart,
    string
  >;

describe("why a total changed", () => {
  it("tells the city's effort from the grid's: +30 t and −115.5 t of −85.5 t", () => {
    // domain, decomposition test: 1 000 000 kWh × 0.300, ten years later 1 100 000 kWh × 0.195.
    const room = (kwhPerYear: string) => [
      line("server", "1", { energySource: "meter", kwhPerYear, embodiedKg: "0", lifetimeYears: "1" }),
    ];
    const from = { lines: room("1000000"), factors: ademe, grid: gridOf("300") };
    const to = { lines: room("1100000"), factors: ademe, grid: gridOf("195") };
    expect(bridge(from, to).fromKg.toFixed()).toBe("300000");
    expect(bridge(from, to).toKg.toFixed()).toBe("214500");
    expect(kg(from, to)).toEqual({ boundary: "0", equipment: "0", use: "30000", grid: "-115500", method: "0" });
  });

  it("puts devices that came or went, and longer use, into equipment", () => {
    const from = { lines: [line("laptop", "100")], factors: ademe, grid: gridOf("0") };
    const fewer = kg(from, { ...from, lines: [line("laptop", "60")] });
    expect(fewer).toEqual({ boundary: "0", equipment: "-1480.72", use: "0", grid: "0", method: "0" }); // 40 × 185.09 ÷ 5
    const longer = kg(from, { ...from, lines: [line("laptop", "100", { lifetimeYears: "10" })] });
    expect(longer.equipment).toBe("-1850.9"); // 100 × 185.09 × (1/10 − 1/5)
  });

  it("puts another factor set into method, and nothing else", () => {
    const from = { lines: fleet, factors: ademe, grid: gridOf("100") };
    const { method, ...rest } = kg(from, { ...from, factors: boavizta });
    expect(new Decimal(method).isZero()).toBe(false);
    expect(Object.values(rest).every((mass) => mass === "0")).toBe(true);
  });

  it("puts a perimeter that only one year counts into boundary", () => {
    const from = { lines: [line("laptop", "100")], factors: ademe, grid: gridOf("0") };
    const schools = line("laptop", "10", { perimeter: "schools" });
    expect(kg(from, { ...from, lines: [...from.lines, schools] }).boundary).toBe("370.18"); // 10 × 185.09 ÷ 5
  });

  it("has parts that add up to the gram, whatever the two years hold", () => {
    const side = fc.record({
      lines: fc.array(anyLine(), { maxLength: 8 }),
      factors: fc.constantFrom(ademe, boavizta),
      grid: fc.constantFrom(anyGrid, { FR: exact("60.5"), PL: exact("700.1") }),
    });
    fc.assert(
      fc.property(side, side, (from, to) => {
        const { fromKg, toKg, parts } = bridge(from, to);
        const sum = parts.reduce((total, part) => total.plus(part.kg), fromKg);
        expect(sum.toFixed(3)).toBe(toKg.toFixed(3));
        expect(toKg.toFixed(3)).toBe(inventoryResult(to.lines, to.factors, to.grid).total.central.toFixed(3));
      }),
    );
  });

  it("is nothing but the rounding of its lines between a year and itself", () => {
    fc.assert(
      fc.property(fc.array(anyLine(), { maxLength: 6 }), (lines) => {
        const side = { lines, factors: ademe, grid: anyGrid };
        const off = bridge(side, side).parts.filter(({ kg: mass }) => mass.abs().greaterThan(lines.length * 0.001));
        expect(off).toEqual([]);
      }),
    );
  });
});
