import { useTranslation } from "#app/i18n/words.ts";
import { useRouteLoaderData } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { NetworkMap } from "#app/city/parts/network-map.tsx";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { Card, CardList, Figure, Figures, PageTitle, SearchBox, Section, SlotsSummary } from "#app/ui/index.ts";
import type { PageFrame } from "#app/root.tsx";
import type { Route } from "./+types/show.ts";

export const HomeDocument = graphql(`
  query Home($locale: String!) {
    networkProgress {
      asOf
      counts {
        signatories
        counting
        distribution
      }
      pilotsInReview
      practices
      footprintResults
    }
    cities(first: 100, filter: { standing: ["signatory"] }) {
      edges {
        node {
          slug
          name(locale: $locale)
          country
          latitude
          longitude
          countingPilots
        }
      }
    }
    practices(first: 4) {
      edges {
        node {
          slug
          area
          reading(locale: $locale) {
            title
            summary
            language
          }
          city {
            name(locale: $locale)
            country
          }
        }
      }
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  return query({ request, context }, HomeDocument, { locale });
}

export default function Home({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("home");
  const { t: codes } = useTranslation("codes");
  const { networkProgress: progress, cities, practices } = loaderData;
  const format = useFormats();
  const link = useLink();
  const frame = useRouteLoaderData<PageFrame>("root");
  return (
    <>
      <title>{t("title")}</title>
      <meta name="description" content={t("lead")} />
      <PageTitle title={t("heading")} lead={t("lead")}>
        <SearchBox
          action={link("/search")}
          label={t("search.label")}
          hint={t("search.hint")}
          button={t("search.button")}
        />
      </PageTitle>
      <Section title={t("now.title")} intro={t("report:asOf", { date: format.date(progress.asOf) })}>
        <Figures>
          <Figure
            label={t("now.signatories")}
            value={format.number(progress.counts.signatories)}
            note={frame?.demonstration ? t("now.signatoriesNote") : undefined}
            source={{ href: link("/cities"), label: t("report:seeCities") }}
          />
          <Figure
            label={t("report:counting")}
            value={format.number(progress.counts.counting)}
            note={t("now.inReview", { count: progress.pilotsInReview })}
            source={{ href: link("/progress"), label: t("now.seeProgress") }}
          />
          <Figure label={t("now.footprint")} value={null} note={t("now.footprintNote")} />
          <Figure
            label={t("now.practices")}
            value={format.number(progress.practices)}
            source={{ href: link("/search?kind=practice"), label: t("now.seePractices") }}
          />
        </Figures>
        <SlotsSummary
          label={t("report:distribution")}
          counts={progress.counts.distribution.map((value, full) => ({
            full,
            value,
            text: t("report:citiesWith", { count: value, full }),
          }))}
        />
      </Section>
      <Section title={t("map.title")}>
        <NetworkMap cities={cities.edges.map(({ node }) => node)} />
      </Section>
      <Section title={t("newest.title")}>
        <CardList>
          {practices.edges.map(({ node }) => (
            <Card
              key={node.slug}
              title={node.reading.title}
              lang={node.reading.language}
              href={link(`/practices/${node.slug}`)}
              caption={[
                node.city.name,
                node.area ? codes(`area.${node.area}`) : format.country(node.city.country),
                format.foreign(node.reading.language),
              ]
                .filter(Boolean)
                .join(" · ")}
            >
              <span lang={node.reading.language}>{node.reading.summary}</span>
            </Card>
          ))}
        </CardList>
      </Section>
    </>
  );
}
