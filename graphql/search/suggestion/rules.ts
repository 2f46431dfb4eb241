import { wordsOf } from "../words.rules.ts";
import type { Label } from "../understand/thesaurus.rules.ts";

/** What somebody may mean who is still typing. Pure. */

type Entry = { key: string; slug: string; begins: boolean; preferred: boolean };
/** For each language its labels, from their beginning and from each further word on, in the order of the alphabet. */
export type LabelIndex = {
  entries: ReadonlyMap<string, readonly Entry[]>;
  /** Preferred labels by language and slug. */
  labels: ReadonlyMap<string, ReadonlyMap<string, string>>;
};
export type ConceptSuggestion = { slug: string; text: string; lang: string; own: boolean };

/** Fewer letters than these could mean anything. */
const fewestLetters = 2;
/** Shorter words inside a label are mostly "of" and "the". */
const shortestInside = 3;
const longestTyped = 100;
const mostWords = 8;

/** The folded words that were typed, the last perhaps unfinished; none when there is too little to go by. */
export function typedWords(typed: string): string[] {
  const words = wordsOf(
    Array.from(typed.slice(0, 4 * longestTyped))
      .slice(0, longestTyped)
      .join(""),
  ).slice(0, mostWords);
  return Array.from(words.join("")).length < fewestLetters ? [] : words;
}

export function labelIndexOf(labels: readonly Label[]): LabelIndex {
  const entries = new Map<string, Entry[]>();
  const preferredOf = new Map<string, Map<string, string>>();
  for (const { slug, locale, text, preferred } of labels) {
    const words = wordsOf(text);
    const known = entries.get(locale) ?? [];
    entries.set(locale, known);
    for (const [at, word] of words.entries())
      if (at === 0 || word.length >= shortestInside)
        known.push({ key: words.slice(at).join(" "), slug, begins: at === 0, preferred });
    if (!preferred) continue;
    const texts = preferredOf.get(locale) ?? new Map<string, string>();
    // Other spellings of a label ("oeffentlich") follow the label itself.
    preferredOf.set(locale, texts.has(slug) ? texts : texts.set(slug, text));
  }
  for (const known of entries.values()) known.sort((a, b) => (a.key < b.key ? -1 : a.key > b.key ? 1 : 0));
  return { entries, labels: preferredOf };
}

/**
 * Concepts with a label, or a word in one, that begins with what was typed: in the reader's language first, whole labels before
 * parts, the shortest first; each once, under its label in the reader's language, else in English.
 */
export function conceptsSaid(
  typed: readonly string[],
  locale: string,
  { entries, labels }: LabelIndex,
): ConceptSuggestion[] {
  if (typed.length === 0) return [];
  const beginning = typed.join(" ");
  const best = new Map<string, { own: boolean; order: readonly number[] }>();
  for (const [language, known] of entries) {
    const own = language === locale;
    for (let at = firstFrom(beginning, known); known[at]?.key.startsWith(beginning); at += 1) {
      const { slug, begins, preferred, key } = known[at] ?? noEntry;
      const order = [Number(!own), Number(!begins), key.length - beginning.length, Number(!preferred)];
      const before = best.get(slug);
      if (!before || compareUp(order, before.order) < 0) best.set(slug, { own, order });
    }
  }
  return [...best]
    .toSorted(([a, one], [b, other]) => compareUp(one.order, other.order) || (a < b ? -1 : 1))
    .map(([slug, { own }]) => {
      const lang = [locale, "en"].find((language) => labels.get(language)?.has(slug)) ?? "en";
      return { slug, own, lang, text: labels.get(lang)?.get(slug) ?? slug };
    });
}

const noEntry: Entry = { key: "", slug: "", begins: false, preferred: false };

/** The place of the first entry that is not before `beginning`. */
function firstFrom(beginning: string, known: readonly Entry[]): number {
  let low = 0;
  let high = known.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((known[middle]?.key ?? "") < beginning) low = middle + 1;
    else high = middle;
  }
  return low;
}

function compareUp(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((value, index) => value !== b[index]);
  return at < 0 ? 0 : (a[at] ?? 0) - (b[at] ?? 0);
}

/** Where in a text the typed words stand: 0 at its beginning, 1 inside, 2 nowhere. */
export function placeIn(text: string, typed: readonly string[]): 0 | 1 | 2 {
  const beginning = typed.join(" ");
  const words = wordsOf(text);
  if (words.join(" ").startsWith(beginning)) return 0;
  return words.some((_word, at) => words.slice(at).join(" ").startsWith(beginning)) ? 1 : 2;
}

/**
 * At most `first` of all: the reader's own concepts, cities, other concepts, practices. A quarter is kept for cities, and one for
 * practices, where there are so many; what nobody needs goes to the others.
 */
export function mixSuggestions<T extends { own: boolean }, C, P>(
  concepts: readonly T[],
  cities: readonly C[],
  practices: readonly P[],
  first: number,
): (T | C | P)[] {
  const quarter = Math.floor(first / 4);
  const kept = Math.min(quarter, cities.length) + Math.min(quarter, practices.length);
  const said = concepts.slice(0, first - kept);
  const forPractices = Math.min(quarter, practices.length);
  const places = cities.slice(0, first - said.length - forPractices);
  const titles = practices.slice(0, first - said.length - places.length);
  return [...said.filter(({ own }) => own), ...places, ...said.filter(({ own }) => !own), ...titles];
}
