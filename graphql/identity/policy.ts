import type { Prisma } from "#prisma/generated/client/client.ts";
import { can, network, type Viewer } from "#graphql/kernel/authorization.ts";
import { systemClock } from "#graphql/kernel/clock.ts";

/** Mutations that people use without being signed in; every other one asks for a signed-in viewer. */
export const openMutations = ["requestSignInCode", "signIn", "unsubscribe"] as const;

/** An account is seen by its owner, and by those who give rights over the network. */
export function visibleUsers(viewer: Viewer): Prisma.UserWhereInput {
  if (can(viewer, "network.manage_roles", network)) return {};
  return { id: { in: viewer.userId ? [viewer.userId] : [] } };
}

/** A session is its owner's alone, and gone once it has ended by the machine's clock, which better-auth goes by. */
export function visibleSessions(viewer: Viewer): Prisma.SessionWhereInput {
  return { userId: { in: viewer.userId ? [viewer.userId] : [] }, expiresAt: { gt: systemClock.now() } };
}
