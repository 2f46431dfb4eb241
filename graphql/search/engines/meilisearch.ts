import type { FederatedMultiSearchParams, Meilisearch, SearchResponse } from "meilisearch";
import { systemClock } from "#graphql/kernel/clock.ts";
import {
  type FacetCount,
  type FacetName,
  facetNames,
  foundOf,
  type SearchableRow,
  type SearchAnswer,
  type SearchEngine,
  type SearchKind,
  type SearchRequest,
  type SimilarRequest,
} from "../engine.rules.ts";
import { codeOf, connect, type Connection, finish, freshIndex, type MeilisearchOptions } from "./meilisearch-client.ts";
import { documentId, documentOf, type MeilisearchDocument } from "./meilisearch-document.ts";
import {
  field,
  filterOf,
  fixedFilterOf,
  looserQueriesOf,
  queriesOf,
  type Query,
  saysNothing,
} from "./meilisearch-query.ts";
import { fits, indexSettings } from "./meilisearch-settings.ts";
import { similarInMeilisearch } from "./meilisearch-similar.ts";

type Row = { kind: SearchKind; rowId: string; savedCarbonKg?: number };
type Response = SearchResponse<Row>;

/** What stands in the way of searching the index. */
export type Lack = "no index" | "other settings" | "empty";

export type MeilisearchEngine = SearchEngine & {
  search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer>;
  similar(request: SimilarRequest, signal?: AbortSignal): Promise<string[]>;
  removeAll(refs: readonly { kind: SearchKind; id: string }[]): Promise<void>;
  /** Meets the server if that has not happened yet, or again. */
  connect(again?: boolean): Promise<Connection>;
  /** How many documents the index holds, and what it lacks, if anything. */
  look(): Promise<{ documents: number; lack: Lack | null }>;
  /** Fills a fresh index and puts it in the old one's place at once. Returns how many documents it holds. */
  rebuild(batches: AsyncIterable<SearchableRow[]>): Promise<number>;
};

/** With fewer hits than this, those are let in that have a concept, but not all further words: as PostgreSQL does. */
const few = 4;
/** Bytes of documents in one request; the server takes 100 MB. */
const mostBytes = 16_000_000;
const rebuildPatience = 30 * 60_000;

/** Meilisearch as a search engine. Writing waits until the documents can be found. */
export function meilisearchEngine(options: MeilisearchOptions): MeilisearchEngine {
  const { index } = options;
  let connection: Promise<Connection> | null = null;

  function meet(again = false): Promise<Connection> {
    if (again || !connection) {
      const met = connect(options);
      connection = met;
      met.catch(() => {
        if (connection === met) connection = null;
      });
    }
    return connection;
  }

  async function search(request: SearchRequest, signal?: AbortSignal): Promise<SearchAnswer> {
    if (saysNothing(request)) return emptyAnswer();
    const { reader } = await meet();
    const found = await ask(reader, request, queriesOf, index, signal);
    const loosen = foundOf(found, request) < few && request.words !== "" && request.concepts.length > 0;
    return loosen ? ask(reader, request, looserQueriesOf, index, signal) : found;
  }

  async function write(documents: readonly MeilisearchDocument[], to: string, wait: boolean): Promise<void> {
    const { writer } = await meet();
    for (const some of chunks(documents)) {
      const task = writer.index<MeilisearchDocument>(to).addDocuments(some, { primaryKey: "id" });
      await (wait ? finish(task) : task);
    }
  }

  return {
    name: "meilisearch",
    search,
    async similar(request: SimilarRequest, signal?: AbortSignal) {
      const { reader } = await meet();
      return similarInMeilisearch(reader, index, request, signal);
    },
    connect: meet,
    async put(rows) {
      const now = systemClock.now().getTime();
      const fresh = new Map(rows.map((row) => [documentId(row.kind, row.id), documentOf(row, now)]));
      await write([...fresh.values()], index, true);
    },
    remove: (kind, id) => removeAll([{ kind, id }]),
    removeAll,
    async prune(before) {
      const { writer } = await meet();
      await finish(writer.index(index).deleteDocuments({ filter: `written < ${before.getTime()}` }));
    },
    async clear() {
      const { writer } = await meet();
      await finish(writer.index(index).deleteAllDocuments());
    },
    async ready() {
      await meet();
      return true;
    },
    async look() {
      const { writer } = await meet();
      try {
        const [stats, theirs] = await Promise.all([writer.index(index).getStats(), writer.index(index).getSettings()]);
        const documents = stats.numberOfDocuments;
        return { documents, lack: fits(indexSettings, theirs) ? (documents === 0 ? "empty" : null) : "other settings" };
      } catch (error) {
        if (codeOf(error) === "index_not_found") return { documents: 0, lack: "no index" };
        throw error;
      }
    },
    async rebuild(batches) {
      const { writer } = await meet();
      const fresh = freshIndex(index);
      await writer.deleteIndexIfExists(fresh);
      await make(writer, fresh);
      let documents = 0;
      for await (const rows of batches) {
        const now = systemClock.now().getTime();
        await write(
          rows.map((row) => documentOf(row, now)),
          fresh,
          false,
        );
        documents += rows.length;
      }
      await complete(writer, fresh, documents);
      await swap(writer, fresh);
      return documents;
    },
  };

  async function removeAll(refs: readonly { kind: SearchKind; id: string }[]): Promise<void> {
    const { writer } = await meet();
    await finish(writer.index(index).deleteDocuments(refs.map(({ kind, id }) => documentId(kind, id))));
  }

  async function make(writer: Meilisearch, uid: string): Promise<void> {
    await writer.createIndex(uid, { primaryKey: "id" });
    await finish(writer.index(uid).updateSettings(structuredClone(indexSettings) as never));
  }

  /** Tasks are done in their order: when one more is done, so are all before it. */
  async function complete(writer: Meilisearch, fresh: string, expected: number): Promise<void> {
    await finish(writer.index(fresh).deleteDocuments({ filter: "written < 0" }), rebuildPatience);
    const { numberOfDocuments } = await writer.index(fresh).getStats();
    if (numberOfDocuments !== expected)
      throw new Error(`Meilisearch took ${numberOfDocuments} of ${expected} documents: the old index stays.`);
  }

  /** A key that is bound to indexes may swap them, but not watch it: what comes after tells. */
  async function swap(writer: Meilisearch, fresh: string): Promise<void> {
    const there = await writer.getRawIndex(index).catch(() => null);
    if (!there) await finish(writer.createIndex(index, { primaryKey: "id" }), rebuildPatience);
    const { createdAt } = await writer.getRawIndex(fresh);
    await writer.swapIndexes([{ indexes: [index, fresh], rename: false }]);
    await finish(writer.deleteIndex(fresh), rebuildPatience);
    const now = await writer.getRawIndex(index);
    if (now.createdAt !== createdAt) throw new Error("Meilisearch did not put the new index in the old one's place.");
  }
}

