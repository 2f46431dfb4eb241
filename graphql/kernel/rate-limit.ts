import { randomUUID } from "node:crypto";
import type { Prisma } from "#prisma/client.ts";
import { systemClock } from "./clock.ts";

/** At most `max` times within `seconds`, counted from the first time. */
export type Limit = { max: number; seconds: number };

/** Counts one use of the key in the database, in one statement, and tells how many there were within the limit's time. */
export async function countUse(prisma: Prisma, key: string, { seconds }: Limit): Promise<number> {
  const now = BigInt(systemClock.now().getTime());
  const over = now - BigInt(seconds * 1000);
  const rows = await prisma.$queryRaw<{ count: number }[]>`
    INSERT INTO "RateLimit" AS used ("id", "key", "count", "lastRequest") VALUES (${randomUUID()}, ${key}, 1, ${now})
    ON CONFLICT ("key") DO UPDATE SET
      "count" = CASE WHEN used."lastRequest" <= ${over} THEN 1 ELSE used."count" + 1 END,
      "lastRequest" = CASE WHEN used."lastRequest" <= ${over} THEN ${now} ELSE used."lastRequest" END
    RETURNING "count"`;
  return rows[0]?.count ?? 0;
}

/** Starts the count anew. */
export async function resetUses(prisma: Prisma, key: string): Promise<void> {
  await prisma.rateLimit.deleteMany({ where: { key } });
}
