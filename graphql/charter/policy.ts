import type { Prisma } from "#prisma/generated/client/client.ts";
import { type Action, draftCities, transitionRoles, type Subject, type Viewer } from "#graphql/kernel/authorization.ts";
import { possibleActions } from "#graphql/kernel/transitions.ts";
import { permissionsOn } from "#graphql/kernel/viewer-can.ts";
import { type AccessionAction, type AccessionState, accessionTransitions, hasEnded } from "./rules.ts";

/** Accessions that the rules call signed (isSigned), as a where-clause. */
export const signedAccessions = {
  OR: [
    { signedOn: { not: null } },
    { signedNotLaterThan: { not: null } },
    { documentsCompleteOn: { not: null } },
    { listedOn: { not: null } },
    { renewedOn: { not: null } },
  ],
} satisfies Prisma.AccessionWhereInput;

/** A signature is public; the steps before it are seen by the city's own people and the network's. */
export function visibleAccessions(viewer: Viewer): Prisma.AccessionWhereInput {
  const drafts = draftCities(viewer);
  if (drafts === null) return {};
  return { OR: [signedAccessions, { cityId: { in: [...drafts] } }] };
}

/** Documents and extensions follow their accession. */
export function accessionSubject(accession: { cityId: string }): Subject {
  return { cityIds: [accession.cityId] };
}

const stepOf: Partial<Record<Action, AccessionAction>> = {
  "accession.record_adoption": "record_adoption",
  "accession.withdraw": "withdraw",
};

/** What this viewer may do to an accession now: the right to it, in a state that allows it. */
export function accessionActions(viewer: Viewer, cityId: string, state: AccessionState): Action[] {
  const subject = { cityIds: [cityId] };
  const possible = possibleActions(accessionTransitions, state, transitionRoles(viewer, subject));
  return permissionsOn(viewer, subject, ["accession", "city", "audit"]).filter((action) => {
    if (action === "accession.extend" && hasEnded(state)) return false;
    if (action === "accession.reinstate" && !hasEnded(state)) return false;
    const step = stepOf[action];
    return step === undefined || possible.includes(step);
  });
}
