import { Prisma as Sql } from "#prisma/generated/client/client.ts";
import { comesLast, facetNames, type Filters, type SearchRequest, telling } from "../engine.rules.ts";
import { facetPlace } from "./postgres-packed.ts";
import type { MatchSql } from "./postgres-match.ts";

/** Of a broad query only the most promising documents are ranked in full; the others follow, the newest first. */
const rankedMost = 100;

/** Equals: by kind, then the newest. */
const ties = Sql.sql`"kindRank", "publishedOn" DESC NULLS LAST, "rowId" DESC`;
const newest = Sql.sql`"publishedOn" DESC NULLS LAST, "kindRank", "rowId" DESC`;
const orders = { newest, carbon: Sql.sql`"savedCarbonKg" DESC NULLS LAST, ${newest}` } as const;

/** What `comesLast` comes after all else that was found by words. */
function lastOf(column: "kind" | "m.kind"): Sql.Sql {
  return Sql.sql`(${Sql.raw(column)} = ${comesLast})`;
}

/** One row: how many tell that enough was `found`, the packed facets of all that match, and the asked page of what passes the filters. */
export function statement(match: MatchSql, request: SearchRequest): Sql.Sql {
  const offset = (request.page - 1) * request.pageSize;
  const window = Math.floor(rankedMost / request.pageSize) * request.pageSize;
  const found = match.score === null ? ties : Sql.sql`${lastOf("kind")}, titled DESC, ${ties}`;
  const ranked = match.score !== null && request.sort === "relevance" && offset < window;
  const order = request.sort === "relevance" ? found : orders[request.sort];
  const page = ranked
    ? Sql.sql`
      SELECT m.kind, m."rowId", ${match.score} AS score, m."kindRank", m."publishedOn", m."savedCarbonKg"
      FROM (SELECT kind, "rowId", "kindRank", "publishedOn", "savedCarbonKg" FROM matched WHERE passes ORDER BY ${order} LIMIT ${window}) m
      JOIN "SearchDocument" d USING (kind, "rowId")
      ORDER BY ${lastOf("m.kind")}, score DESC, m."kindRank", m."publishedOn" DESC NULLS LAST, m."rowId" DESC
      OFFSET ${offset} LIMIT ${request.pageSize}`
    : Sql.sql`
      SELECT kind, "rowId", 0::float AS score, titled, "kindRank", "publishedOn", "savedCarbonKg"
      FROM matched WHERE passes ORDER BY ${order} OFFSET ${offset} LIMIT ${request.pageSize}`;
  return Sql.sql`
    WITH matched AS ${matched(match, request)}, page AS MATERIALIZED (${page})
    SELECT (count(*) FILTER (WHERE kind = ANY(${[...telling(request.filters)]}::text[])))::int AS found, string_agg(facets, ''::bytea) AS facets,
      (SELECT json_agg(json_build_array(kind, "rowId", score, "savedCarbonKg") ORDER BY ${ranked ? Sql.sql`${lastOf("kind")}, score DESC, ${ties}` : order}) FROM page) AS hits
    FROM matched`;
}

/** All documents come from an index that holds nothing else but these columns, read anew for the page and for the counts. */
function matched({ wheres, titled }: MatchSql, request: SearchRequest): Sql.Sql {
  const found = (where: Sql.Sql) => Sql.sql`
    SELECT kind, "rowId", facets, "kindRank", "publishedOn", "savedCarbonKg", ${titled} AS titled,
      ${passes(request.filters)} AND ${seen(request)} AS passes
    FROM "SearchDocument" WHERE ${where} AND ${within(request)}`;
  return wheres === null
    ? Sql.sql`NOT MATERIALIZED (${found(Sql.sql`TRUE`)})`
    : Sql.sql`MATERIALIZED (${Sql.join(wheres.map(found), " UNION ALL ")})`;
}

function within({ within: fixed = {}, except }: SearchRequest): Sql.Sql {
  const other = except ? Sql.sql`NOT (kind = ${except.kind} AND "rowId" = ${except.id}::uuid)` : Sql.sql`TRUE`;
  return Sql.sql`${passes(fixed)} AND ${other}`;
}

function seen({ seen: time }: SearchRequest): Sql.Sql {
  return time
    ? Sql.sql`"firstSeenAt" > ${time.after}::timestamptz AND "firstSeenAt" <= ${time.until}::timestamptz`
    : Sql.sql`TRUE`;
}

/** Filters read the packed facets alone: what is counted and what passes cannot differ. */
function passes(filters: Filters): Sql.Sql {
  const parts = facetNames.flatMap((name) => {
    const values = filters[name];
    if (!values?.length) return [];
    const { bytes, several, codeOf } = facetPlace(name);
    const codes = values.map(codeOf).filter((code) => code !== 0);
    const shifted = bytes.map(
      (at, index) => Sql.sql`(get_byte(facets, ${at}::int) << ${8 * (bytes.length - 1 - index)}::int)`,
    );
    const code = Sql.sql`(${Sql.join(shifted, " | ")})`;
    const bits = codes.reduce((all, bit) => all | bit, 0);
    return [several ? Sql.sql`${code} & ${bits}::int <> 0` : Sql.sql`${code} = ANY(${codes}::int[])`];
  });
  return parts.length === 0 ? Sql.sql`TRUE` : Sql.join(parts, " AND ");
}
