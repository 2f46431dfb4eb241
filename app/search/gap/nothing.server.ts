import { graphql } from "#app/api/documents.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import type { FacetName } from "#graphql/search/engine.rules.ts";
import { byFacet, facets, type Reason, type Same } from "../find/address.ts";
import { type SearchResults, type ListedHit, sentFilters, sentLike } from "../find/find.server.ts";

export const SearchTotalDocument = graphql(`
  query SearchTotal($words: String, $filters: SearchFilters, $without: [String!], $like: LikeInput, $locale: String!) {
    search(words: $words, filters: $filters, without: $without, like: $like, locale: $locale, pageSize: 1) {
      total
    }
  }
`);

export const NearestDocument = graphql(`
  query Nearest($words: String, $filters: SearchFilters, $without: [String!], $like: LikeInput, $locale: String!) {
    search(words: $words, filters: $filters, without: $without, like: $like, locale: $locale, pageSize: 3) {
      hits {
        ...SearchHitText
      }
    }
  }
`);

/** A search with less asked for: without its words, one filter, one reason of likeness, or the likeness as a whole. */
export type Looser = Same & { dropped: "words" | "like" | FacetName | { reason: Reason }; total: number };
/** What comes nearest: in another language, by what the words mean rather than side by side, or so without any filter. */
export type Nearest = { by: "language" | "meaning" | "anywhere"; hits: readonly ListedHit[] };
export type Help = { looser: Looser[]; nearest: Nearest | null };

/** What to offer where nothing was found. */
export async function helpOn(asker: Asker, same: Same, found: SearchResults): Promise<Help> {
  const [looser, nearest] = await Promise.all([looserSearches(asker, same, found), nearestHits(asker, same)]);
  return { looser, nearest };
}

/** Which single thing to leave out so that something is found, most found first. */
async function looserSearches(asker: Asker, same: Same, found: SearchResults): Promise<Looser[]> {
  const { locale } = asker.context.get(servicesContext);
  const { words, filters, like } = same;
  const chosen = facets.filter(({ name }) => filters[name].length > 0);
  const used = found.like?.reasons.filter((entry) => entry.used) ?? [];
  const ideas = [
    ...(words && (chosen.length > 0 || like) ? [{ ...same, words: "", dropped: "words" as const }] : []),
    ...chosen.map(({ name }) => ({ ...same, filters: { ...filters, [name]: [] }, dropped: name })),
    ...(like && used.length > 1
      ? used.map(({ reason }) => ({
          ...same,
          like: { ...like, unlike: [...like.unlike, reason] },
          dropped: { reason },
        }))
      : []),
    ...(like && used.length > 0 ? [{ ...same, like: null, dropped: "like" as const }] : []),
  ];
  const counted = ideas.map(async (idea) => {
    const asked = { words: idea.words, filters: sentFilters(idea.filters), like: sentLike(idea.like) };
    const { search } = await query(asker, SearchTotalDocument, { ...asked, without: [...idea.without], locale });
    return { ...idea, total: search.total };
  });
  return (await Promise.all(counted)).filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total);
}

/** The first of three ways to come near that finds something. */
async function nearestHits(asker: Asker, same: Same): Promise<Nearest | null> {
  const { locale } = asker.context.get(servicesContext);
  const { words, filters, without, like } = same;
  const plain = { words: words.replaceAll(/["“”„«»]/g, " ").trim(), without: [] };
  const kind = filters.kind.length > 0 ? filters.kind : ["practice"];
  const filtered = like !== null || facets.some(({ name }) => filters[name].length > 0);
  const ways: (Pick<Same, "words" | "filters" | "without" | "like"> & Pick<Nearest, "by">)[] = [
    ...(filters.language.length > 0
      ? [{ ...same, by: "language" as const, filters: { ...filters, kind, language: [] } }]
      : []),
    ...(plain.words !== words || without.length > 0
      ? [{ ...plain, by: "meaning" as const, filters: { ...filters, kind }, like }]
      : []),
    ...(filtered ? [{ ...plain, by: "anywhere" as const, filters: { ...byFacet(() => []), kind }, like: null }] : []),
  ];
  for (const { by, ...way } of plain.words ? ways : []) {
    const asked = { words: way.words, filters: sentFilters(way.filters), like: sentLike(way.like) };
    const { search } = await query(asker, NearestDocument, { ...asked, without: [...way.without], locale });
    if (search.hits.length > 0) return { by, hits: search.hits };
  }
  return null;
}
