import { graphql } from "#app/api/documents.ts";
import { type FormProblem, outcome } from "#app/api/outcome.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";

export const RequestPilotSignOffDocument = graphql(`
  mutation RequestPilotSignOff($id: ID!, $version: Int) {
    requestPilotSignOff(id: $id, version: $version) {
      __typename
      ...Refusal
      ... on Pilot {
        version
      }
    }
  }
`);

export const SignOffPilotDocument = graphql(`
  mutation SignOffPilot($id: ID!, $version: Int) {
    signOffPilot(id: $id, version: $version) {
      __typename
      ...Refusal
      ... on Pilot {
        version
      }
    }
  }
`);

export const SendBackPilotDocument = graphql(`
  mutation SendBackPilot($id: ID!, $version: Int, $comment: String) {
    sendBackPilot(id: $id, version: $version, comment: $comment) {
      __typename
      ...Refusal
      ... on Pilot {
        version
      }
    }
  }
`);

export const WithdrawPilotDocument = graphql(`
  mutation WithdrawPilot($id: ID!) {
    withdrawPilot(id: $id) {
      __typename
      ...Refusal
      ... on Pilot {
        version
      }
    }
  }
`);

export const ArchivePilotDocument = graphql(`
  mutation ArchivePilot($id: ID!) {
    archivePilot(id: $id) {
      __typename
      ...Refusal
      ... on Pilot {
        version
      }
    }
  }
`);

type Move = { id: string; version: number; comment: string | null };

/** Moves a pilot as a button of its pages says; null when it was done. An unknown button does nothing but show the page again. */
export async function movePilot(
  asker: Asker,
  intent: string,
  { id, version, comment }: Move,
): Promise<FormProblem | null> {
  switch (intent) {
    case "request":
      return outcome((await mutate(asker, RequestPilotSignOffDocument, { id, version })).requestPilotSignOff).problem;
    case "sign":
      return outcome((await mutate(asker, SignOffPilotDocument, { id, version })).signOffPilot).problem;
    case "requestAndSign": {
      const { done, problem } = outcome(
        (await mutate(asker, RequestPilotSignOffDocument, { id, version })).requestPilotSignOff,
      );
      return problem ?? movePilot(asker, "sign", { id, version: done.version, comment });
    }
    case "sendBack":
      return outcome((await mutate(asker, SendBackPilotDocument, { id, version, comment })).sendBackPilot).problem;
    case "withdraw":
      return outcome((await mutate(asker, WithdrawPilotDocument, { id })).withdrawPilot).problem;
    case "archive":
      return outcome((await mutate(asker, ArchivePilotDocument, { id })).archivePilot).problem;
    default:
      return { issues: [], conflict: null };
  }
}
