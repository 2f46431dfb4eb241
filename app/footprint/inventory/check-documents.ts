import { graphql } from "#app/api/documents.ts";

export const AnswersFragment = graphql(`
  fragment Answers on Inventory {
    perimeters
    tenures
    employees
    inhabitants
    note
    reason
    factorSet {
      title
    }
    missingGrid
    grid {
      country
      value
      own
      sourceTitle
      factor {
        year
        series
      }
    }
    result {
      byCategory {
        key
        lines
        use {
          central
          high
        }
        manufacture {
          central
          high
        }
        total {
          central
          high
        }
      }
    }
  }
`);

export const CheckInventoryDocument = graphql(`
  query CheckInventory($slug: String!, $year: Int!, $scope: InventoryScope!, $revision: Int!) {
    viewer {
      memberships {
        role
        city {
          slug
        }
      }
    }
    inventory(city: $slug, year: $year, scope: $scope, revision: $revision) {
      ...Answers
      missing
      warnings {
        key
        code
        category
        acceptance {
          reason
        }
      }
      result {
        ...ResultSoFar
      }
    }
  }
`);
