import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { anonymous } from "#graphql/kernel/authorization.ts";
import { likenessesOf } from "#graphql/city/likeness/search.ts";
import { carbonColumns, savedCarbonOf } from "#graphql/vocabulary/carbon.rules.ts";
import { visiblePilots } from "../pilot/policy.ts";
import {
  areaNames,
  cityNames,
  conceptNames,
  paragraphs,
  searchedConcepts,
  type TaggedRow,
} from "#graphql/vocabulary/documents.ts";
import { evidenceOf } from "#graphql/vocabulary/evidence.rules.ts";

const results = { select: carbonColumns } as const;

/** What must be loaded of a practice to search it. */
export const searchedPractice = {
  city: { include: { names: true } },
  places: { include: { city: { include: { names: true } } } },
  concepts: searchedConcepts,
  translations: { orderBy: { language: "asc" } },
  results,
  pilot: { select: { results: { ...results, where: { pilot: visiblePilots(anonymous) } } } },
} as const satisfies P.PracticeInclude;

/** How a published practice becomes a search document. */
export function searchablePractice(row: P.PracticeGetPayload<{ include: typeof searchedPractice }>): TaggedRow {
  const { city, places, concepts, translations } = row;
  const found = [...row.results, ...(row.pilot?.results ?? [])];
  const original = {
    ...row,
    body: paragraphs(
      row.problem,
      row.solution,
      row.wentWrong,
      row.conditions,
      row.mayChange,
      row.mustNotChange,
      ...row.partners,
    ),
  };
  const translated = translations.map((text) => ({
    ...text,
    body: paragraphs(text.problem, text.solution, text.wentWrong, text.conditions),
  }));
  return {
    kind: "practice",
    id: row.id,
    texts: [original, ...translated].map(({ language, title, summary, body }) => ({
      language,
      title,
      summary: summary ?? "",
      body,
    })),
    names: [
      ...[city, ...places.map((place) => place.city)].flatMap(cityNames),
      ...conceptNames(concepts),
      ...areaNames(row.area),
    ],
    area: row.area,
    role: row.role,
    stage: row.stage,
    evidence: evidenceOf(found),
    country: city.countryCode,
    ...likenessesOf(city),
    languages: [...new Set([row.language, ...translations.map(({ language }) => language)])],
    tags: concepts.map(({ concept }) => concept.slug),
    publishedOn: (row.publishedOn ?? row.createdAt).toISOString().slice(0, 10),
    savedCarbonKg: savedCarbonOf(found),
  };
}
