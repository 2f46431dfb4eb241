import { graphql } from "#app/api/documents.ts";

/** One page of a history, and of the thing what names it. */

export const HistoryPageFragment = graphql(`
  fragment HistoryPage on HistoryConnection {
    edges {
      node {
        id
        at
        action
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
      id
      version
      viewerCan
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
      id
      version
      viewerCan
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
      id
      version
      viewerCan
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
      id
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
      id
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

export const CompareHistoryDocument = graphql(`
  query CompareHistory($subjectId: ID!, $from: ID!, $to: ID!) {
    compareHistory(subjectId: $subjectId, from: $from, to: $to) {
      field
      before
      after
    }
  }
`);

export const RestorePilotDocument = graphql(`
  mutation RestorePilot($id: ID!, $entry: ID!, $version: Int!) {
    restored: restorePilot(id: $id, entry: $entry, version: $version) {
      __typename
      ...Refusal
    }
  }
`);

export const RestorePracticeDocument = graphql(`
  mutation RestorePractice($id: ID!, $entry: ID!, $version: Int!) {
    restored: restorePractice(id: $id, entry: $entry, version: $version) {
      __typename
      ...Refusal
    }
  }
`);

export const RestoreCityDocument = graphql(`
  mutation RestoreCity($id: ID!, $entry: ID!, $version: Int!) {
    restored: restoreCity(id: $id, entry: $entry, version: $version) {
      __typename
      ...Refusal
    }
  }
`);
