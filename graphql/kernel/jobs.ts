import { createHash } from "node:crypto";
import { fromPglite, fromPrisma, type JobResult, PgBoss } from "pg-boss";
import type { Database, Transaction } from "#prisma/client.ts";
import type { Logger } from "./logger.ts";
import type { SearchKind } from "#graphql/search/engine.rules.ts";

/** What each queue carries: always ids, never content, so that a handler reloads the row and may run twice. */
export type Topics = {
  "search.index": { kind: SearchKind; id: string };
  "mail.notice": {
    notice: "changes_requested" | "accepted" | "refused" | "sign_off_wanted" | "published";
    id: string;
    kind: "pilot" | "practice" | "inventory";
  };
  "mail.question": { id: string; step: "asked" | "answered" };
  /** What is done once a day, at `daily`. */
  daily: Record<string, never>;
  "search.saved": { id: string };
  /** What was new for a saved search up to an instant. */
  "mail.saved": { id: string; until: string; rows: { kind: SearchKind; id: string }[] };
};
export type Topic = keyof Topics;
export const topics: readonly Topic[] = [
  "search.index",
  "daily",
  "search.saved",
  "mail.notice",
  "mail.question",
  "mail.saved",
];

/** What is done with all jobs of a queue that were waiting: what fails for some of them is tried again for each alone. */
export type Handlers = { [T in Topic]: (batch: Topics[T][]) => Promise<void> };

/** So many jobs are handed over at once. Changes of documents come in bursts; of two letters one must not wait for the other. */
const together: Partial<Record<Topic, number>> = { "search.index": 200 };
/** What nobody waits for is tried again for hours, while a mail server is away. */
const patient: readonly Topic[] = ["mail.saved"];
/** Early enough for the morning's mail everywhere in Europe; cron, in UTC. */
const daily = "0 5 * * *";
/** Seconds after which a job is given to another process, because the one that had it is gone. */
const lost = 120;

export type Jobs = {
  /** Queues a job in the change's own transaction: both happen or neither does. */
  send<T extends Topic>(tx: Transaction, topic: T, data: Topics[T]): Promise<void>;
  /** Lets this process work on the queues. */
  work(handlers: Handlers): Promise<void>;
  /** Does everything that is waiting, now (tests, rebuild). */
  drain(handlers: Handlers): Promise<void>;
  /** How many jobs wait, and how many were given up. At most a minute old. */
  waiting(topic: Topic): Promise<{ waiting: number; failed: number }>;
  stop(): Promise<void>;
};

type Job = { id: string; data: object };

/** pg-boss on either database. */
export async function openJobs(database: Database, logger: Logger): Promise<Jobs> {
  const boss = database.pglite
    ? new PgBoss({ db: fromPglite(database.pglite), backend: "pglite" })
    : new PgBoss({ connectionString: database.url ?? "", max: 4 });
  boss.on("error", (error) => logger.error("jobs", { error }));
  await boss.start();
  for (const topic of topics) {
    const tries = patient.includes(topic) ? { retryLimit: 8, retryDelay: 60 } : { retryLimit: 5, retryDelay: 2 };
    await boss.createQueue(topic, { ...tries, retryBackoff: true, expireInSeconds: lost });
  }

  /** Does the jobs of one topic and says which failed. */
  async function perform(handlers: Handlers, topic: Topic, jobs: readonly Job[]): Promise<JobResult[]> {
    const handle = handlers[topic] as (batch: object[]) => Promise<void>;
    const results: JobResult[] = [];
    const size = together[topic] ?? 1;
    for (let start = 0; start < jobs.length; start += size) {
      const some = jobs.slice(start, start + size);
      try {
        await handle(some.map(({ data }) => data));
        results.push(...some.map(({ id }) => ({ id, status: "completed" as const })));
      } catch (error) {
        if (some.length > 1) for (const job of some) results.push(...(await perform(handlers, topic, [job])));
        else
          results.push(...some.map(({ id }) => ({ id, status: "failed" as const, output: { error: String(error) } })));
        if (some.length === 1) logger.warn("a job failed", { topic, error });
      }
    }
    return results;
  }

  return {
    async send(tx, topic, data) {
      await boss.send(topic, data, { db: fromPrisma(tx), singletonKey: keyOf(data) });
    },
    async work(handlers) {
      await boss.schedule("daily", daily, {}, { tz: "UTC", missed: "once" });
      for (const topic of topics) {
        const options = {
          batchSize: 200,
          pollingIntervalSeconds: 1,
          burstWhenBatchFull: true,
          perJobResults: true,
        } as const;
        await boss.work(topic, options, (jobs: Job[]) => perform(handlers, topic, jobs));
      }
    },
    async drain(handlers) {
      for (const topic of topics) {
        for (;;) {
          const jobs = await boss.fetch<object>(topic, { batchSize: 200 });
          if (jobs.length === 0) break;
          const results = await perform(handlers, topic, jobs);
          for (const { id, status, output } of results)
            if (status === "failed") throw new Error(`Job ${id} of ${topic} failed: ${JSON.stringify(output)}`);
          await boss.complete(
            topic,
            jobs.map((job) => job.id),
          );
        }
      }
    },
    async waiting(topic) {
      const { queuedCount = 0, failedCount = 0 } = (await boss.getQueueStats(topic, { force: true }))[0] ?? {};
      return { waiting: queuedCount, failed: failedCount };
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}

/** Short enough for an index. */
function keyOf(data: object): string {
  const text = JSON.stringify(data);
  return text.length > 200 ? createHash("sha256").update(text).digest("hex") : text;
}
