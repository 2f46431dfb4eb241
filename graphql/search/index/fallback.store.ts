import type { Prisma } from "#prisma/client.ts";
import type { Logger } from "#graphql/kernel/logger.ts";
import type { SearchAnswer, SearchEngine } from "../engine.rules.ts";
import { CrowdedError, openGate } from "../engines/gate.ts";
import type { MeilisearchOptions } from "../engines/meilisearch-client.ts";
import { type MeilisearchEngine, meilisearchEngine } from "../engines/meilisearch.ts";
import { type Mirror, openMirror } from "./mirror.store.ts";
import { patiently } from "../engines/patience.ts";
import { postgresEngine } from "../engines/postgres.ts";

export type Search = { engine: SearchEngine; mirror: Mirror | null };

/** PostgreSQL alone, or behind Meilisearch when one is configured. */
export function openSearch(prisma: Prisma, meilisearch: MeilisearchOptions | null, logger: Logger): Search {
  const postgres = postgresEngine(prisma);
  if (!meilisearch) return { engine: postgres, mirror: null };
  const server = meilisearchEngine(meilisearch);
  const mirror = openMirror(prisma, server, logger);
  return { engine: fallbackEngine(postgres, server, mirror), mirror };
}

/** Milliseconds that a reader waits for Meilisearch before PostgreSQL is asked. */
export const patience = 300;
/** Searches in Meilisearch at once, each of several requests: more would only wait there, and look as if it were slow. */
const mostAtOnce = 4;
/** Meilisearch walks through all hits before the asked ones: so deep, PostgreSQL is asked at once. */
const deepest = 2000;

/**
 * Meilisearch answers while its copy is current, PostgreSQL at all other times: when Meilisearch is away, slow, or still catching
 * up. What fails once is left alone until the mirror has seen it well again; in a rush, who finds no place there is answered by
 * PostgreSQL. Writes go to PostgreSQL and are noted for the mirror.
 */
export function fallbackEngine(
  postgres: SearchEngine,
  meilisearch: Pick<MeilisearchEngine, "name" | "search" | "similar">,
  mirror: Pick<Mirror, "isCurrent" | "suspect" | "note">,
): SearchEngine {
  const pass = openGate(mostAtOnce);

  async function first<T>(ask: (signal: AbortSignal) => Promise<T>, otherwise: () => Promise<T>): Promise<T> {
    try {
      return await pass(patience, async () => {
        if (!mirror.isCurrent()) throw new CrowdedError("It failed someone else in the meantime.");
        return patiently(patience, ask);
      });
    } catch (error) {
      if (!(error instanceof CrowdedError)) mirror.suspect(error);
      return otherwise();
    }
  }

  return {
    get name() {
      return mirror.isCurrent() ? meilisearch.name : postgres.name;
    },
    async search(request): Promise<SearchAnswer> {
      if (request.seen || !mirror.isCurrent() || request.page * request.pageSize > deepest)
        return postgres.search(request);
      return first(
        (signal) => meilisearch.search(request, signal),
        () => postgres.search(request),
      );
    },
    async similar(request): Promise<string[]> {
      if (!mirror.isCurrent()) return postgres.similar(request);
      return first(
        (signal) => meilisearch.similar(request, signal),
        () => postgres.similar(request),
      );
    },
    async put(rows) {
      await postgres.put(rows);
      await mirror.note(rows);
    },
    async remove(kind, id) {
      await postgres.remove(kind, id);
      await mirror.note([{ kind, id }]);
    },
    prune: (before) => postgres.prune(before),
    clear: () => postgres.clear(),
    ready: () => postgres.ready(),
  };
}
