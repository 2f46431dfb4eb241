import type { Prisma } from "#prisma/generated/client/client.ts";
import type { Action, Viewer } from "#graphql/kernel/authorization.ts";
import { practiceActions, visiblePractices } from "../policy.ts";
import type { PracticeState } from "../rules.ts";

/** A tool is seen with its practice. */
export function visibleTools(viewer: Viewer): Prisma.PracticeToolWhereInput {
  return { practice: visiblePractices(viewer) };
}

/** Changing a tool is changing its practice: the same right, in the same states. */
export function toolActions(viewer: Viewer, practice: { cityId: string; state: PracticeState }): Action[] {
  return practiceActions(viewer, practice).filter((action) => action === "practice.update");
}
