import { addYears } from "#graphql/kernel/dates.ts";
import { wordsOf } from "../words.rules.ts";

/** What of a search that found nothing may be kept. Whoever typed it stays unknown, and what could name a person is not kept. */

/** Asked on fewer occasions than this, words are shown to nobody: a name that one person searched for stays that person's. */
export const shownFrom = 3;
/** The same words within so many milliseconds are one occasion: reloading, sorting and trying filters do not count. */
export const occasion = 10 * 60_000;
/** So many years after they were last asked, words are forgotten. */
const keptYears = 1;
/** So many are kept; the rarest and oldest make room. */
export const mostKept = 5000;

const longest = 80;
const mostWords = 6;
const mostDigits = 6;
/** What people write in a query: letters, digits, blanks and everyday punctuation. Anything else is code or a slip. */
const everyday = /^[\p{L}\p{M}\p{N}\p{Zs}'’‘´.,;:!?&+/()"“”„‟«»·°\p{Pd}]*$/u;
const traits: readonly RegExp[] = [
  // An address on the web or a name of a machine: ghent.eu, www.ghent, http://
  /:\/\/|\bwww\b|[\p{L}\p{N}]\.\p{L}{2}/u,
  // The number of a machine, a day.
  /\b\d{1,3}(\.\d{1,3}){3}\b/,
  /\b\d{1,4}[./\p{Pd}]\d{1,2}[./\p{Pd}]\d{1,4}\b/u,
  // What is meant for a database.
  /--|\/\*|\bselect\b.*\bfrom\b|\b(drop table|delete from|insert into|union (all )?select)\b/i,
];
const yearRange = /\b(19|20)\d\d\s*[/\p{Pd}]\s*(19|20)\d\d\b/gu;
const digitRun = /\p{N}(?:[\s()./+\p{Pd}]*\p{N})*/gu;

/** The folded words to keep of what was typed; null when they may not be kept: too short or long to be a subject, an address,
 *  a number that could reach somebody, or no words at all. */
export function keepable(typed: string): string | null {
  const text = typed.normalize("NFKC").trim();
  if (text.length > longest || !everyday.test(text)) return null;
  if (traits.some((trait) => trait.test(text))) return null;
  const runs = text.replaceAll(yearRange, " ").match(digitRun) ?? [];
  if (runs.some((run) => (run.match(/\p{N}/gu) ?? []).length > mostDigits)) return null;
  const words = wordsOf(text);
  if (words.length > mostWords || words.every((word) => Array.from(word).length < 2 || /^\p{N}+$/u.test(word)))
    return null;
  return words.join(" ");
}

/** A search as it was asked. */
export type SearchArguments = {
  words: string;
  page?: number | null;
  sort?: string | null;
  locale?: string | null;
  filters: Readonly<Record<string, readonly string[] | null | undefined>>;
  concepts?: readonly string[] | null;
  like?: object | null;
};

/** The folded words of a search of which nothing has what it asked for; null where something has, where it was narrowed by
 *  filters, named concepts or a city to be like (the words alone may well find something), or where they may not be kept. In another
 *  order it is the same search again, or a feed reader that asks by itself, day after day. */
export function missedWords(
  { words, page, sort, filters, concepts, like }: SearchArguments,
  direct: number,
): string | null {
  const narrowed = Object.values(filters).some((values) => values?.length) || concepts?.length || like;
  const first = (page ?? 1) === 1 && (sort ?? "relevance") === "relevance";
  return direct === 0 && first && !narrowed ? keepable(words) : null;
}

/** A language's code as it is kept: one that does not exist would be a place to write anything. */
export function keptLocale(locale: string | null, known: readonly string[]): string {
  return locale !== null && known.includes(locale) ? locale : "und";
}

/** The last day on which words must have been asked to be forgotten today. */
export function forgottenUntil(today: string): string {
  return addYears(today, -keptYears);
}
