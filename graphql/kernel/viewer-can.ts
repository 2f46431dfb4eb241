import { type Action, actions, can, type Subject, type Viewer } from "./authorization.ts";

/** The actions of the named rooms that this viewer may do to the subject: what viewerCan answers. */
export function permissionsOn(viewer: Viewer, subject: Subject, rooms: readonly string[]): Action[] {
  return actions.filter((action) => rooms.includes(action.split(".")[0] ?? "") && can(viewer, action, subject));
}
