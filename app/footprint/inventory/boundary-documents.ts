import { graphql } from "#app/api/documents.ts";

export const InventoryBoundaryDocument = graphql(`
  query InventoryBoundary($slug: String!, $year: Int!, $scope: InventoryScope!, $revision: Int!) {
    inventory(city: $slug, year: $year, scope: $scope, revision: $revision) {
      perimeters
      tenures
      employees
      inhabitants
      note
      language
      missingGrid
      factorSet {
        code
      }
    }
    city(slug: $slug) {
      footprint(scope: $scope) {
        inventories {
          year
          factorSet {
            code
            title
          }
        }
      }
    }
    factorSets {
      code
      title
      publisher
      publicationYear
      isDefault
    }
  }
`);

export const UpdateInventoryDocument = graphql(`
  mutation UpdateInventory($id: ID!, $input: UpdateInventoryInput!) {
    updateInventory(id: $id, input: $input) {
      __typename
      ...Refusal
      ... on Inventory {
        missingGrid
      }
    }
  }
`);
