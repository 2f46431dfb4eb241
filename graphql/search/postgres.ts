import { Prisma as Sql } from "#prisma/generated/client/client.ts";
import type { Prisma } from "#prisma/client.ts";
import type { FacetName, SearchAnswer, SearchEngine, SearchKind, SearchRequest } from "./engine.ts";
import { facetNames } from "./engine.ts";
import { putDocuments } from "./postgres-document.ts";
import { countFacets } from "./postgres-facets.ts";
import { configurationsOf, readerConfigurations, similarWords, stemmer } from "./postgres-words.ts";
import { comparable, meant, queryOf, type Term, tellingTerms, termsOf, wordsOf } from "./rules.ts";

/** With fewer matches than this the query is asked again, forgiving spelling. */
const few = 4;
/** Of a broad query only the most promising documents are ranked in full; the others follow, newest first. */
const rankedMost = 200;

/** Without words there is nothing to score. */
type Match = { where: Sql.Sql; titled: Sql.Sql; score: Sql.Sql | null };
/** `facets` holds those of all matching rows, packed one after the other. */
type Answer = { found: number; facets: Uint8Array | null; hits: [SearchKind, string, number][] | null };

/** PostgreSQL as the search engine: full text by language, trigrams for spelling; the table is SearchDocument. */
export function postgresEngine(prisma: Prisma): SearchEngine {
  async function search(request: SearchRequest): Promise<SearchAnswer> {
    const asked = termsOf(request.words);
    const spans = request.spans.map(phraseOf);
    if (asked.length === 0 && request.concepts.length === 0)
      return answerOf(request.typed.trim() === "" ? await ask(browsing, request) : nothing, request);
    const available = await configurationsOf(prisma);
    const stemsOf = (terms: readonly Term[]) => stemmer(prisma, available, wordsIn(terms));
    const stems = await stemsOf([...asked, ...spans.flat()]);
    const terms = tellingTerms(asked, readerConfigurations, stems);
    const typed = [...spans.flat(), ...terms].map(({ words }) => words.join(" ")).join(" ");
    const meaning = request.concepts.map((slug, index) => ({
      slug,
      words: queryOf(spans[index] ?? [], available, stems),
    }));
    const words = queryOf(terms, available, stems);
    const answer = await ask(matching({ meaning, words, typed }), request);
    if (answer.found >= few || terms.length === 0) return answerOf(answer, request);
    const forgiving = await forgive(terms);
    const like = forgiving === terms ? "" : queryOf(forgiving, available, await stemsOf(forgiving));
    if (meaning.length === 0 && like === "") return answerOf(answer, request);
    return answerOf(await ask(matching({ meaning, words, like, loose: true, typed }), request), request);
  }

  /** The terms with what may have been meant by them; the same terms when nothing comes near. */
  async function forgive(terms: readonly Term[]): Promise<readonly Term[]> {
    const words = terms.flatMap((term) => (term.words.length === 1 ? term.words : [])).filter(comparable);
    if (words.length === 0) return terms;
    const similar = await similarWords(prisma, words);
    const wider = terms.map((term) => {
      const [word = ""] = term.words;
      const instead = term.words.length === 1 ? meant(word, similar.get(word) ?? []) : [];
      return instead.length > 0 ? { ...term, instead } : term;
    });
    return wider.some(({ instead }) => instead) ? wider : terms;
  }

  async function ask(match: Match, request: SearchRequest): Promise<Answer> {
    const [, rows] = await prisma.$transaction([
      // The planner takes reading a vector for free, so it would rather read them all than use the index.
      prisma.$executeRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true), set_config('work_mem', '32MB', true)`,
      prisma.$queryRaw<Answer[]>(statement(match, request)),
    ]);
    return rows[0] ?? nothing;
  }

  return {
    name: "postgres",
    search,
    async put(rows) {
      await putDocuments(prisma, rows);
    },
    async remove(kind, id) {
      await prisma.searchDocument.deleteMany({ where: { kind, rowId: id } });
    },
    async prune(before) {
      await prisma.searchDocument.deleteMany({ where: { indexedAt: { lt: before } } });
    },
    async clear() {
      await prisma.$transaction([prisma.searchDocument.deleteMany(), prisma.searchWord.deleteMany()]);
    },
    ready: () => Promise.resolve(true),
  };
}

const nothing: Answer = { found: 0, facets: null, hits: null };
const browsing: Match = { where: Sql.sql`TRUE`, titled: Sql.sql`0`, score: null };

function answerOf({ facets, hits }: Answer, { filters }: SearchRequest): SearchAnswer {
  const counted = countFacets(facets ?? new Uint8Array(), filters);
  return { ...counted, hits: (hits ?? []).map(([kind, id, score]) => ({ kind, id, score })) };
}

type Meaning = { slug: string; words: string };
/** `like` are the words with what may have been meant by them. `loose`: a meaning is enough, or without any what is like the words. */
type Sought = { meaning: readonly Meaning[]; words: string; like?: string; loose?: boolean; typed: string };

/**
 * What has one of the concepts, or the words that meant it, and all further words. The concepts decide the order before the words
 * do; a concept without words was not asked for, it is broader than one that was, and counts less.
 */
function matching({ meaning, words, like = "", loose = false, typed }: Sought): Match {
  const concepts = meaning.map(({ slug, words: span }) => [lexeme(slug), span].filter(Boolean).join(" | ")).join(" | ");
  const further = loose ? (concepts ? "" : like) : words;
  const query = [concepts, further]
    .filter(Boolean)
    .map((part) => `(${part})`)
    .join(" & ");
  const ranking = [...meaning.map((part) => part.words), like || words].filter(Boolean).join(" | ");
  const holds = (asked: string, points: number) =>
    asked && loose ? [Sql.sql`${points} * (vector @@ ${asked}::tsquery)::int`] : [];
  const parts = [
    ...meaning.flatMap(({ slug, words: span }) => [
      Sql.sql`${span ? 1000 : 20} * (${slug} = ANY(strong))::int`,
      Sql.sql`${span ? 100 : 2} * (${slug} = ANY(weak))::int`,
      ...(span ? [Sql.sql`80 * (NOT ${slug} = ANY(strong || weak) AND vector @@ ${span}::tsquery)::int`] : []),
    ]),
    Sql.sql`word_similarity(${typed}, lower(unaccent(title)))`,
    ...(ranking ? [Sql.sql`ts_rank_cd('{0.05, 0.2, 0.5, 1}', vector, ${ranking}::tsquery, 1)::float`] : []),
    ...holds(words, concepts ? 10_000 : 1),
    ...(concepts ? holds(like, 500) : []),
  ];
  const about = [
    ...(concepts ? holds(words, 100) : []),
    ...meaning.map(({ slug }) => Sql.sql`(${slug} = ANY(strong))::int`),
  ];
  return {
    where: Sql.sql`vector @@ ${query}::tsquery`,
    titled: about.length > 0 ? Sql.join(about, " + ") : Sql.sql`(heading @@ ${query}::tsquery)::int`,
    score: Sql.join(parts, " + "),
  };
}

function lexeme(slug: string): string {
  return `'#${slug.replaceAll(/[^a-z0-9-]/g, "")}'`;
}

/** The words that meant a concept count only where they stand together. */
function phraseOf(span: string): Term[] {
  const words = wordsOf(span);
  return words.length > 0 ? [{ words }] : [];
}

function wordsIn(terms: readonly Term[]): string[] {
  return terms.flatMap(({ words, instead = [] }) => [words, ...instead].flat());
}

const columns: Record<Exclude<FacetName, "language">, Sql.Sql> = {
  kind: Sql.sql`kind`,
  area: Sql.sql`area`,
  role: Sql.sql`role`,
  country: Sql.sql`country`,
  citySize: Sql.sql`"citySize"`,
  stage: Sql.sql`stage`,
  evidence: Sql.sql`evidence`,
};

/** The packed facets of all that match, and the asked page of those that pass the filters. */
function statement(match: Match, request: SearchRequest): Sql.Sql {
  const offset = (request.page - 1) * request.pageSize;
  const window = Math.floor(rankedMost / request.pageSize) * request.pageSize;
  const ranked = match.score !== null && request.sort === "relevance" && offset < window;
  const order = request.sort === "relevance" ? Sql.sql`titled DESC, ${newest}` : newest;
  const page = ranked
    ? Sql.sql`
      SELECT m.kind, m."rowId", ${match.score} AS score, m."publishedOn"
      FROM (SELECT kind, "rowId", "publishedOn" FROM matched WHERE passes ORDER BY ${order} LIMIT ${window}) m
      JOIN "SearchDocument" d USING (kind, "rowId")
      ORDER BY score DESC, m."publishedOn" DESC NULLS LAST, m."rowId" DESC
      OFFSET ${offset} LIMIT ${request.pageSize}`
    : Sql.sql`
      SELECT kind, "rowId", 0::float AS score, titled, "publishedOn"
      FROM matched WHERE passes ORDER BY ${order} OFFSET ${offset} LIMIT ${request.pageSize}`;
  return Sql.sql`
    WITH matched AS MATERIALIZED (
      SELECT kind, "rowId", facets, "publishedOn", ${match.titled} AS titled, ${passes(request)} AS passes
      FROM "SearchDocument" WHERE ${match.where}
    ), page AS MATERIALIZED (${page})
    SELECT count(*)::int AS found, string_agg(facets, ''::bytea) AS facets,
      (SELECT json_agg(json_build_array(kind, "rowId", score) ORDER BY score DESC, ${ranked ? newest : order}) FROM page) AS hits
    FROM matched`;
}

const newest = Sql.sql`"publishedOn" DESC NULLS LAST, "rowId" DESC`;

function passes({ filters }: SearchRequest): Sql.Sql {
  const parts = facetNames.flatMap((name) => {
    const values = filters[name];
    if (!values?.length) return [];
    const wanted = [...values];
    return [
      name === "language"
        ? Sql.sql`languages && ${wanted}::text[]`
        : Sql.sql`coalesce(${columns[name]} = ANY(${wanted}::text[]), FALSE)`,
    ];
  });
  return parts.length === 0 ? Sql.sql`TRUE` : Sql.join(parts, " AND ");
}
