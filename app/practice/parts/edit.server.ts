import { data, redirect } from "react-router";
import { graphql, readFragment, type ResultOf, type VariablesOf } from "#app/api/documents.ts";
import type { PostedForm } from "#app/api/form.ts";
import { type FormProblem, outcome } from "#app/api/outcome.ts";
import { type Asker, mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";
import { type FieldShape, type FieldName, fields, fieldsOf, type StepName } from "./steps.ts";

export const PracticeStepsFragment = graphql(`
  fragment PracticeSteps on Practice {
    version
    state
    language
    title
    summary
    problem
    solution
    costBand
    staffBand
    timeBand
    stage
    area
    role
    mayChange
    mustNotChange
    conditions
    wentWrong
    missing
    tools {
      id
    }
    places {
      id
    }
    contact {
      id
    }
  }
`);

export const PracticeToEditDocument = graphql(`
  query PracticeToEdit($slug: String!, $locale: String!) {
    practice(slug: $slug) {
      id
      slug
      viewerCan
      ...PracticeSteps
      reading(locale: $locale) {
        availableLanguages
      }
      toolList: tools {
        ...PracticeTool
      }
      where: places {
        id
        name(locale: $locale)
        country
      }
      city {
        slug
        name(locale: $locale)
        viewerCan
        contacts {
          id
          name
          role
          shown
        }
      }
    }
  }
`);

export const UpdatePracticeDocument = graphql(`
  mutation UpdatePractice($id: ID!, $input: UpdatePracticeInput!) {
    updatePractice(id: $id, input: $input) {
      __typename
      ...Refusal
      ... on Practice {
        ...PracticeSteps
      }
    }
  }
`);

export const SetPracticePlacesDocument = graphql(`
  mutation SetPracticePlaces($id: ID!, $cityIds: [ID!]!, $version: Int!) {
    setPracticePlaces(id: $id, cityIds: $cityIds, version: $version) {
      __typename
      ...Refusal
      ... on Practice {
        ...PracticeSteps
      }
    }
  }
`);

type Args = Asker & { params: { slug: string } };
type PracticeToEdit = NonNullable<ResultOf<typeof PracticeToEditDocument>["practice"]>;
export type EditedPractice = Omit<PracticeToEdit, " $fragmentRefs"> &
  ResultOf<typeof PracticeStepsFragment> & { locked: boolean };
export type SavedPractice = ResultOf<typeof PracticeStepsFragment>;
export type StepOutcome = { saved: SavedPractice; problem: null } | { saved: null; problem: FormProblem };

const rights = [
  "practice_update",
  "practice_translate",
  "practice_request_sign_off",
  "practice_sign_off",
  "practice_withdraw",
] as const;

/** The practice for its editors, also while it is locked; 404 when it is not visible, 403 for anyone else. */
export async function practiceToEdit(args: Args): Promise<EditedPractice> {
  const { locale, context } = args.context.get(servicesContext);
  const { practice } = await query(args, PracticeToEditDocument, { slug: args.params.slug, locale });
  if (!practice) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const may = rights.some((action) => practice.viewerCan.includes(action));
  if (!may && context.viewer.userId === null) {
    const { pathname, search } = new URL(args.request.url);
    throw redirect(`${localPath(locale, "/sign-in")}?next=${encodeURIComponent(pathname + search)}`);
  }
  if (!may) throw data({ code: "FORBIDDEN" }, { status: 403 });
  return {
    ...practice,
    ...readFragment(PracticeStepsFragment, practice),
    locked: !practice.viewerCan.includes("practice_update"),
  };
}

type Input = VariablesOf<typeof UpdatePracticeDocument>["input"];

/** Saves what a step's page sent; who may and what is valid is for the API to say. */
export async function saveStep(
  args: Args,
  step: StepName,
  practice: EditedPractice,
  form: PostedForm,
): Promise<StepOutcome> {
  const { id } = practice;
  const version = form.version();
  if (step === "places") {
    const cityIds = [...new Set([...form.texts("cities"), form.text("another")].filter(Boolean))];
    if (cityIds.length === 0)
      return { saved: null, problem: { conflict: null, issues: [{ path: "cities", code: "required", params: {} }] } };
    return stepOutcome((await mutate(args, SetPracticePlacesDocument, { id, cityIds, version })).setPracticePlaces);
  }
  const values = step === "contact" ? { contactId: form.optional("contactId") } : inputOf(form, fieldsOf(step));
  return stepOutcome(
    (await mutate(args, UpdatePracticeDocument, { id, input: { ...values, version } })).updatePractice,
  );
}

function inputOf(form: PostedForm, names: readonly FieldName[]): Partial<Input> {
  return Object.fromEntries(names.map((name) => [name, valueOf(form, name, fields[name])]));
}

function valueOf(form: PostedForm, name: FieldName, field: FieldShape): string | null {
  if (field.kind === "text") return form.optional(name);
  if (field.kind === "line" || field.kind === "language") return form.text(name);
  const known = field.codes.find((code) => code === form.text(name)) ?? null;
  return field.kind === "band" ? (known ?? "unknown") : known;
}

type Answer =
  | ResultOf<typeof UpdatePracticeDocument>["updatePractice"]
  | ResultOf<typeof SetPracticePlacesDocument>["setPracticePlaces"];

function stepOutcome(answer: Answer): StepOutcome {
  const { done, problem } = outcome(answer);
  return problem ? { saved: null, problem } : { saved: readFragment(PracticeStepsFragment, done), problem: null };
}
