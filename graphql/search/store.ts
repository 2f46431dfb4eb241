import type { Prisma } from "#prisma/client.ts";
import { systemClock } from "../clock.ts";
import { allDocuments, documentsOf, type RowRef } from "./documents.store.ts";
import type { SearchEngine, SearchKind } from "./engine.ts";
import { refreshThesaurus } from "./thesaurus.store.ts";

/** Brings one row's document up to date: written again if the public may see the row, else removed. May be repeated. */
export function indexRow(prisma: Prisma, engine: SearchEngine, kind: SearchKind, id: string): Promise<void> {
  return indexRows(prisma, engine, [{ kind, id }]);
}

/** As indexRow, for many rows at once: a burst of changes is read once and written once. */
export async function indexRows(prisma: Prisma, engine: SearchEngine, refs: readonly RowRef[]): Promise<void> {
  const rows = await documentsOf(prisma, refs);
  const there = new Set(rows.map(({ kind, id }) => `${kind} ${id}`));
  const gone = refs.filter(({ kind, id }) => !there.has(`${kind} ${id}`));
  if (rows.length > 0) await engine.put(rows);
  for (const { kind, id } of gone) await engine.remove(kind, id);
}

/** Writes all documents again and removes those whose rows are gone; the search answers meanwhile. Returns how many were written. */
export async function rebuildSearch(prisma: Prisma, engine: SearchEngine): Promise<number> {
  const began = systemClock.now();
  refreshThesaurus(prisma);
  let written = 0;
  for await (const rows of allDocuments(prisma)) {
    await engine.put(rows);
    written += rows.length;
  }
  await engine.prune(began);
  return written;
}
