import type { Prisma } from "#prisma/generated/client/client.ts";
import { type Action, can, network, type Subject, type Viewer } from "#graphql/kernel/authorization.ts";
import { permissionsOn } from "#graphql/kernel/viewer-can.ts";

/** A question to the network is its asker's and the secretariat's, nobody else's. */
export function visibleQuestions(viewer: Viewer): Prisma.SearchQuestionWhereInput {
  if (can(viewer, "search.answer", network)) return {};
  return { askerId: { in: viewer.userId ? [viewer.userId] : [] } };
}

export function questionSubject(question: { cityId: string }): Subject {
  return { cityIds: [question.cityId] };
}

/** What this viewer may do to the question now. */
export function questionActions(viewer: Viewer, question: { cityId: string; state: "open" | "answered" }): Action[] {
  return permissionsOn(viewer, questionSubject(question), ["search"]).filter(
    (action) => action === "search.answer" && question.state === "open",
  );
}
