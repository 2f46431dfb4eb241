import { data, redirect } from "react-router";
import { type PostedForm, readForm, refill } from "#app/api/form.ts";
import type { FormProblem } from "#app/api/outcome.ts";
import type { Asker } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";
import { choiceNamed, refusalRules } from "./decisions.ts";
import { answerInterest } from "./interest.server.ts";
import { type Kind, type ReviewMove, takeStep } from "./step.server.ts";

const undecided = { conflict: null, issues: [{ path: "decision", code: "decision_needed", params: {} }] };
/** A form that is shown again unchanged: on the way back from the question whether it is meant. */
const unchanged = { conflict: null, issues: [] };

/** Records the decision that was posted and goes on to the queue; else the same page again: with what is wrong, or with the
 *  question whether a refusal is meant. */
export async function decide<K extends Kind>(asker: Asker, kind: K, { id }: { id: string }, posted?: PostedForm) {
  const { locale } = asker.context.get(servicesContext);
  const form = posted ?? (await readForm(asker.request, locale));
  const interest = await answerInterest(asker, form);
  if (interest) return interest instanceof Response ? interest : refill(interest, form);
  const choice = choiceNamed(kind, form.text("decision"));
  if (!choice) return refill(undecided, form);
  if (form.text("confirm") === "back") return data({ problem: unchanged, values: form.values });
  const said = {
    id,
    version: form.version(),
    comment: form.optional("comment"),
    exception: form.optional("exception"),
    rule: refusalRules.find((rule) => rule === form.text("rule")) ?? null,
  };
  const asks = kind === "pilot" && choice.step === "refuse" && form.text("confirm") !== "yes";
  if (asks && said.rule && said.comment) return data({ problem: unchanged, values: form.values, confirm: true });
  const problem = await takeStep(asker, kind, choice.step as ReviewMove<K>, said);
  return problem
    ? refill(inWords(problem), form)
    : redirect(`${localPath(locale, "/network/review")}?done=${choice.words}`);
}

const needed: Record<string, string> = { rule: "rule_needed", comment: "comment_needed" };

/** What is lacking, by name: a summary that says "fill this in" twice helps nobody. */
function inWords(problem: FormProblem): FormProblem {
  const issues = problem.issues.map((issue) =>
    issue.code === "required" ? { ...issue, code: needed[issue.path] ?? issue.code } : issue,
  );
  return { ...problem, issues };
}
