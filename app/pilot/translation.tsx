import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { textLanguages } from "#app/i18n/languages.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { TextLanguage } from "#app/text-language.tsx";
import {
  Breadcrumbs,
  Disclosure,
  ErrorSummary,
  Form,
  PageTitle,
  PlainText,
  SubmitRow,
  TextArea,
  TextField,
} from "#app/ui/index.ts";
import { pilotToAddTo } from "./parts/edit.server.ts";
import type { Route } from "./+types/translation.ts";

export const PilotTranslationDocument = graphql(`
  query PilotTranslation($slug: String!, $language: String!) {
    pilot(slug: $slug) {
      reading(locale: $language) {
        language
        title
        purpose
        description
        origin
        stale
      }
    }
  }
`);

export const SavePilotTranslationDocument = graphql(`
  mutation SavePilotTranslation(
    $id: ID!
    $version: Int!
    $language: String!
    $title: String!
    $purpose: String
    $description: String
  ) {
    savePilotTranslation(
      id: $id
      version: $version
      language: $language
      title: $title
      purpose: $purpose
      description: $description
    ) {
      __typename
      ...Refusal
      ... on Pilot {
        slug
      }
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const pilot = await pilotToAddTo(args);
  const { language } = args.params;
  if (!textLanguages.includes(language) || language === pilot.language)
    throw data({ code: "NOT_FOUND" }, { status: 404 });
  const { pilot: read } = await query(args, PilotTranslationDocument, { slug: pilot.slug, language });
  const translation = read?.reading.language === language ? read.reading : null;
  return { pilot, language, translation };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const pilot = await pilotToAddTo(args);
  const form = await readForm(args.request, locale);
  const texts = {
    version: form.version(),
    title: form.text("title"),
    purpose: form.optional("purpose"),
    description: form.optional("description"),
  };
  const { language } = args.params;
  const answer = await mutate(args, SavePilotTranslationDocument, { id: pilot.id, language, ...texts });
  const { problem } = outcome(answer.savePilotTranslation);
  return problem ? refill(problem, form) : redirect(localPath(locale, `/pilots/${pilot.slug}?text=${language}&saved`));
}

export default function TranslatePilot({
  loaderData: { pilot, language, translation },
  actionData,
}: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const format = useFormats();
  const link = useLink();
  const { title, purpose, description } = translation ?? {};
  const form = useForm(actionData, { version: String(pilot.version), title, purpose, description });
  const heading = t("translation.title", { language: format.language(language) });
  const field = (name: string) => ({
    name,
    lang: language,
    label: t(`field.${name}`),
    errors: form.errors(name),
    value: form.value(name),
  });
  const original = (text: string | null) =>
    text ? (
      <Disclosure summary={t("translation.original", { language: format.language(pilot.language) })} open>
        <PlainText text={text} lang={pilot.language} />
      </Disclosure>
    ) : null;
  return (
    <>
      <title>{`${form.title(heading)} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link(`/pilots/${pilot.slug}`), label: pilot.title, lang: pilot.language },
          { href: link(`/pilots/${pilot.slug}/edit`), label: t("edit.title") },
          { label: heading },
        ]}
      />
      <ErrorSummary {...form.summary} />
      <PageTitle title={heading} lead={t("translation.lead")}>
        {translation ? (
          <TextLanguage
            language={language}
            original={pilot.language}
            origin={translation.origin}
            stale={translation.stale}
          />
        ) : null}
      </PageTitle>
      <ConflictNotice
        conflict={form.conflict}
        fields={Object.entries({ title, purpose, description }).map(([name, theirs]) => ({
          label: t(`field.${name}`),
          mine: form.value(name),
          theirs: theirs ?? "",
          lang: language,
        }))}
      />
      <Form hidden={{ version: form.conflict ?? form.value("version") }}>
        {original(pilot.title)}
        <TextField {...field("title")} maxLength={200} />
        {original(pilot.purpose)}
        <TextArea {...field("purpose")} maxLength={1000} mark={common("optional")} />
        {original(pilot.description)}
        <TextArea {...field("description")} maxLength={8000} rows={10} mark={common("optional")} />
        <SubmitRow
          buttons={[{ label: t("translation.save") }]}
          cancel={{ href: link(`/pilots/${pilot.slug}/edit`), label: t("edit.back") }}
        />
      </Form>
    </>
  );
}
