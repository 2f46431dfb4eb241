import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { CharterClock } from "#app/charter/parts/clock.tsx";
import { servicesContext } from "#app/context.ts";
import { HistoryLink } from "#app/report/history/link.tsx";
import { FootprintFigure } from "#app/footprint/series/figure.tsx";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import {
  Breadcrumbs,
  Card,
  CardList,
  Figure,
  Figures,
  Notice,
  PageTitle,
  PlainText,
  Section,
  SummaryList,
} from "#app/ui/index.ts";
import { TextLanguage } from "#app/text-language.tsx";
import { CityActions } from "./parts/actions.tsx";
import { CitySlots } from "./parts/slots.tsx";
import { Contacts } from "./parts/contact-list.tsx";
import type { Route } from "./+types/show.ts";

export const CityDocument = graphql(`
  query City($slug: String!, $locale: String!) {
    city(slug: $slug) {
      slug
      name(locale: $locale)
      country
      type
      language
      population
      populationYear
      populationSource
      website
      department
      standing
      charterCode
      countingPilots
      demonstration
      ...CityActions
      history(first: 1) {
        ...HistoryLink
      }
      summary {
        text
        language
      }
      accessions {
        signed {
          date
          precision
          notLaterThan
        }
        councilDecided {
          date
          precision
        }
        signatoryName
        signatoryRole
        versionInferred
        groupName
        groupSize
        note
        charterVersion {
          code
        }
        ceremonies {
          on {
            date
            precision
          }
          place
          kind
        }
        sources {
          title
          url
        }
      }
      clock {
        ...CharterClock
      }
      ...CitySlots
      contacts {
        id
        name
        role
        email
        phone
        demonstration
      }
      footprint {
        ...FootprintFigure
      }
    }
    practices(first: 6, filter: { city: $slug }) {
      edges {
        node {
          slug
          area
          reading(locale: $locale) {
            title
            summary
            language
          }
        }
      }
    }
  }
`);

export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { city, practices } = await query({ request, context }, CityDocument, { slug: params.slug, locale });
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return {
    city,
    practices: practices.edges.map(({ node }) => node),
    saved: new URL(request.url).searchParams.has("saved"),
  };
}

export default function ShowCity({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("city");
  const { t: common } = useTranslation();
  const { t: codes } = useTranslation("codes");
  const { t: search } = useTranslation("search");
  const { city, practices, saved } = loaderData;
  const format = useFormats();
  const link = useLink();
  return (
    <>
      <title>{`${city.name} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link("/cities"), label: common("nav.cities") }, { label: city.name }]}
      />
      <PageTitle title={city.name} caption={`${format.country(city.country)} · ${codes(`standing.${city.standing}`)}`}>
        <CityActions city={city} />
      </PageTitle>
      {saved ? (
        <Notice tone="success" role="status">
          {common("saved")}
        </Notice>
      ) : null}
      {city.summary ? (
        <>
          <PlainText text={city.summary.text} lang={city.summary.language} />
          <TextLanguage language={city.summary.language} />
        </>
      ) : null}
      <Figures>
        <Figure
          label={t("edit.population")}
          value={city.population === null ? null : format.number(city.population)}
          note={[city.populationYear, city.populationSource].filter(Boolean).join(" · ") || t("show.noPopulation")}
        />
        <Figure label={t("report:counting")} value={format.number(city.countingPilots)} note={t("show.ofFive")} />
        <FootprintFigure slug={city.slug} footprint={city.footprint} />
      </Figures>
      <Section title={t("show.slots")} intro={t("show.slotsIntro")}>
        <CitySlots city={city} />
      </Section>
      {city.clock.length > 0 ? (
        <Section title={t("show.clock")} intro={t("show.clockIntro")}>
          <CharterClock hands={city.clock} />
        </Section>
      ) : null}
      {city.accessions.map((accession) => (
        <Section
          key={accession.charterVersion.code}
          title={t("show.accession", { text: codes(`charterVersion.${accession.charterVersion.code}`) })}
        >
          <SummaryList
            items={[
              {
                term: t("charter:field.signed"),
                value:
                  format.date(accession.signed.date, accession.signed.precision) ??
                  notLater(accession.signed.notLaterThan),
              },
              {
                term: t("charter:field.councilDecided"),
                value:
                  format.date(accession.councilDecided.date, accession.councilDecided.precision) ?? common("notKnown"),
              },
              {
                term: t("show.signatory"),
                value:
                  [accession.signatoryName, accession.signatoryRole].filter(Boolean).join(", ") || common("notKnown"),
              },
              ...(accession.groupName ? [{ term: t("show.group"), value: accession.groupName }] : []),
              ...accession.ceremonies.map((ceremony) => ({
                term: codes(`ceremony.${ceremony.kind}`),
                value: [format.date(ceremony.on.date, ceremony.on.precision), ceremony.place]
                  .filter(Boolean)
                  .join(", "),
              })),
              ...(accession.note ? [{ term: t("show.note"), value: <span lang="en">{accession.note}</span> }] : []),
              { term: common("sources"), value: <Sources sources={accession.sources} /> },
            ]}
          />
        </Section>
      ))}
      <Section title={t("show.practices")}>
        {practices.length === 0 ? <p>{t("show.noPractices")}</p> : null}
        <CardList>
          {practices.map((practice) => (
            <Card
              key={practice.slug}
              title={practice.reading.title}
              lang={practice.reading.language}
              href={link(`/practices/${practice.slug}`)}
              caption={[practice.area && codes(`area.${practice.area}`), format.foreign(practice.reading.language)]
                .filter(Boolean)
                .join(" · ")}
              level={3}
            >
              <span lang={practice.reading.language}>{practice.reading.summary}</span>
            </Card>
          ))}
        </CardList>
        <p>
          <a href={link(`/search?kind=practice&like=${city.slug}`)}>{search("like.fromCity", { city: city.name })}</a>
        </p>
      </Section>
      <Section title={t("show.contacts")}>
        <Contacts contacts={city.contacts} />
      </Section>
      <HistoryLink history={city.history} href={link(`/cities/${city.slug}/history`)} />
    </>
  );

  function notLater(date: string | null) {
    return date ? common("date.notLaterThan", { date: format.date(date) }) : common("notKnown");
  }
}

function Sources({ sources }: { sources: readonly { title: string; url: string | null }[] }) {
  return (
    <ul>
      {sources.map(({ title, url }) => (
        <li key={title}>{url ? <a href={url}>{title}</a> : title}</li>
      ))}
    </ul>
  );
}
