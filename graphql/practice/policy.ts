import type { Prisma } from "#prisma/generated/client/client.ts";
import { type Action, draftCities, type Subject, transitionRoles, type Viewer } from "#graphql/kernel/authorization.ts";
import { possibleActions } from "#graphql/kernel/transitions.ts";
import { permissionsOn } from "#graphql/kernel/viewer-can.ts";
import { editable, type PracticeState, practiceTransitions } from "./rules.ts";

/** Published practices are public; before that its own city's people see it, and the network. */
export function visiblePractices(viewer: Viewer): Prisma.PracticeWhereInput {
  const drafts = draftCities(viewer);
  if (drafts === null) return {};
  return drafts.length === 0
    ? { state: "published" }
    : { OR: [{ state: "published" }, { cityId: { in: [...drafts] } }] };
}

/** A practice belongs to its lead city; the other places only lend their name. */
export function practiceSubject(practice: { cityId: string }): Subject {
  return { cityIds: [practice.cityId] };
}

/** Translations may also follow publication. */
export function translatable(state: PracticeState): boolean {
  return editable(state) || state === "published";
}

/** What this viewer may do to the practice now: the right to it, in a state that allows it. */
export function practiceActions(viewer: Viewer, practice: { cityId: string; state: PracticeState }): Action[] {
  const { state } = practice;
  const subject = practiceSubject(practice);
  const moves = possibleActions(practiceTransitions, state, transitionRoles(viewer, subject));
  const now: readonly (Action | false)[] = [
    editable(state) && "practice.update",
    translatable(state) && "practice.translate",
    ...moves.map((move) => `practice.${move}` as const),
  ];
  return permissionsOn(viewer, subject, ["practice"]).filter((action) => now.includes(action));
}
