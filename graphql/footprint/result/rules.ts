import { Decimal, sum, toGram, zero } from "#graphql/kernel/decimal.ts";
import {
  addEstimates,
  type Estimate,
  fromRange,
  gramEstimate,
  type Range,
  unknownEstimate,
  estimateWidth,
  within,
} from "./estimate.rules.ts";

/** What a factor set says of one category; null where it says nothing. */
export type CategoryFactors = { embodied: Range | null; energy: Range | null; lifetime: Range | null };
export type FactorsByCategory = Readonly<Record<string, CategoryFactors | undefined>>;
/** Grams of CO2e a kWh, by country (ISO 3166-1 alpha-2). */
export type GridTable = Readonly<Record<string, Range | undefined>>;

export type EnergySource = "meter" | "supplier" | "typical";
export const ENERGY_SOURCES: readonly EnergySource[] = ["meter", "supplier", "typical"];

/** One line of an inventory, quantities as exact decimal texts. `country` is where its electricity is used. */
export type Line = {
  category: string;
  quantity: string;
  country: string;
  perimeter: string;
  lifetimeYears: string | null;
  energySource: EnergySource;
  kwhPerYear: string | null;
  embodiedKg: string | null;
  quality: number;
};

/** What is missing to work a part of a line out. */
export type Gap = "energy" | "embodied" | "lifetime" | "grid";

export type LineResult = {
  /** Null when the energy is not known. */
  kwh: Decimal | null;
  /** kg CO2e a year, to the gram. */
  use: Estimate;
  manufacture: Estimate;
  total: Estimate;
  gaps: Gap[];
};

/** How far a quantity may be off, by data quality: measured, supplier's, counted, estimated, extrapolated. Our proposal. */
export const QUANTITY_UNCERTAINTY: Readonly<Record<number, string>> = {
  1: "0.02",
  2: "0.05",
  3: "0.05",
  4: "0.25",
  5: "0.5",
};

/** How far a city's own figure of a unit may be off. Always less than the least range of a typical value (0.3). Our proposal. */
export const OWN_UNCERTAINTY = { meter: "0.05", supplier: "0.2", embodied: "0.2" } as const;

/** The best data quality that fits a source of energy figures (domain, data-quality scoring). */
export function bestQuality(source: EnergySource): 1 | 2 | 3 {
  return source === "meter" ? 1 : source === "supplier" ? 2 : 3;
}

const THOUSAND = new Decimal(1000);
const THOUSAND_EXACTLY = { low: THOUSAND, central: THOUSAND, high: THOUSAND };

/**
 * A line's yearly CO2e: use = quantity × kWh/year × g/kWh ÷ 1000, manufacture = quantity × embodied kg ÷ lifetime, each rounded to
 * the gram. Figures of the city's own come before those of the factor set. The low end takes every low end (and the longest
 * lifetime), the high end every high one. Throws RangeError for a line that no input lets through.
 */
export function lineResult(line: Line, factors: FactorsByCategory, grid: GridTable): LineResult {
  refuseImpossible(line);
  const { energy, intensity, embodied, life } = figuresOf(line, factors, grid);
  const quantity = within(line.quantity, QUANTITY_UNCERTAINTY[line.quality] ?? "0.5");
  const gaps: Gap[] = [];
  if (!energy) gaps.push("energy");
  if (!intensity) gaps.push("grid");
  if (!embodied) gaps.push("embodied");
  if (!life) gaps.push("lifetime");

  const kwhEach = energy && ends(energy);
  const use =
    kwhEach && intensity ? quotient(product(quantity, kwhEach, ends(intensity)), THOUSAND_EXACTLY) : unknownEstimate;
  const manufacture = embodied && life ? quotient(product(quantity, ends(embodied)), ends(life)) : unknownEstimate;
  const parts = { use: gramEstimate(use), manufacture: gramEstimate(manufacture) };
  const kwh = kwhEach && quantity.central.times(kwhEach.central);
  return { kwh, ...parts, total: addEstimates([parts.use, parts.manufacture]), gaps };
}

