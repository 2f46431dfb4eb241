import { longestQuery, type StemsOf, wordsOf } from "../words.rules.ts";
import { choose, covers, type LabelMatch, matchesIn, mend } from "./match.rules.ts";
import { saysLess } from "./spelling.rules.ts";
import { isStop, type Thesaurus } from "./thesaurus.rules.ts";

/** From the words of a query or a text to the concepts of the thesaurus: the same for both engines, and before them. */

export type UnderstoodConcept = {
  slug: string;
  /** The words as they were typed. */
  matched: string;
  /** How sure it is, 0.6 to 1. */
  score: number;
};
export type Understanding = {
  concepts: UnderstoodConcept[];
  /** What was not understood, as it was typed; a phrase keeps its quotes. */
  rest: string[];
};

export type QueryReading = {
  /** The stems of all words of the query under the thesaurus' configurations. */
  stems: StemsOf;
  /** The reader's language: it decides when a word means different things. */
  locale?: string | null;
  /** Concepts that the reader took away: their words stay words. */
  without?: readonly string[];
};

const mostTokens = 40;
/** In a network of cities these say nothing beside another concept: their words are left out, as stop words are. */
const ambient = new Set(["city", "municipality", "local-authority"]);

type Token = { word: string; start: number; end: number };

/** The folded words of a query that may be understood: those that are in no quotes. What `stems` must know. */
export function wordsToUnderstand(query: string): string[] {
  return segmentsOf(query).flatMap((segment) => (segment.quoted ? [] : tokensOf(segment).map(({ word }) => word)));
}

/** What a query means. Never fails; the same query, in any case and with or without accents, always means the same. */
export function understand(
  query: string,
  thesaurus: Thesaurus,
  { stems, locale = null, without = [] }: QueryReading,
): Understanding {
  const concepts = new Map<string, UnderstoodConcept>();
  const rest: { text: string; stop: boolean }[] = [];
  for (const segment of segmentsOf(query)) {
    const { text, quoted, offset } = segment;
    if (quoted) {
      if (wordsOf(text).length > 0) rest.push({ text: `"${text.trim()}"`, stop: false });
      continue;
    }
    const tokens = tokensOf(segment);
    const words = tokens.map(({ word }) => word);
    const matches = thesaurus.languages.flatMap((language) => matchesIn(words, language, stems));
    const chosen = choose([...matches, ...mend(words, matches, thesaurus, stems)], locale).filter(
      ({ slug }) => !without.includes(slug),
    );
    for (const match of chosen) {
      const typed = typedWords(match, tokens, text, offset);
      const known = concepts.get(match.slug);
      if (!known) concepts.set(match.slug, { slug: match.slug, matched: typed, score: match.score });
      else if (!known.matched.includes(typed)) known.matched = `${known.matched} ${typed}`;
    }
    tokens.forEach(({ word, start, end }, at) => {
      if (chosen.some((match) => covers(match, at))) return;
      const stop = saysLess(word) || thesaurus.languages.some((language) => isStop([word], language, stems));
      rest.push({ text: text.slice(start - offset, end - offset), stop });
    });
  }
  const telling = concepts.size > 0 ? rest.filter(({ stop }) => !stop) : rest;
  const found = [...concepts.values()];
  const saying = found.filter(({ slug }) => !ambient.has(slug));
  return { concepts: saying.length > 0 ? saying : found, rest: telling.map(({ text }) => text) };
}

/** The concepts that a text of that language speaks of, most often named first. Spelling is not forgiven here. */
export function conceptsIn(text: string, language: string, thesaurus: Thesaurus, stems: StemsOf): string[] {
  const own = thesaurus.languages.find(({ locale }) => locale === language);
  if (!own) return [];
  const found = new Map<string, number>();
  for (const piece of text.split(/[.;:!?()\n]+/u))
    for (const { slug } of choose(matchesIn(wordsOf(piece), own, stems), language))
      found.set(slug, (found.get(slug) ?? 0) + 1);
  return [...found].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).map(([slug]) => slug);
}

type Segment = { text: string; quoted: boolean; offset: number };

function segmentsOf(query: string): Segment[] {
  const text = Array.from(query).slice(0, longestQuery).join("");
  const parts = text.matchAll(/["“”„‟«»]([^"“”„‟«»]*)["“”„‟«»]|([^"“”„‟«»]+)/gu);
  return Array.from(parts, ({ 1: phrase, 2: plain, index }) => ({
    text: phrase ?? plain ?? "",
    quoted: phrase !== undefined,
    offset: index,
  }));
}

function tokensOf({ text, offset }: Segment): Token[] {
  const tokens = Array.from(text.matchAll(/[\p{L}\p{N}\p{M}]+/gu), ({ 0: typed, index }) =>
    wordsOf(typed).map((word) => ({ word, start: offset + index, end: offset + index + typed.length })),
  );
  return tokens.flat().slice(0, mostTokens);
}

function typedWords({ start, end }: LabelMatch, tokens: readonly Token[], text: string, offset: number): string {
  const first = tokens[Math.floor(start)];
  const last = tokens[Math.ceil(end) - 1];
  return first && last ? text.slice(first.start - offset, last.end - offset) : "";
}
