import type { Transition } from "#graphql/kernel/transitions.ts";

/** What may be done with something under review, whatever it is; each thing's own table says from where, to where, and by whom. */
export type ReviewAction =
  | "request_sign_off"
  | "send_back"
  | "sign_off"
  | "withdraw"
  | "request_changes"
  | "recommend"
  | "accept"
  | "approve"
  | "publish"
  | "refuse"
  | "reopen"
  | "archive"
  | "restore";

/** What the record says was done. */
export const decisionOf = {
  request_sign_off: "sign_off_requested",
  send_back: "sent_back",
  sign_off: "signed_off",
  withdraw: "withdrawn",
  request_changes: "changes_requested",
  recommend: "recommended",
  accept: "accepted",
  approve: "accepted",
  publish: "published",
  refuse: "refused",
  reopen: "reopened",
  archive: "archived",
  restore: "restored",
} as const satisfies Record<ReviewAction, string>;

const judging: readonly ReviewAction[] = [
  "sign_off",
  "request_changes",
  "recommend",
  "accept",
  "approve",
  "publish",
  "refuse",
];

/** Whether what was looked at is kept with the step: where somebody judges it, or signs it. */
export function keepsSnapshot(action: ReviewAction): boolean {
  return judging.includes(action);
}

/** The way from a draft to the network that is the same for whatever a city submits, and back. */
export function submission<State extends string>(states: {
  draft: State;
  awaiting: State;
  submitted: State;
  changes: State;
}): Transition<State, "request_sign_off" | "send_back" | "sign_off" | "withdraw" | "request_changes">[] {
  const { draft, awaiting, submitted, changes } = states;
  return [
    {
      from: [draft, changes],
      action: "request_sign_off",
      to: awaiting,
      by: ["editor", "approver"],
      needs: ["complete"],
      notice: "sign_off_wanted",
    },
    { from: [awaiting], action: "send_back", to: draft, by: ["approver"] },
    { from: [awaiting], action: "sign_off", to: submitted, by: ["approver"] },
    { from: [awaiting, submitted], action: "withdraw", to: draft, by: ["editor", "approver"] },
    {
      from: [submitted],
      action: "request_changes",
      to: changes,
      by: ["coordinator", "reviewer"],
      needs: ["reason"],
      notice: "changes_requested",
    },
  ];
}

/** A field that two versions of the same thing tell differently; null where one of them says nothing. */
export type Difference = { field: string; before: string | null; after: string | null };

const silent = new Set(["id", "version", "state", "createdAt", "updatedAt", "sourceVersion"]);

/** Field by field, then row by row of its lists, what differs between two images of one thing. Rows of lists are told apart by
 *  their ids; what only the later one has comes with `before: null`. */
export function differences(before: object, after: object): Difference[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  const keys = [...new Set([...Object.keys(old), ...Object.keys(fresh)])];
  const found = keys.map((key) => ({ field: fieldOf(key), before: old[key] ?? null, after: fresh[key] ?? null }));
  return found.filter((entry) => entry.before !== entry.after);
}

/** "results/0197…" is a row of the field results. */
const fieldOf = (key: string) => key.split("/")[0] ?? key;

function fieldsOf(image: object): Record<string, string | null> {
  const fields: Record<string, string | null> = {};
  for (const [field, value] of Object.entries(image)) {
    if (isHidden(field)) continue;
    const rows = Array.isArray(value) && value.some((row) => typeof row === "object") ? (value as object[]) : null;
    if (!rows) fields[field] = textOf(value);
    else for (const row of rows) fields[`${field}/${idOf(row)}`] = rowText(row);
  }
  return fields;
}

const isHidden = (field: string) => silent.has(field) || field.endsWith("Id") || field.endsWith("Code");
const idOf = (row: object) => ("id" in row ? String(row.id) : rowText(row));

/** Its fields in one order, whatever the order in which a database keeps them. */
function rowText(row: object): string {
  const shown = Object.entries(row)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .filter(([field, value]) => !isHidden(field) && value !== null && value !== "");
  return shown.map(([, value]) => textOf(value) ?? "").join(" · ");
}

function textOf(value: unknown): string | null {
  if (value == null || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === "string") return value.replace(/T00:00:00\.000Z$/, "");
  if (Array.isArray(value)) return value.map(textOf).join("\n");
  if (typeof value === "object") return rowText(value);
  return typeof value === "number" || typeof value === "boolean" ? String(value) : null;
}
