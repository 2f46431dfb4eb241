import type { MultiSearchQuery, MultiSearchQueryWithFederation } from "meilisearch";
import { type FacetName, facetNames, type Filters, type SearchRequest } from "../engine.rules.ts";
import { documentId, everyWord } from "./meilisearch-document.ts";
import { everyField, wordFields } from "./meilisearch-settings.ts";
import { stopWords } from "./meilisearch-stop-words.ts";
import { type Term, termsOf } from "../words.rules.ts";

/** A query and the band that its hits stand in: all hits of a higher band come first. */
export type Query = { band: number; weight: number; query: MultiSearchQueryWithFederation };

/** So far apart are the weights of two bands that the best words of one do not reach the worst of the next. */
const step = 1e4;
/** More concepts than these are looked for, but do not count in the ranking. */
const rankedConcepts = 3;
const longEnoughToSplit = 9;
/** What stands after what: the words alone before broader concepts, concepts before words. */
const bands = { wider: 0, widerStrong: 1, words: 2, concepts: 3, ranked: 4 } as const;
const stop = new Set(stopWords);
const newest = ["day:desc", "kindRank:asc", "rowId:desc"] as const;
const orders = {
  relevance: ["kindRank:asc", "day:desc", "rowId:desc"],
  newest,
  carbon: ["savedCarbonKg:desc", ...newest],
} as const;

export const field = (name: FacetName) => (name === "language" ? "languages" : name);

/** Filters of all facets but one. */
export function filterOf(filters: Filters, without: FacetName | null = null): string[] {
  return facetNames.flatMap((name) => {
    const values = filters[name];
    return values?.length && name !== without ? [`${field(name)} IN [${values.map(quoted).join(", ")}]`] : [];
  });
}

/** What every row must have, whatever facet is counted. */
export function fixedFilterOf({ within = {}, except }: Pick<SearchRequest, "within" | "except">): string[] {
  return [...filterOf(within), ...(except ? [`id != ${quoted(documentId(except.kind, except.id))}`] : [])];
}

/** Slugs and codes reach a filter only in quotes. */
function quoted(value: string): string {
  return JSON.stringify(value);
}

/** The words as Meilisearch is asked for them: letters and digits and phrases, nothing that it could read as an operator. */
export function queryText(query: string): string {
  return termsOf(query)
    .filter(({ words }) => !(words.length === 1 && stop.has(words[0] ?? "")))
    .map(asText)
    .join(" ");
}

function asText({ words }: Term): string {
  return words.length > 1 ? `"${words.join(" ")}"` : (words[0] ?? "");
}

/** Whether a query holds words, but none that could be looked for: it finds nothing, rather than everything. */
export function saysNothing({ typed, words, concepts }: SearchRequest): boolean {
  return typed.trim() !== "" && concepts.length === 0 && queryText(words) === "";
}

/** Bands of the hits that have all words, where others are let in that lack some. */
const firstBands = 30;

/** As `queriesOf`, where too little has the concepts and all the words: the words are waived, and those that have them come first. */
export function looserQueriesOf(
  request: SearchRequest,
  index: string,
  filter: readonly string[],
  ranked: boolean,
): Query[] {
  const strict = queriesOf(request, index, filter, ranked).map(({ band, weight, query }) =>
    weightedQuery(band + firstBands, weight * step ** firstBands, query),
  );
  const typed = request.spans.join(" ").trim();
  return [...strict, ...queriesOf({ ...request, words: "", typed }, index, filter, ranked)];
}

/**
 * The queries that together find what is asked; merged by Meilisearch, without doubles. With `ranked` false only those that find,
 * not those that put in order.
 */
