import type { Prisma } from "#prisma/client.ts";
import { anonymous, type Viewer } from "./authorization.ts";
import type { Clock } from "./clock.ts";
import type { Jobs } from "./jobs.ts";
import type { Mailer } from "#graphql/mail/mailer.ts";
import type { SearchEngine } from "#graphql/search/engine.rules.ts";
import type { GapRecorder } from "#graphql/search/gap/store.ts";
import type { Mirror } from "#graphql/search/index/mirror.store.ts";
import type { Caller, SignIn } from "#graphql/sign-in.ts";

/** What every resolver can reach; made once per request. */
export type Context = {
  prisma: Prisma;
  viewer: Viewer;
  clock: Clock;
  jobs: Jobs;
  search: SearchEngine;
  /** The copy in Meilisearch; null when none is configured. */
  mirror: Mirror | null;
  /** Where searches that found nothing are noted. */
  gaps: GapRecorder;
  signIn: SignIn;
  mailer: Mailer;
  demonstration: boolean;
  caller: Caller;
  sessionId: string | null;
  /** Set-Cookie lines that a mutation wants sent with the answer. */
  setCookies: string[];
  requestId: string;
};

/** What a store needs to write: who changes something, when, and how the rest hears of it. */
export type StoreServices = Pick<Context, "viewer" | "clock" | "jobs">;

/** Reads who the user is and what they may do; a user that no longer exists is anonymous. */
export async function viewerOf(prisma: Prisma, userId: string | null): Promise<Viewer> {
  if (!userId) return anonymous;
  const user = await prisma.user.findUnique({
    where: { id: userId },
    include: { memberships: true, networkRoles: true, interests: true },
  });
  if (!user) return anonymous;
  return {
    userId: user.id,
    name: user.name,
    email: user.email,
    memberships: user.memberships.map(({ cityId, role }) => ({ cityId, role })),
    networkRoles: user.networkRoles.map(({ role }) => role),
    interests: user.interests.map(({ cityId }) => cityId),
  };
}
