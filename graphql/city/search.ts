import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { countryNames, type TaggedRow } from "#graphql/vocabulary/documents.ts";
import { likenessesOf } from "./likeness/search.ts";

/** What must be loaded of a city to search it. */
export const searchedCity = { names: { orderBy: { locale: "asc" } } } as const satisfies P.CityInclude;

/** How a listed city becomes a search document: found by its names, its country and its facets, dated by its signature. */
export function searchableCity(city: P.CityGetPayload<{ include: typeof searchedCity }>): TaggedRow {
  const { id, name, language, names, countryCode, signedOn, summary, summaryLanguage } = city;
  const titles = new Map([[name, language]]);
  for (const other of names) if (!titles.has(other.name)) titles.set(other.name, other.locale);
  return {
    kind: "city",
    id,
    texts: [...titles].map(([title, locale]) => ({ language: locale, title, summary: "", body: "" })),
    names: countryNames(countryCode),
    area: null,
    role: null,
    stage: null,
    evidence: null,
    country: countryCode,
    ...likenessesOf(city),
    languages: summary ? [summaryLanguage ?? language] : [],
    tags: [],
    publishedOn: signedOn?.toISOString().slice(0, 10) ?? null,
    savedCarbonKg: null,
  };
}
