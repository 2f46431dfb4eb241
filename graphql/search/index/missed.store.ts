import { Prisma as Sql } from "#prisma/generated/client/client.ts";
import type { Prisma } from "#prisma/client.ts";
import { systemClock } from "#graphql/kernel/clock.ts";
import type { RowRef } from "./documents.store.ts";
import type { SearchKind } from "../engine.rules.ts";

export type MissedRow = RowRef & { version: number };

/** How long a process that writes to Meilisearch keeps the others from it, unless it says again that it lives. */
const lease = 60_000;
const batch = 1000;

/** Notes that these rows are to be written to Meilisearch. */
export async function noteMissed(prisma: Prisma, refs: readonly RowRef[]): Promise<void> {
  const fresh = [...new Map(refs.map((ref) => [`${ref.kind} ${ref.id}`, ref])).values()];
  for (let start = 0; start < fresh.length; start += batch) {
    const values = fresh.slice(start, start + batch).map(({ kind, id }) => Sql.sql`(${kind}, ${id}::uuid)`);
    await prisma.$executeRaw`
      INSERT INTO "SearchMissed" (kind, "rowId") VALUES ${Sql.join(values)}
      ON CONFLICT (kind, "rowId") DO UPDATE SET version = "SearchMissed".version + 1`;
  }
}

/** The rows that wait longest. */
export async function nextMissed(prisma: Prisma, most: number): Promise<MissedRow[]> {
  const rows = await prisma.searchMissed.findMany({ orderBy: { since: "asc" }, take: most });
  return rows.map(({ kind, rowId, version }) => ({ kind: kind as SearchKind, id: rowId, version }));
}

/** Takes off what was written, but not what has changed again meanwhile. */
export async function forgetMissed(prisma: Prisma, written: readonly MissedRow[]): Promise<void> {
  const values = written.map(({ kind, id, version }) => Sql.sql`(${kind}, ${id}::uuid, ${version}::int)`);
  if (values.length > 0)
    await prisma.$executeRaw`
      DELETE FROM "SearchMissed" m USING (VALUES ${Sql.join(values)}) AS w (kind, id, version)
      WHERE m.kind = w.kind AND m."rowId" = w.id AND m.version = w.version`;
}

/** Takes the right to write to Meilisearch, or keeps it. False while another process has it. */
export async function takeLease(prisma: Prisma, who: string): Promise<boolean> {
  const now = systemClock.now();
  const until = new Date(now.getTime() + lease);
  const taken = await prisma.$executeRaw`
    INSERT INTO "SearchState" (id, "leasedBy", "leasedUntil") VALUES (1, ${who}, ${until})
    ON CONFLICT (id) DO UPDATE SET "leasedBy" = excluded."leasedBy", "leasedUntil" = excluded."leasedUntil"
    WHERE "SearchState"."leasedBy" IS NULL OR "SearchState"."leasedBy" = excluded."leasedBy"
      OR "SearchState"."leasedUntil" < ${now}`;
  return taken === 1;
}

export async function leaveLease(prisma: Prisma, who: string): Promise<void> {
  await prisma.searchState.updateMany({ where: { leasedBy: who }, data: { leasedBy: null, leasedUntil: null } });
}

/** Keeps what coordinators are told of the last failure. Never throws: when the database is away, that is the greater trouble. */
export async function recordFailure(prisma: Prisma, failure: string): Promise<void> {
  const failedAt = systemClock.now();
  await prisma.searchState
    .upsert({
      where: { id: 1 },
      create: { failedAt, failure, failures: 1 },
      update: { failedAt, failure, failures: { increment: 1 } },
    })
    .catch(() => {});
}
