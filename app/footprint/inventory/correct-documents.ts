import { graphql } from "#app/api/documents.ts";

export const PublishedInventoryDocument = graphql(`
  query PublishedInventory($slug: String!, $year: Int!, $scope: InventoryScope!, $locale: String!) {
    viewer {
      id
    }
    inventory(city: $slug, year: $year, scope: $scope) {
      id
      state
      revision
      publishedOn
      language
      viewerCan
      city {
        slug
        name(locale: $locale)
      }
    }
    city(slug: $slug) {
      footprint(scope: $scope) {
        drafts {
          year
        }
      }
    }
  }
`);

export const CorrectInventoryDocument = graphql(`
  mutation CorrectInventory($id: ID!, $reason: String!, $idempotencyKey: String) {
    correctInventory(id: $id, reason: $reason, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on Inventory {
        revision
      }
    }
  }
`);
