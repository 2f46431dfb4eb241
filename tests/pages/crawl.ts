import type { Page } from "../support/portal.ts";

export type Visit = { address: string; page: Page };
/** At most so many addresses with a query, and so many of one shape: of cities, say, or of the finder asked for a theme. */
export type Most = { queries: number; alike: number };

const origin = "http://quintet.test";

/** Visits the given addresses of a locale and what they lead to, breadth first in the order of the pages' links, each address
 *  once. One with a query counts only where a page without one names it: the finder's facets have more than there are pages. */
export async function* crawl(
  locale: string,
  from: readonly string[],
  most: Most,
  get: (address: string) => Promise<Page>,
): AsyncGenerator<Visit> {
  const found = new Set(from.map((path) => `/${locale}${path}`));
  const shapes = new Map<string, number>();
  let queries = 0;
  for (const address of found) {
    const page = await get(address);
    yield { address, page };
    for (const next of linksOf(page, address)) {
      if (!isIn(locale, next) || found.has(next)) continue;
      const asks = next.includes("?");
      if (asks && (address.includes("?") || queries === most.queries)) continue;
      const alike = shapes.get(shapeOf(next)) ?? 0;
      if (alike === most.alike) continue;
      shapes.set(shapeOf(next), alike + 1);
      if (asks) queries += 1;
      found.add(next);
    }
  }
}

/** The portal's addresses that a page leads to: its links and feeds, or where it sends on to. */
function linksOf({ html, location }: Page, from: string): string[] {
  const tags = html.match(/<a [^>]*>|<link [^>]*application\/atom\+xml[^>]*>/g) ?? [];
  const targets = tags.flatMap((tag) => / href="([^"]*)"/.exec(tag)?.[1] ?? []).map(unescaped);
  return [...(location ? [location] : []), ...targets].flatMap((target) => {
    const url = URL.parse(target, origin + from);
    return url?.origin === origin ? [url.pathname + url.search] : [];
  });
}

function unescaped(text: string): string {
  return text.replaceAll("&#x27;", "'").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
}

function isIn(locale: string, address: string): boolean {
  return new RegExp(`^/${locale}([/?]|$)`).test(address);
}

/** An address without what names one row: "/en/cities/…/footprint/…/lines/…", "/en/search?theme". */
function shapeOf(address: string): string {
  const { pathname, searchParams } = new URL(address, origin);
  const path = pathname
    .replace(/(\/(cities|pilots|practices|concepts|factors|translations)\/)[^/]+/g, "$1…")
    .replace(/[^/]*\d[^/]*/g, "…");
  return `${path}?${[...new Set(searchParams.keys())].join("&")}`;
}
