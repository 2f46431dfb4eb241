import { useTranslation } from "#app/i18n/words.ts";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { countries } from "#app/charter/accession/countries.ts";
import { useLink } from "#app/i18n/links.ts";
import { Breadcrumbs, Card, CardList, PageTitle, Section, StatusTag } from "#app/ui/index.ts";
import { FactorComparison } from "./factor/comparison.tsx";
import { GridFactors } from "./factor/grid-factors.tsx";
import type { Route } from "./+types/factors.ts";

export const FactorSetsDocument = graphql(`
  query FactorSets {
    factorSets {
      id
      code
      title
      publisher
      publicationYear
      licence
      isDefault
      usedBy
      factors {
        id
      }
      ...FactorComparison
    }
  }
`);

export const GridReferenceDocument = graphql(`
  query GridReference($country: String!) {
    gridFactors(country: $country) {
      ...GridFactors
    }
  }
`);

export async function loader({ request, context }: Route.LoaderArgs) {
  const asker = { request, context };
  const { factorSets } = await query(asker, FactorSetsDocument);
  const asked = new URL(request.url).searchParams.get("country")?.toUpperCase() ?? "";
  const country = /^[A-Z]{2}$/.test(asked) ? asked : null;
  const { gridFactors } = country ? await query(asker, GridReferenceDocument, { country }) : { gridFactors: [] };
  return { factorSets, country, gridFactors };
}

export default function Factors({ loaderData: { factorSets, country, gridFactors } }: Route.ComponentProps) {
  const { t } = useTranslation("footprint");
  const { t: common } = useTranslation();
  const link = useLink();
  return (
    <>
      <title>{`${t("factors.title")} – Quintet`}</title>
      <Breadcrumbs
        label={common("nav.breadcrumbs")}
        items={[{ href: link("/progress"), label: common("nav.progress") }, { label: t("factors.title") }]}
      />
      <PageTitle title={t("factors.title")} lead={t("factors.lead")} />
      <Section title={t("factors.sets")} intro={t("factors.setsIntro")}>
        <CardList>
          {factorSets.map((set) => (
            <Card
              key={set.id}
              title={set.title}
              lang="en"
              href={link(`/footprint/factors/${set.code}`)}
              caption={`${set.publisher} · ${set.publicationYear}`}
              foot={
                <StatusTag tone={set.isDefault ? "good" : "quiet"}>
                  {t(set.isDefault ? "factors.default" : "factors.alternative")}
                </StatusTag>
              }
            >
              <p>{t("factors.used", { number: set.usedBy })}</p>
              <p>{t("factors.count", { number: set.factors.length, licence: set.licence })}</p>
            </Card>
          ))}
        </CardList>
      </Section>
      <Section id="compare" title={t("factors.compare")} intro={t("factors.compareIntro")}>
        <FactorComparison sets={factorSets} />
      </Section>
      <Section id="grid" title={t("factors.grid.title")} intro={t("factors.grid.intro")}>
        <GridFactors country={country} countries={countries} rows={gridFactors} />
      </Section>
    </>
  );
}
