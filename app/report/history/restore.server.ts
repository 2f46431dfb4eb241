import { data } from "react-router";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { type Asker, mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import {
  CompareHistoryDocument,
  RestoreCityDocument,
  RestorePilotDocument,
  RestorePracticeDocument,
} from "./documents.ts";
import type { HistoryView } from "./find.server.ts";

/** What differs between the two versions that an address names; null where it names none. */
export async function comparison(asker: Asker, subjectId: string) {
  const { searchParams } = new URL(asker.request.url);
  const [from, to] = [searchParams.get("from"), searchParams.get("to")];
  if (!from || !to) return null;
  const { compareHistory: changes } = await query(asker, CompareHistoryDocument, { subjectId, from, to });
  return { from, to, changes };
}

/** Brings the posted entry's version back. Null when that is done, else the form with what stands in its way. */
export async function restoreVersion(asker: Asker, { kind, id }: HistoryView) {
  const form = await readForm(asker.request, asker.context.get(servicesContext).locale);
  const variables = { id, entry: form.text("entry"), version: form.version() };
  const { problem } = outcome(await answerTo());
  return problem && refill(problem, form);

  async function answerTo() {
    if (kind === "pilot") return (await mutate(asker, RestorePilotDocument, variables)).restored;
    if (kind === "practice") return (await mutate(asker, RestorePracticeDocument, variables)).restored;
    if (kind === "city") return (await mutate(asker, RestoreCityDocument, variables)).restored;
    throw data({ code: "NOT_FOUND" }, { status: 404 });
  }
}
