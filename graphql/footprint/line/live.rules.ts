import { Decimal, sum } from "#graphql/kernel/decimal.ts";
import { FIGURES, type FigureName } from "./rules.ts";
import { addEstimates, type Estimate } from "../result/estimate.rules.ts";
import { bestQuality, ENERGY_SOURCES, type FactorsByCategory, type GridTable, lineResult } from "../result/rules.ts";

/** An estimate as the API writes it: kg CO2e a year with three decimals. */
export type WrittenEstimate = { low: string; central: string; high: string | null };

/** What a line is worked out with while it is typed, and what the other lines of its inventory come to. */
export type LiveBasis = { country: string; factors: FactorsByCategory; grid: GridTable; others: WrittenEstimate };

/** A line as its fields hold it, numbers as decimal texts; blank is "". */
export type TypedLine = Record<FigureName | "category" | "country" | "energySource" | "quality", string>;
export type TypedResult = Record<"use" | "manufacture" | "line" | "total", WrittenEstimate>;

/** What the line comes to, and its inventory with it: what the API answers once it is saved. Null for what it would refuse. */
export function typedResult(typed: TypedLine, basis: LiveBasis): TypedResult | null {
  const energySource = ENERGY_SOURCES.find((source) => source === typed.energySource);
  const quality = Number(typed.quality);
  if (!energySource || typed.category === "" || typed.quantity === "") return null;
  if ((energySource === "typical") !== (typed.kwhPerYear === "") || quality < bestQuality(energySource)) return null;
  if (!figures.every((name) => isWithin(name, typed[name]))) return null;
  const line = {
    ...typed,
    energySource,
    quality,
    country: typed.country || basis.country,
    perimeter: "",
    lifetimeYears: typed.lifetimeYears || null,
    kwhPerYear: typed.kwhPerYear || null,
    embodiedKg: typed.embodiedKg || null,
  };
  const { use, manufacture, total } = lineResult(line, basis.factors, basis.grid);
  const whole = addEstimates([total, read(basis.others)]);
  return { use: write(use), manufacture: write(manufacture), line: write(total), total: write(whole) };
}

/** What the other lines come to. `otherHighs` are their high ends in any partition, asked for only where the total's end is open. */
export function withoutLine(
  total: WrittenEstimate,
  line: WrittenEstimate,
  otherHighs: readonly (string | null)[],
): WrittenEstimate {
  const less = (from: string, part: string) => new Decimal(from).minus(part).toFixed(3);
  const known = otherHighs.filter((high) => high !== null);
  const summed = known.length < otherHighs.length ? null : sum(known.map((high) => new Decimal(high))).toFixed(3);
  return {
    low: less(total.low, line.low),
    central: less(total.central, line.central),
    high: total.high !== null && line.high !== null ? less(total.high, line.high) : summed,
  };
}

const figures = Object.keys(FIGURES) as FigureName[];

/** Within the limits of an inventory's line; blank is. */
function isWithin(name: FigureName, text: string): boolean {
  if (text === "") return true;
  if (!/^\d{1,20}(\.\d{1,20})?$/.test(text)) return false;
  const { min, max, decimals } = FIGURES[name];
  const value = new Decimal(text);
  return value.decimalPlaces() <= decimals && value.greaterThanOrEqualTo(min) && value.lessThanOrEqualTo(max);
}

function read({ low, central, high }: WrittenEstimate): Estimate {
  return { low: new Decimal(low), central: new Decimal(central), high: high === null ? null : new Decimal(high) };
}

function write({ low, central, high }: Estimate): WrittenEstimate {
  return { low: low.toFixed(3), central: central.toFixed(3), high: high?.toFixed(3) ?? null };
}
