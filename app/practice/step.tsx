import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, Form, PageTitle, SubmitRow } from "#app/ui/index.ts";
import { type EditedPractice, practiceToEdit, saveStep } from "./parts/edit.server.ts";
import { LockedPractice } from "./parts/locked.tsx";
import { ContactField, type PracticePlace, PlaceFields } from "./parts/place-fields.tsx";
import { useConflict } from "./parts/step-conflict.ts";
import { StepField } from "./parts/step-fields.tsx";
import { fields, fieldsOf, stepAfter, stepNamed, type StepName, steps } from "./parts/steps.ts";
import type { Route } from "./+types/step.ts";

export const PlacesToChooseDocument = graphql(`
  query PlacesToChoose($after: String, $locale: String!) {
    cities(first: 100, after: $after) {
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          name(locale: $locale)
          country
        }
      }
    }
  }
`);

async function placesToChoose(asker: Asker): Promise<PracticePlace[]> {
  const { locale } = asker.context.get(servicesContext);
  const places: PracticePlace[] = [];
  for (let after: string | null = null, more = true; more;) {
    const variables: { after: string | null; locale: string } = { after, locale };
    const { cities } = await query(asker, PlacesToChooseDocument, variables);
    places.push(...cities.edges.map(({ node }) => node));
    after = cities.pageInfo.endCursor;
    more = cities.pageInfo.hasNextPage;
  }
  return places;
}

function stepOf({ step }: { step: string }): StepName {
  const name = stepNamed(step);
  if (!name) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return name;
}

export async function loader(args: Route.LoaderArgs) {
  const step = stepOf(args.params);
  const practice = await practiceToEdit(args);
  return { practice, step, cities: step === "places" && !practice.locked ? await placesToChoose(args) : [] };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const step = stepOf(args.params);
  const practice = await practiceToEdit(args);
  const form = await readForm(args.request, locale);
  if (practice.locked) return refill({ issues: [], conflict: practice.version }, form);
  const { saved, problem } = await saveStep(args, step, practice, form);
  if (problem) return refill(problem, form);
  const next = form.text("intent") === "more" ? step : stepAfter(step, saved);
  return redirect(localPath(locale, `/practices/${practice.slug}/edit${next ? `/${next}` : "?saved"}`));
}

/** What is stored, under the names of the form's fields. */
function stored(practice: EditedPractice): Record<string, string | string[] | null | undefined> {
  const { version, places, contact, ...columns } = practice;
  const own = Object.fromEntries(Object.keys(fields).map((name) => [name, columns[name as keyof typeof fields]]));
  return { ...own, version: String(version), cities: places.map(({ id }) => id), contactId: contact?.id };
}

export default function EditPracticeStep({ loaderData: { practice, step, cities }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const link = useLink();
  const form = useForm(actionData, stored(practice));
  const conflict = useConflict(practice, step, form, cities);
  const list = link(`/practices/${practice.slug}/edit`);
  const title = t(`step.${step}.title`);
  const lang = form.value("language") || practice.language;
  const more = step === "places" ? [{ label: t("common:action.saveAndAdd"), name: "intent", value: "more" }] : [];
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/practices/${practice.slug}`), label: practice.title, lang: practice.language },
          { href: list, label: t("edit.title") },
          { label: title },
        ]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle
        title={title}
        caption={t("common:step", { number: steps.findIndex(({ name }) => name === step) + 1, of: steps.length })}
        lead={t(`step.${step}.lead`)}
      />
      {practice.locked ? <LockedPractice practice={practice} /> : null}
      <ConflictNotice conflict={form.conflict} fields={conflict} />
      {practice.locked ? null : (
        <Form hidden={{ version: form.conflict ?? form.value("version") }}>
          {fieldsOf(step).map((name) => (
            <StepField key={name} name={name} form={form} lang={lang} />
          ))}
          {step === "places" ? <PlaceFields practice={practice} cities={cities} form={form} /> : null}
          {step === "contact" ? <ContactField practice={practice} form={form} /> : null}
          <SubmitRow
            buttons={[{ label: common("action.saveAndContinue") }, ...more]}
            cancel={{ href: list, label: t("edit.back") }}
          />
        </Form>
      )}
    </>
  );
}
