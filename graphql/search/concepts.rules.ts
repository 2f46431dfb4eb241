import type { SearchableText } from "./engine.ts";

/** The concepts that a text of a language speaks of. */
export type Read = (text: string, language: string) => readonly string[];

/**
 * What a document is about: what its author chose and what its titles say. What it touches: what its texts say, and the
 * concepts one step broader than what it is about.
 */
export function conceptsOf(
  tags: readonly string[],
  texts: readonly SearchableText[],
  read: Read,
  broader: ReadonlyMap<string, readonly string[]>,
): { strong: string[]; weak: string[] } {
  const titles = texts.flatMap(({ language, title }) => read(title, language));
  const strong = new Set([...tags, ...titles]);
  const bodies = texts.flatMap(({ language, summary, body }) => [...read(summary, language), ...read(body, language)]);
  const wider = [...strong].flatMap((slug) => broader.get(slug) ?? []);
  const weak = new Set([...bodies, ...wider].filter((slug) => !strong.has(slug)));
  return { strong: [...strong].toSorted(), weak: [...weak].toSorted() };
}
