import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { number } from "./number.ts";

let serial = 0;

/** An account with an address of its own; nothing is known of its owner yet. */
export async function makeAccount(prisma: Prisma, overrides: Partial<P.UserUncheckedCreateInput> = {}) {
  serial += 1;
  const id = `account-${number(serial)}`;
  return prisma.user.create({
    data: { id, name: `Account ${number(serial)}`, email: `${id}@example.org`, ...overrides },
  });
}
