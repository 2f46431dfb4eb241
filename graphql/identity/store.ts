import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { NetworkRoleName } from "#prisma/generated/client/enums.ts";
import { record } from "#graphql/kernel/audit.ts";
import { anonymous, network, type Viewer } from "#graphql/kernel/authorization.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import type { profileInput } from "./input.ts";

type Person = { viewer: Viewer };

/** Saves a person's own name and language. */
export async function updateProfile(
  tx: Transaction,
  { viewer }: Person,
  id: string,
  input: z.output<typeof profileInput>,
) {
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

/** Ends a session: whoever holds it is nobody from the next request on. */
export async function revokeSession(tx: Transaction, { viewer }: Person, session: { id: string; userId: string }) {
  await tx.session.delete({ where: { id: session.id } });
  const before = { sessionId: session.id };
  await record(tx, viewer, {
    action: "session.revoke",
    subject: "User",
    subjectId: session.userId,
    cities: network,
    before,
  });
}

/** Gives or takes a right over the network. Throws InvalidInput when nobody would be left to give such rights. */
export async function setNetworkRole(
  tx: Transaction,
  { viewer }: Person,
  { userId, role, granted }: { userId: string; role: NetworkRoleName; granted: boolean },
) {
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
