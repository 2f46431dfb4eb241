import { Decimal, sum, toGram } from "#graphql/kernel/decimal.ts";
import type { GridTable } from "../result/rules.ts";

export type PathForm = "linear" | "constant_rate";
export const PATH_FORMS: readonly PathForm[] = ["linear", "constant_rate"];

/** From what, to what, by when: `percent` is the reduction that the charter text asks for, `year` the deadline's. */
export type Aim = { baseKg: Decimal; baseYear: number; percent: number; year: number };

/** What is left at the end: 70 % of the current baseline for a reduction of 30 %, kg to the gram. */
export function targetKg({ baseKg, percent }: Pick<Aim, "baseKg" | "percent">): Decimal {
  return toGram(baseKg.times(new Decimal(100).minus(percent)).dividedBy(100));
}

/**
 * The level that a path asks for in a year, in kg with six decimals (a level is compared with, not published as a mass): linear B × (1 − p × t/n), constant rate B × (1 − p)^(t/n), where n is
 * the number of years from the base year to the deadline (domain, trajectory). Null before the base year; the target afterwards.
 */
export function pathLevel(form: PathForm, aim: Aim, year: number): Decimal | null {
  const elapsed = year - aim.baseYear;
  const years = aim.year - aim.baseYear;
  if (elapsed < 0) return null;
  if (elapsed >= years) return targetKg(aim);
  const reduction = new Decimal(aim.percent).dividedBy(100);
  const part = new Decimal(elapsed).dividedBy(years);
  const left =
    form === "linear" ? new Decimal(1).minus(reduction.times(part)) : new Decimal(1).minus(reduction).pow(part);
  return aim.baseKg.times(left).toDecimalPlaces(6);
}

/** Every year from the base year to the deadline with its level. */
export function pathLevels(form: PathForm, aim: Aim): { year: number; kg: Decimal }[] {
  const years = Array.from({ length: Math.max(0, aim.year - aim.baseYear) + 1 }, (_, index) => aim.baseYear + index);
  return years.flatMap((year) => {
    const kg = pathLevel(form, aim, year);
    return kg ? [{ year, kg }] : [];
  });
}

/** The mean grid factors of the baseline's years, by country; only countries that all of them have. */
export function baseGrid(grids: readonly GridTable[]): Record<string, Decimal> {
  const [first = {}] = grids;
  return Object.fromEntries(
    Object.keys(first).flatMap((country) => {
      const values = grids.map((grid) => grid[country]?.value);
      return values.some((value) => value === undefined)
        ? []
        : [[country, sum(values.map((value) => new Decimal(value ?? 0))).dividedBy(values.length)] as const];
    }),
  );
}

/**
 * A year's total had the grid stayed as in the base year: the city's own effort. total + Σ kWh × (base − year's g/kWh) ÷ 1000, to the
 * gram. Null when electricity is used in a country of which the baseline has no factor.
 */
export function atConstantGrid(
  year: { totalKg: Decimal; kwhByCountry: Readonly<Record<string, Decimal>>; grid: GridTable },
  base: Readonly<Record<string, Decimal>>,
): Decimal | null {
  let total = year.totalKg;
  for (const [country, kwh] of Object.entries(year.kwhByCountry)) {
    if (kwh.isZero()) continue;
    const [then, now] = [base[country], year.grid[country]?.value];
    if (!then || now === undefined) return null;
    total = total.plus(kwh.times(then.minus(now)).dividedBy(1000));
  }
  return toGram(total);
}
