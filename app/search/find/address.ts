import type { FacetName } from "#graphql/search/engine.rules.ts";
import { gridBands } from "#graphql/search/find/input.ts";
import { citySizes } from "#graphql/city/rules.ts";
import { STAGES } from "#graphql/pilot/rules.ts";
import { EVIDENCE_LEVELS } from "#graphql/vocabulary/evidence.rules.ts";

/** Kinds of things to find, in the order in which they are offered. */
export const kinds = ["practice", "pilot", "result", "tool", "city"] as const;

/** The facets in the order of the panel: their names in the API and in the address, their order where it is not by count, and
 *  whether they are shown only on demand. */
export const facets = [
  { name: "kind", param: "kind" },
  { name: "area", param: "area" },
  { name: "role", param: "role" },
  { name: "stage", param: "stage", order: STAGES },
  { name: "evidence", param: "evidence", order: EVIDENCE_LEVELS },
  { name: "language", param: "lang" },
  { name: "country", param: "country" },
  { name: "region", param: "region" },
  { name: "citySize", param: "size", order: citySizes },
  { name: "grid", param: "grid", order: gridBands },
  { name: "cityLanguage", param: "city-lang", onDemand: true },
] as const satisfies readonly { name: FacetName; param: string; order?: readonly string[]; onDemand?: boolean }[];

export type ChosenValues = Record<FacetName, readonly string[]>;
export const sorts = ["relevance", "newest", "carbon"] as const;
export type Sort = (typeof sorts)[number];

/** What makes two cities alike. */
export const reasons = ["size", "region", "grid", "language"] as const;
export type Reason = (typeof reasons)[number];
/** A city whose like are meant, by its slug, and in what they need not be alike. */
export type Like = { city: string; unlike: readonly Reason[] };

/** A list of values for each facet. */
export function byFacet(valuesOf: (facet: (typeof facets)[number]) => readonly string[]): ChosenValues {
  return Object.fromEntries(facets.map((facet) => [facet.name, valuesOf(facet)])) as unknown as ChosenValues;
}

/** What the address asks for. `page` is 0 when it is no page number; `typedPage` is what stands there. */
export type AddressQuery = {
  words: string;
  filters: ChosenValues;
  sort: Sort;
  page: number;
  typedPage: string;
  all: string | null;
  /** Concepts that were understood and not meant. */
  without: readonly string[];
  like: Like | null;
};

const longestWords = 200;
const mostValues = 30;
const slug = /^[a-z0-9-]{1,80}$/;

export function readAddress(params: URLSearchParams): AddressQuery {
  const typedPage = (params.get("page") ?? "1").slice(0, 12);
  const values = (param: string) => [...new Set(params.getAll(param))].filter(Boolean).slice(0, mostValues);
  const city = readText(params.get("like"), 80).toLowerCase();
  return {
    words: readText(params.get("q"), longestWords),
    filters: byFacet(({ param }) => values(param)),
    sort: sorts.find((sort) => sort === params.get("sort")) ?? "relevance",
    page: /^\d{1,6}$/.test(typedPage) ? Number(typedPage) : 0,
    typedPage,
    all: params.get("all"),
    without: values("without").filter((concept) => slug.test(concept)),
    like: city ? { city, unlike: reasons.filter((reason) => values("unlike").includes(reason)) } : null,
  };
}

function readText(typed: string | null, longest: number): string {
  return (typed ?? "")
    .replaceAll(/\p{Cc}+/gu, " ")
    .trim()
    .slice(0, longest)
    .toWellFormed();
}

/** What all addresses of one search have in common. */
export type Same = Pick<AddressQuery, "words" | "filters" | "sort" | "without" | "like">;
type Part = keyof Same;

/** The same search as name and value, as they stand in the address; what is left at its default is left out, and what `leave` names. */
export function addressPairs(same: Same, leave: readonly Part[] = []): [string, string][] {
  const { words, filters, sort, without, like } = same;
  const parts: Record<Part, [string, string][]> = {
    words: words ? [["q", words]] : [],
    filters: facets.flatMap(({ name, param }) => filters[name].map((value): [string, string] => [param, value])),
    like: like ? [["like", like.city], ...like.unlike.map((reason): [string, string] => ["unlike", reason])] : [],
    sort: sort === "relevance" ? [] : [["sort", sort]],
    without: words ? without.map((concept): [string, string] => ["without", concept]) : [],
  };
  return Object.entries(parts).flatMap(([part, pairs]) => (leave.includes(part as Part) ? [] : pairs));
}

/** The same search with some things changed, as an address. */
export function searchAddress({ page = 1, all, ...same }: Same & { page?: number; all?: string }): string {
  const params = new URLSearchParams(addressPairs(same));
  if (page > 1) params.set("page", String(page));
  if (all) params.set("all", all);
  return `/search${params.size > 0 ? `?${params}` : ""}`;
}
