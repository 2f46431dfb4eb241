import type { AccessionState } from "#graphql/charter/rules.ts";
import type { StatusTone } from "#app/ui/index.ts";

/** The states of an accession in the order of joining. */
export const states: readonly AccessionState[] = [
  "interested",
  "adopting",
  "application_received",
  "signed",
  "documents_complete",
  "listed",
  "renewed",
  "withdrawn",
  "lapsed",
];

/** Signatories read as good, those on the way as busy, those that left as quiet. */
export function stateTone(state: string): StatusTone {
  if (["signed", "documents_complete", "listed", "renewed"].includes(state)) return "good";
  return state === "withdrawn" || state === "lapsed" ? "quiet" : "busy";
}

/** The address of an accession's page, or of a form below it. */
export function accessionPath(id: string, form = ""): string {
  return `/network/accessions/${encodeURIComponent(id)}${form}`;
}
