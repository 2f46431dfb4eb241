import { readFragment, type VariablesOf } from "#app/api/documents.ts";
import type { PostedForm } from "#app/api/form.ts";
import { type FormProblem, outcome } from "#app/api/outcome.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";
import { practiceToEdit } from "../parts/edit.server.ts";
import { AddPracticeToolDocument, ChangePracticeToolDocument, RemovePracticeToolDocument } from "./documents.ts";
import { PracticeToolFragment, type Tool } from "./list.tsx";
import { toolKinds } from "#graphql/practice/input.ts";

type Args = Asker & { params: { slug: string; id?: string } };

/** The practice, and of its tools the one that the address names; `gone` when it has no such tool any more. */
export async function toolToEdit(args: Args) {
  const practice = await practiceToEdit(args);
  const { id } = args.params;
  const tool = readFragment(PracticeToolFragment, practice.toolList).find((known) => known.id === id) ?? null;
  return { practice, tool, gone: id !== undefined && tool === null };
}

/** Adds what was posted to the practice, or replaces the tool with it. Answers what the form must show, if anything. */
export async function saveTool(
  args: Asker,
  practiceId: string,
  tool: Tool | null,
  form: PostedForm,
): Promise<FormProblem | null> {
  const { input, problem } = toolInput(form);
  if (problem) return problem;
  const added = { id: practiceId, input, idempotencyKey: form.optional("key") };
  if (!tool) return outcome((await mutate(args, AddPracticeToolDocument, added)).addPracticeTool).problem;
  const changed = { id: tool.id, version: form.version(), input };
  return outcome((await mutate(args, ChangePracticeToolDocument, changed)).changePracticeTool).problem;
}

/** Removes the tool, unless it was changed since the page was shown. */
export async function removeTool(args: Asker, { id }: Tool, form: PostedForm): Promise<FormProblem | null> {
  return outcome((await mutate(args, RemovePracticeToolDocument, { id, version: form.version() })).removePracticeTool)
    .problem;
}

type Input = VariablesOf<typeof AddPracticeToolDocument>["input"];

/** A posted tool as the API takes it, or what must be chosen first. */
function toolInput(form: PostedForm): { input: Input; problem: null } | { input: null; problem: FormProblem } {
  const kind = toolKinds.find((code) => code === form.text("kind"));
  if (!kind) {
    const issue = { path: "kind", code: "required", params: {} };
    return { input: null, problem: { issues: [issue], conflict: null } };
  }
  const input = {
    kind,
    title: form.text("title"),
    description: form.optional("description"),
    language: form.text("language"),
    url: form.text("url"),
    licence: form.optional("licence"),
    sourceTitle: form.optional("sourceTitle"),
    sourceUrl: form.optional("sourceUrl"),
  };
  return { input, problem: null };
}
