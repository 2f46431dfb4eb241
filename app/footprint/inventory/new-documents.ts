import { graphql } from "#app/api/documents.ts";

export const NewInventoryDocument = graphql(`
  query NewInventory($slug: String!, $locale: String!) {
    viewer {
      id
    }
    city(slug: $slug) {
      id
      slug
      name(locale: $locale)
      language
      administration: footprint(scope: administration) {
        viewerCan
        inventories {
          id
          year
          scope
          state
          lineCount
        }
        drafts {
          id
          year
          scope
          state
          lineCount
        }
      }
      territory: footprint(scope: territory) {
        inventories {
          id
          year
          scope
          state
          lineCount
        }
        drafts {
          id
          year
          scope
          state
          lineCount
        }
      }
    }
  }
`);

export const StartInventoryDocument = graphql(`
  mutation StartInventory($cityId: ID!, $input: StartInventoryInput!, $idempotencyKey: String) {
    startInventory(cityId: $cityId, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on Inventory {
        year
        scope
      }
    }
  }
`);
