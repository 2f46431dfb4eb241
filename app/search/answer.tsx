import { useTranslation } from "#app/i18n/words.ts";
import { data, redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { Breadcrumbs, ErrorSummary, PageTitle, Section } from "#app/ui/index.ts";
import { AnswerForm } from "./question/answer-form.tsx";
import { AnswerQuestionDocument } from "./question/documents.ts";
import { Question } from "./question/question.tsx";
import type { Route } from "./+types/answer.ts";

export const QuestionToAnswerDocument = graphql(`
  query QuestionToAnswer($id: ID!, $locale: String!) {
    node(id: $id) {
      __typename
      ... on SearchQuestion {
        words
        locale
        viewerCan
        ...QuestionText
      }
    }
  }
`);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { node } = await query({ request, context }, QuestionToAnswerDocument, { id: params.id, locale });
  if (node?.__typename !== "SearchQuestion") throw data({ code: "NOT_FOUND" }, { status: 404 });
  return { question: node };
}

export async function action(args: Route.ActionArgs) {
  const { locale } = args.context.get(servicesContext);
  const form = await readForm(args.request, locale);
  const { answerSearchQuestion } = await mutate(args, AnswerQuestionDocument, {
    id: args.params.id,
    answer: form.text("answer"),
    locale: form.optional("locale"),
    practiceSlug: form.optional("practiceSlug"),
  });
  const { problem } = outcome(answerSearchQuestion);
  return problem ? refill(problem, form) : redirect(`${localPath(locale, "/network/search")}?answered`);
}

export default function AnswerQuestion({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("search");
  const { t: common } = useTranslation();
  const { t: report } = useTranslation("report");
  const { question } = loaderData;
  const { words, locale, viewerCan } = question;
  const link = useLink();
  const form = useForm(actionData, { locale });
  const title = t("answer.title");
  const page = link("/network/search");
  return (
    <>
      <title>{`${form.title(title)} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link("/network"), label: report("network.title") },
          { href: page, label: t("network.title") },
          { label: title },
        ]}
      />
      <PageTitle title={title} />
      <Section title={t("answer.question")}>
        <Question question={question} />
        <p>
          <a href={link(`/search?q=${encodeURIComponent(words)}`)}>{t("answer.search", { words })}</a>
        </p>
      </Section>
      {viewerCan.includes("search_answer") ? (
        <Section id="answer" title={t("answer.yours")}>
          <AnswerForm form={form} />
        </Section>
      ) : null}
    </>
  );
}
