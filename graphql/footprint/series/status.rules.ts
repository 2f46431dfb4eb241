import type { Decimal } from "#graphql/kernel/decimal.ts";
import { type Aim, type PathForm, pathLevel, targetKg } from "./trajectory.rules.ts";

export type Boundary = { perimeters: readonly string[]; tenures: readonly string[]; factorSet: string };

/** What a year's figures leave out: categories whose manufacture is not known. */
export type MeasuredBoundary = Boundary & { unknownParts: readonly string[] };

export type Incomparable = "boundary" | "tenure" | "method" | "unknown_parts";

/** Why two inventories may not be compared: another boundary, another method, or other things unknown. Empty when they may. */
export function whyIncomparable(a: MeasuredBoundary, b: MeasuredBoundary): Incomparable[] {
  const differs = (one: readonly string[], other: readonly string[]) =>
    one.toSorted().join() !== other.toSorted().join();
  return [
    ...(differs(a.perimeters, b.perimeters) ? (["boundary"] as const) : []),
    ...(differs(a.tenures, b.tenures) ? (["tenure"] as const) : []),
    ...(a.factorSet === b.factorSet ? [] : (["method"] as const)),
    ...(differs([...new Set(a.unknownParts)], [...new Set(b.unknownParts)]) ? (["unknown_parts"] as const) : []),
  ];
}

export type YearStatus =
  | { status: "no_data" }
  | { status: "no_baseline" }
  | { status: "before_baseline" }
  | { status: "baseline" }
  | { status: "not_comparable"; why: Incomparable[] }
  /** The deadline is to be confirmed, so that there is no path yet. */
  | { status: "no_deadline" }
  | ({ status: "on_track" | "behind" | "met" | "missed" } & Verdict);

type Verdict = {
  /** kg CO2e that the path asked for in that year. */
  level: Decimal;
  /** Change against the baseline, in percent with two decimals; negative is less. */
  changePercent: Decimal;
  /** True when the whole interval, not only its centre, lies on the same side of the level. */
  certain: boolean;
};

export type StatusInput = {
  year: number;
  result: (MeasuredBoundary & { totalKg: Decimal; lowKg: Decimal; highKg: Decimal | null }) | null;
  baseline: (MeasuredBoundary & { kg: Decimal; years: readonly number[] }) | null;
  aim: Aim | null;
  path: PathForm;
  /** The year by which met or missed is decided: the deadline's, or the last inventory before it once the deadline has passed. */
  decidedIn: number | null;
};

/** Where a year stands (domain, status of a year). A target is met or missed only in the year that decides. */
export function yearStatus({ year, result, baseline, aim, path, decidedIn }: StatusInput): YearStatus {
  if (!result) return { status: "no_data" };
  if (!baseline) return { status: "no_baseline" };
  if (baseline.years.includes(year)) return { status: "baseline" };
  const why = whyIncomparable(result, baseline);
  if (why.length > 0) return { status: "not_comparable", why };
  if (!aim) return { status: "no_deadline" };
  const decides = year === decidedIn;
  const level = decides ? targetKg(aim) : pathLevel(path, aim, year);
  if (!level) return { status: "before_baseline" };
  const good = result.totalKg.lessThanOrEqualTo(level);
  const certain = good ? (result.highKg?.lessThanOrEqualTo(level) ?? false) : result.lowKg.greaterThan(level);
  const verdict = { level, certain, changePercent: changePercent(baseline.kg, result.totalKg) };
  if (decides) return { status: good ? "met" : "missed", ...verdict };
  return { status: good ? "on_track" : "behind", ...verdict };
}

/** Change from one figure to another in percent, two decimals; −30.00 is the charter's aim. Zero from nothing. */
export function changePercent(from: Decimal, to: Decimal): Decimal {
  return from.isZero() ? from : to.minus(from).dividedBy(from).times(100).toDecimalPlaces(2);
}

/** The year that decides: the deadline's own inventory, else, once the deadline has passed, the last one before it. */
export function decidingYear(years: readonly number[], deadlineYear: number | null, passed: boolean): number | null {
  if (deadlineYear === null) return null;
  if (years.includes(deadlineYear)) return deadlineYear;
  return passed ? (years.filter((year) => year < deadlineYear).toSorted((a, b) => b - a)[0] ?? null) : null;
}
