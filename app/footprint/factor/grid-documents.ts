import { graphql } from "#app/api/documents.ts";

export const InventoryGridChoiceDocument = graphql(`
  query InventoryGridChoice($slug: String!, $year: Int!, $scope: InventoryScope!, $revision: Int!) {
    inventory(city: $slug, year: $year, scope: $scope, revision: $revision) {
      missingGrid
      grid {
        country
        own
        value
        low
        high
        sourceTitle
        sourceUrl
        factor {
          id
        }
      }
    }
  }
`);

export const OfferedGridFactorsDocument = graphql(`
  query OfferedGridFactors($country: String!) {
    gridFactors(country: $country) {
      id
      year
      series
      value
      low
      high
      geography
      sourceTitle
      sourceUrl
    }
  }
`);

export const SetGridDocument = graphql(`
  mutation SetGrid($id: ID!, $version: Int!, $input: InventoryGridInput!) {
    setInventoryGrid(id: $id, version: $version, input: $input) {
      __typename
      ...Refusal
      ... on Inventory {
        id
      }
    }
  }
`);
