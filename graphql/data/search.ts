import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { likenessesOf } from "#graphql/city/likeness/search.ts";
import { searchablePilot, searchedPilot } from "../pilot/search.ts";
import { searchablePractice, searchedPractice } from "../practice/search.ts";
import { cityNames, paragraphs, type TaggedRow } from "#graphql/vocabulary/documents.ts";
import { wordLocales, words } from "#graphql/kernel/words.ts";
import { savedPerYear } from "#graphql/vocabulary/carbon.rules.ts";

/** What must be loaded of a result to search it. */
export const searchedResult = {
  practice: { include: searchedPractice },
  pilot: { include: searchedPilot },
} as const satisfies P.ResultInclude;

/** How a result becomes a search document: named by its indicator, and placed where its practice or pilot is. */
export function searchableResult(row: P.ResultGetPayload<{ include: typeof searchedResult }>): TaggedRow {
  const { id, indicatorCode, note, baseline, method, language, evidence, practice, pilot } = row;
  const parent = practice ? searchablePractice(practice) : pilot ? searchablePilot(pilot) : null;
  const places = practice
    ? [practice.city, ...practice.places.map(({ city }) => city)]
    : (pilot?.cities.map(({ city }) => city) ?? []);
  const titles = parent?.texts.map((text) => ({ language: text.language, title: text.title })) ?? [];
  const label = (locale: string) => words(locale, "indicators")(indicatorCode, { defaultValue: indicatorCode });
  const own = { language, summary: note ?? "", body: paragraphs(baseline, method) };
  const labels = wordLocales.map((locale) => ({ language: locale, title: label(locale), summary: "", body: "" }));
  return {
    ...nowhere,
    ...parent,
    kind: "result",
    id,
    texts: [
      { title: wordLocales.includes(language) ? label(language) : "", ...own },
      ...labels.filter((text) => text.language !== language),
    ],
    names: [
      ...titles.map(({ language: spoken, title }) => ({ language: spoken, text: title })),
      ...places.flatMap(cityNames),
    ],
    evidence,
    languages: [language],
    tags: [],
    parent: { tags: parent?.tags ?? [], titles },
    savedCarbonKg: savedPerYear(row),
  };
}

const nowhere = {
  area: null,
  role: null,
  stage: null,
  country: "",
  publishedOn: null,
  ...likenessesOf({ population: null, countryCode: "", language: "" }),
};
