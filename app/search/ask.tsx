import { useTranslation } from "#app/i18n/words.ts";
import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { readForm, refill } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { mutate, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath, useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { signInFirst, withParameters } from "#app/identity/parts/next.ts";
import { Breadcrumbs, EmptyState, ErrorSummary, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { AskForm } from "./question/ask-form.tsx";
import { AskNetworkDocument } from "./question/documents.ts";
import { Question } from "./question/question.tsx";
import type { Route } from "./+types/ask.ts";

export const AskPageDocument = graphql(`
  query AskPage($locale: String!) {
    viewer {
      memberships {
        city {
          id
          name(locale: $locale)
        }
      }
    }
    searchQuestions(first: 50, mine: true) {
      edges {
        node {
          id
          ...QuestionText
        }
      }
    }
  }
`);

export async function loader(args: Route.LoaderArgs) {
  const { locale } = args.context.get(servicesContext);
  const { viewer, searchQuestions } = await query(args, AskPageDocument, { locale });
  if (!viewer) throw signInFirst(args);
  const { searchParams } = new URL(args.request.url);
  return {
    cities: [...new Map(viewer.memberships.map(({ city }) => [city.id, city])).values()],
    questions: searchQuestions.edges.map(({ node }) => node),
    words: (searchParams.get("q") ?? "").slice(0, 200),
    question: (searchParams.get("question") ?? "").slice(0, 2000),
    asked: searchParams.has("asked"),
    key: crypto.randomUUID(),
  };
}

export async function action(args: Route.ActionArgs) {
  const { locale, context } = args.context.get(servicesContext);
  const form = await readForm(args.request, locale);
  const page = localPath(locale, "/search/ask");
  if (!context.viewer.userId) {
    // Signed out meanwhile: what was typed comes back after signing in.
    const next = withParameters(page, { q: form.text("words"), question: form.text("question") });
    return redirect(withParameters(localPath(locale, "/sign-in"), { next }));
  }
  const { askNetwork } = await mutate(args, AskNetworkDocument, {
    words: form.text("words"),
    question: form.text("question"),
    locale,
    cityId: form.optional("cityId"),
    idempotencyKey: form.optional("key"),
  });
  const { problem } = outcome(askNetwork);
  return problem ? refill(problem, form) : redirect(`${page}?asked`);
}

export default function AskNetwork({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("search");
  const { t: common } = useTranslation();
  const { cities, questions, words, question, asked, key } = loaderData;
  const link = useLink();
  const form = useForm(actionData, { words, question });
  return (
    <>
      <title>{`${form.title(t("ask.title"))} – Quintet`}</title>
      <ErrorSummary {...form.summary} />
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link("/search"), label: t("title") }, { label: t("ask.title") }]}
      />
      <PageTitle title={t("ask.title")} lead={t("ask.lead")} />
      {asked ? (
        <Notice tone="success" role="status">
          {t("ask.asked")}
        </Notice>
      ) : null}
      {cities.length === 0 ? (
        <EmptyState title={t("ask.noCity")}>
          <p>{t("ask.noCityHelp")}</p>
        </EmptyState>
      ) : (
        <AskForm form={form} cities={cities} idempotencyKey={form.key(key)} />
      )}
      {questions.length > 0 ? (
        <Section id="mine" title={t("ask.mine")}>
          {questions.map((one) => (
            <Question key={one.id} question={one} />
          ))}
        </Section>
      ) : null}
    </>
  );
}
