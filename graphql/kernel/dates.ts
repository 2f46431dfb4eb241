import type { DatePrecision } from "#prisma/generated/client/enums.ts";

/**
 * A date as far as it is known: `date` is the first day of the known period (yyyy-mm-dd), null when unknown.
 * `notLaterThan` is the last day it can have been, where a source says "before" or "by".
 */
export type PartialDate = {
  date: string | null;
  precision: DatePrecision;
  notLaterThan?: string | null;
};

const DAY = 86_400_000;
const PATTERN = /^\d{4}-\d{2}-\d{2}$/;

/** True for a day that exists in the calendar, written yyyy-mm-dd. */
export function isValidIsoDate(text: string): boolean {
  if (!PATTERN.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && isoDay(time) === text;
}

/** Reads "2012-02-29", "2012-02" or "2012"; an empty text is an unknown date; anything else is null. */
export function parsePartialDate(text: string): PartialDate | null {
  const trimmed = text.trim();
  if (trimmed === "") return { date: null, precision: "unknown" };
  if (isValidIsoDate(trimmed)) return { date: trimmed, precision: "day" };
  if (isValidIsoDate(`${trimmed}-01`)) return { date: `${trimmed}-01`, precision: "month" };
  return isValidIsoDate(`${trimmed}-01-01`) ? { date: `${trimmed}-01-01`, precision: "year" } : null;
}

/** The day of a database date column, which holds midnight UTC. */
export function toIsoDate(value: Date): string {
  return isoDay(value.getTime());
}

/** A partial date from database columns: its first day, its precision and its upper bound. */
export function toPartialDate(
  value: Date | null,
  precision: DatePrecision,
  notLaterThan: Date | null = null,
): PartialDate {
  return {
    date: value && toIsoDate(value),
    precision: value ? precision : "unknown",
    notLaterThan: notLaterThan && toIsoDate(notLaterThan),
  };
}

/** Order of two days written yyyy-mm-dd: negative, zero or positive, as `sort` expects. */
export function compareDates(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** The same day `years` later; 29 February becomes the last day of February. */
export function addYears(date: string, years: number): string {
  const year = String(Number(date.slice(0, 4)) + years).padStart(4, "0");
  const moved = `${year}${date.slice(4)}`;
  return isValidIsoDate(moved) ? moved : `${year}-02-28`;
}

/** The day `days` later (earlier when negative). */
export function addDays(date: string, days: number): string {
  return isoDay(Date.parse(`${date}T00:00:00Z`) + days * DAY);
}

/** Whole days from `from` to `to`; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
}

/** The first day it may have been; null when nothing bounds it from below. */
export function earliestDay(partial: PartialDate): string | null {
  return partial.precision === "unknown" ? null : partial.date;
}

/** The last day it may have been: `notLaterThan` where a source gives it, else the end of the known period; null when unbounded. */
export function latestDay(partial: PartialDate): string | null {
  const bound = partial.notLaterThan ?? null;
  const first = earliestDay(partial);
  if (first === null) return bound;
  return bound !== null && bound >= first ? bound : endOfPeriod(first, partial.precision);
}

/** Which of two dates came first, as far as that can be known. */
export function isBefore(a: PartialDate, b: PartialDate): "yes" | "maybe" | "no" {
  const [aFirst, aLast, bFirst, bLast] = [earliestDay(a), latestDay(a), earliestDay(b), latestDay(b)];
  if (aLast !== null && bFirst !== null && aLast < bFirst) return "yes";
  if (aFirst !== null && bLast !== null && aFirst >= bLast) return "no";
  return "maybe";
}

/** The last day of the day, month or year that begins on `first`. */
export function endOfPeriod(first: string, precision: DatePrecision): string {
  if (precision === "year") return `${first.slice(0, 4)}-12-31`;
  if (precision !== "month") return first;
  const [year, month] = [Number(first.slice(0, 4)), Number(first.slice(5, 7))];
  const next = month === 12 ? [year + 1, 1] : [year, month + 1];
  return addDays(`${String(next[0]).padStart(4, "0")}-${String(next[1]).padStart(2, "0")}-01`, -1);
}

function isoDay(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}

/** The columns of a partial date, on the first day of its period; none when it was left out. */
export function dateColumns<Name extends "started" | "ended">(
  name: Name,
  value: { date?: string | null; precision: PartialDate["precision"] } | null | undefined,
) {
  if (value === undefined) return {};
  const precision = value?.date ? value.precision : "unknown";
  const known = { day: 10, month: 7, year: 4, unknown: 0 }[precision];
  const first = value?.date && known > 0 ? value.date.slice(0, known) + "0000-01-01".slice(known) : null;
  return { [`${name}On`]: first && new Date(first), [`${name}Precision`]: precision } as {
    [Key in `${Name}On`]: Date | null;
  } & { [Key in `${Name}Precision`]: PartialDate["precision"] };
}
