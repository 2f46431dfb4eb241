import type { Prisma } from "#prisma/client.ts";
import { systemClock } from "#graphql/kernel/clock.ts";
import type { Jobs } from "#graphql/kernel/jobs.ts";
import type { SearchEngine } from "../engine.rules.ts";
import type { Mirror } from "./mirror.store.ts";

export type SearchStateFacts = Awaited<ReturnType<typeof searchStateOf>>;

/** What coordinators are told of the search: this process' view of Meilisearch, and what the database knows. */
export async function searchStateOf(prisma: Prisma, search: SearchEngine, mirror: Mirror | null, jobs: Jobs) {
  const [state, documents, missing, oldest, queue] = await Promise.all([
    prisma.searchState.findUnique({ where: { id: 1 } }),
    prisma.searchDocument.count(),
    prisma.searchMissed.count(),
    prisma.searchMissed.findFirst({ orderBy: { since: "asc" } }),
    jobs.waiting("search.index"),
  ]);
  const seen = mirror?.seen() ?? null;
  const lag = oldest ? systemClock.now().getTime() - oldest.since.getTime() : 0;
  return {
    engine: search.name,
    configured: mirror !== null,
    serverVersion: seen?.version ?? null,
    documents,
    serverDocuments: seen?.documents ?? null,
    waiting: queue.waiting,
    givenUp: queue.failed,
    missing: mirror ? missing : 0,
    lagSeconds: mirror ? Math.max(0, Math.round(lag / 1000)) : 0,
    failures: state?.failures ?? 0,
    failedAt: state?.failedAt ?? null,
    failure: state?.failure ?? null,
    failing: mirror !== null && !mirror.isCurrent(),
    rebuiltAt: state?.rebuiltAt ?? null,
    rebuiltDocuments: state?.rebuiltRows ?? null,
  };
}
