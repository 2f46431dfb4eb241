import { graphql } from "#app/api/documents.ts";

export const LineFormDocument = graphql(`
  query LineForm($slug: String!, $year: Int!, $scope: InventoryScope!, $revision: Int!) {
    inventory(city: $slug, year: $year, scope: $scope, revision: $revision) {
      id
      perimeters
      tenures
      factorSet {
        code
        title
        publisher
        publicationYear
      }
      grid {
        country
        value
        low
        high
      }
      result {
        total {
          low
          central
          high
        }
        byCategory {
          key
          total {
            high
          }
        }
      }
    }
    factorSets {
      code
      publisher
      publicationYear
      factors {
        category
        kind
        value
        low
        high
      }
    }
    equipmentCategories {
      code
      group
    }
  }
`);

export const StoredLineFragment = graphql(`
  fragment StoredLine on InventoryLine {
    id
    version
    category
    label
    quantity
    tenure
    perimeter
    countryOwn
    lifetimeYears
    energySource
    kwhPerYear
    embodiedKg
    embodiedSource
    quality
    note
    gaps
    use {
      low
      central
      high
    }
    manufacture {
      low
      central
      high
    }
    total {
      low
      central
      high
    }
  }
`);

export const StoredLineOfInventoryDocument = graphql(`
  query StoredLineOfInventory($id: ID!) {
    node(id: $id) {
      __typename
      ... on InventoryLine {
        ...StoredLine
        inventory {
          id
        }
      }
    }
  }
`);

export const LinesOfCategoryDocument = graphql(`
  query LinesOfCategory(
    $slug: String!
    $year: Int!
    $scope: InventoryScope!
    $revision: Int!
    $category: String!
    $after: String
  ) {
    inventory(city: $slug, year: $year, scope: $scope, revision: $revision) {
      lines(first: 100, after: $after, category: $category) {
        pageInfo {
          hasNextPage
          endCursor
        }
        edges {
          node {
            id
            total {
              high
            }
          }
        }
      }
    }
  }
`);

export const SaveLineDocument = graphql(`
  mutation SaveLine($id: ID!, $lineId: ID, $input: InventoryLineInput!, $idempotencyKey: String) {
    saveInventoryLine(id: $id, lineId: $lineId, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on InventoryLine {
        id
      }
    }
  }
`);

export const RemoveLineDocument = graphql(`
  mutation RemoveLine($id: ID!, $version: Int!, $lineId: ID!) {
    removeInventoryLine(id: $id, version: $version, lineId: $lineId) {
      __typename
      ...Refusal
      ... on Inventory {
        id
      }
    }
  }
`);
