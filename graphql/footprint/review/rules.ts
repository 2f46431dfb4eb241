import type { Gap } from "../result/rules.ts";

/** What a sign-off looks at. */
export type SignOffFacts = {
  year: number;
  thisYear: number;
  perimeters: readonly string[];
  tenures: readonly string[];
  lines: readonly {
    perimeter: string;
    tenure: string;
    embodiedKg: string | null;
    embodiedSource: string | null;
    gaps: readonly Gap[];
  }[];
  /** Countries in which electricity is used and of which there is no factor. */
  missingGrid: readonly string[];
};

export const SIGN_OFF_NEEDS = [
  "lines",
  "perimeters",
  "tenures",
  "line_perimeters",
  "line_tenures",
  "grid",
  "energy",
  "manufacture_unexplained",
  "year_not_over",
] as const;
export type SignOffNeed = (typeof SIGN_OFF_NEEDS)[number];

/** What stands in the way of signing an inventory off, in the order in which a city fills it in. Empty when nothing does. */
export function missingForSignOff(facts: SignOffFacts): SignOffNeed[] {
  const { lines, perimeters, tenures } = facts;
  const lacking: Record<SignOffNeed, boolean> = {
    lines: lines.length === 0,
    perimeters: perimeters.length === 0,
    tenures: tenures.length === 0,
    line_perimeters: perimeters.length > 0 && lines.some(({ perimeter }) => !perimeters.includes(perimeter)),
    line_tenures: tenures.length > 0 && lines.some(({ tenure }) => !tenures.includes(tenure)),
    grid: facts.missingGrid.length > 0,
    energy: lines.some(({ gaps }) => gaps.includes("energy")),
    manufacture_unexplained: lines.some(isUnexplained),
    year_not_over: facts.year >= facts.thisYear,
  };
  return SIGN_OFF_NEEDS.filter((need) => lacking[need]);
}

/** Manufacture that cannot be worked out may stay a gap when the line says why. A figure with its source is no explanation. */
function isUnexplained({ gaps, embodiedKg, embodiedSource }: SignOffFacts["lines"][number]): boolean {
  const gap = gaps.includes("embodied") || gaps.includes("lifetime");
  return gap && (embodiedSource === null || embodiedKg !== null);
}
