import { can, type Viewer } from "#graphql/kernel/authorization.ts";

/** Its own people and the network read a history in full; everybody else what was public when it was done. */
export function readsHistory(viewer: Viewer, cityIds: readonly string[]): boolean {
  return can(viewer, "city.read_drafts", { cityIds }) || can(viewer, "audit.read", { cityIds });
}
