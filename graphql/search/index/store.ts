import type { Prisma } from "#prisma/client.ts";
import { systemClock } from "#graphql/kernel/clock.ts";
import { allDocuments, documentsOf, type RowRef } from "./documents.store.ts";
import type { SearchEngine, SearchKind } from "../engine.rules.ts";
import { withDependents } from "./follow.store.ts";
import { refreshThesaurus } from "../understand/store.ts";

const batch = 500;
/** Raised whenever documents in PostgreSQL are made in another way, so that they are all made again. */
const documentForm = 2;

/** Brings a row's document up to date, and those of what shows it: written again if the public may see it, else removed. May be repeated. */
export function indexRow(prisma: Prisma, engine: SearchEngine, kind: SearchKind, id: string): Promise<void> {
  return indexRows(prisma, engine, [{ kind, id }]);
}

/** As indexRow, for many rows at once, and all that show something of them: a burst of changes is read once and written once. */
export async function indexRows(prisma: Prisma, engine: SearchEngine, refs: readonly RowRef[]): Promise<void> {
  const all = await withDependents(prisma, refs);
  for (let start = 0; start < all.length; start += batch)
    await indexExactly(prisma, engine, all.slice(start, start + batch));
}

async function indexExactly(prisma: Prisma, engine: SearchEngine, refs: readonly RowRef[]): Promise<void> {
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
  await prisma.searchState.upsert({
    where: { id: 1 },
    create: { form: documentForm },
    update: { form: documentForm },
  });
  return written;
}

/** Writes all documents again if they were last made in another way, as after an update. Returns how many, or null if none had to be. */
export async function renewSearch(prisma: Prisma, engine: SearchEngine): Promise<number | null> {
  const state = await prisma.searchState.findUnique({ where: { id: 1 } });
  return state?.form === documentForm ? null : rebuildSearch(prisma, engine);
}
