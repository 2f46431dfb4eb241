import { addYears, compareDates, daysBetween } from "#graphql/kernel/dates.ts";
import type { Deadline, DueDate } from "../charter/deadline.rules.ts";
import type { PilotState, Stage } from "./rules.ts";

export type Health = "on_track" | "at_risk" | "late" | "silent";

export type HealthReason =
  | "deadline_passed"
  | "milestone_passed"
  | "no_entry_yet"
  | "no_recent_entry"
  | "deadline_near"
  | "milestone_near"
  | "closed";

/** Days for which a log may stay without an entry unless the network sets another number. */
export const SILENT_AFTER_DAYS = 90;
const MILESTONE_NEAR_DAYS = 30;
const DEADLINE_NEAR_DAYS = 365;

const SEVERITY: readonly (readonly [Health, readonly HealthReason[]])[] = [
  ["late", ["deadline_passed", "milestone_passed"]],
  ["silent", ["no_entry_yet", "no_recent_entry"]],
  ["at_risk", ["deadline_near", "milestone_near"]],
];

type HealthInput = {
  /** Entries after `today` are left out. */
  entries: readonly { on: string }[];
  stage: Stage | null;
  nextMilestoneOn: string | null;
  /** Last admissible day of the pilot commitment; null when there is none or it is to be confirmed. */
  deadline: Pick<DueDate, "date"> | null;
  today: string;
  silentAfterDays?: number;
  state: PilotState;
  /** Whether it counts towards the five; taken from `state` when left out. */
  counts?: boolean;
  /** The day the pilot was entered: silence is measured from it while the log is empty. */
  createdOn?: string | null;
};

/**
 * The health of a pilot and every reason for it. What is known to be wrong comes before what is not known, before what may go wrong:
 * - late: the charter deadline has passed and the pilot does not count, or a milestone has passed and nothing was written since;
 * - silent: not ended, and `silentAfterDays` days or more since the last entry (or since `createdOn`; no entry nor that: silent);
 * - at risk: the deadline is at most 365 days off and the pilot neither counts nor is with the secretariat, or a milestone is at most
 *   30 days off and nothing was written in the last 30;
 * - on track: otherwise. A refused or archived pilot is closed: its log is no longer watched.
 */
export function health(input: HealthInput): { health: Health; reasons: HealthReason[] } {
  const { state, today, deadline, stage } = input;
  if (state === "refused" || state === "archived") return { health: "on_track", reasons: ["closed"] };
  const counted = input.counts ?? state === "accepted";
  const last =
    input.entries
      .map((entry) => entry.on)
      .filter((on) => on <= today)
      .sort(compareDates)
      .at(-1) ?? null;
  const since = last ?? input.createdOn ?? null;
  const quietDays = since === null ? Infinity : daysBetween(since, today);
  const open = stage !== "ended";
  const milestone = open ? input.nextMilestoneOn : null;
  const found: HealthReason[] = [];

  if (deadline !== null && !counted) {
    const left = daysBetween(today, deadline.date);
    if (left < 0) found.push("deadline_passed");
    else if (left <= DEADLINE_NEAR_DAYS && state !== "submitted" && state !== "accepted") found.push("deadline_near");
  }
  if (milestone !== null) {
    const left = daysBetween(today, milestone);
    if (left < 0 && (last === null || last < milestone)) found.push("milestone_passed");
    if (left >= 0 && left <= MILESTONE_NEAR_DAYS && quietDays > MILESTONE_NEAR_DAYS) found.push("milestone_near");
  }
  if (open && quietDays >= (input.silentAfterDays ?? SILENT_AFTER_DAYS))
    found.push(last === null ? "no_entry_yet" : "no_recent_entry");

  const reasons = SEVERITY.flatMap(([, codes]) => codes.filter((code) => found.includes(code)));
  const worst = SEVERITY.find(([, codes]) => codes.some((code) => found.includes(code)));
  return { health: worst?.[0] ?? "on_track", reasons };
}

export type CommitmentStanding = "met" | "on_track" | "at_risk" | "late" | "unknown";

export type Progress = {
  counting: number;
  required: number;
  standing: CommitmentStanding;
  reason:
    | "enough_count"
    | "date_to_be_confirmed"
    | "no_deadline"
    | "deadline_passed"
    | "under_two_years_left"
    | "time_left";
  daysLeft: number | null;
};

/**
 * Where a city stands with its five pilots: met once enough count, whenever that was; else late after the deadline, at risk with less
 * than two years left, on track before or without a deadline, unknown while the date is to be confirmed.
 */
export function progress({
  counting,
  deadline,
  today,
  required = 5,
}: {
  counting: number;
  deadline: Deadline;
  today: string;
  required?: number;
}): Progress {
  const daysLeft = deadline.status === "known" ? daysBetween(today, deadline.due.date) : null;
  const base = { counting, required, daysLeft };
  if (counting >= required) return { ...base, standing: "met", reason: "enough_count" };
  if (deadline.status === "unknown") return { ...base, standing: "unknown", reason: "date_to_be_confirmed" };
  if (deadline.status === "none") return { ...base, standing: "on_track", reason: "no_deadline" };
  if (deadline.due.date < today) return { ...base, standing: "late", reason: "deadline_passed" };
  const near = deadline.due.date < addYears(today, 2);
  return near
    ? { ...base, standing: "at_risk", reason: "under_two_years_left" }
    : { ...base, standing: "on_track", reason: "time_left" };
}
