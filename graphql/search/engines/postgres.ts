import type { Prisma } from "#prisma/client.ts";
import type { SearchAnswer, SearchEngine, SearchKind, SearchRequest } from "../engine.rules.ts";
import { putDocuments, tidyDocuments } from "./postgres-document.ts";
import { countFacets } from "./postgres-facets.ts";
import { browsing, type MatchSql, matching } from "./postgres-match.ts";
import { similarInPostgres } from "./postgres-similar.ts";
import { statement } from "./postgres-statement.ts";
import { configurationsOf, readerConfigurations, similarWords, stemmer } from "./postgres-words.ts";
import { comparable, likelyWords, queryOf, type Term, tellingTerms, termsOf, wordsOf } from "../words.rules.ts";

/** With fewer matches than this the query is asked again, forgiving spelling. */
const few = 4;

/** `found` counts what tells whether little was found; `facets` holds those of all matching rows, packed one after the other. */
type Answer = { found: number; facets: Uint8Array | null; hits: [SearchKind, string, number, number | null][] | null };

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
      const instead = term.words.length === 1 ? likelyWords(word, similar.get(word) ?? []) : [];
      return instead.length > 0 ? { ...term, instead } : term;
    });
    return wider.some(({ instead }) => instead) ? wider : terms;
  }

  async function ask(match: MatchSql, request: SearchRequest): Promise<Answer> {
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
    similar: (request) => similarInPostgres(prisma, request),
    async put(rows) {
      await putDocuments(prisma, rows);
    },
    async remove(kind, id) {
      await prisma.searchDocument.deleteMany({ where: { kind, rowId: id } });
    },
    async prune(before) {
      await prisma.searchDocument.deleteMany({ where: { indexedAt: { lt: before } } });
      await tidyDocuments(prisma);
    },
    async clear() {
      await prisma.$transaction([prisma.searchDocument.deleteMany(), prisma.searchWord.deleteMany()]);
    },
    ready: () => Promise.resolve(true),
  };
}

const nothing: Answer = { found: 0, facets: null, hits: null };

function answerOf({ facets, hits }: Answer, { filters }: SearchRequest): SearchAnswer {
  const counted = countFacets(facets ?? new Uint8Array(), filters);
  return {
    ...counted,
    hits: (hits ?? []).map(([kind, id, score, savedCarbonKg]) => ({ kind, id, score, savedCarbonKg })),
  };
}

/** The words that meant a concept count only where they stand together. */
function phraseOf(span: string): Term[] {
  const words = wordsOf(span);
  return words.length > 0 ? [{ words }] : [];
}

function wordsIn(terms: readonly Term[]): string[] {
  return terms.flatMap(({ words, instead = [] }) => [words, ...instead].flat());
}
