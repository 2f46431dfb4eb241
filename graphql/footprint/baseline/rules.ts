import { Decimal, mean, sum, toGram } from "#graphql/kernel/decimal.ts";
import type { Transition } from "#graphql/kernel/transitions.ts";

export type BaselineState = "proposed" | "active" | "superseded" | "refused" | "withdrawn";
export type BaselineAction = "approve" | "refuse" | "withdraw" | "reopen";

/** Who may answer a request for another baseline. One in force is not taken back: another request replaces it. */
export const baselineTransitions: readonly Transition<BaselineState, BaselineAction>[] = [
  { from: ["proposed"], action: "approve", to: "active", by: ["coordinator"] },
  { from: ["proposed"], action: "refuse", to: "refused", by: ["coordinator"], needs: ["reason"] },
  { from: ["proposed"], action: "withdraw", to: "withdrawn", by: ["editor", "approver"] },
  { from: ["refused", "withdrawn"], action: "reopen", to: "proposed", by: ["coordinator"], needs: ["reason"] },
];

/** Why a baseline may be recalculated; organic growth or decline is no reason (GHG Protocol; domain, recalculation). */
export const RECALCULATION_REASONS = ["structure", "method", "accuracy", "error"] as const;

/** The size from which a change is significant unless the city publishes another one, in percent. */
export const DEFAULT_THRESHOLD = "5";

/** The mean of its years plus an adjustment for what moved in or out, kg to the gram. */
export function baselineKg(yearsKg: readonly Decimal[], adjustmentKg: Decimal = new Decimal(0)): Decimal {
  return toGram(sum([mean(yearsKg), adjustmentKg]));
}

/** The year from which the path is drawn: the last of the base years. */
export function baseYear(years: readonly number[]): number | null {
  return years.length === 0 ? null : Math.max(...years);
}

export const BASE_YEAR_WINDOW = 2;

/** Whether base years lie within two years of signing; null when the signing year is not known. Others need an explanation. */
export function inWindow(years: readonly number[], signedYear: number | null): boolean | null {
  if (signedYear === null) return null;
  return years.every((year) => Math.abs(year - signedYear) <= BASE_YEAR_WINDOW);
}

/** How much a recalculation changes the baseline, in percent with four decimals; null when there was nothing before. */
export function recalculationPercent(fromKg: Decimal, toKg: Decimal): Decimal | null {
  return fromKg.isZero() ? null : toKg.minus(fromKg).dividedBy(fromKg).times(100).toDecimalPlaces(4);
}

/** Whether a change is large enough to recalculate: its size reaches the published threshold, whatever its sign. */
export function isSignificant(percent: Decimal | null, thresholdPercent: Decimal): boolean {
  return percent === null || percent.abs().greaterThanOrEqualTo(thresholdPercent);
}
