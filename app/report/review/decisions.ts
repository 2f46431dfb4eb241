import type { PostedForm } from "#app/api/form.ts";
import type { FormProblem } from "#app/api/outcome.ts";

/** What the network can decide on what a city has submitted. */
export const decisions = ["accept", "publish", "request_changes", "refuse", "recommend"] as const;
export type Decision = (typeof decisions)[number];

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
export type RefusalRule = (typeof refusalRules)[number];

/** The posted decision; null when none was chosen. */
export function decisionOf(form: PostedForm): Decision | null {
  return decisions.find((decision) => decision === form.text("decision")) ?? null;
}

/** The posted rule; null when none was chosen. */
export function ruleOf(form: PostedForm): RefusalRule | null {
  return refusalRules.find((rule) => rule === form.text("rule")) ?? null;
}

/** A form that lacks the decision itself. */
export const undecided = { conflict: null, issues: [{ path: "decision", code: "decision_needed", params: {} }] };

/** A form that is shown again unchanged: on the way back from the question whether it is meant. */
export const unchanged = { conflict: null, issues: [] };

/** What the form offers: an opinion is for those who do not decide themselves. */
export function choicesOf(allowed: readonly Decision[]): Decision[] {
  const decides = allowed.some((decision) => decision === "accept" || decision === "publish");
  return allowed.filter((decision) => !decides || decision !== "recommend");
}

const needed: Record<string, string> = { rule: "rule_needed", comment: "comment_needed" };

/** What is lacking, by name: a summary that says "fill this in" twice helps nobody. */
export function inWords(problem: FormProblem): FormProblem {
  const issues = problem.issues.map((issue) =>
    issue.code === "required" ? { ...issue, code: needed[issue.path] ?? issue.code } : issue,
  );
  return { ...problem, issues };
}
