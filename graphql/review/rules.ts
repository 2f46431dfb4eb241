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
