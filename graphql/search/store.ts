import type { Prisma } from "#prisma/client.ts";
import { anonymous } from "../authorization.ts";
import { systemClock } from "../clock.ts";
import { searchablePilot, searchedPilot } from "../pilot/search.ts";
import { visiblePilots } from "../pilot/policy.ts";
import { searchablePractice, searchedPractice } from "../practice/search.ts";
import { visiblePractices } from "../practice/policy.ts";
import type { SearchableRow, SearchEngine, SearchKind } from "./engine.ts";

const batch = 500;

/** Rows that the public may see, as documents: those with these ids, or the next batch after `after`. */
const readers: Record<
  SearchKind,
  (prisma: Prisma, which: { ids: string[] } | { after: string | null }) => Promise<SearchableRow[]>
> = {
  async practice(prisma, which) {
    const where = { AND: [visiblePractices(anonymous), idsOf(which)] };
    return (
      await prisma.practice.findMany({ where, include: searchedPractice, orderBy: { id: "asc" }, take: batch })
    ).map(searchablePractice);
  },
  async pilot(prisma, which) {
    const where = { AND: [visiblePilots(anonymous), idsOf(which)] };
    return (await prisma.pilot.findMany({ where, include: searchedPilot, orderBy: { id: "asc" }, take: batch })).map(
      searchablePilot,
    );
  },
};

function idsOf(which: { ids: string[] } | { after: string | null }) {
  if ("ids" in which) return { id: { in: which.ids } };
  return which.after ? { id: { gt: which.after } } : {};
}

/** Brings one row's document up to date: written again if the public may see the row, else removed. May be repeated. */
export async function indexRow(prisma: Prisma, engine: SearchEngine, kind: SearchKind, id: string): Promise<void> {
  const [row] = await readers[kind](prisma, { ids: [id] });
  await (row ? engine.put([row]) : engine.remove(kind, id));
}

/** Writes all documents again and removes those whose rows are gone; the search answers meanwhile. Returns how many were written. */
export async function rebuildSearch(prisma: Prisma, engine: SearchEngine): Promise<number> {
  const began = systemClock.now();
  let written = 0;
  for (const kind of ["practice", "pilot"] as const) {
    for (let after: string | null = null; ;) {
      const rows: SearchableRow[] = await readers[kind](prisma, { after });
      await engine.put(rows);
      written += rows.length;
      after = rows.at(-1)?.id ?? null;
      if (rows.length < batch) break;
    }
  }
  await engine.prune(began);
  return written;
}
