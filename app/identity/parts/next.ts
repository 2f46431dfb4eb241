import { redirect } from "react-router";
import type { Asker } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { localPath } from "#app/i18n/links.ts";
import { isLocale } from "#app/i18n/locales.ts";

const here = "http://portal.invalid";

/** The page to go on to after signing in: an address of this portal, or null. Never another site's, however it is written. */
export function nextPage(asked: string | null): string | null {
  if (!asked?.startsWith("/")) return null;
  const url = URL.parse(asked, here);
  if (!url || url.origin !== here || !isLocale(url.pathname.split("/")[1])) return null;
  return url.pathname + url.search;
}

/** An address of this portal with the parameters that have a value. */
export function withParameters(path: string, parameters: Record<string, string | null>): string {
  const given = Object.entries(parameters).filter((entry): entry is [string, string] => Boolean(entry[1]));
  return given.length === 0 ? path : `${path}?${new URLSearchParams(given)}`;
}

/** Leads to the sign-in page and from there back to the page that was asked for. */
export function signInFirst({ request, context }: Asker): Response {
  const { locale } = context.get(servicesContext);
  const { pathname, search } = new URL(request.url);
  return redirect(withParameters(localPath(locale, "/sign-in"), { next: pathname + search }));
}
