import type { ReviewMove } from "./step.server.ts";

/** A decision as the form offers it. */
export type Decision = { step: ReviewMove; words: (typeof table)[keyof typeof table][number][2] };

/** What the network can decide: the right that it needs, the step that it takes, and its words. */
const table = {
  pilot: [
    ["pilot_accept", "accept", "accept"],
    ["pilot_request_changes", "request_changes", "request_changes"],
    ["pilot_refuse", "refuse", "refuse"],
    ["pilot_recommend", "recommend", "recommend"],
    ["pilot_reopen", "reopen", "reopen"],
  ],
  practice: [
    ["practice_publish", "publish", "publish"],
    ["practice_request_changes", "request_changes", "request_changes"],
    ["practice_recommend", "recommend", "recommend"],
    ["practice_reopen", "reopen", "reopen_practice"],
  ],
  inventory: [
    ["footprint_publish", "publish", "publish_footprint"],
    ["footprint_request_changes", "request_changes", "footprint_changes"],
  ],
  baseline: [
    ["footprint_approve_recalculation", "approve", "approve_recalculation"],
    ["footprint_refuse_recalculation", "refuse", "refuse_recalculation"],
    ["footprint_reopen_recalculation", "reopen", "reopen_recalculation"],
  ],
} as const;

/** The words of all decisions: what the queue can say was done. */
export const decisionWords = Object.values(table).flatMap((rows) => rows.map(([, , words]) => words));

/** The posted step with its words, whether or not this reader may take it: the API answers that. */
export function choiceNamed(kind: keyof typeof table, step: string): Decision | null {
  const rows: readonly (readonly [string, ReviewMove, Decision["words"]])[] = table[kind];
  const row = rows.find(([, name]) => name === step);
  return row ? { step: row[1], words: row[2] } : null;
}

/** What the form offers; an opinion is for those who do not decide themselves. */
export function choicesOf(kind: keyof typeof table, viewerCan: readonly string[]): Decision[] {
  const rows: readonly (readonly [string, ReviewMove, Decision["words"]])[] = table[kind];
  const allowed = rows.filter(([right]) => viewerCan.includes(right));
  const decides = allowed.some(([, step]) => step === "accept" || step === "publish");
  return allowed.filter(([, step]) => !decides || step !== "recommend").map(([, step, words]) => ({ step, words }));
}

/** The rules that a refusal can name; labels and explanations are in codes.json. */
export const refusalRules = [
  "not_large_scale",
  "not_replicable",
  "not_ict_based",
  "no_evidence",
  "impact_not_communicated",
  "begun_before_signing",
  "duplicate",
  "outside_city",
  "other",
] as const;
