import { graphql } from "#app/api/documents.ts";

/** What every form must be able to say of a refused change; read by outcome(). */
export const RefusedFragment = graphql(`
  fragment Refused on InvalidInput {
    issues {
      path
      code
      params {
        name
        value
      }
    }
  }
`);
