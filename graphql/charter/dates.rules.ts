import { type AccessionAction, type AccessionSteps, accessionState, accessionTransitions } from "./rules.ts";
import { earliestDay, isBefore, latestDay, type PartialDate } from "#graphql/kernel/dates.ts";
import { applyTransition, type TransitionRole } from "#graphql/kernel/transitions.ts";

/** What is wrong with a date of an accession: `path` names the input field, `code` the broken rule. */
export type StepFault = {
  path: keyof AccessionSteps | "signedNotLaterThan";
  code:
    | "date_in_future"
    | "after_signature"
    | "before_signature"
    | "before_charter_text"
    | "bound_before_date"
    | "step_out_of_order";
};

type Facts = { steps: AccessionSteps; today: string; adoptedOn?: string | null };

const ORDER = [
  ["councilDecided", "record_adoption"],
  ["applicationReceivedOn", "receive_application"],
  ["signed", "record_signature"],
  ["documentsCompleteOn", "complete_documents"],
  ["listedOn", "list"],
  ["renewedOn", "renew"],
] as const satisfies readonly (readonly [keyof AccessionSteps, AccessionAction])[];

/** The dates that cannot be: in the future, or out of order with the signature, as far as their precision tells. */
export function dateFaults({ steps, today, adoptedOn }: Facts): StepFault[] {
  const { signed, councilDecided } = steps;
  const recorded = [...ORDER.map(([field]) => field), "interestedOn", "withdrawnOn", "lapsedOn"] as const;
  const faults: StepFault[] = recorded
    .filter((path) => (earliestDay(partial(steps[path])) ?? "") > today)
    .map((path) => ({ path, code: "date_in_future" }));
  if (signed?.notLaterThan && signed.notLaterThan > today)
    faults.push({ path: "signedNotLaterThan", code: "date_in_future" });
  if (!signed) return faults;
  const last = latestDay({ ...signed, notLaterThan: null }) ?? signed.notLaterThan;
  if (adoptedOn && last && last < adoptedOn) faults.push({ path: "signed", code: "before_charter_text" });
  if (signed.notLaterThan && signed.date && signed.notLaterThan < signed.date) {
    faults.push({ path: "signedNotLaterThan", code: "bound_before_date" });
  }
  if (councilDecided && isBefore(signed, councilDecided) === "yes")
    faults.push({ path: "councilDecided", code: "after_signature" });
  for (const path of ["documentsCompleteOn", "listedOn", "renewedOn", "withdrawnOn", "lapsedOn"] as const) {
    if (steps[path] && isBefore(partial(steps[path]), signed) === "yes")
      faults.push({ path, code: "before_signature" });
  }
  return faults;
}

/**
 * The newly recorded dates that would take the accession further than the transition table lets these roles take it. A date that
 * fills a gap behind the furthest step moves nothing and is free; so is the correction of a recorded one.
 */
export function orderFaults(
  before: AccessionSteps,
  after: AccessionSteps,
  roles: readonly TransitionRole[],
): StepFault[] {
  const faults: StepFault[] = [];
  const fresh = ORDER.filter(([field]) => !isRecorded(before[field]) && isRecorded(after[field]));
  let current: AccessionSteps = { ...after, ...Object.fromEntries(fresh.map(([field]) => [field, null])) };
  for (const [field, action] of fresh) {
    const next = { ...current, [field]: after[field] };
    const [from, to] = [accessionState(current), accessionState(next)];
    if (from !== to) {
      const step = applyTransition(accessionTransitions, from, action, roles);
      if (!step.ok || step.to !== to) faults.push({ path: field, code: "step_out_of_order" });
    }
    current = next;
  }
  return faults;
}

function partial(value: string | PartialDate | readonly PartialDate[] | null | undefined): PartialDate {
  if (typeof value === "string") return { date: value, precision: "day" };
  return value && "date" in value ? value : { date: null, precision: "unknown" };
}

function isRecorded(value: string | PartialDate | null | undefined): boolean {
  if (value == null || typeof value === "string") return value != null;
  return value.date !== null || value.notLaterThan != null;
}
