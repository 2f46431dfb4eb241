import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { languageOptions } from "#app/i18n/languages.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { signInFirst } from "#app/identity/parts/next.ts";
import { ErrorSummary, Form, NumberField, PageTitle, Select, SubmitRow, TextArea, TextField } from "#app/ui/index.ts";
import type { Route } from "./+types/edit.ts";

export const EditCityDocument = graphql(`
  query EditCity($slug: String!, $locale: String!) {
    city(slug: $slug) {
      id
      name(locale: $locale)
      slug
      version
      language
      website
      department
      population
      populationYear
      populationSource
      summary {
        text
        language
      }
      viewerCan
    }
  }
`);

export const UpdateCityDocument = graphql(`
  mutation UpdateCity($id: ID!, $input: UpdateCityInput!) {
    updateCity(id: $id, input: $input) {
      __typename
      ...Refusal
      ... on City {
        slug
      }
    }
  }
`);

async function cityToEdit(args: Pick<Route.LoaderArgs, "request" | "context" | "params">) {
  const { locale, context } = args.context.get(servicesContext);
  const { city } = await query(args, EditCityDocument, { slug: args.params.slug, locale });
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const may = city.viewerCan.includes("city_update");
  if (!may && context.viewer.userId === null) throw signInFirst(args);
  if (!may) throw data({ code: "FORBIDDEN" }, { status: 403 });
  return city;
}

export async function loader(args: Route.LoaderArgs) {
  return { city: await cityToEdit(args) };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const city = await cityToEdit(args);
  const form = await readForm(args.request, locale);
  const figure = {
    population: form.whole("population"),
    populationYear: form.whole("populationYear"),
    populationSource: form.optional("populationSource"),
  };
  const { population, populationYear, populationSource } = city;
  // A figure that was recorded without its year stands in nobody's way; a changed one must be complete.
  const isSame = JSON.stringify(figure) === JSON.stringify({ population, populationYear, populationSource });
  const input = {
    version: form.version(),
    summary: form.optional("summary"),
    summaryLanguage: form.optional("summaryLanguage"),
    website: form.optional("website"),
    department: form.optional("department"),
    ...(isSame ? {} : figure),
  };
  const { updateCity } = await mutate(args, UpdateCityDocument, { id: city.id, input });
  const { problem } = outcome(updateCity);
  return problem ? refill(problem, form) : redirect(`${localPath(locale, `/cities/${city.slug}`)}?saved`);
}

export default function EditCity({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("city");
  const { t: common, i18n } = useTranslation();
  const { city } = loaderData;
  const link = useLink();
  const stored = {
    summary: city.summary?.text,
    summaryLanguage: city.summary?.language ?? city.language,
    website: city.website,
    department: city.department,
    population: city.population?.toString(),
    populationYear: city.populationYear?.toString(),
    populationSource: city.populationSource,
  };
  const form = useForm(actionData, { version: String(city.version), ...stored });
  const field = (name: string) => ({
    name,
    label: t(`edit.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  return (
    <>
      <title>{`${form.title(t("edit.title", { name: city.name }))} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <PageTitle title={t("edit.title", { name: city.name })} />
      <ConflictNotice
        conflict={form.conflict}
        fields={Object.entries(stored).map(([name, theirs]) => ({
          label: t(`edit.${name}`),
          mine: form.value(name),
          theirs: theirs ?? "",
          lang: name === "summary" ? form.value("summaryLanguage") : undefined,
        }))}
      />
      <Form hidden={{ version: form.conflict ?? form.value("version") }}>
        <TextArea
          {...field("summary")}
          hint={t("edit.summaryHint")}
          maxLength={2000}
          lang={form.value("summaryLanguage")}
        />
        <Select {...field("summaryLanguage")} options={languageOptions(i18n.language)} />
        <TextField {...field("department")} maxLength={200} mark={common("optional")} />
        <TextField {...field("website")} type="url" mark={common("optional")} />
        <NumberField {...field("population")} whole mark={common("optional")} />
        <NumberField {...field("populationYear")} whole mark={common("optional")} />
        <TextField {...field("populationSource")} hint={t("edit.populationSourceHint")} mark={common("optional")} />
        <SubmitRow
          buttons={[{ label: common("action.save") }]}
          cancel={{ href: link(`/cities/${city.slug}`), label: common("action.cancel") }}
        />
      </Form>
    </>
  );
}
