import type { Prisma } from "#prisma/client.ts";
import { number } from "./number.ts";

let serial = 0;

async function makeUser(prisma: Prisma) {
  serial += 1;
  const id = `person-${number(serial)}`;
  return prisma.user.create({
    data: { id, name: `Person ${number(serial)}`, email: `${id}@example.org`, emailVerified: true },
  });
}

/** Someone with an account and no right at all. */
export async function makePerson(prisma: Prisma): Promise<string> {
  return (await makeUser(prisma)).id;
}

/** An editor or approver of a city. Returns the user id. */
export async function makeMember(
  prisma: Prisma,
  cityId: string,
  role: "editor" | "approver" = "editor",
): Promise<string> {
  const { id } = await makeUser(prisma);
  await prisma.membership.create({ data: { userId: id, cityId, role } });
  return id;
}

/** A reviewer, coordinator or administrator. Returns the user id. */
export async function makeNetworkPerson(
  prisma: Prisma,
  role: "reviewer" | "coordinator" | "administrator" = "coordinator",
): Promise<string> {
  const { id } = await makeUser(prisma);
  await prisma.networkRole.create({ data: { userId: id, role } });
  return id;
}
