import { graphql } from "#app/api/documents.ts";

/** One page of a history, and of the thing what names it. */

export const HistoryPageFragment = graphql(`
  fragment HistoryPage on HistoryConnection {
    edges {
      node {
        ...HistoryEntry
      }
    }
    pageInfo {
      hasNextPage
      endCursor
    }
  }
`);

export const PilotHistoryDocument = graphql(`
  query PilotHistory($slug: String!, $locale: String!, $after: String) {
    pilot(slug: $slug) {
      reading(locale: $locale) {
        title
        language
      }
      history(first: 20, after: $after) {
        ...HistoryPage
      }
    }
  }
`);

export const PracticeHistoryDocument = graphql(`
  query PracticeHistory($slug: String!, $locale: String!, $after: String) {
    practice(slug: $slug) {
      reading(locale: $locale) {
        title
        language
      }
      history(first: 20, after: $after) {
        ...HistoryPage
      }
    }
  }
`);

export const CityHistoryDocument = graphql(`
  query CityHistory($slug: String!, $locale: String!, $after: String) {
    city(slug: $slug) {
      name(locale: $locale)
      history(first: 20, after: $after) {
        ...HistoryPage
      }
    }
  }
`);

export const InventoryHistoryDocument = graphql(`
  query InventoryHistory(
    $city: String!
    $year: Int!
    $scope: InventoryScope
    $revision: Int
    $locale: String!
    $after: String
  ) {
    inventory(city: $city, year: $year, scope: $scope, revision: $revision) {
      year
      city {
        name(locale: $locale)
      }
      history(first: 20, after: $after) {
        ...HistoryPage
      }
    }
  }
`);

export const NodeHistoryDocument = graphql(`
  query NodeHistory($id: ID!, $locale: String!, $after: String) {
    node(id: $id) {
      __typename
      ... on Accession {
        city {
          name(locale: $locale)
          slug
        }
        history(first: 20, after: $after) {
          ...HistoryPage
        }
      }
      ... on Baseline {
        city {
          name(locale: $locale)
          slug
        }
        history(first: 20, after: $after) {
          ...HistoryPage
        }
      }
    }
  }
`);
