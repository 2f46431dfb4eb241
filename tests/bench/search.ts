import type { SearchEngine, SearchRequest } from "#graphql/search/engine.rules.ts";
import { postgresEngine } from "#graphql/search/engines/postgres.ts";
import { rebuildSearch } from "#graphql/search/index/store.ts";
import { requestTerms, understandingOf } from "#graphql/search/understand/store.ts";
import { openDatabase, type Prisma } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { whyNoMeilisearch } from "../support/search/meilisearch.ts";
import { fillBench, size } from "./dataset.ts";
import { ask, read } from "./http.ts";
import { measure, type Timing } from "./measure.ts";
import { benchMeilisearch } from "./search-meilisearch.ts";
import type { Running } from "./servers.ts";
import { remember, report, times } from "./table.ts";

/** A finder page's questions in five languages, with three facet groups chosen; all facets are counted. */
export const finder = {
  words: ["street lighting", "Straßenbeleuchtung", "wymiana komputerów", "réemploi", "φωτισμός δρόμων"],
  filters: {
    area: ["public_lighting", "green_ict"],
    country: ["FR", "DE", "PL"],
    role: ["control_automation", "efficiency_analysis"],
  },
};

/** The usual kinds of queries. */
export const kinds: Record<string, readonly string[]> = {
  "one concept of many practices": ["energy efficiency", "smart city", "Energieeinsparung", "éclairage public"],
  "two concepts": [
    "street lighting energy saving",
    "öffentliche Gebäude Energieeffizienz",
    "centre de données recyclage",
  ],
  "words alone": ["published figures", "Unterzeichnung", "signature du texte", "podpisania tekstu", "κείμενο"],
  "a misspelt word": ["coordinater", "Unterzeichnugn", "signatur de la chatre", "pubished figurs"],
  "no words": [""],
};

export const document = `query($words: String, $filters: SearchFilters) { search(words: $words, filters: $filters, locale: "en") {
  total engine facets { name values { value count selected } } hits { score practice { slug title language } pilot { slug title } } } }`;

type Asked = { search: { engine: string; total: number } };

/** Asks the portal's API in turns of all languages; answers which engine had the answer. */
export function askingApi({ origin }: Running): () => Promise<string> {
  const next = inTurn(finder.words);
  return async () => {
    const variables = { words: next(), filters: finder.filters };
    return (await ask<Asked>(origin, { query: document, variables })).search.engine;
  };
}

/** Reads the finder page in turns of all languages. */
export function readingPage({ origin }: Running): () => Promise<string> {
  const next = inTurn(finder.words);
  const chosen = Object.entries(finder.filters).flatMap(([name, all]) => all.map((value) => [name, value]));
  return () => read(`${origin}/en/search?${new URLSearchParams([...chosen, ["q", next()]])}`);
}

export async function timeEngine(engine: SearchEngine, requests: readonly SearchRequest[]): Promise<Timing> {
  const next = inTurn(requests);
  return measure(() => engine.search(next()));
}

/** What the engine is asked for these words: understood once, so that the engine alone is timed. */
export function requestsFor(prisma: Prisma, words: readonly string[], filters = {}): Promise<SearchRequest[]> {
  const more = { filters, sort: "relevance", page: 1, pageSize: 20 } as const;
  return Promise.all(
    words.map(async (text) => ({
      ...requestTerms(text, await understandingOf(prisma, text, { locale: "en", without: [] })),
      ...more,
    })),
  );
}

function inTurn<T>(all: readonly T[]): () => T {
  let turn = 0;
  return () => all[(turn += 1) % all.length] as T;
}

/** A finder page's search on each engine: asked directly, through our API, through the page; and how fast each is filled. */
export async function benchSearch(portal: Running, prisma: Prisma, databaseUrl: string): Promise<void> {
  const version = await prisma.$queryRaw<{ version: string }[]>`SELECT current_setting('server_version') AS version`;
  const name = `PostgreSQL ${version[0]?.version.split(" ")[0]}`;
  const direct = await benchEngine(name, postgresEngine(prisma), prisma);
  const api = askingApi(portal);
  const engine = await api();
  if (engine !== "postgres") throw new Error(`The portal asks ${engine}, not PostgreSQL.`);
  for (const clients of [1, 20]) {
    const timing = await measure(api, clients);
    report(`${name}, through our API, ${clients} at once`, timing, `${times(timing, direct, 2)} x the engine`);
  }
  const page = await measure(readingPage(portal));
  report(`${name}, through the page`, page, `${times(page, direct, 2)} x the engine`);
  remember("portal after searching on PostgreSQL", portal.memory());

  const missing = whyNoMeilisearch({ own: true });
  if (missing) console.log(`NOT MEASURED: search on Meilisearch, because ${missing}.`);
  else await benchMeilisearch(prisma, databaseUrl);
  await benchEmbedded();
}

/** Times the usual kinds of queries, then the finder's; answers the latter. */
export async function benchEngine(name: string, engine: SearchEngine, prisma: Prisma): Promise<Timing> {
  for (const [kind, words] of Object.entries(kinds)) {
    report(`${name}: ${kind}`, await timeEngine(engine, await requestsFor(prisma, words)));
    const narrowed = await requestsFor(prisma, words, finder.filters);
    report(`${name}: ${kind}, three facets chosen`, await timeEngine(engine, narrowed));
  }
  const direct = await timeEngine(engine, await requestsFor(prisma, finder.words, finder.filters));
  report(`${name}: the finder's questions, three facets chosen`, direct, "1.0 x");
  return direct;
}

async function benchEmbedded(): Promise<void> {
  const database = await openDatabase({});
  await migrate(database);
  console.log(`Filling PGlite with ${size.practices} practices …`);
  await fillBench(database.prisma);
  const engine = postgresEngine(database.prisma);
  await timeIndexing("PGlite", () => rebuildSearch(database.prisma, engine));
  await database.prisma.$executeRaw`ANALYZE`;
  await benchEngine("PGlite", engine, database.prisma);
  remember("bench with PGlite inside", process.memoryUsage().rss / 2 ** 20);
  await database.close();
}

/** How many documents an index takes in per second. */
export async function timeIndexing(engine: string, index: () => Promise<number>): Promise<number> {
  const began = performance.now();
  const documents = await index();
  const perSecond = Math.round(documents / ((performance.now() - began) / 1000));
  console.log(`Indexing, ${engine}: ${documents} documents at ${perSecond} a second`);
  indexing[engine] = { documents, perSecond };
  return perSecond;
}

/** Documents and their rate, by engine. */
export const indexing: Record<string, { documents: number; perSecond: number }> = {};
