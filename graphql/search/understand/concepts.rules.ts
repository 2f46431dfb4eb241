import type { SearchableText, SearchKind } from "../engine.rules.ts";
import type { Parent } from "#graphql/vocabulary/documents.ts";

/** The concepts that a text of a language speaks of. */
export type ConceptReader = (text: string, language: string) => readonly string[];

type Concepts = { strong: string[]; weak: string[] };

/**
 * What a document of any kind is about and touches. A part touches what its parent is about; a city is found by its name alone.
 */
export function conceptsOfRow(
  row: { kind: SearchKind; tags: readonly string[]; texts: readonly SearchableText[]; area?: string; parent?: Parent },
  read: ConceptReader,
  broader: ReadonlyMap<string, readonly string[]>,
): Concepts {
  if (row.kind === "city") return { strong: [], weak: [] };
  const own = conceptsOf(row.tags, row.texts, read, broader, row.area);
  if (!row.parent) return own;
  const { tags, titles } = row.parent;
  const lent = [...tags, ...titles.flatMap(({ language, title }) => read(title, language))];
  const weak = new Set([...own.weak, ...lent].filter((slug) => !own.strong.includes(slug)));
  return { strong: own.strong, weak: [...weak].toSorted() };
}

/**
 * What a document is about: what its author chose and what its titles say. What it touches: what its texts and the
 * English name of its area say, and the concepts one step broader than what it is about.
 */
export function conceptsOf(
  tags: readonly string[],
  texts: readonly SearchableText[],
  read: ConceptReader,
  broader: ReadonlyMap<string, readonly string[]>,
  area = "",
): Concepts {
  const titles = texts.flatMap(({ language, title }) => read(title, language));
  const strong = new Set([...tags, ...titles]);
  const bodies = texts.flatMap(({ language, summary, body }) => [...read(summary, language), ...read(body, language)]);
  const wider = [...strong].flatMap((slug) => broader.get(slug) ?? []);
  const weak = new Set([...bodies, ...read(area, "en"), ...wider].filter((slug) => !strong.has(slug)));
  return { strong: [...strong].toSorted(), weak: [...weak].toSorted() };
}
