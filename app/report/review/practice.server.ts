import { graphql } from "#app/api/documents.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";

export const PublishPracticeDocument = graphql(`
  mutation PublishPractice($id: ID!, $version: Int, $comment: String) {
    decided: publishPractice(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

export const RequestPracticeChangesDocument = graphql(`
  mutation RequestPracticeChanges($id: ID!, $version: Int, $comment: String) {
    decided: requestPracticeChanges(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

export const RecommendPracticeDocument = graphql(`
  mutation RecommendPractice($id: ID!, $version: Int, $comment: String) {
    decided: recommendPractice(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

const documents = {
  publish: PublishPracticeDocument,
  request_changes: RequestPracticeChangesDocument,
  recommend: RecommendPracticeDocument,
};

/** Records the decision; answers the mutation's union member. */
export async function decidePractice(
  asker: Asker,
  decision: keyof typeof documents,
  reasons: { id: string; version: number; comment: string | null },
) {
  return (await mutate(asker, documents[decision], reasons)).decided;
}
