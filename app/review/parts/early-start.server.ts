import { graphql } from "#app/api/documents.ts";
import { outcome } from "#app/api/outcome.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";

export const AcceptEarlyStartDocument = graphql(`
  mutation AcceptEarlyStart($id: ID!, $version: Int!, $cityId: ID!, $accepted: Boolean!) {
    acceptEarlyStart(id: $id, version: $version, cityId: $cityId, accepted: $accepted) {
      __typename
      ...Refusal
    }
  }
`);

/** Records whether a pilot begun before the signing counts for a city; null when it was done. */
export async function letEarlyStart(
  asker: Asker,
  answer: { id: string; version: number; cityId: string; accepted: boolean },
) {
  return outcome((await mutate(asker, AcceptEarlyStartDocument, answer)).acceptEarlyStart).problem;
}