/** The central total of lineResult() without its ends, several times faster: kg CO2e a year. */
export function lineKg(line: Line, factors: FactorsByCategory, grid: GridTable): Decimal {
  refuseImpossible(line);
  const { energy, intensity, embodied, life } = figuresOf(line, factors, grid);
  const quantity = new Decimal(line.quantity);
  const use = energy && intensity ? quantity.times(middle(energy)).times(middle(intensity)).dividedBy(THOUSAND) : zero;
  const manufacture = embodied && life ? quantity.times(middle(embodied)).dividedBy(middle(life)) : zero;
  return toGram(use).plus(toGram(manufacture));
}

/** A city's own figure, give or take a share, or a published range. */
type Figure = { own: string; share: string } | Range;

/** What a line is worked out with; null where nothing is known. */
function figuresOf(
  { category, country, energySource, kwhPerYear, embodiedKg, lifetimeYears }: Line,
  factors: FactorsByCategory,
  grid: GridTable,
) {
  const typical = factors[category];
  const own = (value: string, share: string): Figure => ({ own: value, share });
  return {
    energy:
      energySource === "typical" || kwhPerYear === null
        ? (typical?.energy ?? null)
        : own(kwhPerYear, OWN_UNCERTAINTY[energySource]),
    intensity: grid[country] ?? null,
    embodied: embodiedKg === null ? (typical?.embodied ?? null) : own(embodiedKg, OWN_UNCERTAINTY.embodied),
    life: lifetimeYears === null ? (typical?.lifetime ?? null) : own(lifetimeYears, "0"),
  };
}

function ends(figure: Figure): KnownEstimate {
  return "own" in figure ? within(figure.own, figure.share) : fromRange(figure);
}

function middle(figure: Figure): Decimal {
  return "own" in figure ? new Decimal(figure.own) : fromRange(figure).central;
}

function refuseImpossible({ quantity, lifetimeYears, kwhPerYear, embodiedKg, quality }: Line): void {
  const negative = [quantity, kwhPerYear, embodiedKg].some(
    (value) => value?.startsWith("-") && new Decimal(value).isNegative(),
  );
  const lasting = lifetimeYears === null || new Decimal(lifetimeYears).greaterThan(0);
  if (negative || !lasting || !(quality in QUANTITY_UNCERTAINTY)) throw new RangeError("Not a line of an inventory");
}

type KnownEstimate = { low: Decimal; central: Decimal; high: Decimal };

function product(first: KnownEstimate, ...factors: KnownEstimate[]): KnownEstimate {
  const multiply = (end: keyof KnownEstimate) =>
    factors.reduce((total, factor) => total.times(factor[end]), first[end]);
  return { low: multiply("low"), central: multiply("central"), high: multiply("high") };
}

/** Divides once, at the end: an inverse such as a third is cut, and the cut would tip a half gram the wrong way. */
function quotient(mass: KnownEstimate, by: KnownEstimate): KnownEstimate {
  return {
    low: mass.low.dividedBy(by.high),
    central: mass.central.dividedBy(by.central),
    high: mass.high.dividedBy(by.low),
  };
}

export type EstimateGroup<Key> = { key: Key; use: Estimate; manufacture: Estimate; total: Estimate; lines: number };

export type InventoryResult = {
  kwh: Decimal;
  kwhByCountry: Record<string, Decimal>;
  use: Estimate;
  manufacture: Estimate;
  total: Estimate;
  /** False when a part of some line could not be worked out. */
  complete: boolean;
  gaps: { category: string; gap: Gap; lines: number }[];
  /** The largest first. */
  byCategory: EstimateGroup<string>[];
  byQuality: EstimateGroup<number>[];
  byPerimeter: EstimateGroup<string>[];
  /** Mean data quality weighted by emissions, 1 (measured) to 5 (extrapolated), two decimals; null for an empty total. */
  qualityScore: Decimal | null;
  improvements: Improvement[];
};

/** The annual total of an inventory with everything that it is made of. Sums are exact, so their order does not matter. */
export function inventoryResult(lines: readonly Line[], factors: FactorsByCategory, grid: GridTable): InventoryResult {
  return summarise(lines.map((line) => ({ ...line, result: lineResult(line, factors, grid) })));
}

export type WorkedLine = Line & { result: LineResult };

