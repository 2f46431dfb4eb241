import type { Prisma } from "#prisma/client.ts";
import { Prisma as Sql } from "#prisma/generated/client/client.ts";
import { searchKinds, similarConcepts, similarShared, type SimilarRequest } from "../engine.rules.ts";
import { lexeme } from "./postgres-words.ts";

/** Ids of documents of the kind that share concepts with the row, in the order that SearchEngine.similar promises. */
export async function similarInPostgres(
  prisma: Prisma,
  { kind, id, concepts, most }: SimilarRequest,
): Promise<string[]> {
  const compared = concepts.slice(0, similarConcepts);
  if (compared.length === 0) return [];
  const query = compared.map(lexeme).join(" | ");
  const shared = Sql.join(
    compared.map((slug) => Sql.sql`(${slug} = ANY(strong))::int`),
    " + ",
  );
  // What is about a concept is found in the small index of headings; what only touches one is asked for where that is little.
  const others = Sql.sql`"kindRank" = ${searchKinds.indexOf(kind)}::int AND "rowId" <> ${id}::uuid`;
  const newest = Sql.sql`"publishedOn" DESC NULLS LAST, "rowId" DESC`;
  const about = await ask(Sql.sql`heading @@ ${query}::tsquery AND ${others}
    ORDER BY least(${shared}, ${similarShared}::int) DESC, ${newest} LIMIT ${most}`);
  if (about.length >= most) return about;
  const touching = await ask(Sql.sql`vector @@ ${query}::tsquery AND NOT heading @@ ${query}::tsquery AND ${others}
    ORDER BY ${newest} LIMIT ${most - about.length}`);
  return [...about, ...touching];

  async function ask(which: Sql.Sql): Promise<string[]> {
    const [, rows] = await prisma.$transaction([
      prisma.$executeRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`,
      prisma.$queryRaw<{ id: string }[]>`SELECT "rowId"::text AS id FROM "SearchDocument" WHERE ${which}`,
    ]);
    return rows.map((row) => row.id);
  }
}
