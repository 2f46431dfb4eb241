import { graphql } from "#app/api/documents.ts";

export const InventoryWarningsDocument = graphql(`
  query InventoryWarnings($slug: String!, $year: Int!, $scope: InventoryScope!, $revision: Int!) {
    inventory(city: $slug, year: $year, scope: $scope, revision: $revision) {
      factorSet {
        publisher
        publicationYear
      }
      warnings {
        key
        ...WarningItem
      }
    }
    city(slug: $slug) {
      footprint(scope: $scope) {
        inventories {
          year
        }
      }
    }
  }
`);

export const AcceptWarningDocument = graphql(`
  mutation AcceptWarning($id: ID!, $version: Int!, $key: String!, $reason: String!) {
    acceptWarning(id: $id, version: $version, key: $key, reason: $reason) {
      __typename
      ...Refusal
      ... on Inventory {
        id
      }
    }
  }
`);

export const WithdrawAcceptanceDocument = graphql(`
  mutation WithdrawAcceptance($id: ID!, $version: Int!, $key: String!) {
    withdrawAcceptance(id: $id, version: $version, key: $key) {
      __typename
      ...Refusal
      ... on Inventory {
        id
      }
    }
  }
`);
