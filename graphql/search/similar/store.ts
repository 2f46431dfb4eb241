import type { Context } from "#graphql/kernel/context.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import { rankSimilar, type Similar, tellingFirst } from "./rules.ts";
import { thesaurus } from "../understand/store.ts";

/** So many are compared closely; of more, the engine leaves out those that share least and are oldest. */
const pool = 50;

type Practice = { id: string; area: string | null; role: string | null };

/** Practices like this one that the viewer may see, likest first, at most `most`. */
export async function similarTo(
  { prisma, search, viewer }: Pick<Context, "prisma" | "search" | "viewer">,
  { id, area, role }: Practice,
  most: number,
): Promise<Similar[]> {
  const about = await conceptsOf(prisma, id);
  if (about.length === 0) return [];
  const strong = tellingFirst(about, (await thesaurus(prisma)).broader);
  const ids = await search.similar({ kind: "practice", id, concepts: strong, most: pool });
  if (ids.length === 0) return [];
  const [rows, documents] = await Promise.all([
    prisma.practice.findMany({
      where: { id: { in: ids, not: id }, AND: visiblePractices(viewer) },
      select: { id: true, area: true, role: true, publishedOn: true },
    }),
    prisma.searchDocument.findMany({
      where: { kind: "practice", rowId: { in: ids } },
      select: { rowId: true, strong: true, weak: true },
    }),
  ]);
  const documentOf = new Map(documents.map(({ rowId, ...document }) => [rowId, document]));
  const candidates = rows.flatMap((row) => {
    const document = documentOf.get(row.id);
    return document ? [{ ...row, ...document }] : [];
  });
  return rankSimilar({ area, role, strong }, candidates).slice(0, most);
}

/** What its document is about; of a practice that is not published yet, what its author chose. */
async function conceptsOf(prisma: Context["prisma"], id: string): Promise<string[]> {
  const document = await prisma.searchDocument.findUnique({
    where: { kind_rowId: { kind: "practice", rowId: id } },
    select: { strong: true },
  });
  if (document) return document.strong;
  const where = { practices: { some: { practiceId: id } } };
  const tags = await prisma.concept.findMany({ where, select: { slug: true }, orderBy: { slug: "asc" } });
  return tags.map(({ slug }) => slug);
}
