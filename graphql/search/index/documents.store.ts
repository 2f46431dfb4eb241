import type { Prisma } from "#prisma/client.ts";
import { anonymous } from "#graphql/kernel/authorization.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import { searchableCity, searchedCity } from "#graphql/city/search.ts";
import { visibleResults } from "#graphql/data/policy.ts";
import { searchableResult, searchedResult } from "#graphql/data/search.ts";
import { searchablePilot, searchedPilot } from "#graphql/pilot/search.ts";
import { visiblePilots } from "#graphql/pilot/policy.ts";
import { searchablePractice, searchedPractice } from "#graphql/practice/search.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import { visibleTools } from "#graphql/practice/tool/policy.ts";
import { searchableTool, searchedTool } from "#graphql/practice/tool/search.ts";
import { conceptsOfRow } from "../understand/concepts.rules.ts";
import { type SearchableRow, type SearchKind, searchKinds } from "../engine.rules.ts";
import { areaName, type TaggedRow } from "#graphql/vocabulary/documents.ts";
import { readerOf, thesaurus } from "../understand/store.ts";

export type RowRef = { kind: SearchKind; id: string };
type Which = { ids: string[] } | { after: string | null; take: number };

/** Rows that the public may see, as documents: those with these ids, or the next batch after `after`. */
const readers: Record<SearchKind, (prisma: Prisma, which: Which) => Promise<TaggedRow[]>> = {
  async practice(prisma, which) {
    const { where, take } = pick(which);
    const found = await prisma.practice.findMany({
      where: { AND: [visiblePractices(anonymous), where] },
      include: searchedPractice,
      orderBy: { id: "asc" },
      take,
    });
    return found.map(searchablePractice);
  },
  async pilot(prisma, which) {
    const { where, take } = pick(which);
    const found = await prisma.pilot.findMany({
      where: { AND: [visiblePilots(anonymous), where] },
      include: searchedPilot,
      orderBy: { id: "asc" },
      take,
    });
    return found.map(searchablePilot);
  },
  async result(prisma, which) {
    const { where, take } = pick(which);
    const found = await prisma.result.findMany({
      where: { AND: [visibleResults(anonymous), where] },
      include: searchedResult,
      orderBy: { id: "asc" },
      take,
    });
    return found.map(searchableResult);
  },
  async tool(prisma, which) {
    const { where, take } = pick(which);
    const found = await prisma.practiceTool.findMany({
      where: { AND: [visibleTools(anonymous), where] },
      include: searchedTool,
      orderBy: { id: "asc" },
      take,
    });
    return found.map(searchableTool);
  },
  async city(prisma, which) {
    const { where, take } = pick(which);
    const found = await prisma.city.findMany({
      where: { AND: [visibleCities(anonymous), where] },
      include: searchedCity,
      orderBy: { id: "asc" },
      take,
    });
    return found.map(searchableCity);
  },
};

function pick(which: Which) {
  if ("ids" in which) return { where: { id: { in: which.ids } }, take: undefined };
  return { where: which.after ? { id: { gt: which.after } } : {}, take: which.take };
}

/** The rows with the concepts that they are about, and those that they touch. */
async function withConcepts(prisma: Prisma, rows: readonly TaggedRow[]): Promise<SearchableRow[]> {
  const { broader } = await thesaurus(prisma);
  const texts = rows.flatMap((row) => (row.kind === "city" ? [] : row.texts));
  const spoken = [
    ...texts.flatMap(({ language, title, summary, body }) =>
      [title, summary, body].map((text) => ({ language, text })),
    ),
    ...rows.map(({ area }) => ({ language: "en", text: areaName(area) })),
    ...rows.flatMap(({ parent }) => parent?.titles ?? []).map(({ language, title }) => ({ language, text: title })),
  ];
  const read = await readerOf(prisma, spoken);
  return rows.map(({ tags, parent, ...row }) => {
    const spokenOf = {
      kind: row.kind,
      texts: row.texts,
      tags,
      area: areaName(row.area),
      ...(parent ? { parent } : {}),
    };
    return { ...row, ...conceptsOfRow(spokenOf, read, broader) };
  });
}

/** The documents of these rows as they are now; none for a row that the public may not see, or that is gone. */
export async function documentsOf(prisma: Prisma, refs: readonly RowRef[]): Promise<SearchableRow[]> {
  const found: SearchableRow[] = [];
  for (const kind of searchKinds) {
    const ids = [...new Set(refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : [])))];
    if (ids.length > 0) found.push(...(await withConcepts(prisma, await readers[kind](prisma, { ids }))));
  }
  return found;
}

/** All documents, batch by batch. */
export async function* allDocuments(prisma: Prisma, batch = 500): AsyncGenerator<SearchableRow[]> {
  for (const kind of searchKinds) {
    for (let after: string | null = null; ;) {
      const read = await readers[kind](prisma, { after, take: batch });
      if (read.length > 0) yield await withConcepts(prisma, read);
      after = read.at(-1)?.id ?? null;
      if (read.length < batch) break;
    }
  }
}
