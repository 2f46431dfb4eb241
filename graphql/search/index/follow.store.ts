import type { Prisma } from "#prisma/client.ts";
import type { RowRef } from "./documents.store.ts";
import type { SearchKind } from "../engine.rules.ts";

/**
 * These rows with all whose documents show something of them: of a city what was done there, of a pilot the practice that tells
 * of it, of both their results, of a practice its tools.
 */
export async function withDependents(prisma: Prisma, refs: readonly RowRef[]): Promise<RowRef[]> {
  const idsOf = (kind: SearchKind) => refs.flatMap((ref) => (ref.kind === kind ? [ref.id] : []));
  const select = { id: true } as const;
  const cities = { in: idsOf("city") };
  const none = cities.in.length === 0;
  const pilots = new Set([
    ...idsOf("pilot"),
    ...ids(none ? [] : await prisma.pilot.findMany({ where: { cities: { some: { cityId: cities } } }, select })),
  ]);
  const practices = new Set([
    ...idsOf("practice"),
    ...ids(
      none
        ? []
        : await prisma.practice.findMany({
            where: { OR: [{ cityId: cities }, { places: { some: { cityId: cities } } }] },
            select,
          }),
    ),
    ...ids(
      pilots.size === 0 ? [] : await prisma.practice.findMany({ where: { pilotId: { in: [...pilots] } }, select }),
    ),
  ]);
  const practiceId = { in: [...practices] };
  const parts = pilots.size + practiceId.in.length > 0;
  const results = parts
    ? await prisma.result.findMany({ where: { OR: [{ practiceId }, { pilotId: { in: [...pilots] } }] }, select })
    : [];
  const tools = practiceId.in.length > 0 ? await prisma.practiceTool.findMany({ where: { practiceId }, select }) : [];
  const all: RowRef[] = [
    ...refs,
    ...refsOf("practice", practiceId.in),
    ...refsOf("pilot", [...pilots]),
    ...refsOf("result", ids(results)),
    ...refsOf("tool", ids(tools)),
  ];
  return [...new Map(all.map((ref) => [`${ref.kind} ${ref.id}`, ref])).values()];
}

function ids(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

function refsOf(kind: SearchKind, found: readonly string[]): RowRef[] {
  return found.map((id) => ({ kind, id }));
}
