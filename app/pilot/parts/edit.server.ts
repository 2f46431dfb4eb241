import { data, redirect } from "react-router";
import { readFragment, type ResultOf, type VariablesOf } from "#app/api/documents.ts";
import { type PostedForm, readForm, refill } from "#app/api/form.ts";
import { type FormProblem, outcome } from "#app/api/outcome.ts";
import { type Asker, mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";
import { PilotStepsFragment, PilotToEditDocument, UpdatePilotDocument } from "./edit-documents.ts";
import { stepAfter, type StepName } from "./steps.ts";

type Args = Asker & { params: { slug: string } };
type PilotToEdit = NonNullable<ResultOf<typeof PilotToEditDocument>["pilot"]>;
export type EditedPilot = PilotToEdit & ResultOf<typeof PilotStepsFragment> & { facts: PilotToEdit; locked: boolean };
export type SavedPilot = ResultOf<typeof PilotStepsFragment>;

/** The pilot for its editors, also while it is locked; 404 when it is not visible, 403 for anyone else. */
export async function pilotToEdit(args: Args): Promise<EditedPilot> {
  const { locale, context } = args.context.get(servicesContext);
  const { pilot } = await query(args, PilotToEditDocument, { slug: args.params.slug, locale });
  if (!pilot) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const may = (["pilot_update", "pilot_log", "pilot_withdraw"] as const).some((action) =>
    pilot.viewerCan.includes(action),
  );
  if (!may && context.viewer.userId === null) {
    const { pathname, search } = new URL(args.request.url);
    throw redirect(`${localPath(locale, "/sign-in")}?next=${encodeURIComponent(pathname + search)}`);
  }
  if (!may) throw data({ code: "FORBIDDEN" }, { status: 403 });
  return {
    ...pilot,
    ...readFragment(PilotStepsFragment, pilot),
    facts: pilot,
    locked: !pilot.viewerCan.includes("pilot_update"),
  };
}

/** A step's page. */
export async function loadStep(args: Args) {
  return { pilot: await pilotToEdit(args) };
}

type Input = Omit<VariablesOf<typeof UpdatePilotDocument>["input"], "version">;
/** `values` replace what was typed, where the form is to come back in another shape. */
export type StepOutcome =
  | { saved: SavedPilot; problem: null }
  | { saved: null; problem: FormProblem; values?: Record<string, string[]> };

/** Saves a step by `save` and goes on to the next one that is not complete; what could not be saved comes back as it was typed. */
export async function saveStep(
  args: Args,
  step: StepName,
  save: (pilot: EditedPilot, form: PostedForm) => Promise<StepOutcome>,
) {
  const { locale } = args.context.get(servicesContext);
  const pilot = await pilotToEdit(args);
  const form = await readForm(args.request, locale);
  if (pilot.locked) return refill({ issues: [], conflict: pilot.version }, form);
  const { saved, problem, ...rest } = await save(pilot, form);
  if (problem) {
    const values = { ...form.values, ...("values" in rest ? rest.values : {}) };
    const isProblem = problem.issues.length > 0 || problem.conflict !== null;
    return isProblem ? refill(byField(problem), { ...form, values }) : data({ problem, values });
  }
  const next = stepAfter(step, saved);
  return redirect(localPath(locale, next ? `/pilots/${pilot.slug}/edit/${next}` : `/pilots/${pilot.slug}/edit?saved`));
}

/** Saves a step whose fields are all columns of the pilot. */
export function saveFields(args: Args, step: StepName, fields: (form: PostedForm) => Input) {
  return saveStep(args, step, (pilot, form) => updatePilot(args, pilot, form.version(), fields(form)));
}

export async function updatePilot(
  args: Args,
  { id }: EditedPilot,
  version: number,
  input: Input,
): Promise<StepOutcome> {
  const { updatePilot: answer } = await mutate(args, UpdatePilotDocument, { id, input: { ...input, version } });
  const { done, problem } = outcome(answer);
  return problem ? { saved: null, problem } : { saved: readFragment(PilotStepsFragment, done), problem: null };
}

/** Faults of a part under the name of its field: of a date's three inputs, of one line of a text. */
export function byField(problem: FormProblem): FormProblem {
  const part = /\.(date|precision)$|(?<=^partners)\.\d+$/;
  return { ...problem, issues: problem.issues.map((issue) => ({ ...issue, path: issue.path.replace(part, "") })) };
}

/** The pilot for those who may add to it: to its log, its results and its translations, also while it is locked. */
export async function pilotToAddTo(args: Args): Promise<EditedPilot> {
  const pilot = await pilotToEdit(args);
  if (!pilot.viewerCan.includes("pilot_log")) throw data({ code: "FORBIDDEN" }, { status: 403 });
  return pilot;
}