/** As inventoryResult(), from lines that are worked out already. */
export function summarise(worked: readonly WorkedLine[]): InventoryResult {
  const kwhByCountry: Record<string, Decimal> = {};
  for (const { country, result } of worked)
    if (result.kwh) kwhByCountry[country] = (kwhByCountry[country] ?? zero).plus(result.kwh);
  const total = addEstimates(worked.map(({ result }) => result.total));
  const byCategory = groupBy(worked, ({ category }) => category).toSorted((a, b) =>
    b.total.central.comparedTo(a.total.central),
  );
  return {
    kwh: sum(Object.values(kwhByCountry)),
    kwhByCountry,
    use: addEstimates(worked.map(({ result }) => result.use)),
    manufacture: addEstimates(worked.map(({ result }) => result.manufacture)),
    total,
    complete: worked.every(({ result }) => result.gaps.length === 0),
    gaps: gapsOf(worked),
    byCategory,
    byQuality: groupBy(worked, ({ quality }) => quality).toSorted((a, b) => a.key - b.key),
    byPerimeter: groupBy(worked, ({ perimeter }) => perimeter),
    qualityScore: total.central.isZero()
      ? null
      : sum(worked.map(({ quality, result }) => result.total.central.times(quality)))
          .dividedBy(total.central)
          .toDecimalPlaces(2),
    improvements: improvementsOf(worked),
  };
}

/** The share of a whole as a fraction with four decimals; null of nothing. */
export function share(part: Decimal, whole: Decimal): Decimal | null {
  return whole.isZero() ? null : part.dividedBy(whole).toDecimalPlaces(4);
}

function groupBy<Key extends string | number>(
  worked: readonly WorkedLine[],
  keyOf: (line: WorkedLine) => Key,
): EstimateGroup<Key>[] {
  const groups = new Map<Key, LineResult[]>();
  for (const line of worked) {
    const group = groups.get(keyOf(line));
    if (group) group.push(line.result);
    else groups.set(keyOf(line), [line.result]);
  }
  return [...groups].map(([key, results]) => ({
    key,
    use: addEstimates(results.map(({ use }) => use)),
    manufacture: addEstimates(results.map(({ manufacture }) => manufacture)),
    total: addEstimates(results.map(({ total }) => total)),
    lines: results.length,
  }));
}

function gapsOf(worked: readonly WorkedLine[]): InventoryResult["gaps"] {
  const counts = new Map<string, { category: string; gap: Gap; lines: number }>();
  for (const { category, result } of worked) {
    for (const gap of result.gaps) {
      const entry = counts.get(`${gap} ${category}`) ?? { category, gap, lines: 0 };
      counts.set(`${gap} ${category}`, { ...entry, lines: entry.lines + 1 });
    }
  }
  return [...counts.values()];
}

/** What would narrow the result most. `fill_gap` comes first; then by how wide the interval of that part is. */
export type Improvement = {
  category: string;
  action: "fill_gap" | "count_devices" | "measure_energy" | "ask_supplier";
  /** kg CO2e between the low and the high end; null when the end is open. */
  width: Decimal | null;
};

function improvementsOf(worked: readonly WorkedLine[]): Improvement[] {
  const found = new Map<string, Improvement>();
  for (const line of worked) {
    const { use, manufacture, total, gaps } = line.result;
    const [useWidth, makeWidth] = [estimateWidth(use) ?? zero, estimateWidth(manufacture) ?? zero];
    const add = (action: Improvement["action"], by: Decimal | null) => {
      const key = `${action} ${line.category}`;
      const before = found.get(key)?.width ?? zero;
      found.set(key, { category: line.category, action, width: by && before.plus(by) });
    };
    if (gaps.length > 0) add("fill_gap", null);
    else if (line.quality >= 4) add("count_devices", estimateWidth(total));
    else if (useWidth.greaterThan(makeWidth)) {
      if (line.energySource !== "meter") add("measure_energy", useWidth);
    } else if (line.embodiedKg === null && makeWidth.greaterThan(0)) add("ask_supplier", makeWidth);
  }
  const size = ({ width: by }: Improvement) => by ?? new Decimal(Number.POSITIVE_INFINITY);
  return [...found.values()].toSorted((a, b) => size(b).comparedTo(size(a))).slice(0, 5);
}
