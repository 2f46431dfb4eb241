import { graphql, type ResultOf } from "#app/api/documents.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { type Asked, facets, type Filters, type Same } from "./address.ts";
import { SearchHitFragment } from "./hit.tsx";

export const SearchDocument = graphql(
  `
    query Search(
      $words: String
      $filters: SearchFilters
      $sort: SearchSort
      $page: Int!
      $without: [String!]
      $locale: String!
    ) {
      search(
        words: $words
        filters: $filters
        sort: $sort
        page: $page
        pageSize: 10
        without: $without
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
  `,
  [SearchHitFragment],
);

export const SearchTotalDocument = graphql(`
  query SearchTotal($words: String, $filters: SearchFilters, $without: [String!], $locale: String!) {
    search(words: $words, filters: $filters, without: $without, locale: $locale, pageSize: 1) {
      total
    }
  }
`);

export type Found = ResultOf<typeof SearchDocument>["search"];
export type Hit = Found["hits"][number];

/** A search with less asked for: without its words, or without one filter. */
export type Looser = {
  without: "words" | (typeof facets)[number]["name"];
  words: string;
  filters: Filters;
  total: number;
};

export async function find(asker: Asker, { words, filters, sort, page, without }: Asked): Promise<Found> {
  const { locale } = asker.context.get(servicesContext);
  return (
    await query(asker, SearchDocument, { words, filters: sent(filters), sort, page, without: [...without], locale })
  ).search;
}

/** Which single thing to leave out so that something is found, most found first. */
export async function looserSearches(asker: Asker, { words, filters, without }: Same): Promise<Looser[]> {
  const { locale } = asker.context.get(servicesContext);
  const chosen = facets.filter(({ name }) => filters[name].length > 0);
  const ideas = [
    ...(words && chosen.length > 0 ? [{ without: "words" as const, words: "", filters }] : []),
    ...chosen.map(({ name }) => ({ without: name, words, filters: { ...filters, [name]: [] } })),
  ];
  const counted = ideas.map(async (idea) => {
    const { search } = await query(asker, SearchTotalDocument, {
      ...{ words: idea.words, filters: sent(idea.filters), without: [...without], locale },
    });
    return { ...idea, total: search.total };
  });
  return (await Promise.all(counted)).filter(({ total }) => total > 0).toSorted((a, b) => b.total - a.total);
}

function sent(filters: Filters): Record<keyof Filters, string[]> {
  return Object.fromEntries(facets.map(({ name }) => [name, [...filters[name]]])) as Record<keyof Filters, string[]>;
}
