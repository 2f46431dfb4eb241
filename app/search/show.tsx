import { useTranslation } from "react-i18next";
import { data } from "react-router";
import { useLink } from "#app/i18n/links.ts";
import {
  ButtonLink,
  Columns,
  Notice,
  PageTitle,
  Pagination,
  ResultList,
  SearchBox,
  Section,
  SortLinks,
} from "#app/ui/index.ts";
import { byFacet, filterPairs, type Filters, readAddress, searchAddress } from "./address.ts";
import { ChosenFilters, SearchFilters } from "./filters.tsx";
import { find, type Found, looserSearches } from "./find.server.ts";
import { SearchResult } from "./hit.tsx";
import { NothingFound } from "./nothing.tsx";
import { Understood } from "./understood.tsx";
import type { Route } from "./+types/show.ts";

/** The chosen values that exist: the API leaves out the others and names them. */
function chosenIn(found: Found): Filters {
  const valuesOf = (name: string) => found.facets.find((facet) => facet.name === name)?.values ?? [];
  return byFacet(({ name }) =>
    valuesOf(name)
      .filter(({ selected }) => selected)
      .map(({ value }) => value),
  );
}

export async function loader({ request, context }: Route.LoaderArgs) {
  const asker = { request, context };
  const asked = readAddress(new URL(request.url).searchParams);
  const found = await find(asker, asked);
  const filters = chosenIn(found);
  const looser = found.total === 0 ? await looserSearches(asker, { ...asked, filters }) : [];
  return data({ found, looser, asked: { ...asked, filters } }, { status: found.outOfRange ? 404 : 200 });
}

export default function Search({ loaderData: { found, looser, asked } }: Route.ComponentProps) {
  const { t } = useTranslation("search");
  const { t: common } = useTranslation();
  const link = useLink();
  const { words, filters, sort, page, without } = asked;
  const { total, pageCount } = found;
  const heading = words ? t("countWords", { count: total, words }) : t("count", { count: total });
  const place = pageCount > 1 && !found.outOfRange ? [t("pageOf", { page, pages: pageCount })] : [];
  const same = { words, filters, sort, without };
  return (
    <>
      <title>{[...(words ? [words] : []), ...place, t("title"), "Quintet"].join(" – ")}</title>
      {total === 0 || found.outOfRange ? <meta name="robots" content="noindex" /> : null}
      <PageTitle title={t("title")} lead={t("lead")} />
      <SearchBox
        action={link("/search")}
        label={t("words")}
        button={t("search")}
        hint={t("hint")}
        value={words}
        keep={[...filterPairs(filters), ...(sort === "newest" ? [["sort", sort] as const] : [])]}
      />
      {found.ignored.length > 0 ? <Ignored values={found.ignored} /> : null}
      <Columns sideFirst sideLabel={t("filters")} side={<SearchFilters found={found} {...same} all={asked.all} />}>
        <Section id="results" title={heading}>
          <Understood found={found} {...same} />
          <ChosenFilters {...same} />
          {total > 1 && !found.outOfRange ? (
            <SortLinks
              label={t("sort.label")}
              items={(["relevance", "newest"] as const).map((name) => ({
                href: link(searchAddress({ ...same, sort: name })),
                label: t(`sort.${name}`),
                current: sort === name,
              }))}
            />
          ) : null}
          {found.outOfRange ? (
            <Notice tone="warning" title={common("pagination.outOfRange", { page: asked.typedPage })}>
              <ButtonLink look="secondary" href={link(searchAddress(same))}>
                {common("pagination.first")}
              </ButtonLink>
            </Notice>
          ) : null}
          {total === 0 ? <NothingFound {...same} looser={looser} /> : null}
          {found.hits.length > 0 ? (
            <ResultList label={t("results")} start={(page - 1) * 10 + 1}>
              {found.hits.map((hit, index) => (
                <SearchResult key={index} hit={hit} />
              ))}
            </ResultList>
          ) : null}
          {found.outOfRange ? null : (
            <Pagination
              label={common("pagination.label")}
              page={page}
              pages={pageCount}
              hrefOf={(number) => link(searchAddress({ ...same, page: number }))}
              pageLabel={(number) => common("pagination.page", { page: number })}
              previous={common("pagination.previous")}
              next={common("pagination.next")}
            />
          )}
        </Section>
      </Columns>
    </>
  );
}

/** Says which filters of the address do not exist. */
function Ignored({ values }: { values: readonly string[] }) {
  const { t } = useTranslation("search");
  const parts = values.map(
    (entry) => [entry.slice(0, entry.indexOf(":")), entry.slice(entry.indexOf(":") + 1)] as const,
  );
  return (
    <Notice tone="warning" title={t("ignored.title")}>
      <ul>
        {parts.map(([name, value]) => (
          <li key={`${name}:${value}`}>{t("ignored.value", { group: t(`facet.${name}`), value })}</li>
        ))}
      </ul>
    </Notice>
  );
}
