import type { Transition } from "#graphql/kernel/transitions.ts";

export * from "./baseline/rules.ts";
export * from "./bridge/rules.ts";
export * from "./result/estimate.rules.ts";
export * from "./line/live.rules.ts";
export * from "./network/rules.ts";
export * from "./result/rules.ts";
export * from "./review/rules.ts";
export * from "./series/rules.ts";
export * from "./series/status.rules.ts";
export * from "./series/trajectory.rules.ts";
export * from "./warning/rules.ts";

export const SCOPES = ["administration", "territory"] as const;
export type Scope = (typeof SCOPES)[number];

/** Which parts belong to which scope: households and firms are never mixed with the administration's own (ITU-T L.1440). */
export const PERIMETERS = {
  administration: ["administration", "schools", "public_enterprises", "street"],
  territory: ["households", "businesses"],
} as const satisfies Record<Scope, readonly string[]>;
export type Perimeter = (typeof PERIMETERS)[Scope][number];

export const TENURES = ["owned", "leased", "used"] as const;
export type Tenure = (typeof TENURES)[number];

export type InventoryState =
  | "draft"
  | "awaiting_sign_off"
  | "submitted"
  | "changes_requested"
  | "published"
  | "superseded"
  | "archived";

export type InventoryAction =
  | "request_sign_off"
  | "send_back"
  | "sign_off"
  | "withdraw"
  | "request_changes"
  | "publish"
  | "archive";

/** Who may move an inventory. Published is for ever: a correction is a revision of its own (state superseded for the older). */
export const inventoryTransitions: readonly Transition<InventoryState, InventoryAction>[] = [
  {
    from: ["draft", "changes_requested"],
    action: "request_sign_off",
    to: "awaiting_sign_off",
    by: ["editor", "approver"],
  },
  { from: ["awaiting_sign_off"], action: "send_back", to: "draft", by: ["approver"] },
  { from: ["awaiting_sign_off"], action: "sign_off", to: "submitted", by: ["approver"] },
  { from: ["awaiting_sign_off", "submitted"], action: "withdraw", to: "draft", by: ["editor", "approver"] },
  {
    from: ["submitted"],
    action: "request_changes",
    to: "changes_requested",
    by: ["coordinator", "reviewer"],
    needs: ["reason"],
  },
  { from: ["submitted"], action: "publish", to: "published", by: ["coordinator"] },
  { from: ["draft", "changes_requested"], action: "archive", to: "archived", by: ["approver", "coordinator"] },
];

/** Whether figures may still change. */
export function editable(state: InventoryState): boolean {
  return state === "draft" || state === "changes_requested";
}

/** Published figures, newest revision or an older one: everybody may read them. */
export function isPublic(state: InventoryState): boolean {
  return state === "published" || state === "superseded";
}

export type BaselineState = "proposed" | "active" | "superseded" | "refused" | "withdrawn";
