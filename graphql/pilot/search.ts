import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { likenessesOf } from "#graphql/city/likeness/search.ts";
import { carbonColumns, savedCarbonOf } from "#graphql/vocabulary/carbon.rules.ts";
import { evidenceOf } from "#graphql/vocabulary/evidence.rules.ts";
import {
  areaNames,
  cityNames,
  conceptNames,
  paragraphs,
  searchedConcepts,
  type TaggedRow,
} from "#graphql/vocabulary/documents.ts";

/** What must be loaded of a pilot to search it. */
export const searchedPilot = {
  cities: {
    where: { confirmed: true },
    include: { city: { include: { names: true } } },
    orderBy: [{ lead: "desc" }, { createdAt: "asc" }],
  },
  concepts: searchedConcepts,
  translations: { orderBy: { language: "asc" } },
  results: { select: carbonColumns },
} as const satisfies P.PilotInclude;

/** How a public pilot becomes a search document. */
export function searchablePilot(row: P.PilotGetPayload<{ include: typeof searchedPilot }>): TaggedRow {
  const { cities, concepts, translations } = row;
  const lead = cities[0]?.city;
  const conditions = [row.replicationConditions, row.replicationCost, row.replicationSkills];
  const original = {
    ...row,
    body: paragraphs(row.description, ...conditions, row.impactCommunicated, ...row.partners),
  };
  const translated = translations.map((text) => ({ ...text, body: paragraphs(text.description) }));
  return {
    kind: "pilot",
    id: row.id,
    texts: [original, ...translated].map(({ language, title, purpose, body }) => ({
      language,
      title,
      summary: purpose ?? "",
      body,
    })),
    names: [...cities.flatMap(({ city }) => cityNames(city)), ...conceptNames(concepts), ...areaNames(row.area)],
    area: row.area,
    role: row.role,
    stage: row.stage,
    evidence: evidenceOf(row.results),
    country: lead?.countryCode ?? "",
    ...likenessesOf(lead ?? { population: null, countryCode: "", language: "" }),
    languages: [...new Set([row.language, ...translations.map(({ language }) => language)])],
    tags: concepts.map(({ concept }) => concept.slug),
    publishedOn: (row.acceptedOn ?? row.createdAt).toISOString().slice(0, 10),
    savedCarbonKg: savedCarbonOf(row.results),
  };
}