/** One question: a federated search for the page, and one for each chosen facet, whose values are counted without its own filter. */
async function ask(
  reader: Meilisearch,
  request: SearchRequest,
  queriesFor: typeof queriesOf,
  index: string,
  signal: AbortSignal | undefined,
): Promise<SearchAnswer> {
  const { filters, page, pageSize } = request;
  const fixed = fixedFilterOf(request);
  const chosen = facetNames.filter((name) => filters[name]?.length);
  const others = facetNames.filter((name) => !chosen.includes(name));
  const send = (queries: Query[], facets: readonly FacetName[], limit: number, offset: number): Promise<Response> =>
    reader.multiSearch<FederatedMultiSearchParams, Row>(
      {
        federation: { limit, offset, facetsByIndex: { [index]: facets.map(field) } },
        queries: queries.map(({ query }) => query),
      },
      signal ? { signal } : {},
    );
  const ranked = queriesFor(request, index, [...fixed, ...filterOf(filters)], true);
  const [answer, ...counts] = await Promise.all([
    send(ranked, others, pageSize, (page - 1) * pageSize),
    ...chosen.map((name) =>
      send(queriesFor(request, index, [...fixed, ...filterOf(filters, name)], false), [name], 0, 0),
    ),
  ]);
  const counted = (name: FacetName) => {
    const from = chosen.includes(name) ? counts[chosen.indexOf(name)] : answer;
    return countsOf(from?.facetsByIndex?.[index]?.distribution[field(name)]);
  };
  const scored = request.typed.trim() !== "" && request.sort === "relevance";
  return {
    hits: answer.hits.map(({ kind, rowId, savedCarbonKg = null, _federation }) => {
      const query = ranked[_federation?.queriesPosition ?? 0];
      const words = (_federation?.weightedRankingScore ?? 0) / (query?.weight ?? 1);
      return { kind, id: rowId, score: scored ? (query?.band ?? 0) + words : 0, savedCarbonKg };
    }),
    total: answer.estimatedTotalHits ?? answer.totalHits ?? 0,
    facets: Object.fromEntries(facetNames.map((name) => [name, counted(name)])) as SearchAnswer["facets"],
  };
}

function countsOf(distribution: Record<string, number> = {}): FacetCount[] {
  return Object.entries(distribution)
    .map(([value, count]) => ({ value, count }))
    .filter(({ value, count }) => count > 0 && value !== "")
    .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
}

function emptyAnswer(): SearchAnswer {
  return {
    hits: [],
    total: 0,
    facets: Object.fromEntries(facetNames.map((name) => [name, []])) as unknown as SearchAnswer["facets"],
  };
}

function* chunks(documents: readonly MeilisearchDocument[]): Generator<MeilisearchDocument[]> {
  let some: MeilisearchDocument[] = [];
  let bytes = 0;
  for (const document of documents) {
    const size = JSON.stringify(document).length;
    if (some.length > 0 && bytes + size > mostBytes) {
      yield some;
      some = [];
      bytes = 0;
    }
    some.push(document);
    bytes += size;
  }
  if (some.length > 0) yield some;
}
