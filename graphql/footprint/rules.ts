import type { Transition } from "#graphql/kernel/transitions.ts";
import { type ReviewAction, submission } from "#graphql/review/rules.ts";

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

export type InventoryAction = Exclude<ReviewAction, "recommend" | "accept" | "approve" | "refuse" | "reopen">;

/** Who may move an inventory to publication, which is for ever: a published year is corrected by a revision beside it. */
export const inventoryTransitions: readonly Transition<InventoryState, InventoryAction>[] = [
  ...submission<InventoryState>({
    draft: "draft",
    awaiting: "awaiting_sign_off",
    submitted: "submitted",
    changes: "changes_requested",
  }),
  { from: ["submitted"], action: "publish", to: "published", by: ["coordinator"], notice: "published" },
  { from: ["draft", "changes_requested"], action: "archive", to: "archived", by: ["approver", "coordinator"] },
  { from: ["archived"], action: "restore", to: "draft", by: ["approver", "coordinator"], needs: ["reason"] },
];

/** Whether figures may still change. */
export function editable(state: InventoryState): boolean {
  return state === "draft" || state === "changes_requested";
}

/** Published figures, newest revision or an older one: everybody may read them. */
export function isPublic(state: InventoryState): boolean {
  return state === "published" || state === "superseded";
}
