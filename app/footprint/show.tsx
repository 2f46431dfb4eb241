import { useTranslation } from "#app/i18n/words.ts";
import { data } from "react-router";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useLink } from "#app/i18n/links.ts";
import { Breadcrumbs, EmptyState, Notice, PageTitle, Section } from "#app/ui/index.ts";
import { BaselineHistory } from "./baseline/history.tsx";
import { Bridge } from "./bridge/bridge.tsx";
import { Downloads } from "./inventory/downloads.tsx";
import { FootprintActions } from "./inventory/actions.tsx";
import { Headline, Standing } from "./series/headline.tsx";
import { Provenance } from "./inventory/provenance.tsx";
import { Readings } from "./result/readings.tsx";
import { Territory } from "./series/territory.tsx";
import { bridgeYears, pathForm, publishedYears } from "./inventory/views.ts";
import { YearsChart } from "./series/years-chart.tsx";
import type { Route } from "./+types/show.ts";

export const FootprintDocument = graphql(`
  query Footprint($slug: String!, $locale: String!) {
    city(slug: $slug) {
      slug
      name(locale: $locale)
      footprint {
        baselineOutdated
        plan {
          path
          thresholdPercent
        }
        baseline {
          baseYear
        }
        baselines {
          ...BaselineHistory
        }
        aim {
          year
        }
        years {
          year
          total {
            central
          }
        }
        latest {
          year
          inventory {
            demonstration
            ...Provenance
          }
        }
        ...FootprintActions
        ...FootprintHeadline
        ...Readings
        ...YearsChart
      }
      ...Territory
    }
  }
`);

export const FootprintBridgeDocument = graphql(`
  query FootprintBridge($slug: String!, $from: Int!, $to: Int!) {
    city(slug: $slug) {
      footprint {
        bridge(from: $from, to: $to) {
          ...Bridge
        }
      }
    }
  }
`);

export async function loader({ request, context, params: { slug } }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { city } = await query({ request, context }, FootprintDocument, { slug, locale });
  if (!city) throw data({ code: "NOT_FOUND" }, { status: 404 });
  const { searchParams } = new URL(request.url);
  const compared = bridgeYears(city.footprint, searchParams);
  const bridge = compared
    ? (await query({ request, context }, FootprintBridgeDocument, { slug, ...compared })).city?.footprint.bridge
    : null;
  const path = pathForm(searchParams.get("path")) ?? city.footprint.plan.path;
  return { city, bridge: bridge ?? null, compared, path, saved: searchParams.has("saved") };
}

export default function ShowFootprint({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const { city, bridge, compared, path, saved } = loaderData;
  const { footprint, slug } = city;
  const link = useLink();
  const latest = footprint.latest?.inventory ?? null;
  return (
    <>
      <title>{`${t("show.pageTitle", { city: city.name })} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[
          { href: link("/cities"), label: common("nav.cities") },
          { href: link(`/cities/${slug}`), label: city.name },
          { label: t("show.title") },
        ]}
      />
      <PageTitle
        title={t("show.title")}
        caption={city.name}
        lead={latest ? <Headline footprint={footprint} /> : undefined}
      >
        {latest ? <Standing footprint={footprint} /> : null}
        <FootprintActions slug={slug} footprint={footprint} />
      </PageTitle>
      {saved ? (
        <Notice tone="success" role="status">
          {common("saved")}
        </Notice>
      ) : null}
      {latest?.demonstration ? <Notice tone="demonstration">{t("show.demonstration")}</Notice> : null}
      {latest ? (
        <>
          <Readings footprint={footprint} />
          <Section id="years" title={t(footprint.aim ? "show.years.title" : "show.years.chartNoAim")}>
            <YearsChart slug={slug} footprint={footprint} path={path} />
          </Section>
          <Section id="change" title={t("show.bridge.title")} intro={t("show.bridge.intro")}>
            <Bridge
              slug={slug}
              years={publishedYears(footprint.years)}
              compared={compared}
              bridge={bridge}
              path={path}
            />
          </Section>
          <Section id="baseline" title={t("show.baseline.title")}>
            <BaselineHistory footprint={footprint} />
          </Section>
          <Section title={t("show.basis.title")} intro={t("show.basis.intro", { year: footprint.latest?.year })}>
            <Provenance inventory={latest} />
          </Section>
        </>
      ) : (
        <EmptyState title={t("show.empty.title")}>
          <p>{t("show.empty.meaning")}</p>
        </EmptyState>
      )}
      <Territory city={city} />
      <Section title={t("show.never.title")}>
        <ul>
          {(["enabled", "offsets", "households"] as const).map((what) => (
            <li key={what}>{t(`show.never.${what}`)}</li>
          ))}
        </ul>
      </Section>
      {footprint.latest ? (
        <Section title={t("show.downloads", { year: footprint.latest.year })}>
          <Downloads slug={slug} year={footprint.latest.year} />
        </Section>
      ) : null}
    </>
  );
}
