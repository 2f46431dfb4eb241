import { graphql } from "#app/api/documents.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";
import type { Decision, RefusalRule } from "./decisions.ts";

export const AcceptPilotDocument = graphql(`
  mutation AcceptPilot($id: ID!, $version: Int, $comment: String) {
    decided: acceptPilot(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

export const RefusePilotDocument = graphql(`
  mutation RefusePilot($id: ID!, $version: Int, $comment: String, $rule: RefusalRule) {
    decided: refusePilot(id: $id, version: $version, comment: $comment, rule: $rule) {
      __typename
      ...Refusal
    }
  }
`);

export const RequestPilotChangesDocument = graphql(`
  mutation RequestPilotChanges($id: ID!, $version: Int, $comment: String) {
    decided: requestPilotChanges(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

export const RecommendPilotDocument = graphql(`
  mutation RecommendPilot($id: ID!, $version: Int, $comment: String) {
    decided: recommendPilot(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

export const AcceptEarlyStartDocument = graphql(`
  mutation AcceptEarlyStart($id: ID!, $cityId: ID!, $accepted: Boolean!) {
    acceptEarlyStart(id: $id, cityId: $cityId, accepted: $accepted) {
      __typename
      ...Refusal
    }
  }
`);

const documents = {
  accept: AcceptPilotDocument,
  request_changes: RequestPilotChangesDocument,
  recommend: RecommendPilotDocument,
};
type Reasons = { id: string; version: number; comment: string | null; rule: RefusalRule | null };

/** Records the decision; answers the mutation's union member. */
export async function decidePilot(asker: Asker, decision: Exclude<Decision, "publish">, { rule, ...reasons }: Reasons) {
  if (decision === "refuse") return (await mutate(asker, RefusePilotDocument, { ...reasons, rule })).decided;
  return (await mutate(asker, documents[decision], reasons)).decided;
}

/** Records whether a pilot begun before the signing counts for a city. */
export async function letEarlyStart(asker: Asker, answer: { id: string; cityId: string; accepted: boolean }) {
  return (await mutate(asker, AcceptEarlyStartDocument, answer)).acceptEarlyStart;
}
