import { allDocuments } from "#graphql/search/index/documents.store.ts";
import type { SearchableRow } from "#graphql/search/engine.rules.ts";
import { openSearch } from "#graphql/search/index/fallback.store.ts";
import { meilisearchEngine } from "#graphql/search/engines/meilisearch.ts";
import type { Prisma } from "#prisma/client.ts";
import { type OwnServer, startMeilisearch } from "../support/search/meilisearch.ts";
import { until } from "../support/until.ts";
import { measure, type Timing } from "./measure.ts";
import { askingApi, benchEngine, readingPage, timeIndexing } from "./search.ts";
import { type Running, start } from "./servers.ts";
import { remember, report, times } from "./table.ts";

const silent = { info() {}, warn() {}, error() {} };

/** The same on a Meilisearch server of our own, filled from the bench's database. */
export async function benchMeilisearch(prisma: Prisma, databaseUrl: string): Promise<void> {
  const server = await startMeilisearch();
  try {
    remember("Meilisearch at start", server.memory());
    const engine = meilisearchEngine(server.options);
    const { version } = await engine.connect();
    const name = `Meilisearch ${version}`;
    await fill(name, server, prisma);
    remember("Meilisearch when filled", server.memory());
    const direct = await benchEngine(name, engine, prisma);
    await benchPortal(name, server, databaseUrl, direct);
    remember("Meilisearch after searching", server.memory());
  } finally {
    await server.close();
  }
}

/** Once with the documents at hand, which is the server's own speed, and once from the database, as a rebuild does it. */
async function fill(name: string, server: OwnServer, prisma: Prisma): Promise<void> {
  const rows: SearchableRow[][] = [];
  for await (const some of allDocuments(prisma)) rows.push(some);
  await timeIndexing(`${name}, documents at hand`, () => meilisearchEngine(server.options).rebuild(oneByOne(rows)));
  rows.length = 0;
  const { mirror } = openSearch(prisma, server.options, silent);
  await timeIndexing(`${name}, from the database`, async () => (await mirror?.rebuild()) ?? 0);
  await mirror?.stop();
}

async function* oneByOne<T>(all: readonly T[]): AsyncGenerator<T> {
  for (const one of all) yield await Promise.resolve(one);
}

async function benchPortal(name: string, server: OwnServer, databaseUrl: string, direct: Timing): Promise<void> {
  const { url, masterKey, index } = server.options;
  const settings = { MEILI_URL: url, MEILI_MASTER_KEY: masterKey ?? "", MEILI_INDEX: index };
  const own = { DATABASE_URL: databaseUrl, SEED: "none", DATA_DIR: "tests/.results/bench-search", ...settings };
  const portal: Running = await start(["app/serve.mjs"], own, 43_119, { path: "/ready" });
  try {
    const api = askingApi(portal);
    await until("the portal uses Meilisearch", 60_000, async () => (await api()) === "meilisearch");
    for (const clients of [1, 5, 20]) {
      const answers: string[] = [];
      const timing = await measure(async () => answers.push(await api()), clients);
      const others = answers.filter((engine) => engine !== "meilisearch").length;
      const share = `${((100 * others) / answers.length).toFixed(1)} % answered by PostgreSQL`;
      report(
        `${name}, through our API, ${clients} at once`,
        timing,
        `${times(timing, direct, 2)} x the engine, ${share}`,
      );
      await until("the portal uses Meilisearch again", 60_000, async () => (await api()) === "meilisearch");
    }
    const page = await measure(readingPage(portal));
    report(`${name}, through the page`, page, `${times(page, direct, 2)} x the engine`);
    remember("portal after searching on Meilisearch", portal.memory());
  } finally {
    await portal.stop();
  }
}
