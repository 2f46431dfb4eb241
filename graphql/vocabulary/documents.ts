import { wordLocales, words } from "#graphql/kernel/words.ts";
import type { SearchableName, SearchableRow } from "#graphql/search/engine.rules.ts";

/** A document before it was read for its concepts: with those that its author chose. */
export type TaggedRow = Omit<SearchableRow, "strong" | "weak"> & {
  tags: readonly string[];
  /** What it belongs to: it touches what that is about. */
  parent?: Parent;
};
export type Parent = { tags: readonly string[]; titles: readonly { language: string; title: string }[] };

/** What of a tagged row must be loaded for its concepts. */
export const searchedConcepts = {
  include: { concept: { include: { labels: { where: { preferred: true } } } } },
} as const;

/** A city's own name and those in other languages. */
export function cityNames(city: {
  name: string;
  language: string;
  names: readonly { locale: string; name: string }[];
}): SearchableName[] {
  return [{ language: null, text: city.name }, ...city.names.map(({ name }) => ({ language: null, text: name }))];
}

/** The preferred labels of concepts in all languages, for whoever searches by a part of one; all else is understood as a concept. */
export function conceptNames(
  tags: readonly { concept: { labels: readonly { locale: string; text: string }[] } }[],
): SearchableName[] {
  return tags.flatMap(({ concept }) => concept.labels.map(({ locale, text }) => ({ language: locale, text })));
}

/** The area of application by its names in the interface's languages. */
export function areaNames(area: string | null): SearchableName[] {
  return area ? wordLocales.map((locale) => ({ language: locale, text: words(locale, "codes")(`area.${area}`) })) : [];
}

/** The area's English name, or nothing. */
export function areaName(area: string | null): string {
  return area ? words("en", "codes")(`area.${area}`) : "";
}

/** The country by its names in the interface's languages. */
export function countryNames(code: string): SearchableName[] {
  return [...new Set(wordLocales.map((locale) => regionName(locale, code)))].map((text) => ({ language: null, text }));
}

function regionName(locale: string, code: string): string {
  try {
    return new Intl.DisplayNames([locale], { type: "region" }).of(code) ?? code;
  } catch {
    return code;
  }
}

/** Texts one after the other, without those that are not there. */
export function paragraphs(...texts: readonly (string | null)[]): string {
  return texts.filter((text) => text).join("\n");
}
