import { graphql, type ResultOf } from "#app/api/documents.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";

export const OwnCitiesDocument = graphql(`
  query OwnCities($locale: String!) {
    viewer {
      memberships {
        city {
          slug
          name(locale: $locale)
        }
      }
    }
  }
`);

export const CitiesToBeLikeDocument = graphql(`
  query CitiesToBeLike($locale: String!, $after: String) {
    cities(first: 100, after: $after) {
      edges {
        node {
          slug
          name(locale: $locale)
        }
      }
      pageInfo {
        hasNextPage
        endCursor
      }
    }
  }
`);

type Place = { slug: string; name: string };
/** The viewer's own cities, and all cities where they were asked for. */
export type Alike = { own: Place[]; cities: Place[] };

const mostPages = 5;

/** The cities whose like can be looked for. A reader who is not signed in and has not asked for the list costs no query. */
export async function citiesToBeLike(asker: Asker, listed: boolean): Promise<Alike> {
  const { locale, context } = asker.context.get(servicesContext);
  const own = context.viewer.userId === null ? [] : await ownCities(asker, locale);
  return { own, cities: listed ? await allCities(asker, locale) : [] };
}

async function ownCities(asker: Asker, locale: string): Promise<Place[]> {
  const { viewer } = await query(asker, OwnCitiesDocument, { locale });
  const places = viewer?.memberships.map(({ city }) => city) ?? [];
  return places.filter(({ slug }, index) => places.findIndex((place) => place.slug === slug) === index);
}

async function allCities(asker: Asker, locale: string): Promise<Place[]> {
  const places: Place[] = [];
  let after: string | null = null;
  for (let page = 0; page < mostPages; page += 1) {
    const { cities }: ResultOf<typeof CitiesToBeLikeDocument> = await query(asker, CitiesToBeLikeDocument, {
      locale,
      after,
    });
    places.push(...cities.edges.map(({ node }) => node));
    after = cities.pageInfo.endCursor;
    if (!cities.pageInfo.hasNextPage) break;
  }
  return places;
}
