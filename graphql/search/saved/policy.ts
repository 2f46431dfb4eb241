import type { Prisma } from "#prisma/generated/client/client.ts";
import type { Viewer } from "#graphql/kernel/authorization.ts";

/** A saved search is its owner's alone: what somebody looks for is nobody else's business, not even the network's. */
export function visibleSavedSearches(viewer: Viewer): Prisma.SavedSearchWhereInput {
  return { userId: { in: viewer.userId ? [viewer.userId] : [] } };
}
