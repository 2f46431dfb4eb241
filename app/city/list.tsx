import { useTranslation } from "#app/i18n/words.ts";
import { graphql, type ResultOf } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { useFormats } from "#app/i18n/format.ts";
import { useLink } from "#app/i18n/links.ts";
import { Actions, ButtonLink, Columns, DataTable, FilterPanel, PageTitle, Slots } from "#app/ui/index.ts";
import { NoCities } from "./parts/no-cities.tsx";
import type { Route } from "./+types/list.ts";

export const CitiesDocument = graphql(`
  query Cities($filter: CityFilter, $sort: CitySort, $after: String, $locale: String!) {
    cities(first: 25, after: $after, filter: $filter, sort: $sort) {
      totalCount
      pageInfo {
        hasNextPage
        endCursor
      }
      edges {
        node {
          id
          slug
          name(locale: $locale)
          country
          charterCode
          standing
          countingPilots
          slots {
            slot
            state
          }
        }
      }
    }
    cityFacets {
      countries
      charterCodes
      standings
    }
  }
`);

type Row = ResultOf<typeof CitiesDocument>["cities"]["edges"][number]["node"];
const sorts = ["name", "country", "charter", "standing", "counting"] as const;
type Sort = (typeof sorts)[number];

export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { searchParams } = new URL(request.url);
  const asked = searchParams.get("sort");
  const sort = sorts.find((name) => name === asked) ?? "name";
  const filter = {
    country: searchParams.getAll("country"),
    charterCode: searchParams.getAll("charter"),
    standing: searchParams.getAll("standing"),
  };
  const after = searchParams.get("after");
  const result = await query({ request, context }, CitiesDocument, { filter, sort, after, locale });
  return { ...result, filter, sort, after };
}

export default function ListCities({ loaderData }: Route.ComponentProps) {
  const { t } = useTranslation("city");
  const { t: codes } = useTranslation("codes");
  const { t: common } = useTranslation();
  const { cities, cityFacets, filter, sort, after } = loaderData;
  const format = useFormats();
  const link = useLink();
  const rows = cities.edges.map(({ node }) => node);
  const header = (key: Sort, label: string) => ({
    key,
    header: label,
    sort: { href: `?${address(filter, key)}`, direction: sort === key ? ("ascending" as const) : undefined },
  });
  return (
    <>
      <title>{`${t("list.title")} – Quintet`}</title>
      <PageTitle title={t("list.title")} lead={t("list.lead", { count: cities.totalCount ?? 0 })} />
      <Columns
        sideFirst
        sideLabel={t("list.filters")}
        side={
          <FilterPanel
            action={link("/cities")}
            label={t("list.filters")}
            button={common("action.apply")}
            clear={{ href: link("/cities"), label: common("action.clear") }}
            keep={[["sort", sort]]}
            groups={[
              group("country", t("list.country"), cityFacets.countries, filter.country, format.country),
              group("charter", t("list.charter"), cityFacets.charterCodes, filter.charterCode, (code) =>
                codes(`charterVersion.${code}`),
              ),
              group("standing", t("list.standing"), cityFacets.standings, filter.standing, (code) =>
                codes(`standing.${code}`),
              ),
            ]}
          />
        }
      >
        {rows.length === 0 ? <NoCities filtered={cityFacets.countries.length > 0} /> : null}
        <DataTable<Row>
          caption={t("list.caption")}
          captionHidden
          narrow="stack"
          rows={rows}
          rowKey={(row) => row.id}
          columns={[
            {
              ...header("name", t("codes:kind.city")),
              rowHeader: true,
              cell: (row) => <a href={link(`/cities/${row.slug}`)}>{row.name}</a>,
            },
            { ...header("country", t("list.country")), cell: (row) => format.country(row.country) },
            {
              ...header("charter", t("list.charter")),
              cell: (row) => (row.charterCode ? codes(`charterVersion.${row.charterCode}`) : "–"),
            },
            { ...header("standing", t("list.standing")), cell: (row) => codes(`standing.${row.standing}`) },
            {
              ...header("counting", t("list.pilots")),
              cell: (row) => (
                <Slots
                  size="small"
                  states={row.slots.map(({ state }) => state)}
                  label={common("slots.label", { count: row.countingPilots })}
                />
              ),
            },
          ]}
        />
        <Actions>
          {after ? (
            <ButtonLink look="secondary" href={`?${address(filter, sort)}`}>
              {common("pagination.first")}
            </ButtonLink>
          ) : null}
          {cities.pageInfo.hasNextPage && cities.pageInfo.endCursor ? (
            <ButtonLink
              look="secondary"
              href={`?${address(filter, sort)}&after=${encodeURIComponent(cities.pageInfo.endCursor)}`}
            >
              {common("pagination.next")}
            </ButtonLink>
          ) : null}
        </Actions>
      </Columns>
    </>
  );
}

type Filter = Route.ComponentProps["loaderData"]["filter"];

function address(filter: Filter, sort: string): string {
  const params = new URLSearchParams({ sort });
  for (const code of filter.country) params.append("country", code);
  for (const code of filter.charterCode) params.append("charter", code);
  for (const code of filter.standing) params.append("standing", code);
  return params.toString();
}

function group(
  name: string,
  title: string,
  codes: readonly string[],
  chosen: readonly string[],
  label: (code: string) => string,
) {
  const options = codes.map((value) => ({ value, label: label(value), checked: chosen.includes(value) }));
  return { name, title, options, open: chosen.length > 0 };
}
