import { Prisma as Sql } from "#prisma/generated/client/client.ts";
import { lexeme } from "./postgres-words.ts";

/** A concept, and its span as a tsquery, or "" where it was not asked for but is broader than one that was. */
export type Meaning = { slug: string; words: string };
/** `like` are the words with what may have been meant by them. `loose`: a meaning is enough, or without any what is like the words. */
export type MatchQuery = { meaning: readonly Meaning[]; words: string; like?: string; loose?: boolean; typed: string };
/** Where documents match: one of `wheres`, which exclude each other, or everywhere. Without words there is nothing to score. */
export type MatchSql = { wheres: readonly Sql.Sql[] | null; titled: Sql.Sql; score: Sql.Sql | null };

/** Everything there is. */
export const browsing: MatchSql = { wheres: null, titled: Sql.sql`0`, score: null };

/**
 * What has one of the concepts, or the words that meant it, and all further words. How many of the concepts a document has decides
 * the order, then what it is about, then the words; a concept that is only broader counts less.
 */
export function matching({ meaning, words, like = "", loose = false, typed }: MatchQuery): MatchSql {
  const slugs = meaning.map(({ slug }) => lexeme(slug));
  const spans = meaning.map((part) => part.words).filter(Boolean);
  const further = loose ? (slugs.length > 0 ? "" : like) : words;
  const ranking = [...spans, like || words].filter(Boolean).join(" | ");
  const holds = (asked: string, points: number) =>
    asked && loose ? [Sql.sql`${points} * (vector @@ ${asked}::tsquery)::int`] : [];
  const parts = [
    ...meaning.flatMap(({ slug, words: span }) => [
      Sql.sql`${span ? 1100 : 20} * (${slug} = ANY(strong))::int`,
      Sql.sql`${span ? 1000 : 2} * (${slug} = ANY(weak))::int`,
      ...(span ? [Sql.sql`80 * (NOT ${slug} = ANY(strong || weak) AND vector @@ ${span}::tsquery)::int`] : []),
    ]),
    Sql.sql`word_similarity(${typed}, lower(unaccent(title)))`,
    ...(ranking ? [Sql.sql`ts_rank_cd('{0.05, 0.2, 0.5, 1}', vector, ${ranking}::tsquery, 1)::float`] : []),
    ...holds(words, slugs.length > 0 ? 10_000 : 1),
    ...(slugs.length > 0 ? holds(like, 500) : []),
  ];
  const about = [
    ...(slugs.length > 0 ? holds(words, 1000) : []),
    ...meaning.map(({ slug }) => Sql.sql`11 * (${slug} = ANY(strong))::int + 10 * (${slug} = ANY(weak))::int`),
  ];
  const queries = queriesOf(slugs, spans, further);
  return {
    wheres: queries.map((query) => Sql.sql`vector @@ ${query}::tsquery`),
    titled: about.length > 0 ? Sql.join(about, " + ") : Sql.sql`(heading @@ ${queries.join(" | ")}::tsquery)::int`,
    score: Sql.join(parts, " + "),
  };
}

/**
 * A phrase is looked up in each document that may hold it, and so would be all others of the same scan: what has the concept is
 * found without its phrases, and what has the phrases alone apart from it.
 */
function queriesOf(slugs: readonly string[], spans: readonly string[], further: string): string[] {
  const all = (parts: readonly string[]) => parts.map((part) => `(${part})`).join(" & ");
  const also = further === "" ? [] : [further];
  if (slugs.length === 0) return also;
  if (!spans.some((span) => span.includes("<->"))) return [all([[...slugs, ...spans].join(" | "), ...also])];
  const none = slugs.map((slug) => `!${slug}`);
  return [all([slugs.join(" | "), ...also]), all([...none, spans.join(" | "), ...also])];
}
