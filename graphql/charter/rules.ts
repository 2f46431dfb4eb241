import { earliestDay, latestDay, type PartialDate } from "#graphql/kernel/dates.ts";
import type { Transition } from "#graphql/kernel/transitions.ts";

export { deadline, explanation } from "./deadline.rules.ts";
export type { ClockSentence, Deadline, DeadlineRule, DueDate, Extension, KnownDeadline } from "./deadline.rules.ts";

type Signing = {
  signed: PartialDate;
  withdrawnOn?: string | null;
  lapsedOn?: string | null;
  renewedOn?: string | null;
  /** Who signed, and the year of the text: a city that signed several texts is one signatory. */
  cityId?: string;
  year?: number;
};

/**
 * How many had signed by the end of `date`: `certain` surely, `possible` perhaps (always at least as many). Pass signed accessions
 * only. Whoever has withdrawn or lapsed by then and not renewed since is left out, also with the older texts that it signed; nobody
 * is counted before `openedOn`, the day the charter was opened.
 */
export function signatoriesOn(
  accessions: readonly Signing[],
  date: string,
  openedOn?: string,
): { certain: number; possible: number } {
  if (openedOn !== undefined && date < openedOn) return { certain: 0, possible: 0 };
  const [certain, possible] = [new Set<unknown>(), new Set<unknown>()];
  const left = accessions.filter((accession) => hasLeft(accession, date));
  for (const accession of accessions) {
    const { signed, cityId, year = 0 } = accession;
    if (left.some((other) => other === accession || (cityId && other.cityId === cityId && (other.year ?? 0) > year)))
      continue;
    const [first, last] = [earliestDay(signed), latestDay(signed)];
    if (last !== null && last <= date) certain.add(cityId ?? accession);
    if (first === null || first <= date) possible.add(cityId ?? accession);
  }
  return { certain: certain.size, possible: possible.size };
}

function hasLeft({ withdrawnOn, lapsedOn, renewedOn }: Signing, date: string): boolean {
  const by = (day: string | null | undefined) => (day != null && day <= date ? day : "");
  const end = by(withdrawnOn) > by(lapsedOn) ? by(withdrawnOn) : by(lapsedOn);
  return end !== "" && end >= by(renewedOn);
}

export type AccessionState =
  | "interested"
  | "adopting"
  | "application_received"
  | "signed"
  | "documents_complete"
  | "listed"
  | "renewed"
  | "withdrawn"
  | "lapsed";

/** Whether the city has left or was struck off: its deadlines bind nobody any more. */
export function hasEnded(state: AccessionState): boolean {
  return state === "withdrawn" || state === "lapsed";
}

/** The recorded dates of a city's way into the charter; null where nothing is recorded. */
export type AccessionSteps = {
  interestedOn?: string | null;
  councilDecided?: PartialDate | null;
  applicationReceivedOn?: string | null;
  ceremonies?: readonly PartialDate[];
  signed?: PartialDate | null;
  signatoryName?: string | null;
  documentsCompleteOn?: string | null;
  listedOn?: string | null;
  renewedOn?: string | null;
  withdrawnOn?: string | null;
  lapsedOn?: string | null;
};

/** True once the city has signed, also on an unknown day: then a bound or a later step shows it. */
export function isSigned(steps: AccessionSteps): boolean {
  const { signed, documentsCompleteOn, listedOn, renewedOn } = steps;
  return [signed?.date, signed?.notLaterThan, documentsCompleteOn, listedOn, renewedOn].some((mark) => mark != null);
}

/** The furthest step recorded; among renewal, withdrawal and lapse the latest one holds (withdrawal, then lapse, on the same day). */
export function accessionState(steps: AccessionSteps): AccessionState {
  const endings = [
    { state: "withdrawn", on: steps.withdrawnOn },
    { state: "lapsed", on: steps.lapsedOn },
    { state: "renewed", on: steps.renewedOn },
  ] as const;
  const last = endings.reduce((best, ending) => ((ending.on ?? "") > (best.on ?? "") ? ending : best));
  if (last.on != null) return last.state;
  if (steps.listedOn != null) return "listed";
  if (steps.documentsCompleteOn != null) return "documents_complete";
  if (isSigned(steps)) return "signed";
  if (steps.applicationReceivedOn != null) return "application_received";
  return steps.councilDecided?.date != null ? "adopting" : "interested";
}

export type AccessionAction =
  | "record_adoption"
  | "receive_application"
  | "record_signature"
  | "complete_documents"
  | "list"
  | "renew"
  | "withdraw"
  | "lapse";

