import { useTranslation } from "#app/i18n/words.ts";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useLink } from "#app/i18n/links.ts";
import { NetworkNav } from "#app/report/parts/network-nav.tsx";
import { Breadcrumbs, EmptyState, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { EngineFacts, EngineStatus } from "./index/engine-facts.tsx";
import { GapTable } from "./gap/table.tsx";
import { Question } from "./question/question.tsx";
import type { Route } from "./+types/state.ts";

export const NetworkSearchDocument = graphql(`
  query NetworkSearch($locale: String!) {
    searchState {
      ...EngineFacts
    }
    searchGaps(first: 50) {
      ...GapText
    }
    open: searchQuestions(first: 50, state: open) {
      edges {
        node {
          id
          ...QuestionText
        }
      }
    }
    answered: searchQuestions(first: 20, state: answered) {
      edges {
        node {
          id
          ...QuestionText
        }
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const found = await query({ request, context }, NetworkSearchDocument, { locale });
  return { ...found, answeredNow: new URL(request.url).searchParams.has("answered") };
}

export default function ShowSearchState({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("search");
  const { t: common } = useTranslation();
  const { t: report } = useTranslation("report");
  const { searchState, searchGaps, open, answered, answeredNow } = loaderData;
  const link = useLink();
  return (
    <>
      <title>{`${t("network.title")} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link("/network"), label: report("network.title") }, { label: t("network.title") }]}
      />
      <PageTitle title={t("network.title")} lead={t("network.lead")} />
      {answeredNow ? (
        <Notice tone="success" role="status">
          {t("question.answered")}
        </Notice>
      ) : null}
      <NetworkNav current="search" />
      <EngineStatus state={searchState} />
      <Section id="questions" title={t("question.open", { count: open.edges.length })}>
        {open.edges.length === 0 ? <EmptyState title={t("question.noneOpen")} /> : null}
        {open.edges.map(({ node }) => (
          <Question key={node.id} question={node} answerable />
        ))}
      </Section>
      <Section id="missing" title={t("gaps.title")} intro={t("gaps.intro")}>
        <GapTable gaps={searchGaps} />
      </Section>
      <Section id="engine" title={t("network.engineTitle")}>
        <EngineFacts state={searchState} />
      </Section>
      {answered.edges.length > 0 ? (
        <Section id="answered" title={t("question.lastAnswers")}>
          {answered.edges.map(({ node }) => (
            <Question key={node.id} question={node} />
          ))}
        </Section>
      ) : null}
    </>
  );
}
