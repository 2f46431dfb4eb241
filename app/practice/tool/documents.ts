import { graphql } from "#app/api/documents.ts";

export const AddPracticeToolDocument = graphql(`
  mutation AddPracticeTool($id: ID!, $input: PracticeToolInput!, $idempotencyKey: String) {
    addPracticeTool(id: $id, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
    }
  }
`);

export const ChangePracticeToolDocument = graphql(`
  mutation ChangePracticeTool($id: ID!, $version: Int!, $input: PracticeToolInput!) {
    changePracticeTool(id: $id, version: $version, input: $input) {
      __typename
      ...Refusal
    }
  }
`);

export const RemovePracticeToolDocument = graphql(`
  mutation RemovePracticeTool($id: ID!, $version: Int!) {
    removePracticeTool(id: $id, version: $version) {
      __typename
      ...Refusal
    }
  }
`);
