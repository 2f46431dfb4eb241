import { wordLocales, words } from "../words.ts";
import type { SearchableName } from "./engine.ts";

/** A city's own name and those in other languages. */
export function cityNames(city: {
  name: string;
  language: string;
  names: readonly { locale: string; name: string }[];
}): SearchableName[] {
  return [{ language: null, text: city.name }, ...city.names.map(({ name }) => ({ language: null, text: name }))];
}

/** The labels of concepts in all languages: they let a query in one language find a text in another. */
export function conceptNames(
  tags: readonly { concept: { labels: readonly { locale: string; text: string }[] } }[],
): SearchableName[] {
  return tags.flatMap(({ concept }) => concept.labels.map(({ locale, text }) => ({ language: locale, text })));
}

/** The area of application by its names in the interface's languages. */
export function areaNames(area: string | null): SearchableName[] {
  return area ? wordLocales.map((locale) => ({ language: locale, text: words(locale, "codes")(`area.${area}`) })) : [];
}

/** Texts one after the other, without those that are not there. */
export function paragraphs(...texts: readonly (string | null)[]): string {
  return texts.filter((text) => text).join("\n");
}
