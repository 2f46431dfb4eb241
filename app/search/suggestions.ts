import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { readAddress } from "./find/address.ts";
import { fewestLetters, mostSuggestions } from "./find/box.tsx";
import type { Route } from "./+types/suggestions.ts";

export const SearchSuggestionsDocument = graphql(`
  query SearchSuggestions($words: String!, $locale: String!, $first: Int!) {
    searchSuggestions(words: $words, locale: $locale, first: $first) {
      kind
      text
      lang
    }
  }
`);

/** What the words of a half-typed query may become, as JSON for the finder's island. */
export async function loader({ request, context }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const { words } = readAddress(new URL(request.url).searchParams);
  const few = Array.from(words).length < fewestLetters;
  const suggestions = few
    ? []
    : (await query({ request, context }, SearchSuggestionsDocument, { words, locale, first: mostSuggestions }))
        .searchSuggestions;
  return Response.json({ suggestions }, { headers: { "cache-control": "private, max-age=60" } });
}
