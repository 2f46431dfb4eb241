import fc from "fast-check";
import { addDays, type PartialDate } from "#graphql/kernel/dates.ts";
import type { PilotState } from "#graphql/pilot/rules.ts";

/** Days from 2000 to about 2030, written yyyy-mm-dd. */
export function days(): fc.Arbitrary<string> {
  return fc.integer({ min: 0, max: 11_000 }).map((offset) => addDays("2000-01-01", offset));
}

/** Dates of every precision, some with an upper bound. */
export function partialDates(): fc.Arbitrary<PartialDate> {
  return fc.oneof(
    days().map((date): PartialDate => ({ date, precision: "day" })),
    days().map((date): PartialDate => ({ date: `${date.slice(0, 7)}-01`, precision: "month" })),
    days().map((date): PartialDate => ({ date: `${date.slice(0, 4)}-01-01`, precision: "year" })),
    fc.option(days()).map((notLaterThan): PartialDate => ({ date: null, precision: "unknown", notLaterThan })),
    fc
      .tuple(days(), fc.nat(400))
      .map(([date, later]): PartialDate => ({ date, precision: "month", notLaterThan: addDays(date, later) })),
  );
}

/** Every review state of a pilot. */
export const PILOT_STATES: PilotState[] = [
  "draft",
  "awaiting_sign_off",
  "submitted",
  "changes_requested",
  "accepted",
  "refused",
  "archived",
];

/** A day known exactly. */
export function exactly(date: string): PartialDate {
  return { date, precision: "day" };
}

/** A date of which nothing is known. */
export function unknownDate(): PartialDate {
  return { date: null, precision: "unknown" };
}
