import { graphql, type ResultOf } from "#app/api/documents.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { type AddressQuery, byFacet, facets, type ChosenValues, type Like, type Same } from "./address.ts";

export const SearchDocument = graphql(`
  query Search(
    $words: String
    $filters: SearchFilters
    $sort: SearchSort
    $page: Int!
    $without: [String!]
    $like: LikeInput
    $locale: String!
  ) {
    search(
      words: $words
      filters: $filters
      sort: $sort
      page: $page
      pageSize: 10
      without: $without
      like: $like
      locale: $locale
    ) {
      total
      pageCount
      outOfRange
      ignored
      widened
      understood {
        matched
        concept {
          slug
          label(locale: $locale)
        }
      }
      like {
        city {
          name(locale: $locale)
        }
        reasons {
          reason
          value
          used
        }
      }
      hits {
        ...SearchHitText
      }
      facets {
        name
        values {
          value
          count
          selected
        }
      }
    }
  }
`);

export type SearchResults = ResultOf<typeof SearchDocument>["search"];
export type ListedHit = SearchResults["hits"][number];

export async function find(
  asker: Asker,
  { words, filters, sort, page, without, like }: AddressQuery,
): Promise<SearchResults> {
  const { locale } = asker.context.get(servicesContext);
  const asked = { words, filters: sentFilters(filters), sort, page, without: [...without], like: sentLike(like) };
  return (await query(asker, SearchDocument, { ...asked, locale })).search;
}

/** What the API answered to: without the values that do not exist, which it leaves out and names. */
export function searchAnswered({ words, sort, without, like }: AddressQuery, found: SearchResults): Same {
  const valuesOf = (name: string) => found.facets.find((facet) => facet.name === name)?.values ?? [];
  const chosen = (name: string) => valuesOf(name).flatMap(({ value, selected }) => (selected ? [value] : []));
  return { words, filters: byFacet(({ name }) => chosen(name)), sort, without, like: found.like ? like : null };
}

export function sentFilters(filters: ChosenValues): Record<keyof ChosenValues, string[]> {
  return Object.fromEntries(facets.map(({ name }) => [name, [...filters[name]]])) as Record<
    keyof ChosenValues,
    string[]
  >;
}

export function sentLike(like: Like | null) {
  return like && { city: like.city, without: [...like.unlike] };
}
