import { graphql, type VariablesOf } from "#app/api/documents.ts";
import { type FormProblem, outcome } from "#app/api/outcome.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";

export const MovePilotDocument = graphql(`
  mutation MovePilot(
    $id: ID!
    $version: Int!
    $action: PilotStep!
    $comment: String
    $rule: RefusalRule
    $exception: String
  ) {
    moved: movePilot(
      id: $id
      version: $version
      action: $action
      comment: $comment
      rule: $rule
      exception: $exception
    ) {
      __typename
      ...Refusal
      ... on Pilot {
        version
      }
    }
  }
`);

export const MovePracticeDocument = graphql(`
  mutation MovePractice($id: ID!, $version: Int!, $action: PracticeStep!, $comment: String) {
    moved: movePractice(id: $id, version: $version, action: $action, comment: $comment) {
      __typename
      ...Refusal
      ... on Practice {
        version
      }
    }
  }
`);

export const MoveInventoryDocument = graphql(`
  mutation MoveInventory($id: ID!, $version: Int!, $action: InventoryStep!, $comment: String) {
    moved: moveInventory(id: $id, version: $version, action: $action, comment: $comment) {
      __typename
      ...Refusal
      ... on Inventory {
        version
      }
    }
  }
`);

export const MoveRecalculationDocument = graphql(`
  mutation MoveRecalculation($id: ID!, $action: RecalculationStep!, $comment: String) {
    moved: moveRecalculation(id: $id, action: $action, comment: $comment) {
      __typename
      ...Refusal
    }
  }
`);

const documents = {
  pilot: MovePilotDocument,
  practice: MovePracticeDocument,
  inventory: MoveInventoryDocument,
  baseline: MoveRecalculationDocument,
};

export type Kind = keyof typeof documents;
export type ReviewMove<K extends Kind = Kind> = VariablesOf<(typeof documents)[K]>["action"];
type Statement = Omit<VariablesOf<typeof MovePilotDocument>, "action"> & { version: number };

/** Takes a step of the review of something; null when it was done. */
export async function takeStep<K extends Kind>(
  asker: Asker,
  kind: K,
  action: ReviewMove<K>,
  said: Statement,
): Promise<FormProblem | null> {
  return (await stepTaken(asker, kind, action, said)).problem;
}

async function stepTaken<K extends Kind>(asker: Asker, kind: K, action: ReviewMove<K>, said: Statement) {
  const variables = kind === "pilot" ? { ...said, action } : { ...withoutPilot(said), action };
  const { moved } = await mutate(asker, documents[kind] as typeof MovePilotDocument, variables as never);
  return outcome(moved);
}

const withoutPilot = ({ rule: _rule, exception: _exception, ...said }: Statement) => said;

/** What the buttons of a city's pages do. */
const intents = {
  request: ["request_sign_off"],
  sign: ["sign_off"],
  requestAndSign: ["request_sign_off", "sign_off"],
  sendBack: ["send_back"],
  withdraw: ["withdraw"],
  archive: ["archive"],
  restore: ["restore"],
} as const satisfies Record<string, readonly ReviewMove<"pilot" | "practice" | "inventory">[]>;

/** Does what a button of a city's page says; null when it was done. An unknown button does nothing but show the page again. */
export async function followButton(
  asker: Asker,
  kind: "pilot" | "practice" | "inventory",
  intent: string,
  said: Statement,
): Promise<FormProblem | null> {
  const steps = Object.hasOwn(intents, intent) ? intents[intent as keyof typeof intents] : null;
  if (!steps) return { issues: [], conflict: null };
  let { version } = said;
  for (const step of steps) {
    const { done, problem } = await stepTaken(asker, kind, step, { ...said, version });
    if (problem) return problem;
    version = done.version;
  }
  return null;
}
