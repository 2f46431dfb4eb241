import { graphql } from "#app/api/documents.ts";
import { type FormProblem, outcome } from "#app/api/outcome.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";

export const RequestPracticeSignOffDocument = graphql(`
  mutation RequestPracticeSignOff($id: ID!, $version: Int) {
    requestPracticeSignOff(id: $id, version: $version) {
      __typename
      ...Refusal
      ... on Practice {
        version
      }
    }
  }
`);

export const SignOffPracticeDocument = graphql(`
  mutation SignOffPractice($id: ID!, $version: Int) {
    signOffPractice(id: $id, version: $version) {
      __typename
      ...Refusal
      ... on Practice {
        version
      }
    }
  }
`);

export const SendBackPracticeDocument = graphql(`
  mutation SendBackPractice($id: ID!, $version: Int, $comment: String) {
    sendBackPractice(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
      ... on Practice {
        version
      }
    }
  }
`);

export const WithdrawPracticeDocument = graphql(`
  mutation WithdrawPractice($id: ID!, $version: Int) {
    withdrawPractice(id: $id, version: $version) {
      __typename
      ...Refusal
      ... on Practice {
        version
      }
    }
  }
`);

export const ArchivePracticeDocument = graphql(`
  mutation ArchivePractice($id: ID!, $version: Int) {
    archivePractice(id: $id, version: $version) {
      __typename
      ...Refusal
      ... on Practice {
        version
      }
    }
  }
`);

type Move = { id: string; version: number; comment: string | null };

/** Moves a practice as a button of its pages says; null when it was done. An unknown button only shows the page again. */
export async function movePractice(
  asker: Asker,
  intent: string,
  { id, version, comment }: Move,
): Promise<FormProblem | null> {
  switch (intent) {
    case "request":
      return outcome((await mutate(asker, RequestPracticeSignOffDocument, { id, version })).requestPracticeSignOff)
        .problem;
    case "sign":
      return outcome((await mutate(asker, SignOffPracticeDocument, { id, version })).signOffPractice).problem;
    case "requestAndSign": {
      const { done, problem } = outcome(
        (await mutate(asker, RequestPracticeSignOffDocument, { id, version })).requestPracticeSignOff,
      );
      return problem ?? movePractice(asker, "sign", { id, version: done.version, comment });
    }
    case "sendBack":
      return outcome((await mutate(asker, SendBackPracticeDocument, { id, version, comment })).sendBackPractice)
        .problem;
    case "withdraw":
      return outcome((await mutate(asker, WithdrawPracticeDocument, { id, version })).withdrawPractice).problem;
    case "archive":
      return outcome((await mutate(asker, ArchivePracticeDocument, { id, version })).archivePractice).problem;
    default:
      return { issues: [], conflict: null };
  }
}
