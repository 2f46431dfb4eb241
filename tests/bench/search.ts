import type { SearchableRow, SearchEngine, SearchRequest } from "#graphql/search/engine.ts";
import { allDocuments } from "#graphql/search/documents.store.ts";
import { openSearch } from "#graphql/search/fallback.ts";
import { meilisearchEngine } from "#graphql/search/meilisearch.ts";
import { postgresEngine } from "#graphql/search/postgres.ts";
import { rebuildSearch } from "#graphql/search/store.ts";
import { asked, understood } from "#graphql/search/thesaurus.store.ts";
import { type Database, openDatabase, type Prisma } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { until } from "../support/until.ts";
import { type OwnServer, startMeilisearch, whyNoMeilisearch } from "../support/meilisearch.ts";
import { fillBench } from "./dataset.ts";
import { measure, type Timing } from "./measure.ts";

type Report = (what: string, timing: Timing, ratio?: string) => void;
type Portal = { origin: string; memory(): number; stop(): Promise<void> };
export type Indexing = { engine: string; documents: number; perSecond: number; megabytes: number };

/** A finder page's questions, with three facets chosen. */
const words = ["street lighting", "Straßenbeleuchtung", "wymiana komputerów", "réemploi", "φωτισμός"];
const filters = {
  area: ["public_lighting", "green_ict"],
  country: ["FR", "DE", "PL"],
  role: ["control_automation", "efficiency_analysis"],
};
export const document = `query($words: String, $filters: SearchFilters) { search(words: $words, filters: $filters, locale: "en") {
  total engine facets { name values { value count selected } } hits { score practice { slug title language } pilot { slug title } } } }`;

let turn = 0;
const nextWords = () => words[(turn += 1) % words.length] ?? "";

export async function requestsOf(prisma: Prisma): Promise<SearchRequest[]> {
  const more = { filters, sort: "relevance", page: 1, pageSize: 20 } as const;
  return Promise.all(
    words.map(async (text) => ({
      ...asked(text, await understood(prisma, text, { locale: "en", without: [] })),
      ...more,
    })),
  );
}

async function timeEngine(engine: SearchEngine, requests: readonly SearchRequest[]): Promise<Timing> {
  let next = 0;
  return measure(() => engine.search(requests[(next += 1) % requests.length] as SearchRequest));
}

/** Asks the portal's API, and answers which engine had the answer. */
async function askPortal(origin: string): Promise<string> {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const body = JSON.stringify({ query: document, variables: { words: nextWords(), filters } });
  const response = await fetch(`${origin}/graphql`, { method: "POST", headers, body });
  const answer = (await response.json()) as { data?: { search: { engine: string } }; errors?: unknown };
  if (!answer.data) throw new Error(JSON.stringify(answer.errors));
  return answer.data.search.engine;
}

/**
 * The search of a finder page with three facets: Meilisearch asked directly, through our API, and through the page; PostgreSQL;
 * PGlite. The PostgreSQL database holds the bench's network, indexed. Answers how fast documents are indexed.
 */
export async function benchSearch(
  database: Database,
  report: Report,
  portalWith: (environment: NodeJS.ProcessEnv) => Promise<Portal>,
): Promise<Indexing[]> {
  const indexing: Indexing[] = [];
  const requests = await requestsOf(database.prisma);
  const postgres = await timeEngine(postgresEngine(database.prisma), requests);
  report("search, three facets: PostgreSQL engine", postgres);

  const missing = whyNoMeilisearch({ own: true });
  if (missing) console.log(`search on Meilisearch: SKIPPED, because ${missing}`);
  else {
    const server = await startMeilisearch();
    try {
      await benchMeilisearch(server, database, report, portalWith, requests, indexing);
    } finally {
      await server.close();
    }
  }

  const started = performance.now();
  const embedded = await openDatabase({});
  await migrate(embedded);
  await fillBench(embedded.prisma);
  console.log(`PGlite filled in ${Math.round((performance.now() - started) / 1000)} s`);
  indexing.push(await timeIndexing("PGlite", () => rebuildSearch(embedded.prisma, postgresEngine(embedded.prisma)), 0));
  const onPglite = await timeEngine(postgresEngine(embedded.prisma), await requestsOf(embedded.prisma));
  report("search, three facets: PGlite", onPglite);
  await embedded.close();
  return indexing;
}

async function benchMeilisearch(
  server: OwnServer,
  database: Database,
  report: Report,
  portalWith: (environment: NodeJS.ProcessEnv) => Promise<Portal>,
  requests: readonly SearchRequest[],
  indexing: Indexing[],
): Promise<void> {
  const engine = meilisearchEngine(server.options);
  const rows: SearchableRow[][] = [];
  for await (const some of allDocuments(database.prisma)) rows.push(some);
  const fill = () => engine.rebuild(generated(rows));
  indexing.push(await timeIndexing("Meilisearch, documents at hand", fill, 0));
  const silent = { info() {}, warn() {}, error() {} };
  const { mirror } = openSearch(database.prisma, server.options, silent);
  const whole = await timeIndexing("Meilisearch, from the database", async () => (await mirror?.rebuild()) ?? 0, 0);
  indexing.push({ ...whole, megabytes: Math.round(server.memory()) });
  await mirror?.stop();
  const direct = await timeEngine(engine, requests);
  report("search, three facets: Meilisearch directly", direct, "1.0 x");

  const { url, masterKey, index } = server.options;
  const portal = await portalWith({ MEILI_URL: url, MEILI_MASTER_KEY: masterKey ?? "", MEILI_INDEX: index });
  try {
    await until("the portal uses Meilisearch", 30_000, async () => (await askPortal(portal.origin)) === "meilisearch");
    for (const clients of [1, 20]) {
      const answers: string[] = [];
      const api = await measure(async () => answers.push(await askPortal(portal.origin)), clients);
      const late = answers.filter((name) => name !== "meilisearch").length;
      const share = `${((100 * late) / answers.length).toFixed(1)} % answered by PostgreSQL`;
      const ratio = `${(api.p50 / direct.p50).toFixed(2)} x Meilisearch, ${share}`;
      report(`search, three facets: our API on Meilisearch, ${clients} at once`, api, ratio);
    }
    const address = new URLSearchParams(
      Object.entries(filters).flatMap(([name, all]) => all.map((value) => [name, value])),
    );
    const page = async () => {
      address.set("q", nextWords());
      const response = await fetch(`${portal.origin}/en/search?${address}`);
      if (!response.ok) throw new Error(`/en/search: ${response.status}`);
      await response.text();
    };
    report("search, three facets: the page on Meilisearch", await measure(page));
  } finally {
    await portal.stop();
  }
}

async function* generated<T>(all: readonly T[]): AsyncGenerator<T> {
  for (const one of all) yield await Promise.resolve(one);
}

async function timeIndexing(engine: string, index: () => Promise<number>, megabytes: number): Promise<Indexing> {
  const began = performance.now();
  const documents = await index();
  const perSecond = Math.round(documents / ((performance.now() - began) / 1000));
  console.log(`Indexing, ${engine}: ${documents} documents at ${perSecond} a second`);
  return { engine, documents, perSecond, megabytes };
}
