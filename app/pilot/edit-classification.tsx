import { useTranslation } from "#app/i18n/words.ts";
import { graphql, readFragment } from "#app/api/documents.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Checkboxes, Disclosure, Select } from "#app/ui/index.ts";
import { ActivityType, Area, IctRole } from "./parts/codes.ts";
import { PilotStepsFragment } from "./parts/edit-documents.ts";
import { loadStep, saveStep, updatePilot } from "./parts/edit.server.ts";
import { StepPage } from "./parts/step-page.tsx";
import type { Route } from "./+types/edit-classification.ts";

export const ConceptsDocument = graphql(`
  query Concepts($locale: String!) {
    concepts {
      slug
      label(locale: $locale)
    }
  }
`);

export const SetPilotConceptsDocument = graphql(`
  mutation SetPilotConcepts($id: ID!, $slugs: [String!]!, $version: Int!) {
    setPilotConcepts(id: $id, slugs: $slugs, version: $version) {
      __typename
      ...Refusal
      ... on Pilot {
        ...PilotSteps
      }
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const { locale } = args.context.get(servicesContext);
  const { concepts } = await query(args, ConceptsDocument, { locale });
  return { ...(await loadStep(args)), concepts };
}

export function action(args: Route.ActionArgs) {
  return saveStep(args, "classification", async (pilot, form) => {
    const slugs = [...new Set([...form.texts("concepts"), ...form.texts("moreConcepts")])];
    const stored = pilot.concepts.map(({ slug }) => slug);
    let version = form.version();
    if (slugs.toSorted().join() !== stored.toSorted().join()) {
      const { setPilotConcepts } = await mutate(args, SetPilotConceptsDocument, { id: pilot.id, slugs, version });
      const { done, problem } = outcome(setPilotConcepts);
      if (problem)
        return {
          saved: null,
          problem: { ...problem, issues: problem.issues.map((issue) => ({ ...issue, path: "concepts" })) },
        };
      version = readFragment(PilotStepsFragment, done).version;
    }
    const codeOf = <Code extends string>(codes: readonly Code[], name: string) =>
      codes.find((code) => code === form.text(name)) ?? null;
    return updatePilot(args, pilot, version, {
      activityType: codeOf(ActivityType, "activityType"),
      area: codeOf(Area, "area"),
      role: codeOf(IctRole, "role"),
    });
  });
}

export default function EditClassification({ loaderData: { pilot, concepts }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const format = useFormats();
  const { area, role, activityType } = pilot;
  const stored = { area, role, activityType, concepts: pilot.concepts.map(({ slug }) => slug) };
  const form = useForm(actionData, { version: String(pilot.version), ...stored });
  const sorted = concepts
    .toSorted((a, b) => format.compare(a.label, b.label))
    .map(({ slug, label }) => ({ value: slug, label }));
  const chosen = [...form.values("concepts"), ...form.values("moreConcepts")];
  const labels = (slugs: readonly string[]) =>
    format.list(sorted.filter(({ value }) => slugs.includes(value)).map(({ label }) => label));
  const label = (name: string, code: string | null) => (code ? codes(`${name}.${code}`) : "");
  const select = (name: "area" | "role" | "activityType", values: readonly string[]) => ({
    name,
    label: t(`field.${name}`),
    errors: form.errors(name),
    value: form.value(name),
    hint: t(`hint.${name}`),
    placeholder: t("choose"),
    options: values.map((value) => ({ value, label: codes(`${name}.${value}`) })),
  });
  const conflict = [
    ...(["area", "role", "activityType"] as const).map((name) => ({
      label: t(`field.${name}`),
      mine: label(name, form.value(name)),
      theirs: label(name, pilot[name]),
    })),
    { label: t("field.concepts"), mine: labels(chosen), theirs: labels(stored.concepts) },
  ];
  return (
    <StepPage pilot={pilot} step="classification" form={form} conflict={conflict}>
      <Select {...select("area", Area)} />
      <Select {...select("role", IctRole)} />
      <Select {...select("activityType", ActivityType)} mark={common("optional")} />
      {chosen.length > 0 ? (
        <Checkboxes
          name="concepts"
          errors={form.errors("concepts")}
          values={chosen}
          label={t("concepts.chosen")}
          inline
          options={sorted.filter(({ value }) => chosen.includes(value))}
        />
      ) : null}
      <Disclosure summary={t("concepts.add", { count: sorted.length - chosen.length })}>
        <Checkboxes
          name="moreConcepts"
          label={t("field.concepts")}
          hint={t("hint.concepts")}
          mark={common("optional")}
          inline
          options={sorted.filter(({ value }) => !chosen.includes(value))}
        />
      </Disclosure>
    </StepPage>
  );
}
