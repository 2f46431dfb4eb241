import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import { anonymous, network, type Viewer } from "#graphql/kernel/authorization.ts";
import type { Aggregate } from "#graphql/kernel/change.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { found, localKey } from "#graphql/kernel/ids.ts";
import type { networkRoleInput, profileInput } from "./input.ts";
import { visibleSessions, visibleUsers } from "./policy.ts";

type Person = { viewer: Viewer };
type StoredUser = P.UserGetPayload<object>;
type StoredSession = P.SessionGetPayload<object>;

export const users: Aggregate<StoredUser> = {
  type: "User",
  key: (given) => localKey(String(given), "User"),
  find: (db, { viewer }, id) => db.user.findFirst({ where: { id, AND: visibleUsers(viewer) } }),
  subject: () => network,
  lock: ({ id }) => ({ table: "User", id }),
};

/** The person who asks. */
export const viewers: Aggregate<StoredUser> = { ...users, key: (_given, { viewer }) => found(viewer.userId, "User") };

export const sessions: Aggregate<StoredSession> = {
  type: "Session",
  find: (db, { viewer }, id) => db.session.findFirst({ where: { id, AND: visibleSessions(viewer) } }),
  subject: () => network,
  lock: ({ id }) => ({ table: "Session", id }),
};

/** Saves a person's own name and language. */
export async function updateProfile(
  tx: Transaction,
  { viewer }: Person,
  { id }: StoredUser,
  input: z.output<typeof profileInput>,
): Promise<void> {
  const shown = { name: true, locale: true };
  const before = await tx.user.findUniqueOrThrow({ where: { id }, select: shown });
  const after = await tx.user.update({ where: { id }, data: input, select: shown });
  await record(tx, viewer, {
    action: "profile.update",
    subject: "User",
    subjectId: id,
    cities: network,
    before,
    after,
  });
}

/** Ends a session: whoever holds it is nobody from the next request on. Returns the person's id. */
export async function revokeSession(tx: Transaction, { viewer }: Person, session: StoredSession): Promise<string> {
  await tx.session.delete({ where: { id: session.id } });
  const before = { sessionId: session.id };
  await record(tx, viewer, {
    action: "session.revoke",
    subject: "User",
    subjectId: session.userId,
    cities: network,
    before,
  });
  return session.userId;
}

/** Gives or takes a right over the network. Throws InvalidInput when nobody would be left to give such rights. */
export async function setNetworkRole(
  tx: Transaction,
  { viewer }: Person,
  { id: userId }: StoredUser,
  { role, granted }: z.output<typeof networkRoleInput>,
): Promise<void> {
  // Locks the administrators, so that two of them cannot remove each other at the same time.
  const administrators = await tx.$queryRaw<{ userId: string }[]>`
    SELECT "userId" FROM "NetworkRole" WHERE "role" = 'administrator' FOR UPDATE`;
  const last = administrators.length === 1 && administrators[0]?.userId === userId;
  if (role === "administrator" && !granted && last)
    throw new InvalidInput([{ path: "granted", code: "last_administrator" }]);
  const held = await tx.networkRole.count({ where: { userId, role } });
  if (granted && held === 0) await tx.networkRole.create({ data: { userId, role } });
  if (!granted) await tx.networkRole.deleteMany({ where: { userId, role } });
  await record(tx, viewer, {
    action: "network.set_role",
    subject: "User",
    subjectId: userId,
    cities: network,
    before: { [role]: held > 0 },
    after: { [role]: granted },
  });
}

/** Makes the account unless there is one, and gives it the rights of coordinator and administrator: how an empty network
 *  gets its first person. Returns whether anything was missing. */
export async function makeCoordinator(
  tx: Transaction,
  { email, name }: { email: string; name: string },
): Promise<boolean> {
  const user = await tx.user.upsert({ where: { email }, update: {}, create: { id: randomUUID(), email, name } });
  const roles = ["coordinator", "administrator"] as const;
  const { count } = await tx.networkRole.createMany({
    data: roles.map((role) => ({ userId: user.id, role })),
    skipDuplicates: true,
  });
  const change = { action: "network.make_coordinator", subject: "User", subjectId: user.id, cities: network } as const;
  if (count > 0) await record(tx, anonymous, { ...change, after: { roles } });
  return count > 0;
}
