import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { useForm } from "#app/i18n/use-form.ts";
import { PilotResults } from "#app/pilot/result/results.tsx";
import { PracticeEffort, PracticeFactList } from "#app/practice/parts/facts.tsx";
import { ToolList } from "#app/practice/tool/list.tsx";
import { TextLanguage } from "#app/text-language.tsx";
import { Notice, PageTitle, Section } from "#app/ui/index.ts";
import { DecisionForm } from "./parts/decision-form.tsx";
import { decide } from "./parts/decide.server.ts";
import { choicesOf } from "./parts/decisions.ts";
import { PracticeMatter } from "./parts/practice-matter.tsx";
import { Interests } from "./parts/interest.tsx";
import { ReviewHead } from "./parts/head.tsx";
import { EarlierSteps } from "./parts/reviews.tsx";
import { SinceThen } from "./parts/since.tsx";
import type { Route } from "./+types/practice.ts";

export const ReviewPracticeDocument = graphql(`
  query ReviewPractice($slug: String!, $locale: String!) {
    reviewQueue(limit: 1) {
      kind
    }
    practice(slug: $slug) {
      id
      slug
      state
      language
      version
      demonstration
      viewerCan
      missing
      reading(locale: $locale) {
        title
        language
        origin
        stale
      }
      city {
        slug
        ...Interest
        name(locale: $locale)
        country
      }
      pilot {
        slug
        reading(locale: $locale) {
          title
          language
        }
      }
      results {
        ...Results
      }
      tools {
        ...PracticeTool
      }
      reviews {
        ...Reviews
        ...Since
      }
      ...PracticeTexts
      ...PracticeFacts
    }
  }
`);

type Practice = NonNullable<ResultOf<typeof ReviewPracticeDocument>["practice"]>;

async function practiceToReview({
  request,
  context,
  params,
}: Pick<Route.LoaderArgs, "request" | "context" | "params">): Promise<Practice> {
  const { locale } = context.get(servicesContext);
  const { practice } = await query({ request, context }, ReviewPracticeDocument, { slug: params.slug, locale });
  if (!practice) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return practice;
}

export async function loader(args: Route.LoaderArgs) {
  return { practice: await practiceToReview(args) };
}

export async function action(args: Route.ActionArgs) {
  return decide(args, "practice", await practiceToReview(args));
}

export default function ReviewPractice({ loaderData, actionData }: Route.ComponentProps) {
  const { t } = useTranslation("report");
  const { t: codes } = useTranslation("codes");
  const { t: words } = useTranslation("practice");
  const { practice } = loaderData;
  const { reading, city, pilot } = practice;
  const format = useFormats();
  const link = useLink();
  const form = useForm(actionData);
  const choices = choicesOf("practice", practice.viewerCan);
  return (
    <>
      <ReviewHead
        form={form}
        title={t("review.practiceTitle", { title: reading.title })}
        here={{ label: reading.title, lang: reading.language }}
      />
      <PageTitle
        title={reading.title}
        lang={reading.language}
        caption={`${t("review.practiceCaption")} · ${codes(`practiceState.${practice.state}`)}`}
      >
        <TextLanguage
          language={reading.language}
          original={practice.language}
          origin={reading.origin}
          stale={reading.stale}
        />
        <p>
          <a href={link(`/cities/${city.slug}`)}>
            {t("queue.cityCountry", { city: city.name, country: format.country(city.country) })}
          </a>
        </p>
        <a href={link(`/practices/${practice.slug}`)}>{t("review.publicPage")}</a>
      </PageTitle>
      {practice.state === "submitted" ? null : <Notice>{t("review.notWaiting")}</Notice>}
      <p>
        {practice.missing.length === 0
          ? t("review.complete")
          : t("review.partsMissing", { count: practice.missing.length })}
      </p>
      <Section title={t("review.texts")}>
        <PracticeMatter practice={practice} />
      </Section>
      <Section title={t("review.results")} intro={t("review.resultsIntro")}>
        <PilotResults results={practice.results} />
      </Section>
      <Section title={words("show.effort")}>
        <PracticeEffort practice={practice} />
      </Section>
      <Section title={words("tools.title")} intro={words("tools.intro")}>
        <ToolList tools={practice.tools} />
      </Section>
      <Section title={t("review.facts")}>
        <PracticeFactList practice={practice} />
      </Section>
      {pilot ? (
        <Section title={words("show.pilot")}>
          <a href={link(`/pilots/${pilot.slug}`)} lang={pilot.reading.language}>
            {pilot.reading.title}
          </a>
        </Section>
      ) : null}
      <Section title={t("review.earlier")}>
        <EarlierSteps reviews={practice.reviews} />
      </Section>
      <SinceThen reviews={practice.reviews} action="practice.update" />
      <Interests form={form} cities={[city]} />
      <DecisionForm form={form} version={practice.version} choices={choices} />
    </>
  );
}
