import { editDistance, type StemsOf, wordsOf } from "../words.rules.ts";

/** The words of the thesaurus, arranged so that those of a query are found among them at once. Pure: stems are given. */

export type Label = { slug: string; locale: string; text: string; preferred: boolean };

/** A place in the words of one language: what may follow, and the concepts whose label ends here. */
export type Node = { next: Map<string, Node>; ends: { slug: string; preferred: boolean }[] };

export type Language = {
  locale: string;
  /** The text search configuration that stems this language, or null when there is none. */
  configuration: string | null;
  root: Node;
  words: Set<string>;
  byStem: Map<string, string[]>;
  byBeginning: Map<string, string[]>;
  /** Labels of several words written as one. */
  joined: Map<string, Node>;
  /** Words that are labels on their own: what a compound can be made of. */
  alone: Set<string>;
  /** Forms that were looked up before. */
  forms: Map<string, readonly { word: string; score: number }[]>;
};

export type Thesaurus = {
  languages: readonly Language[];
  /** All words under themselves with one letter left out: two words that meet there are one typing error apart. */
  errors: Map<string, string[]>;
  broader: Map<string, readonly string[]>;
  /** As they are written. */
  labels: readonly Label[];
};

/** Words that say nothing, folded, where PostgreSQL has no list of them. */
const stopWords: Record<string, readonly string[]> = {
  bg: "и в във на за от с със до по при като без към".split(" "),
  cs: "a i v ve na z ze do pro s se o u k ke po pri bez nebo jak".split(" "),
  hr: "i u na za od s sa do iz po pri bez ili kako".split(" "),
  lv: "un ar no uz par pie bez ka vai ir".split(" "),
  mt: "u ta tal fi fil ma mill bil il li jew minn ghal".split(" "),
  pl: "i w we na za od z ze do dla po przy bez o u lub oraz jak".split(" "),
  sk: "a i v vo na z zo do pre s so o u k po pri bez alebo ako".split(" "),
  sl: "in v na za od z s do iz po pri brez ali kako".split(" "),
};

export const beginning = 4;
const shortestMistyped = 5;

/** Builds the index. `configurationOf` names the stemmer of a language; `stems` must know all words of the labels under it. */
export function thesaurusOf(
  labels: readonly Label[],
  broader: Map<string, readonly string[]>,
  configurationOf: (locale: string) => string | null,
  stems: StemsOf,
): Thesaurus {
  const languages = new Map<string, Language>();
  for (const label of labels) {
    const language = languages.get(label.locale) ?? emptyLanguage(label.locale, configurationOf(label.locale));
    languages.set(label.locale, language);
    const words = wordsOf(label.text);
    if (words.length === 0 || isStop(words, language, stems)) continue;
    insert(language, words, label);
    const telling = words.filter(
      (word, index) => index === 0 || index === words.length - 1 || !isStop([word], language, stems),
    );
    if (telling.length < words.length) insert(language, telling, label);
    const joined = words.join("");
    if (words.length > 1 && joined.length >= 6) join(language, joined, label);
  }
  const all = [...languages.values()].toSorted((a, b) => (a.locale < b.locale ? -1 : 1));
  for (const language of all) for (const word of language.words) remember(language, word, stems);
  const errors = new Map<string, string[]>();
  for (const word of new Set(all.flatMap(({ words }) => [...words]))) {
    if (word.length < shortestMistyped) continue;
    for (const key of shortened(word)) append(errors, key, word);
  }
  return { languages: all, errors, broader, labels };
}

function emptyLanguage(locale: string, configuration: string | null): Language {
  const root = { next: new Map(), ends: [] };
  return {
    locale,
    configuration,
    root,
    words: new Set(),
    alone: new Set(),
    byStem: new Map(),
    byBeginning: new Map(),
    joined: new Map(),
    forms: new Map(),
  };
}

function insert(language: Language, words: readonly string[], { slug, preferred }: Label): void {
  let node = language.root;
  for (const word of words) {
    const next: Node = node.next.get(word) ?? { next: new Map(), ends: [] };
    node.next.set(word, next);
    language.words.add(word);
    node = next;
  }
  const [only] = words;
  if (only && words.length === 1) language.alone.add(only);
  end(node, slug, preferred);
}

function join({ joined }: Language, word: string, { slug, preferred }: Label): void {
  const node = joined.get(word) ?? { next: new Map(), ends: [] };
  joined.set(word, node);
  end(node, slug, preferred);
}

function end({ ends }: Node, slug: string, preferred: boolean): void {
  const known = ends.find((entry) => entry.slug === slug);
  if (!known) ends.push({ slug, preferred });
  else if (preferred) known.preferred = true;
}

function remember(language: Language, word: string, stems: StemsOf): void {
  if (language.configuration)
    for (const stem of stems(language.configuration, word)) append(language.byStem, stem, word);
  if (word.length >= beginning) append(language.byBeginning, word.slice(0, beginning), word);
}

/** Whether all of these words say nothing in that language. */
export function isStop(words: readonly string[], { configuration, locale }: Language, stems: StemsOf): boolean {
  if (configuration !== null) return words.every((word) => stems(configuration, word).length === 0);
  return words.every((word) => stopWords[locale]?.includes(word) ?? false);
}

/** The word, and the word without each of its letters. */
export function shortened(word: string): string[] {
  return [
    ...new Set([word, ...Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1))]),
  ];
}

/** Known words one typing error away, the first letter being right. */
export function mistyped(word: string, { errors }: Thesaurus): string[] {
  if (word.length < shortestMistyped || word.length > 40 || /\p{N}/u.test(word)) return [];
  const near = new Set(shortened(word).flatMap((key) => errors.get(key) ?? []));
  return [...near].filter((known) => known[0] === word[0] && editDistance(word, known) === 1);
}

function append(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list) list.push(value);
  else map.set(key, [value]);
}
