import { graphql } from "#app/api/documents.ts";

export const RequestInventorySignOffDocument = graphql(`
  mutation RequestInventorySignOff($id: ID!, $version: Int, $comment: String) {
    requestInventorySignOff(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
      ... on Inventory {
        version
      }
    }
  }
`);

export const SignOffInventoryDocument = graphql(`
  mutation SignOffInventory($id: ID!, $version: Int, $comment: String) {
    signOffInventory(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
      ... on Inventory {
        version
      }
    }
  }
`);

export const SendBackInventoryDocument = graphql(`
  mutation SendBackInventory($id: ID!, $version: Int, $comment: String) {
    sendBackInventory(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
      ... on Inventory {
        version
      }
    }
  }
`);

export const WithdrawInventoryDocument = graphql(`
  mutation WithdrawInventory($id: ID!, $version: Int, $comment: String) {
    withdrawInventory(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
      ... on Inventory {
        version
      }
    }
  }
`);

export const ArchiveInventoryDocument = graphql(`
  mutation ArchiveInventory($id: ID!, $version: Int, $comment: String) {
    archiveInventory(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
      ... on Inventory {
        version
      }
    }
  }
`);
