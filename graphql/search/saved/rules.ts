import type { Filters } from "../engine.rules.ts";

/** When a saved search is looked after, and where the finder answers it. */

export const cadences = ["daily", "weekly", "none"] as const;
export type Cadence = (typeof cadences)[number];

/** So many searches a person may keep. */
export const mostSaved = 50;
/** So many results a mail lists; it says how many more there are. */
export const mostListed = 10;
/** So many new results are looked at for one mail. */
export const mostNew = 60;
/** What was first seen less than so many milliseconds ago is left for the next time: its writing may not have ended. */
export const settling = 60_000;

const dayLength = 86_400_000;
const daysOf: Record<Exclude<Cadence, "none">, number> = { daily: 1, weekly: 7 };

/** The instant before which a search must have been checked last to be due: so many days of the calendar (UTC) have begun since. */
export function dueBefore(cadence: Exclude<Cadence, "none">, now: Date): Date {
  const today = Math.floor(now.getTime() / dayLength);
  return new Date((today - daysOf[cadence] + 1) * dayLength);
}

/** Whether it is time to look for something new. Days are counted, not hours, so that a job that runs a little earlier than
 *  the day before skips nobody. */
export function isDue({ cadence, checkedUntil }: { cadence: Cadence; checkedUntil: Date }, now: Date): boolean {
  return cadence !== "none" && checkedUntil < dueBefore(cadence, now);
}

/** What a person asked the finder for. */
export type SearchCriteria = {
  words: string;
  filters: Filters;
  without: readonly string[];
  like: string | null;
  likeWithout: readonly string[];
};

/** Names in the finder's address that differ from the facets' own. */
const params: Partial<Record<keyof Filters, string>> = {
  citySize: "size",
  language: "lang",
  cityLanguage: "city-lang",
};

/** The finder's address of a search, without the language: /search?q=… The portal reads it in app/search/address.ts. */
export function pathOf({ words, filters, without, like, likeWithout }: SearchCriteria): string {
  const pairs: [string, string][] = words ? [["q", words]] : [];
  for (const [name, values] of Object.entries(filters))
    for (const value of values) pairs.push([params[name as keyof Filters] ?? name, value]);
  if (like) pairs.push(["like", like], ...likeWithout.map((reason): [string, string] => ["unlike", reason]));
  if (words) pairs.push(...without.map((slug): [string, string] => ["without", slug]));
  return `/search${pairs.length > 0 ? `?${new URLSearchParams(pairs)}` : ""}`;
}

/** Whether two searches ask for the same, in whatever order it was chosen. */
export function sameSearch(
  one: SearchCriteria & { locale: string },
  other: SearchCriteria & { locale: string },
): boolean {
  return keyOf(one) === keyOf(other);
}

function keyOf({ words, filters, without, like, likeWithout, locale }: SearchCriteria & { locale: string }): string {
  const chosen = Object.entries(filters)
    .map(([name, values]) => [name, values.toSorted()])
    .toSorted();
  // Words alone mean something else in another language; filters do not.
  const read = words ? [words, locale, without.toSorted()] : [];
  return JSON.stringify([read, chosen, like, like ? likeWithout.toSorted() : []]);
}
