import { randomUUID } from "node:crypto";
import type { Prisma } from "#prisma/client.ts";
import { systemClock } from "#graphql/kernel/clock.ts";
import type { Logger } from "#graphql/kernel/logger.ts";
import { allDocuments, documentsOf, type RowRef } from "./documents.store.ts";
import type { SearchableRow, SearchRequest } from "../engine.rules.ts";
import type { MeilisearchEngine } from "../engines/meilisearch.ts";
import { fingerprint } from "../engines/meilisearch-settings.ts";
import { forgetMissed, leaveLease, nextMissed, noteMissed, recordFailure, takeLease } from "./missed.store.ts";
import { patiently } from "../engines/patience.ts";

/** Milliseconds between two looks at the server. */
const pause = 2000;
/** Milliseconds before a rebuild that failed is tried again. */
const rebuildPause = 30_000;
/** Milliseconds in which the server must answer a trial search to be given readers again. */
const trialPatience = 300;
const batch = 200;
/** So many looks in a row must find another number of documents than PostgreSQL has before all is written again. */
const mostStrangeLooks = 5;
const mostOfAFailure = 500;

const trial: SearchRequest = {
  typed: "light",
  words: "light",
  concepts: [],
  spans: [],
  filters: {},
  sort: "relevance",
  page: 1,
  pageSize: 1,
};

export type Mirror = ReturnType<typeof openMirror>;

/**
 * Keeps Meilisearch's index a copy of what PostgreSQL holds. Every change is noted in SearchMissed and taken off once it is
 * written there, so that nothing is lost while the server is away; an index that is lost or of another form is built again.
 */
