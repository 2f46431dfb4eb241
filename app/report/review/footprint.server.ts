import { graphql } from "#app/api/documents.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";

export const PublishInventoryDocument = graphql(`
  mutation PublishInventory($id: ID!, $version: Int, $comment: String) {
    decided: publishInventory(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

export const RequestInventoryChangesDocument = graphql(`
  mutation RequestInventoryChanges($id: ID!, $version: Int, $comment: String) {
    decided: requestInventoryChanges(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

export const ApproveRecalculationDocument = graphql(`
  mutation ApproveRecalculation($id: ID!, $comment: String) {
    decided: approveRecalculation(id: $id, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

export const RefuseRecalculationDocument = graphql(`
  mutation RefuseRecalculation($id: ID!, $comment: String) {
    decided: refuseRecalculation(id: $id, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

type Reasons = { id: string; comment: string | null };

/** Records the decision on a submitted inventory; answers the mutation's union member. */
export async function decideInventory(asker: Asker, publish: boolean, reasons: Reasons & { version: number }) {
  const document = publish ? PublishInventoryDocument : RequestInventoryChangesDocument;
  return (await mutate(asker, document, reasons)).decided;
}

/** Records the decision on a baseline that was asked for; answers the mutation's union member. */
export async function decideRecalculation(asker: Asker, approve: boolean, reasons: Reasons) {
  const document = approve ? ApproveRecalculationDocument : RefuseRecalculationDocument;
  return (await mutate(asker, document, reasons)).decided;
}
