import { readFileSync } from "node:fs";
import fc from "fast-check";
import type { CategoryFactors, FactorsByCategory, GridTable, Line, Range } from "#graphql/footprint/rules.ts";

type SetFile = {
  factors: { category: string; kind: keyof CategoryFactors; value: string; low: string; high: string }[];
};

/** A factor set as the reference files publish it. */
export function publishedSet(code: string): FactorsByCategory {
  const text = readFileSync(`content/reference/footprint/sets/${code}.json`, "utf8");
  const table: Record<string, CategoryFactors> = {};
  for (const { category, kind, value, low, high } of (JSON.parse(text) as SetFile).factors) {
    const entry = (table[category] ??= { embodied: null, energy: null, lifetime: null });
    entry[kind] = { value: String(value), low: String(low), high: String(high) };
  }
  return table;
}

/** A factor that is known exactly. */
export function exact(value: string): Range {
  return { value, low: value, high: value };
}

/** A line in France that leaves everything to the category's typical values unless told otherwise. */
export function line(category: string, quantity: string, more: Partial<Line> = {}): Line {
  return {
    category,
    quantity,
    country: "FR",
    perimeter: "administration",
    lifetimeYears: null,
    energySource: "typical",
    kwhPerYear: null,
    embodiedKg: null,
    quality: 3,
    ...more,
  };
}

/** The fleet of the worked vectors (domain, worked vectors). */
export const fleet = [
  line("laptop", "2000"),
  line("desktop", "1000"),
  line("monitor", "2500"),
  line("smartphone", "800"),
];

/** One country's electricity, known exactly. */
export function gridOf(grams: string, country = "FR"): GridTable {
  return { [country]: exact(grams) };
}

const categories = ["laptop", "desktop", "monitor", "tablet", "smartphone", "internet_box"];

/** A decimal text from `min` to `max` with up to two decimals. */
export function decimals(min: number, max: number): fc.Arbitrary<string> {
  return fc.integer({ min: min * 100, max: max * 100 }).map((hundredths) => (hundredths / 100).toFixed(2));
}

/** Lines that an inventory may hold. */
export function anyLine(): fc.Arbitrary<Line> {
  return fc
    .record({
      category: fc.constantFrom(...categories),
      quantity: decimals(1, 5000),
      country: fc.constantFrom("FR", "PL"),
      perimeter: fc.constantFrom("administration", "schools", "street"),
      lifetimeYears: fc.option(decimals(1, 12)),
      energySource: fc.constantFrom("meter" as const, "supplier" as const, "typical" as const),
      kwhPerYear: decimals(0, 2000),
      embodiedKg: fc.option(decimals(0, 3000)),
      quality: fc.integer({ min: 1, max: 5 }),
    })
    .map((entry) => (entry.energySource === "typical" ? { ...entry, kwhPerYear: null } : entry));
}

export const anyGrid: GridTable = {
  FR: { value: "44.18", low: "40", high: "50" },
  PL: { value: "614.98", low: "560", high: "660" },
};
