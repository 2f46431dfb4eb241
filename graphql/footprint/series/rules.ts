import type { Decimal } from "#graphql/kernel/decimal.ts";
import { baseYear } from "../baseline/rules.ts";
import { decidingYear, type MeasuredBoundary, type YearStatus, yearStatus } from "./status.rules.ts";
import { type Aim, type PathForm, pathLevel } from "./trajectory.rules.ts";

/** A published year as the columns beside its inventory tell it; kg CO2e a year. */
export type PublishedYear = MeasuredBoundary & {
  year: number;
  totalKg: Decimal;
  lowKg: Decimal;
  highKg: Decimal | null;
};

export type Base = MeasuredBoundary & { kg: Decimal; years: readonly number[] };

/** What the charter text asks for, with the year of its last admissible day, which is null where it is to be confirmed. */
export type Goal = { percent: number; deadline: string | null; passed: boolean };

/** From the last base year to the deadline's year; null without a baseline or a known deadline. */
export function aimOf(base: Base | null, goal: Goal | null): Aim | null {
  const from = base && baseYear(base.years);
  const to = deadlineYear(goal);
  if (!base || !goal || from === null || to === null) return null;
  return { baseKg: base.kg, baseYear: from, percent: goal.percent, year: to };
}

/** The year of the last admissible day; null where there is none or it is to be confirmed. */
export function deadlineYear(goal: Goal | null): number | null {
  return goal?.deadline ? Number(goal.deadline.slice(0, 4)) : null;
}

/** Every year from the first published one to the last, or to the deadline's if that is later; none without data. */
export function seriesYears(published: readonly number[], until: number | null): number[] {
  if (published.length === 0) return [];
  const first = Math.min(...published);
  const last = Math.max(...published, until ?? first);
  return Array.from({ length: last - first + 1 }, (_, index) => first + index);
}

export type SeriesYear<Row extends PublishedYear> = {
  year: number;
  published: Row | null;
  status: YearStatus;
  /** kg CO2e that the path asks for in that year; null before the base year and without an aim. */
  level: Decimal | null;
};

export type SeriesInput<Row extends PublishedYear> = {
  published: readonly Row[];
  base: Base | null;
  goal: Goal | null;
  path: PathForm;
};

/** Where each year stands, gaps included. What decides about met or missed lies after the base year. */
export function series<Row extends PublishedYear>({ published, base, goal, path }: SeriesInput<Row>) {
  const aim = aimOf(base, goal);
  const years = published.map(({ year }) => year);
  const after = years.filter((year) => aim === null || year > aim.baseYear);
  const decidedIn = decidingYear(after, aim?.year ?? null, goal?.passed ?? false);
  return seriesYears(years, deadlineYear(goal)).map((year): SeriesYear<Row> => {
    const result = published.find((row) => row.year === year) ?? null;
    const status = yearStatus({ year, result, baseline: base, aim, path, decidedIn });
    const level = "level" in status ? status.level : aim && pathLevel(path, aim, year);
    return { year, published: result, status, level };
  });
}

/** Whether a year's figures may be set beside the baseline's. */
export function isComparable({ status }: YearStatus): boolean {
  return status !== "no_data" && status !== "no_baseline" && status !== "not_comparable";
}
