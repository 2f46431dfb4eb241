import type { Prisma as P } from "#prisma/generated/client/client.ts";
import type { TaggedRow } from "#graphql/vocabulary/documents.ts";
import { searchablePractice, searchedPractice } from "../search.ts";

/** What must be loaded of a tool to search it. */
export const searchedTool = { practice: { include: searchedPractice } } as const satisfies P.PracticeToolInclude;

/**
 * How a tool becomes a search document: its own words, placed where its practice is, and found by the practice's titles too.
 * The practice's figures stay with the practice: a tool saves nothing by itself.
 */
export function searchableTool(row: P.PracticeToolGetPayload<{ include: typeof searchedTool }>): TaggedRow {
  const { id, language, title, description, createdAt, practice } = row;
  const parent = searchablePractice(practice);
  const titles = parent.texts.map((text) => ({ language: text.language, title: text.title }));
  return {
    ...parent,
    kind: "tool",
    id,
    texts: [{ language, title, summary: description ?? "", body: "" }],
    names: [...titles.map((text) => ({ language: text.language, text: text.title })), ...parent.names],
    languages: [language],
    tags: [],
    parent: { tags: parent.tags, titles },
    publishedOn: parent.publishedOn ?? createdAt.toISOString().slice(0, 10),
    savedCarbonKg: null,
  };
}
