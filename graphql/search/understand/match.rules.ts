import { type WordForm, formsOf, partsOf, unstemmed } from "./forms.rules.ts";
import type { StemsOf } from "../words.rules.ts";
import { isStop, type Language, mistyped, type Node, type Thesaurus } from "./thesaurus.rules.ts";

/** Where labels of the thesaurus stand among words, and which of them are meant. */

export type LabelMatch = {
  /** The words from `start` up to `end`; a half is a part of a compound. */
  start: number;
  end: number;
  slug: string;
  locale: string;
  preferred: boolean;
  /** How many words of a label were found. */
  words: number;
  /** How sure it is, up to 1. */
  score: number;
};

const leastScore = 0.6;
const otherLanguage = 0.95;
const joinedScore = 0.9;
const mistypedScore = 0.7;

export function covers({ start, end }: LabelMatch, at: number): boolean {
  return start < at + 1 && end > at;
}

/** All labels of that language that stand among the words: longer ones, shorter ones, overlapping. */
export function matchesIn(
  words: readonly string[],
  language: Language,
  stems: StemsOf,
  extra: (word: string) => WordForm[] = () => [],
): LabelMatch[] {
  const forms = words.map((word) => [...formsOf(word, language, stems), ...extra(word)]);
  const matches: LabelMatch[] = [];
  const add = (start: number, end: number, node: Node, count: number, score: number) => {
    for (const { slug, preferred } of node.ends)
      matches.push({ start, end, slug, locale: language.locale, preferred, words: count, score });
  };
  function walk(node: Node, start: number, at: number, count: number, sum: number) {
    const word = words[at];
    if (word === undefined) return;
    for (const form of forms[at] ?? []) {
      const next = node.next.get(form.word);
      if (!next) continue;
      add(start, at + 1, next, count + 1, (sum + form.score) / (count + 1));
      walk(next, start, at + 1, count + 1, sum + form.score);
    }
    if (count > 0 && isStop([word], language, stems)) walk(node, start, at + 1, count, sum);
  }
  words.forEach((word, at) => {
    walk(language.root, at, at, 0, 0);
    const alone = language.joined.get(word);
    if (alone) add(at, at + 1, alone, 1, joinedScore);
    const joined = `${word}${words[at + 1] ?? ""}`;
    const two = at + 1 < words.length ? language.root.next.get(joined) : undefined;
    if (two) add(at, at + 2, two, 2, joinedScore);
    if (!forms[at]?.some(({ score }) => score >= leastScore)) matches.push(...compounds(word, at, language));
  });
  return matches;
}

/** What the parts of a compound mean: together one label, else each its own. */
function compounds(word: string, at: number, language: Language): LabelMatch[] {
  for (const { head, tail, score } of partsOf(word, language)) {
    const found: LabelMatch[] = [];
    const add = (start: number, end: number, node: Node | undefined) => {
      for (const { slug, preferred } of node?.ends ?? [])
        found.push({ start, end, slug, locale: language.locale, preferred, words: end - start, score });
    };
    const heads = head ? formsOf(head, language, unstemmed).map((form) => language.root.next.get(form.word)) : [];
    const tails = tail ? formsOf(tail, language, unstemmed) : [];
    for (const node of heads) for (const form of tails) add(at, at + 1, node?.next.get(form.word));
    if (found.length > 0) return found;
    for (const node of heads) add(at, at + 0.5, node);
    for (const form of tails) add(at + 0.5, at + 1, language.root.next.get(form.word));
    if (found.length > 0) return found;
  }
  return [];
}

/** Labels that are there if the words which nobody understood are mistyped. */
export function mend(
  words: readonly string[],
  matches: readonly LabelMatch[],
  thesaurus: Thesaurus,
  stems: StemsOf,
): LabelMatch[] {
  const strange = new Set(
    words.filter(
      (word, at) =>
        !matches.some((match) => match.score >= leastScore && covers(match, at)) &&
        !thesaurus.languages.some((language) => language.words.has(word)),
    ),
  );
  const near = new Map([...strange].map((word) => [word, mistyped(word, thesaurus)]));
  return thesaurus.languages.flatMap((language) => {
    const known = (word: string) => near.get(word)?.filter((candidate) => language.words.has(candidate)) ?? [];
    if (![...strange].some((word) => known(word).length > 0)) return [];
    return matchesIn(words, language, stems, (word) =>
      known(word).map((candidate) => ({ word: candidate, score: mistypedScore })),
    );
  });
}

/** The matches that are meant: the longest and surest, in the reader's language where several are; none overlaps another. */
export function choose(matches: readonly LabelMatch[], locale: string | null): LabelMatch[] {
  const sure = matches
    .filter(({ score }) => score >= leastScore)
    .map((match) => ({ ...match, score: match.score * (locale && match.locale !== locale ? otherLanguage : 1) }));
  const support = new Map<string, number>();
  for (const { locale: language, words, score } of sure)
    support.set(language, Math.max(words * score, support.get(language) ?? 0));
  const agreeing = new Map<string, Set<string>>();
  const keyOf = ({ start, end, slug }: LabelMatch) => `${start} ${end} ${slug}`;
  for (const match of sure) {
    const languages = agreeing.get(keyOf(match)) ?? new Set();
    agreeing.set(keyOf(match), languages.add(match.locale));
  }
  const ranked = sure.toSorted(
    (a, b) =>
      b.words * b.score - a.words * a.score ||
      (support.get(b.locale) ?? 0) - (support.get(a.locale) ?? 0) ||
      Number(b.preferred) - Number(a.preferred) ||
      (agreeing.get(keyOf(b))?.size ?? 0) - (agreeing.get(keyOf(a))?.size ?? 0) ||
      a.start - b.start ||
      (a.slug < b.slug ? -1 : 1),
  );
  const chosen: LabelMatch[] = [];
  for (const match of ranked)
    if (!chosen.some(({ start, end }) => match.start < end && match.end > start)) chosen.push(match);
  return chosen.toSorted((a, b) => a.start - b.start);
}
