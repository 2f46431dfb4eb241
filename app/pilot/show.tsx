import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { Contacts } from "#app/city/parts/contact-list.tsx";
import { servicesContext } from "#app/context.ts";
import { HistoryLink } from "#app/report/history/link.tsx";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { TextLanguage } from "#app/text-language.tsx";
import { Breadcrumbs, Notice, PageTitle, PlainText, Section } from "#app/ui/index.ts";
import { PilotActions } from "./parts/actions.tsx";
import { PilotFactList } from "./parts/facts.tsx";
import { PilotHealth } from "./parts/health.tsx";
import { PilotLog } from "./parts/log-list.tsx";
import { MissingList } from "./parts/missing.tsx";
import { Reviews } from "#app/review/parts/reviews.tsx";
import { PilotResults } from "./result/results.tsx";
import { PilotCities } from "./sharing/shares.tsx";
import type { Route } from "./+types/show.ts";

export const PilotDocument = graphql(`
  query Pilot($slug: String!, $locale: String!, $reading: String!) {
    pilot(slug: $slug) {
      id
      slug
      state
      language
      demonstration
      viewerCan
      reading(locale: $reading) {
        title
        purpose
        description
        language
        origin
        stale
        availableLanguages
      }
      health {
        ...PilotHealth
      }
      missing {
        ...MissingList
      }
      cities {
        lead
        confirmed
        city {
          slug
          name(locale: $locale)
          viewerCan
        }
        ...PilotCities
      }
      entries {
        ...PilotLog
      }
      results {
        ...Results
      }
      reviews {
        ...Reviews
      }
      practices {
        slug
        reading(locale: $locale) {
          title
          language
        }
      }
      contact {
        id
        name
        role
        email
        phone
        demonstration
      }
      ...PilotActions
      ...PilotFacts
      history(first: 1) {
        ...HistoryLink
      }
    }
  }
`);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const reading = searchParams.get("text") ?? locale;
  const { pilot } = await query({ request, context }, PilotDocument, { slug: params.slug, locale, reading });
  if (!pilot) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const asked = searchParams.get("done");
  const done = (["request", "sign", "requestAndSign"] as const).find((move) => move === asked);
  return { pilot, done, saved: searchParams.has("saved"), wholeLog: searchParams.has("log") };
}

export default function ShowPilot({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("pilot");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { pilot, done, saved, wholeLog } = loaderData;
  const { list } = useFormats();
  const link = useLink();
  const { reading } = pilot;
  const lead = pilot.cities.find((share) => share.lead)?.city;
  const own = pilot.cities.find(({ confirmed, city }) => confirmed && city.viewerCan.includes("practice_create"));
  const others = reading.availableLanguages.filter((language) => language !== reading.language);
  return (
    <>
      <title>{`${reading.title} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link("/cities"), label: common("nav.cities") },
          ...(lead ? [{ href: link(`/cities/${lead.slug}`), label: lead.name }] : []),
          { label: reading.title, lang: reading.language },
        ]}
      />
      <PageTitle
        title={reading.title}
        lang={reading.language}
        caption={`${t("show.kind", { cities: list(pilot.cities.map(({ city }) => city.name)) })} · ${codes(`reviewState.${pilot.state}`)}`}
      >
        <TextLanguage
          language={reading.language}
          original={pilot.language}
          origin={reading.origin}
          stale={reading.stale}
        />
        {others.length > 0 ? (
          <OtherLanguages languages={others} href={(language) => link(`/pilots/${pilot.slug}?text=${language}`)} />
        ) : null}
        <PilotActions
          pilot={pilot}
          practice={own && link(`/cities/${own.city.slug}/practices/new?pilot=${encodeURIComponent(pilot.id)}`)}
        />
      </PageTitle>
      {done || saved ? (
        <Notice tone="success" role="status">
          {done ? t(`done.${done === "requestAndSign" ? "sign" : done}`) : common("saved")}
        </Notice>
      ) : null}
      {pilot.demonstration ? <Notice tone="demonstration">{t("show.demonstration")}</Notice> : null}
      {reading.purpose ? (
        <Section title={t("field.purpose")}>
          <PlainText text={reading.purpose} lang={reading.language} />
          {reading.description ? <PlainText text={reading.description} lang={reading.language} /> : null}
        </Section>
      ) : null}
      <Section title={t("show.health")}>
        <PilotHealth health={pilot.health} />
      </Section>
      <Section title={t("show.facts")}>
        <PilotFactList pilot={pilot} />
      </Section>
      <Section id="results" title={t("show.results")} intro={t("show.resultsIntro")}>
        <PilotResults
          results={pilot.results}
          change={
            pilot.viewerCan.includes("pilot_update") ? (id) => link(`/pilots/${pilot.slug}/results/${id}`) : undefined
          }
        />
      </Section>
      <Section title={t("show.log")}>
        <PilotLog entries={pilot.entries} whole={wholeLog} more={link(`/pilots/${pilot.slug}?log`)} />
      </Section>
      <Section title={t("show.counting")}>
        <PilotCities shares={pilot.cities} />
        {pilot.state === "accepted" ? null : <MissingList missing={pilot.missing} />}
      </Section>
      {pilot.practices.length > 0 ? (
        <Section title={t("show.practices")}>
          <ul>
            {pilot.practices.map((practice) => (
              <li key={practice.slug}>
                <a href={link(`/practices/${practice.slug}`)} lang={practice.reading.language}>
                  {practice.reading.title}
                </a>
              </li>
            ))}
          </ul>
        </Section>
      ) : null}
      {pilot.reviews.length > 0 ? (
        <Section title={t("show.reviews")}>
          <Reviews reviews={pilot.reviews} />
        </Section>
      ) : null}
      <Section title={t("field.contact")}>
        {pilot.contact ? <Contacts contacts={[pilot.contact]} /> : <p>{t("show.noContact")}</p>}
      </Section>
      <HistoryLink history={pilot.history} href={link(`/pilots/${pilot.slug}/history`)} />
    </>
  );
}

function OtherLanguages({ languages, href }: { languages: readonly string[]; href: (language: string) => string }) {
  const { t } = useTranslation("pilot");
  const format = useFormats();
  return (
    <p>
      {t("show.alsoIn")}{" "}
      {languages.map((language, index) => (
        <span key={language}>
          {index > 0 ? " · " : null}
          <a href={href(language)} hrefLang={language}>
            {format.language(language)}
          </a>
        </span>
      ))}
    </p>
  );
}
