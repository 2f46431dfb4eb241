import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  type FactorsByCategory,
  inventoryResult,
  type InventoryResult,
  type Line,
  type LiveBasis,
  lineResult,
  type TypedLine,
  typedResult,
  withoutLine,
} from "#graphql/footprint/rules.ts";

const range = (value: string, low: string, high: string) => ({ value, low, high });
/** Servers have no figure for manufacture, sensors none at all. */
const factors: FactorsByCategory = {
  laptop: {
    embodied: range("185.09", "129.563", "240.617"),
    energy: range("39.75", "18.8", "197.1"),
    lifetime: range("5", "4", "6"),
  },
  server: { embodied: null, energy: range("1529", "1000", "2000"), lifetime: range("4", "3", "5") },
};
const grid = { FR: range("44.18", "40", "50") };

const decimal = (min: number, max: number) => fc.integer({ min, max }).map((number) => (number / 100).toString());
const line: fc.Arbitrary<Line> = fc
  .record({
    category: fc.constantFrom("laptop", "server", "sensor"),
    quantity: decimal(1, 1_000_000),
    country: fc.constantFrom("FR", "DE"),
    lifetimeYears: fc.option(decimal(10, 5000)),
    embodiedKg: fc.option(decimal(0, 1_000_000)),
    quality: fc.constantFrom(3, 4, 5),
    energy: fc.option(fc.record({ source: fc.constantFrom("meter", "supplier"), kwh: decimal(0, 1_000_000) })),
  })
  .map(({ energy, ...rest }) => ({
    ...rest,
    perimeter: "administration",
    energySource: energy?.source ?? "typical",
    kwhPerYear: energy?.kwh ?? null,
  }));

const written = ({ low, central, high }: InventoryResult["total"]) => ({
  low: low.toFixed(3),
  central: central.toFixed(3),
  high: high?.toFixed(3) ?? null,
});

const typed = (given: Line): TypedLine => ({
  category: given.category,
  quantity: given.quantity,
  country: given.country,
  energySource: given.energySource,
  quality: String(given.quality),
  lifetimeYears: given.lifetimeYears ?? "",
  kwhPerYear: given.kwhPerYear ?? "",
  embodiedKg: given.embodiedKg ?? "",
});

describe("a line while it is typed", () => {
  it("comes to what the inventory comes to once it is saved, for a new line and for a changed one", () => {
    fc.assert(
      fc.property(fc.array(line, { maxLength: 6 }), line, line, (others, old, fresh) => {
        const before = inventoryResult([...others, old], factors, grid);
        const oldLine = lineResult(old, factors, grid);
        const highs = others.map((other) => written(lineResult(other, factors, grid).total).high);
        const rest = withoutLine(written(before.total), written(oldLine.total), before.total.high ? [] : highs);
        expect(rest).toEqual(written(inventoryResult(others, factors, grid).total));
        const basis: LiveBasis = { country: "FR", factors, grid, others: rest };
        const after = inventoryResult([...others, fresh], factors, grid);
        const { use, manufacture, total } = lineResult(fresh, factors, grid);
        expect(typedResult(typed(fresh), basis)).toEqual({
          use: written(use),
          manufacture: written(manufacture),
          line: written(total),
          total: written(after.total),
        });
      }),
    );
  });

  const basis: LiveBasis = { country: "FR", factors, grid, others: { low: "0.000", central: "0.000", high: "0.000" } };
  const good = { ...{ category: "laptop", quantity: "3", country: "", energySource: "typical", quality: "3" } };
  const blank = { lifetimeYears: "", kwhPerYear: "", embodiedKg: "" };

  it("uses the city's country where none is named", () => {
    expect(typedResult({ ...good, ...blank }, basis)).toEqual(typedResult({ ...good, ...blank, country: "FR" }, basis));
  });

  it.each([
    ["no category", { category: "" }],
    ["no quantity", { quantity: "" }],
    ["a word for a quantity", { quantity: "many" }],
    ["nothing", { quantity: "0" }],
    ["less than nothing", { quantity: "-3" }],
    ["too many decimals", { quantity: "1.2345" }],
    ["a lifetime of nothing", { lifetimeYears: "0" }],
    ["a meter without its figure", { energySource: "meter" }],
    ["a figure beside the typical value", { kwhPerYear: "3" }],
    ["a quality that does not fit", { quality: "1" }],
    ["no source of energy", { energySource: "" }],
  ])("says nothing of %s", (_what, given) => {
    expect(typedResult({ ...good, ...blank, ...given }, basis)).toBeNull();
  });
});