export function openMirror(prisma: Prisma, server: MeilisearchEngine, logger: Logger) {
  const self = randomUUID();
  let current = false;
  let complaint: string | null = null;
  let notBefore = 0;
  let strangeLooks = 0;
  let running: Promise<void> | null = null;
  let again = false;
  let timer: NodeJS.Timeout | null = null;
  let stopped = false;
  let recording: Promise<void> | null = null;
  const seen = { version: null as string | null, documents: null as number | null };

  /** Meilisearch failed someone: nobody asks it until it is seen to be well. It may be back before the next look, so it is recorded. */
  function suspect(error: unknown): void {
    if (!current) return;
    current = false;
    const failure = messageOf(error).slice(0, mostOfAFailure);
    logger.warn("Meilisearch does not answer: PostgreSQL does", { error: failure });
    recording = recordFailure(prisma, failure);
  }

  /** Writes what is missing; PostgreSQL answers if that fails. Does not throw. */
  function catchUp(): Promise<void> {
    if (running) {
      again = true;
      return running;
    }
    const run = (async () => {
      do {
        again = false;
        await look();
      } while (again && !stopped);
    })().finally(() => {
      running = null;
    });
    running = run;
    return run;
  }

  async function look(): Promise<void> {
    try {
      seen.version = (await server.connect(!current)).version;
      if (await takeLease(prisma, self)) {
        try {
          const reason = await reasonToRebuild();
          if (reason) await rebuild(reason);
          await writeMissed();
        } finally {
          await leaveLease(prisma, self);
        }
      }
      await tryOut();
      if (!current && !stopped) logger.info("Meilisearch answers searches", { version: seen.version });
      current = true;
      complaint = null;
    } catch (error) {
      if (!stopped) await complain(error);
    }
  }

  async function reasonToRebuild(): Promise<string | null> {
    const [{ documents, lack }, state, expected, missing] = await Promise.all([
      server.look(),
      prisma.searchState.findUnique({ where: { id: 1 } }),
      prisma.searchDocument.count(),
      prisma.searchMissed.count(),
    ]);
    seen.documents = documents;
    if (lack && (lack !== "empty" || expected > 0)) return lack;
    if (state?.fingerprint !== fingerprint) return "documents of another form";
    strangeLooks = documents !== expected && missing === 0 ? strangeLooks + 1 : 0;
    return strangeLooks >= mostStrangeLooks ? `${documents} documents instead of ${expected}` : null;
  }

  /** Throws while the last attempt is too young. */
  async function rebuild(reason: string): Promise<number> {
    current = current && reason === asked;
    if (reason !== asked && systemClock.now().getTime() < notBefore) throw new Error(complaint ?? reason);
    notBefore = systemClock.now().getTime() + rebuildPause;
    logger.info("Building the Meilisearch index again", { reason });
    const rows = await server.rebuild(leasing(allDocuments(prisma)));
    const data = { fingerprint, rebuiltAt: systemClock.now(), rebuiltRows: rows };
    await prisma.searchState.update({ where: { id: 1 }, data });
    notBefore = 0;
    strangeLooks = 0;
    logger.info("The Meilisearch index is built", { documents: rows });
    return rows;
  }

  async function* leasing(batches: AsyncIterable<SearchableRow[]>): AsyncGenerator<SearchableRow[]> {
    for await (const rows of batches) {
      if (!(await takeLease(prisma, self))) throw new Error("Another process builds the index.");
      yield rows;
    }
  }

  async function writeMissed(): Promise<void> {
    for (;;) {
      const missed = await nextMissed(prisma, batch);
      if (missed.length === 0) return;
      const rows = await documentsOf(prisma, missed);
      const there = new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
      const gone = missed.filter(({ kind, id }) => !there.has(`${kind} ${id}`));
      if (rows.length > 0) await server.put(rows);
      if (gone.length > 0) await server.removeAll(gone);
      await forgetMissed(prisma, missed);
      await takeLease(prisma, self);
    }
  }

  /** Throws unless the index can be searched, and quickly. */
  async function tryOut(): Promise<void> {
    const [{ documents, lack }, state] = await Promise.all([
      server.look(),
      prisma.searchState.findUnique({ where: { id: 1 } }),
    ]);
    if (lack && lack !== "empty") throw new Error(`The Meilisearch index is not ready: ${lack}.`);
    if (state?.fingerprint !== fingerprint) throw new Error("The Meilisearch index is being built.");
    if (documents === 0 && (await prisma.searchDocument.count()) > 0)
      throw new Error("The Meilisearch index is empty.");
    seen.documents = documents;
    await patiently(trialPatience, (signal) => server.search(trial, signal));
  }

  async function complain(error: unknown): Promise<void> {
    current = false;
    const failure = messageOf(error).slice(0, mostOfAFailure);
    if (failure === complaint) return;
    complaint = failure;
    logger.warn("Meilisearch is not in use", { error: failure });
    await recordFailure(prisma, failure);
  }

  async function watch(): Promise<void> {
    await catchUp();
    if (stopped) return;
    timer = setTimeout(() => void watch(), pause);
    timer.unref();
  }

  return {
    isCurrent: () => current,
    suspect,
    catchUp,
    note: (refs: readonly RowRef[]) => noteMissed(prisma, refs),
    /** Looks at the server every two seconds from now on. */
    watch: () => void watch(),
    async stop() {
      stopped = true;
      if (timer) clearTimeout(timer);
      await running;
      await recording;
    },
    /** Builds the index again now; the old one answers until it is swapped. Returns how many documents it holds. */
    async rebuild(): Promise<number> {
      await server.connect(true);
      if (!(await takeLease(prisma, self))) throw new Error("Another process is writing to Meilisearch: try again.");
      try {
        return await rebuild(asked);
      } finally {
        await leaveLease(prisma, self);
        await catchUp();
      }
    },
    seen: () => ({ ...seen, complaint }),
  };
}

const asked = "asked for";

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  const cause = error.cause instanceof Error ? error.cause : null;
  const deeper = cause?.cause instanceof Error ? cause.cause : cause;
  return deeper ? `${error.message} (${deeper.message})` : error.message;
}
