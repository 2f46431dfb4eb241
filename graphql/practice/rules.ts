import type { Transition } from "#graphql/kernel/transitions.ts";
import { type ReviewAction, submission } from "#graphql/review/rules.ts";

export type PracticeState =
  | "draft"
  | "awaiting_sign_off"
  | "submitted"
  | "changes_requested"
  | "published"
  | "archived";

export type PracticeAction = Exclude<ReviewAction, "accept" | "approve" | "refuse">;

/** Who may move a practice towards publication. The city may take its own practice down at any time. */
export const practiceTransitions: readonly Transition<PracticeState, PracticeAction>[] = [
  ...submission<PracticeState>({
    draft: "draft",
    awaiting: "awaiting_sign_off",
    submitted: "submitted",
    changes: "changes_requested",
  }),
  { from: ["submitted"], action: "recommend", to: "submitted", by: ["reviewer", "coordinator"] },
  {
    from: ["submitted"],
    action: "publish",
    to: "published",
    by: ["coordinator"],
    needs: ["complete"],
    notice: "published",
  },
  {
    from: ["published"],
    action: "reopen",
    to: "changes_requested",
    by: ["coordinator"],
    needs: ["reason"],
    notice: "changes_requested",
  },
  {
    from: ["draft", "changes_requested", "published"],
    action: "archive",
    to: "archived",
    by: ["approver", "coordinator"],
  },
  { from: ["archived"], action: "restore", to: "draft", by: ["approver", "coordinator"], needs: ["reason"] },
];

/** Whether its texts may be changed: not while others judge it, nor once it is published. */
export function editable(state: PracticeState): boolean {
  return state === "draft" || state === "changes_requested";
}

export type SummaryText = { language: string; title: string | null; summary: string | null };

export type PracticeFacts = {
  /** The original and its translations; one with both title and summary is enough. */
  texts: readonly SummaryText[];
  problem: string | null;
  solution: string | null;
  /** Band codes; "unknown" is an answer, an empty one is not. */
  costBand: string | null;
  staffBand: string | null;
  timeBand: string | null;
  mayChange: string | null;
  mustNotChange: string | null;
  wentWrong: string | null;
  conditions: string | null;
  contactId: string | null;
};

const REQUIRED = [
  ["problem", "problem"],
  ["solution", "solution"],
  ["cost_band", "costBand"],
  ["staff_band", "staffBand"],
  ["time_band", "timeBand"],
  ["may_change", "mayChange"],
  ["must_not_change", "mustNotChange"],
  ["went_wrong", "wentWrong"],
  ["conditions", "conditions"],
  ["contact", "contactId"],
] as const satisfies readonly (readonly [string, Exclude<keyof PracticeFacts, "texts">])[];

export type PracticeMissing = "title_and_summary" | (typeof REQUIRED)[number][0];

/** Exactly what a practice still lacks to be published, in the order of its template. */
export function missingToPublish(practice: PracticeFacts): PracticeMissing[] {
  const described = practice.texts.some((text) => filled(text.title) && filled(text.summary));
  const lacking = REQUIRED.filter(([, field]) => !filled(practice[field])).map(([code]) => code);
  return described ? lacking : ["title_and_summary", ...lacking];
}

function filled(text: string | null): boolean {
  return text !== null && text.trim() !== "";
}
