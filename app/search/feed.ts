import { createHash } from "node:crypto";
import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { formats } from "#app/i18n/format.ts";
import { wordsIn } from "#app/i18n/instance.ts";
import { isLocale } from "#app/i18n/locales.ts";
import { byFacet, facets, type ChosenValues, readAddress, searchAddress } from "./find/address.ts";
import { atomOf, updatedOf } from "./saved/atom.ts";
import { entryOf } from "./saved/feed-entry.ts";
import { sentFilters, sentLike } from "./find/find.server.ts";
import { feedAddress } from "./saved/save.tsx";
import { criteriaInWords } from "./saved/criteria.ts";
import type { Route } from "./+types/feed.ts";

export const FeedDocument = graphql(`
  query Feed($words: String, $filters: SearchFilters, $without: [String!], $like: LikeInput, $locale: String!) {
    search(
      words: $words
      filters: $filters
      sort: newest
      page: 1
      pageSize: 50
      without: $without
      like: $like
      locale: $locale
    ) {
      facets {
        name
        values {
          value
          selected
        }
      }
      like {
        city {
          name(locale: $locale)
        }
      }
      hits {
        ...FeedEntry
      }
    }
  }
`);

/** Seconds that a reader or a cache between may keep a feed. */
const kept = 900;

/** The finder's answer as a feed: the same address, the newest first. */
export async function loader(args: Route.LoaderArgs) {
  const { request, context, params } = args;
  const { locale, api, context: viewing } = context.get(servicesContext);
  if (!isLocale(params.locale)) return new Response("Not found\n", { status: 404 });
  const { words, filters, without, like } = readAddress(new URL(request.url).searchParams);
  const criteria = { words, filters: sentFilters(filters), without: [...without], like: sentLike(like) };
  const { search } = await query(args, FeedDocument, { ...criteria, locale });

  const chosen: ChosenValues = byFacet(({ name }) =>
    (search.facets.find((facet) => facet.name === name)?.values ?? []).flatMap(({ value, selected }) =>
      selected ? [value] : [],
    ),
  );
  const same = { words, filters: chosen, sort: "newest" as const, without, like: search.like ? like : null };
  const site = `${api.origin}/${locale}`;
  const at = { site, host: new URL(api.origin).hostname, language: locale, author: "Quintet" };
  const updated = `${api.clock.today()}T00:00:00.000Z`;
  const t = wordsIn(locale, "search");
  const named = { words, filters: facets.map(({ name }) => ({ name, values: chosen[name] })) };
  const parts = criteriaInWords(
    { ...named, like: search.like?.city.name ?? null },
    { t, codes: wordsIn(locale, "codes"), format: formats(locale) },
  );
  const feed = {
    language: locale,
    author: at.author,
    updated,
    title: t("saved.feedTitle", { search: parts.join("; ") }),
    self: site + feedAddress(same),
    alternate: site + searchAddress(same),
    entries: search.hits.flatMap((hit) => entryOf(hit, { ...at, updated }) ?? []),
  };
  return answer(request, atomOf(feed), updatedOf(feed), viewing.viewer.userId === null);
}

/** Nothing to send again when the reader has it already. What somebody signed in was answered is kept by nobody between. */
function answer(request: Request, body: string, updated: string, open: boolean): Response {
  const etag = `"${createHash("sha256").update(body).digest("base64url").slice(0, 24)}"`;
  const headers = {
    "content-type": "application/atom+xml; charset=utf-8",
    "cache-control": `${open ? "public" : "private"}, max-age=${kept}`,
    "last-modified": new Date(updated).toUTCString(),
    etag,
  };
  const asked = request.headers.get("if-none-match")?.split(/\s*,\s*/) ?? [];
  const known = asked.some((tag) => tag.replace(/^W\//, "") === etag);
  return known ? new Response(null, { status: 304, headers }) : new Response(body, { headers });
}
