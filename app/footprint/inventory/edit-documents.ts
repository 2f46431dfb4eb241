import { graphql } from "#app/api/documents.ts";

export const InventoryTasksDocument = graphql(`
  query InventoryTasks(
    $slug: String!
    $year: Int!
    $scope: InventoryScope!
    $revision: Int!
    $after: String
    $category: String
  ) {
    inventory(city: $slug, year: $year, scope: $scope, revision: $revision) {
      reason
      perimeters
      tenures
      missing
      missingGrid
      grid {
        country
      }
      warnings {
        key
        acceptance {
          acceptedOn
        }
      }
      result {
        ...ResultSoFar
      }
      reviews {
        ...Reviews
      }
      lines(first: 25, after: $after, category: $category) {
        ...Lines
      }
    }
    equipmentCategories {
      code
      group
    }
  }
`);
