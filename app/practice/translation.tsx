import { Fragment } from "react";
import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate } from "#app/api/query.server.ts";
import { ConflictNotice } from "#app/conflict.tsx";
import { servicesContext } from "#app/context.ts";
import { formats } from "#app/i18n/format.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { TextLanguage } from "#app/text-language.tsx";
import {
  Breadcrumbs,
  Disclosure,
  ErrorSummary,
  Form,
  Notice,
  PageTitle,
  PlainText,
  SubmitRow,
  TextArea,
  TextField,
} from "#app/ui/index.ts";
import { practiceToTranslate } from "./parts/translation.server.ts";
import type { Route } from "./+types/translation.ts";

export const SavePracticeTranslationDocument = graphql(`
  mutation SavePracticeTranslation(
    $id: ID!
    $version: Int!
    $language: String!
    $title: String!
    $summary: String
    $problem: String
    $solution: String
    $wentWrong: String
    $conditions: String
  ) {
    savePracticeTranslation(
      id: $id
      version: $version
      language: $language
      title: $title
      summary: $summary
      problem: $problem
      solution: $solution
      wentWrong: $wentWrong
      conditions: $conditions
    ) {
      __typename
      ...Refusal
      ... on Practice {
        slug
      }
    }
  }
`);

const texts = [
  { name: "summary", max: 1000, rows: 5 },
  { name: "problem", max: 4000, rows: 8 },
  { name: "solution", max: 8000, rows: 10 },
  { name: "wentWrong", max: 4000, rows: 8 },
  { name: "conditions", max: 4000, rows: 5 },
] as const;

export async function loader(args: Route.LoaderArgs) {
  return { practice: await practiceToTranslate(args), language: args.params.language };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const { id, slug, seen, version } = await practiceToTranslate(args);
  const form = await readForm(args.request, locale);
  if (form.text("seen") !== seen) return refill({ issues: [], conflict: version }, form);
  const written = Object.fromEntries(texts.map(({ name }) => [name, form.optional(name)]));
  const input = { id, version: form.version(), language: args.params.language, title: form.text("title"), ...written };
  const { problem } = outcome((await mutate(args, SavePracticeTranslationDocument, input)).savePracticeTranslation);
  return problem
    ? refill(problem, form)
    : redirect(`${localPath(locale, `/practices/${slug}`)}?text=${args.params.language}&saved`);
}

export default function TranslatePractice({ loaderData: { practice, language }, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("practice");
  const { t: common, i18n } = useTranslation();
  const link = useLink();
  const { existing } = practice;
  const stored = Object.fromEntries(texts.map(({ name }) => [name, existing?.[name]]));
  const form = useForm(actionData, {
    version: String(practice.version),
    seen: practice.seen,
    title: existing?.title,
    ...stored,
  });
  const format = formats(i18n.language);
  const title = t("translation.title", { language: format.language(language) });
  const list = link(`/practices/${practice.slug}/edit`);
  const field = (name: string) => ({
    name,
    label: t(`field.${name}`),
    errors: form.errors(name),
    value: form.value(name),
    lang: language,
  });
  const conflict = (["title", ...texts.map(({ name }) => name)] as const).map((name) => ({
    label: t(`field.${name}`),
    mine: form.value(name),
    theirs: existing?.[name] ?? "",
    lang: language,
  }));
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
        caption={<span lang={practice.language}>{practice.title}</span>}
        lead={t("translation.lead")}
      />
      {existing ? (
        <TextLanguage
          language={language}
          original={practice.language}
          origin={existing.origin}
          stale={existing.stale}
        />
      ) : null}
      {existing ? <ConflictNotice conflict={form.conflict} fields={conflict} /> : null}
      {form.conflict !== null && !existing ? (
        <Notice tone="warning" role="alert" title={t("translation.changed")}>
          {t("translation.changedHint")}
        </Notice>
      ) : null}
      <Form
        hidden={{
          version: form.conflict ?? form.value("version"),
          seen: form.conflict === null ? form.value("seen") : practice.seen,
        }}
      >
        <Original text={practice.title} lang={practice.language} />
        <TextField {...field("title")} maxLength={200} />
        {texts.map(({ name, max, rows }) =>
          practice[name] ? (
            <Fragment key={name}>
              <Original text={practice[name]} lang={practice.language} />
              <TextArea {...field(name)} maxLength={max} rows={rows} mark={common("optional")} />
            </Fragment>
          ) : null,
        )}
        <SubmitRow buttons={[{ label: common("action.save") }]} cancel={{ href: list, label: t("edit.back") }} />
      </Form>
    </>
  );
}

/** The original beside what is being written. */
function Original({ text, lang }: { text: string; lang: string }) {
  const { t } = useTranslation("practice");
  return (
    <Disclosure summary={t("translation.original")} open>
      <PlainText text={text} lang={lang} />
    </Disclosure>
  );
}
