import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { Contacts } from "#app/city/parts/contact-list.tsx";
import { servicesContext } from "#app/context.ts";
import { HistoryLink } from "#app/report/history/link.tsx";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { PilotResults } from "#app/pilot/result/results.tsx";
import { SimilarPractices } from "#app/search/similar/similar.tsx";
import { TextLanguage } from "#app/text-language.tsx";
import { Breadcrumbs, Notice, PageTitle, PlainText, Section } from "#app/ui/index.ts";
import { PracticeActions } from "./parts/actions.tsx";
import { EvidenceTag } from "./parts/evidence.tsx";
import { PracticeEffort, PracticeFactList } from "./parts/facts.tsx";
import { OtherLanguages } from "./parts/other-languages.tsx";
import { Reviews } from "#app/review/parts/reviews.tsx";
import { PracticeText, PracticeTexts, textOf } from "./parts/texts.tsx";
import { ToolList } from "./tool/list.tsx";
import type { Route } from "./+types/show.ts";

export const PracticeDocument = graphql(`
  query Practice($slug: String!, $locale: String!, $reading: String!) {
    practice(slug: $slug) {
      slug
      state
      language
      fromLiterature
      demonstration
      evidence
      reading(locale: $reading) {
        title
        language
        origin
        stale
        availableLanguages
      }
      city {
        slug
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
      }
      sources {
        title
        url
      }
      contact {
        id
        name
        role
        email
        phone
        demonstration
      }
      similar(first: 4) {
        ...SimilarPractice
      }
      ...PracticeActions
      ...PracticeFacts
      ...ReadTexts
      history(first: 1) {
        ...HistoryLink
      }
    }
  }
`);

/** What the check page can have done just now. */
const doings = ["request", "sign", "requestAndSign", "archive"] as const;

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const reading = searchParams.get("text") ?? locale;
  const { practice } = await query({ request, context }, PracticeDocument, { slug: params.slug, locale, reading });
  if (!practice) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const done = doings.find((name) => name === searchParams.get("done"));
  return { practice, saved: searchParams.has("saved"), done };
}

export default function ShowPractice({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("practice");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { t: search } = useTranslation("search");
  const { practice, saved, done } = loaderData;
  const format = useFormats();
  const link = useLink();
  const { reading, city, pilot, evidence } = practice;
  const summary = textOf(practice, "summary");
  const state = practice.state === "published" ? [] : [codes(`practiceState.${practice.state}`)];
  return (
    <>
      <title>{`${reading.title} – Quintet`}</title>
      {summary ? <meta name="description" content={summary.text.slice(0, 300)} /> : null}
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link("/search"), label: common("nav.search") },
          { href: link(`/cities/${city.slug}`), label: city.name },
          { label: reading.title, lang: reading.language },
        ]}
      />
      <PageTitle
        title={reading.title}
        lang={reading.language}
        caption={[codes("kind.practice"), city.name, format.country(city.country), ...state].join(" · ")}
      >
        <TextLanguage
          language={reading.language}
          original={practice.language}
          origin={reading.origin}
          stale={reading.stale}
        />
        <OtherLanguages
          languages={reading.availableLanguages.filter((language) => language !== reading.language)}
          href={(language) => link(`/practices/${practice.slug}?text=${language}`)}
        />
        <PracticeActions practice={practice} />
      </PageTitle>
      {saved ? (
        <Notice tone="success" role="status">
          {common("saved")}
        </Notice>
      ) : null}
      {done ? (
        <Notice tone="success" role="status">
          {t(`done.${done === "requestAndSign" ? "sign" : done}`)}
        </Notice>
      ) : null}
      {practice.fromLiterature ? <Notice>{t("show.fromLiterature", { city: city.name })}</Notice> : null}
      {practice.demonstration ? <Notice tone="demonstration">{t("show.demonstration")}</Notice> : null}
      {summary ? <PlainText text={summary.text} lang={summary.lang} /> : <p>{t("show.notRecorded")}</p>}
      <p>
        <EvidenceTag level={evidence} /> {evidence ? codes(`evidenceHint.${evidence}`) : t("evidence.noneHint")}
      </p>
      {(["problem", "solution"] as const).map((name) => (
        <Section key={name} title={t(`field.${name}`)}>
          <PracticeText practice={practice} name={name} />
        </Section>
      ))}
      <Section id="results" title={t("show.results")} intro={t("show.resultsIntro")}>
        <PilotResults results={practice.results} />
      </Section>
      <Section title={t("field.wentWrong")}>
        <PracticeText practice={practice} name="wentWrong" />
      </Section>
      <Section title={t("show.effort")}>
        <PracticeEffort practice={practice} />
      </Section>
      <Section title={t("show.repeating")}>
        <PracticeTexts practice={practice} names={["mayChange", "mustNotChange", "conditions"]} />
      </Section>
      <Section id="tools" title={t("tools.title")} intro={t("tools.intro")}>
        <ToolList tools={practice.tools} />
      </Section>
      <Section title={t("show.facts")}>
        <PracticeFactList practice={practice} />
      </Section>
      {pilot ? (
        <Section title={t("show.pilot")}>
          <p>
            <a href={link(`/pilots/${pilot.slug}`)} lang={pilot.reading.language}>
              {pilot.reading.title}
            </a>
          </p>
        </Section>
      ) : null}
      {practice.similar.length > 0 ? (
        <Section title={search("similar.title")}>
          <SimilarPractices practices={practice.similar} />
        </Section>
      ) : null}
      <Section title={t("show.contact")}>
        {practice.contact ? (
          <Contacts contacts={[practice.contact]} />
        ) : (
          <p>
            {t("show.noContact")} <a href={link(`/cities/${city.slug}`)}>{city.name}</a>
          </p>
        )}
      </Section>
      <Section title={common("sources")}>
        {practice.sources.length === 0 ? <p>{t("show.noSources")}</p> : null}
        <ul>
          {practice.sources.map(({ title, url }) => (
            <li key={title}>{url ? <a href={url}>{title}</a> : title}</li>
          ))}
        </ul>
      </Section>
      {practice.reviews.length > 0 ? (
        <Section title={t("show.reviews")}>
          <Reviews reviews={practice.reviews} />
        </Section>
      ) : null}
      <HistoryLink history={practice.history} href={link(`/practices/${practice.slug}/history`)} />
    </>
  );
}
