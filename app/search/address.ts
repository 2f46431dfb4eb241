import { citySizes } from "#graphql/search/input.ts";
import { EVIDENCE_LEVELS, STAGES } from "#graphql/pilot/rules.ts";

/** The facets in the order of the panel: their names in the API and in the address, and their order where it is not by count. */
export const facets = [
  { name: "kind", param: "kind" },
  { name: "area", param: "area" },
  { name: "role", param: "role" },
  { name: "country", param: "country" },
  { name: "citySize", param: "size", order: citySizes },
  { name: "stage", param: "stage", order: STAGES },
  { name: "evidence", param: "evidence", order: EVIDENCE_LEVELS },
  { name: "language", param: "lang" },
] as const satisfies readonly { name: string; param: string; order?: readonly string[] }[];

export type FacetName = (typeof facets)[number]["name"];
export type Filters = Record<FacetName, readonly string[]>;
export type Sort = "relevance" | "newest";

/** A list of values for each facet. */
export function byFacet(valuesOf: (facet: (typeof facets)[number]) => readonly string[]): Filters {
  return Object.fromEntries(facets.map((facet) => [facet.name, valuesOf(facet)])) as unknown as Filters;
}

/** What the address asks for. `page` is 0 when it is no page number; `typedPage` is what stands there. */
export type Asked = {
  words: string;
  filters: Filters;
  sort: Sort;
  page: number;
  typedPage: string;
  all: string | null;
  /** Concepts that were understood and not meant. */
  without: readonly string[];
};

const longestWords = 200;
const mostValues = 30;

export function readAddress(params: URLSearchParams): Asked {
  const typedPage = (params.get("page") ?? "1").slice(0, 12);
  const values = (param: string) => [...new Set(params.getAll(param))].filter(Boolean).slice(0, mostValues);
  return {
    words: (params.get("q") ?? "")
      .replaceAll(/\p{Cc}+/gu, " ")
      .trim()
      .slice(0, longestWords)
      .toWellFormed(),
    filters: byFacet(({ param }) => values(param)),
    sort: params.get("sort") === "newest" ? "newest" : "relevance",
    page: /^\d{1,6}$/.test(typedPage) ? Number(typedPage) : 0,
    typedPage,
    all: params.get("all"),
    without: values("without").filter((slug) => /^[a-z0-9-]{1,80}$/.test(slug)),
  };
}

/** The filters as name and value, as they stand in the address. */
export function filterPairs(filters: Filters): [string, string][] {
  return facets.flatMap(({ name, param }) => filters[name].map((value): [string, string] => [param, value]));
}

/** What all addresses of one search have in common. */
export type Same = Pick<Asked, "words" | "filters" | "sort" | "without">;

/** The same search with some things changed, as an address; what is left at its default is left out. */
export function searchAddress({
  words,
  filters,
  sort,
  page = 1,
  all,
  without,
}: Same & { page?: number; all?: string }): string {
  const params = new URLSearchParams(words ? { q: words } : {});
  for (const [param, value] of filterPairs(filters)) params.append(param, value);
  if (sort !== "relevance") params.set("sort", sort);
  if (page > 1) params.set("page", String(page));
  if (all) params.set("all", all);
  for (const slug of words ? without : []) params.append("without", slug);
  return `/search${params.size > 0 ? `?${params}` : ""}`;
}
