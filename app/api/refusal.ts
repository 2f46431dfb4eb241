import { graphql } from "./documents.ts";

/** What a form must be able to say of a change that was refused, whatever the mutation; read by outcome(). */
export const RefusalFragment = graphql(`
  fragment Refusal on Outcome {
    ... on InvalidInput {
      issues {
        path
        code
        params {
          name
          value
        }
      }
    }
    ... on NotFound {
      subject
    }
    ... on Forbidden {
      reason
    }
    ... on Conflict {
      currentVersion
    }
  }
`);
