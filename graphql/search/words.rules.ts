/** From words as people type them to what a text index compares. The same folding serves documents and queries. */

const SPELLED: Record<string, string> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ħ: "h",
  ŧ: "t",
  ŋ: "n",
  ı: "i",
  ĸ: "k",
  ς: "σ",
};

/** Lower case, without accents or ligatures: "Éclairage CO₂" and "eclairage co2" become one. */
export function fold(text: string): string {
  return text
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[ßæœøłđðþħŧŋıĸς]/g, (letter) => SPELLED[letter] ?? letter);
}

/** The folded words of a text: runs of letters and digits, nothing else. */
export function wordsOf(text: string): string[] {
  return fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];
}

/** Several words are a phrase: they must stand one after the other. Each of `instead` may stand for the term, if all its words do. */
export type Term = { words: string[]; instead?: string[][] };

export const longestQuery = 200;
const mostTerms = 12;

/** Reads a query: words, and phrases in quotes of any language. Never fails; what holds no letter or digit is left out. */
export function termsOf(query: string): Term[] {
  const text = Array.from(query).slice(0, longestQuery).join("");
  const parts = text.matchAll(/["“”„‟«»]([^"“”„‟«»]*)["“”„‟«»]|([^"“”„‟«»]+)/gu);
  const terms: Term[] = [];
  for (const [, phrase, plain] of parts) {
    if (phrase !== undefined) terms.push({ words: wordsOf(phrase) });
    else for (const word of wordsOf(plain ?? "")) terms.push({ words: [word] });
  }
  const seen = new Set<string>();
  const fresh = terms.filter(({ words }) => {
    const key = words.join(" ");
    return words.length > 0 && !seen.has(key) && Boolean(seen.add(key));
  });
  return fresh.slice(0, mostTerms);
}

/** The stems of a folded word under one text search configuration; none when the word is a stop word there. */
export type StemsOf = (configuration: string, word: string) => readonly string[];

/** The terms that tell something: stop words in a language of readers are left out, unless nothing else was asked. */
export function tellingTerms(terms: readonly Term[], stopping: readonly string[], stems: StemsOf): readonly Term[] {
  const stops = ({ words }: Term) =>
    words.every((word) => Array.from(word).length === 1 && !/\p{N}/u.test(word)) ||
    stopping.some((configuration) => words.every((word) => stems(configuration, word).length === 0));
  const telling = terms.filter((term) => !stops(term));
  return telling.length > 0 ? telling : terms;
}

/**
 * A tsquery: each term under all configurations, OR-ed, so that a query need not say its language; the terms AND-ed.
 * The last word also matches as a beginning.
 */
export function queryOf(terms: readonly Term[], configurations: readonly string[], stems: StemsOf): string {
  return terms
    .map(({ words, instead = [] }, index) => {
      const [first = ""] = words;
      const open = words.length === 1 && index === terms.length - 1 && first.length > 2;
      const own = alternatives(words, " <-> ", configurations, stems);
      const begun = open ? [`${quoted(first)}:*`] : [];
      return [
        ...new Set([...begun, ...own, ...instead.flatMap((all) => alternatives(all, " & ", configurations, stems))]),
      ];
    })
    .map((list) => `(${list.join(" | ")})`)
    .join(" & ");
}

function alternatives(
  words: readonly string[],
  joint: string,
  configurations: readonly string[],
  stems: StemsOf,
): string[] {
  const stemmed = configurations.map((configuration) => {
    const lexemes = words.map((word) => stems(configuration, word)[0]);
    return lexemes.every((lexeme) => lexeme !== undefined) ? lexemes : words;
  });
  return [...new Set([words, ...stemmed].map((list) => `(${list.map(quoted).join(joint)})`))];
}

function quoted(lexeme: string): string {
  return `'${lexeme.replaceAll("\\", "\\\\").replaceAll("'", "''")}'`;
}

const shortest = 4;
const most = 8;
/** Letters that German, Dutch and the Nordic languages put between the parts of a compound. */
const joints = ["", "s", "n", "e", "es", "en", "er"];

/** Long enough to be compared; shorter words look like too many others. */
export function comparable(word: string): boolean {
  return Array.from(word).length >= shortest && !/\p{N}/u.test(word);
}

/** The beginnings and endings of a long word that could be the parts of a compound. */
export function compoundParts(word: string): string[] {
  return splits(word).flatMap(({ heads, tail }) => [...heads, tail]);
}

/**
 * Likeliest first, each a list of words that together stand for `word`: nearly the same letters; another ending; a compound
 * that holds it; the two parts that it is made of.
 */
export function likelyWords(word: string, known: readonly string[]): string[][] {
  const vocabulary = new Set(known);
  const near = known
    .filter((candidate) => candidate !== word)
    .map((candidate) => ({ candidate, distance: distanceOf(word, candidate) }))
    .filter(({ distance }) => distance !== null)
    .toSorted((a, b) => (a.distance ?? 0) - (b.distance ?? 0) || (a.candidate < b.candidate ? -1 : 1))
    .map(({ candidate }) => [candidate]);
  const pairs = splits(word).flatMap(({ heads, tail }) => {
    const head = heads.find((part) => vocabulary.has(part));
    return head && vocabulary.has(tail) ? [[head, tail]] : [];
  });
  return [...near.slice(0, most), ...pairs.slice(0, 2)];
}

/** The places where a long word may be made of two, the joint between them left out. */
export function splits(word: string): { heads: string[]; tail: string }[] {
  if (word.length < 9) return [];
  const places = Array.from({ length: word.length - 2 * shortest + 1 }, (_, index) => index + shortest);
  return places.map((place) => {
    const head = word.slice(0, place);
    const heads = joints
      .filter((joint) => head.endsWith(joint))
      .map((joint) => head.slice(0, head.length - joint.length));
    return { heads: heads.filter((part) => part.length >= shortest), tail: word.slice(place) };
  });
}

function distanceOf(word: string, candidate: string): number | null {
  const allowed = word.length < 6 ? 1 : 2;
  const edits = Math.abs(word.length - candidate.length) > allowed ? allowed + 1 : editDistance(word, candidate);
  if (edits <= allowed) return edits;
  if (word.length >= 5 && candidate.includes(word)) return 3;
  const shared = sharedBeginning(word, candidate);
  return shared >= 5 && shared >= 0.6 * Math.max(word.length, candidate.length) ? 4 : null;
}

function sharedBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

/** Letters to insert, remove, replace or swap with their neighbour. */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= b.length; j += 1) {
      const replaced = at(last, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      const swapped =
        i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1] ? at(before, j - 2) + 1 : Infinity;
      row.push(Math.min(at(last, j) + 1, at(row, j - 1) + 1, replaced, swapped));
    }
    before = last;
    last = row;
  }
  return at(last, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