const SIGNATORY = ["signed", "documents_complete", "listed", "renewed"] as const;

/**
 * Who may take a city a step further. The city itself reports its council's decision; everything after that is the secretariat's.
 * A signature may be recorded from any earlier step, because older accessions reached the secretariat with gaps.
 */
export const accessionTransitions: readonly Transition<AccessionState, AccessionAction>[] = [
  { from: ["interested"], action: "record_adoption", to: "adopting", by: ["approver", "coordinator"] },
  { from: ["interested", "adopting"], action: "receive_application", to: "application_received", by: ["coordinator"] },
  {
    from: ["interested", "adopting", "application_received"],
    action: "record_signature",
    to: "signed",
    by: ["coordinator"],
  },
  { from: ["signed"], action: "complete_documents", to: "documents_complete", by: ["coordinator"] },
  { from: ["documents_complete"], action: "list", to: "listed", by: ["coordinator"] },
  { from: ["listed", "renewed", "lapsed"], action: "renew", to: "renewed", by: ["coordinator"] },
  { from: SIGNATORY, action: "withdraw", to: "withdrawn", by: ["coordinator"], needs: ["reason"] },
  {
    from: ["interested", "adopting", "application_received"],
    action: "withdraw",
    to: "withdrawn",
    by: ["approver", "coordinator"],
  },
  { from: SIGNATORY, action: "lapse", to: "lapsed", by: ["coordinator"], needs: ["reason"] },
];

export type DocumentKind = "signed_charter" | "council_decision" | "application_form" | "photo" | "statement" | "press";

/** What a city hands in after the signature. */
export const DOCUMENTS_AFTER_SIGNING: readonly DocumentKind[] = ["signed_charter", "photo", "statement", "press"];

export type ChecklistStep =
  | "council_adoption"
  | "contact_point"
  | "application"
  | "ceremony"
  | "signature"
  | "documents"
  | "public_list";

/** `missing` holds codes: of dates, of the signatory, of documents. Incomplete: something is recorded, something is not. */
export type ChecklistItem = {
  step: ChecklistStep;
  position: number;
  status: "done" | "incomplete" | "missing";
  on: PartialDate | null;
  missing: (
    | DocumentKind
    | "decision_date"
    | "first_contact_date"
    | "application_date"
    | "ceremony_date"
    | "signing_date"
    | "signatory"
    | "listing_date"
  )[];
};

type Need = readonly [ChecklistItem["missing"][number], boolean];

/** The seven steps of joining, in order, each with its date, whether it is done, and what it still lacks. */
export function accessionChecklist(
  steps: AccessionSteps,
  documents: readonly { kind: DocumentKind }[],
): ChecklistItem[] {
  const kinds = new Set(documents.map((document) => document.kind));
  const { councilDecided, signed } = steps;
  const ceremony = steps.ceremonies?.find((held) => held.date !== null) ?? null;
  return [
    item("council_adoption", 1, councilDecided ?? null, [["decision_date", councilDecided?.date != null]]),
    item("contact_point", 2, dayOf(steps.interestedOn), [["first_contact_date", steps.interestedOn != null]]),
    item("application", 3, dayOf(steps.applicationReceivedOn), [
      ["application_date", steps.applicationReceivedOn != null],
    ]),
    item("ceremony", 4, ceremony, [["ceremony_date", ceremony !== null]]),
    item(
      "signature",
      5,
      signed ?? null,
      [
        ["signing_date", signed?.date != null],
        ["signatory", !!steps.signatoryName?.trim()],
      ],
      isSigned(steps),
    ),
    item(
      "documents",
      6,
      dayOf(steps.documentsCompleteOn),
      DOCUMENTS_AFTER_SIGNING.map((kind) => [kind, kinds.has(kind)] as const),
    ),
    item("public_list", 7, dayOf(steps.listedOn), [["listing_date", steps.listedOn != null]]),
  ];
}

function item(
  step: ChecklistStep,
  position: number,
  on: PartialDate | null,
  needs: readonly Need[],
  begun = false,
): ChecklistItem {
  const missing = needs.filter(([, met]) => !met).map(([code]) => code);
  const some = begun || missing.length < needs.length;
  return { step, position, status: missing.length === 0 ? "done" : some ? "incomplete" : "missing", on, missing };
}

function dayOf(date: string | null | undefined): PartialDate | null {
  return date == null ? null : { date, precision: "day" };
}
