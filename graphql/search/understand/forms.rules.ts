import { splits, type StemsOf } from "../words.rules.ts";
import { beginning, type Language } from "./thesaurus.rules.ts";

/** How a word as people write it meets a word of the thesaurus: itself, inflected, mistyped, or as a part of a compound. */

export type WordForm = { word: string; score: number };
/** The parts of a compound that are known: in front, at the end, or both. */
export type Parts = { head: string | null; tail: string | null; score: number };

const scores = { stem: 0.95, compound: 0.75, part: 0.65 } as const;
/** Languages that write compounds as one word. */
const compounding = new Set(["da", "de", "et", "fi", "hu", "nl", "sv"]);
/** Words that both begin with this part of the longer one may be the same, inflected: more is surer. */
const sharedLeast = 0.65;
const longestEnding = 5;
const mostKept = 20_000;

/** Words of that language that `word` is a form of, each with how sure it is. */
export function formsOf(word: string, language: Language, stems: StemsOf): readonly WordForm[] {
  const kept = language.forms.get(word);
  if (kept && stems !== unstemmed) return kept;
  const found = findForms(word, language, stems);
  if (language.forms.size > mostKept) language.forms.clear();
  if (stems !== unstemmed) language.forms.set(word, found);
  return found;
}

function findForms(word: string, language: Language, stems: StemsOf): WordForm[] {
  const forms = new Map<string, number>();
  const add = (known: string, score: number) => forms.set(known, Math.max(score, forms.get(known) ?? 0));
  if (language.words.has(word)) add(word, 1);
  const { configuration } = language;
  const own = configuration ? stems(configuration, word) : [];
  for (const stem of own) for (const known of language.byStem.get(stem) ?? []) add(known, scores.stem);
  if (word.length >= beginning && (configuration === null || own.length > 0))
    for (const known of language.byBeginning.get(word.slice(0, beginning)) ?? []) {
      const likeness = inflection(word, known);
      if (likeness > 0) add(known, likeness);
    }
  return [...forms].map(([known, score]) => ({ word: known, score }));
}

/** How sure it is, 0 to 0.85, that two words with the same beginning differ in their endings alone; 0.6 where three quarters are the same. */
export function inflection(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  if (sharedLeast * longer > Math.min(a.length, b.length)) return 0;
  let same = beginning;
  while (same < a.length && same < b.length && a[same] === b[same]) same += 1;
  const share = same / longer;
  if (share < sharedLeast || longer - same > longestEnding) return 0;
  return Math.min(0.85, 0.6 + 1.2 * (share - 0.75));
}

/** Parts of a word were never asked about: they stand for themselves. */
export const unstemmed: StemsOf = (_configuration, word) => [word];

/** How a long word may be made of known ones, likeliest first: two known parts, then a label at its end, then one at its beginning. */
export function partsOf(word: string, language: Language): Parts[] {
  if (!compounding.has(language.locale) || word.length > 60) return [];
  const alone = (part: string) => language.alone.has(part) || stemmed(part, language);
  const found: Parts[] = [];
  for (const { heads, tail } of splits(word)) {
    const head = heads.find((part) => language.words.has(part)) ?? null;
    const label = heads.find((part) => part.length >= 5 && alone(part)) ?? null;
    const end = tail.length >= 5 && alone(tail);
    if (head && language.words.has(tail)) found.push({ head, tail, score: scores.compound });
    else if (label && end) found.push({ head: label, tail, score: scores.compound });
    else if (end && tail.length >= 6) found.push({ head: null, tail, score: scores.part });
    else if (label) found.push({ head: label, tail: null, score: scores.part });
  }
  const known = ({ head, tail }: Parts) => (head?.length ?? 0) + (tail?.length ?? 0);
  return found.toSorted((a, b) => b.score - a.score || known(b) - known(a)).slice(0, 3);
}

function stemmed(part: string, { byStem, alone }: Language): boolean {
  return byStem.get(part)?.some((word) => alone.has(word)) ?? false;
}