export function queriesOf(request: SearchRequest, index: string, filter: readonly string[], ranked: boolean): Query[] {
  const { concepts, spans, typed } = request;
  const rest = queryText(request.words);
  const base = {
    indexUid: index,
    attributesToRetrieve: ["kind", "rowId", "savedCarbonKg"],
    ...(request.sort === "relevance" && typed.trim() !== "" ? {} : { sort: [...orders[request.sort]] }),
  };
  const queries: Query[] = [];
  const add = (
    band: number,
    words: string,
    more: readonly string[] = [],
    matchingStrategy: "all" | "frequency" = "all",
  ) => {
    const found = { ...base, matchingStrategy, filter: [...filter, ...more] };
    const forWords = { ...found, q: words, attributesToSearchOn: [...wordFields] };
    const forAll = { ...found, q: everyWord, attributesToSearchOn: [everyField] };
    const weight = step ** band;
    queries.push(weightedQuery(band, weight, words === "" ? forAll : { ...forWords, locales: ["eng"] }));
    // What finds is asked once more by the parts of German compounds.
    if (band < bands.ranked && words.split(/[ "]/).some((word) => word.length >= longEnoughToSplit))
      queries.push(weightedQuery(band, 0.9 * weight, { ...forWords, locales: ["deu"] }));
  };
  if (concepts.length === 0) {
    add(bands.words, rest);
    return queries;
  }
  // A concept without a span was not asked for, but is broader than one that was: it comes after all others.
  const asked = concepts.filter((_slug, at) => spans[at]);
  const wider = concepts.filter((_slug, at) => !spans[at]);
  if (wider.length > 0) add(bands.wider, rest, [anyOf(wider, "either")]);
  if (wider.length > 0 && ranked && request.sort === "relevance")
    add(bands.widerStrong, rest, [anyOf(wider, "strong")]);
  for (const words of new Set(spans.filter(Boolean).map((span) => queryText(`${span} ${request.words}`))))
    if (words !== "") add(bands.words, words);
  const inOrder = ranked && request.sort === "relevance";
  if (asked.length > 0 && (!inOrder || asked.length > rankedConcepts))
    add(bands.concepts, rest, [anyOf(asked, "either")]);
  const both = queryText(typed);
  if (inOrder)
    for (const [place, more] of bandsOf(asked.slice(0, rankedConcepts)).entries()) {
      add(bands.ranked + 2 * place, rest, more);
      // Where all words were understood, some of them are enough to stand before what has none.
      if (both !== "" && both !== rest)
        add(bands.ranked + 1 + 2 * place, both, more, rest === "" ? "frequency" : "all");
    }
  return queries;
}

export function weightedQuery(band: number, weight: number, query: MultiSearchQuery): Query {
  return { band, weight, query: { ...query, federationOptions: { weight } } };
}

type Strength = "strong" | "either";

function has(slug: string, strength: Strength): string {
  return strength === "strong" ? `strong = ${quoted(slug)}` : `(strong = ${quoted(slug)} OR weak = ${quoted(slug)})`;
}

export function anyOf(slugs: readonly string[], strength: Strength): string {
  return slugs.map((slug) => has(slug, strength)).join(" OR ");
}

/** Filters, worst band first: by how many concepts a document at least touches, then by how many it is about. */
function bandsOf(slugs: readonly string[]): string[][] {
  const filters: string[][] = [];
  for (let matched = 1; matched <= slugs.length; matched += 1)
    for (let strong = 0; strong <= matched; strong += 1)
      filters.push([
        ...(strong > 0 ? [atLeast(strong, slugs, "strong")] : []),
        ...(matched > strong ? [atLeast(matched, slugs, "either")] : []),
      ]);
  return filters;
}

/** True for documents with at least so many of these concepts. */
export function atLeast(count: number, slugs: readonly string[], strength: Strength): string {
  return subsets(slugs, count)
    .map((some) => `(${some.map((slug) => has(slug, strength)).join(" AND ")})`)
    .join(" OR ");
}

function subsets<T>(all: readonly T[], size: number): T[][] {
  if (size === 0) return [[]];
  return all.flatMap((first, at) => subsets(all.slice(at + 1), size - 1).map((others) => [first, ...others]));
}
