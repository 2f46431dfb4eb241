import { fromPglite, fromPrisma, PgBoss } from "pg-boss";
import type { Database, Transaction } from "#prisma/client.ts";
import type { Logger } from "../logger.ts";

/** What each queue carries: always ids, never content, so that a handler reloads the row and may run twice. */
export type Topics = {
  "search.index": { kind: "pilot" | "practice"; id: string };
  "mail.notice": {
    notice: "changes_requested" | "accepted" | "refused" | "sign_off_wanted" | "published";
    id: string;
    kind: "pilot" | "practice" | "inventory";
  };
};
export type Topic = keyof Topics;
export const topics: readonly Topic[] = ["search.index", "mail.notice"];

export type Handlers = { [T in Topic]: (data: Topics[T]) => Promise<void> };

export type Jobs = {
  /** Queues a job in the change's own transaction: both happen or neither does. */
  send<T extends Topic>(tx: Transaction, topic: T, data: Topics[T]): Promise<void>;
  /** Lets this process work on the queues. */
  work(handlers: Handlers): Promise<void>;
  /** Does everything that is waiting, now (tests, rebuild). */
  drain(handlers: Handlers): Promise<void>;
  stop(): Promise<void>;
};

/** pg-boss on either database. */
export async function openJobs(database: Database, logger: Logger): Promise<Jobs> {
  const boss = database.pglite
    ? new PgBoss({ db: fromPglite(database.pglite), backend: "pglite" })
    : new PgBoss({ connectionString: database.url ?? "", max: 4 });
  boss.on("error", (error) => logger.error("jobs", { error }));
  await boss.start();
  for (const topic of topics) {
    await boss.createQueue(topic, { retryLimit: 5, retryDelay: 2, retryBackoff: true });
  }

  return {
    async send(tx, topic, data) {
      await boss.send(topic, data, { db: fromPrisma(tx), singletonKey: JSON.stringify(data) });
    },
    async work(handlers) {
      for (const topic of topics) {
        await boss.work(topic, { batchSize: 20, pollingIntervalSeconds: 1 }, async (jobs) => {
          for (const job of jobs) await handlers[topic](job.data as never);
        });
      }
    },
    async drain(handlers) {
      for (const topic of topics) {
        for (;;) {
          const jobs = await boss.fetch(topic, { batchSize: 50 });
          if (jobs.length === 0) break;
          for (const job of jobs) await handlers[topic](job.data as never);
          await boss.complete(
            topic,
            jobs.map((job) => job.id),
          );
        }
      }
    },
    stop: () => boss.stop({ graceful: true, timeout: 5000 }),
  };
}
