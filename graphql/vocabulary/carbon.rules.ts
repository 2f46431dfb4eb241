import type { ResultComparator, ResultDirection, ResultSpan } from "#prisma/generated/client/enums.ts";
import { type EvidenceLevel, isAchieved } from "./evidence.rules.ts";

/** What of a result tells how much carbon is saved per year. */
export type CarbonResult = {
  indicatorCode: string;
  value: { toString(): string };
  comparator: ResultComparator;
  direction: ResultDirection;
  unitCode: string;
  span: ResultSpan;
  evidence: EvidenceLevel;
};

/** Results of these tell of emissions avoided; those of net emissions tell of what is left. */
const savings: readonly string[] = ["co2_reduction", "co2e_reduction", "carbon_reduction"];

/**
 * Kilograms per unit. CO2 alone counts as CO2e: less than all gases, never more. `t_carbon` is left out: it stands where a source
 * says "tonnes of carbon" and not whether it means carbon (44/12 of which is CO2), CO2 or CO2e.
 */
const kilograms: Readonly<Record<string, number>> = {
  t_co2: 1e3,
  kt_co2: 1e6,
  t_co2e: 1e3,
  kt_co2e: 1e6,
  mt_co2e: 1e9,
};

/**
 * kg CO2e that a result says are saved per year; null when it says no such thing: a target or an estimate, a figure for a whole
 * period, "up to" so much, an increase, a share, a unit that is not clear.
 */
export function savedPerYear(result: CarbonResult): number | null {
  const { indicatorCode, value, comparator, direction, unitCode, span, evidence } = result;
  if (!isAchieved(evidence) || span !== "year" || direction !== "reduction" || comparator === "up_to") return null;
  const factor = savings.includes(indicatorCode) ? kilograms[unitCode] : undefined;
  const amount = Number(value.toString());
  return factor !== undefined && Number.isFinite(amount) && amount > 0 ? amount * factor : null;
}

/** The largest of them: results may say the same thing twice, so they are not added. */
export function savedCarbonOf(results: readonly CarbonResult[]): number | null {
  const figures = results.map(savedPerYear).filter((figure) => figure !== null);
  return figures.length === 0 ? null : Math.max(...figures);
}

/** What must be selected of a result for its figure. */
export const carbonColumns = {
  indicatorCode: true,
  value: true,
  comparator: true,
  direction: true,
  unitCode: true,
  span: true,
  evidence: true,
} as const;
