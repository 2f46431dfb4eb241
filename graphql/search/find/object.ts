import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { gridBands, regions } from "#graphql/city/likeness/rules.ts";
import { modelRef, practiceType } from "#graphql/practice/object.ts";
import { toolType } from "#graphql/practice/tool/object.ts";
import { type FacetName, facetNames, type SearchKind, searchKinds, searchSorts } from "../engine.rules.ts";
import { likenessType } from "../like/object.ts";
import type { Likeness } from "../like/store.ts";

type UnderstoodConcept = { slug: string; matched: string; score: number };
export type Hit = {
  kind: SearchKind;
  score: number;
  practice: P.PracticeGetPayload<object> | null;
  pilot: P.PilotGetPayload<object> | null;
  result: P.ResultGetPayload<object> | null;
  tool: P.PracticeToolGetPayload<object> | null;
  city: P.CityGetPayload<object> | null;
  /** Of a practice its pilot, where that is among the hits of the page as well. */
  tellsOf: P.PilotGetPayload<object> | null;
  savedCarbonKg: number | null;
};
export type Facet = { name: FacetName; values: { value: string; count: number; selected: boolean }[] };
export type FinderAnswer = {
  total: number;
  page: number;
  pageSize: number;
  pageCount: number;
  outOfRange: boolean;
  hits: Hit[];
  facets: Facet[];
  ignored: string[];
  understood: UnderstoodConcept[];
  widened: boolean;
  like: Likeness | null;
  engine: string;
};

const kind = builder.enumType("SearchKind", { values: searchKinds });
export const facetName = builder.enumType("SearchFacetName", { values: facetNames });
export const searchSort = builder.enumType("SearchSort", {
  description: "carbon: most saved CO2e per year first, what has no figure last. Equals: by kind, then the newest.",
  values: searchSorts,
});

export const searchFilters = builder.inputType("SearchFilters", {
  description:
    "Values of one facet are alternatives, facets narrow each other. Values that do not exist are ignored and reported.",
  fields: (t) => ({
    kind: t.stringList({ description: `${searchKinds.join(", ")}.` }),
    area: t.stringList(),
    role: t.stringList({ description: "The role that ICT plays." }),
    country: t.stringList({ description: "ISO 3166-1 alpha-2." }),
    citySize: t.stringList(),
    stage: t.stringList(),
    evidence: t.stringList({ description: "The strongest level among its results." }),
    language: t.stringList({ description: "Languages that it can be read in." }),
    region: t.stringList({ description: `Parts of Europe, by UN M49: ${regions.join(", ")}.` }),
    grid: t.stringList({
      description: `g CO2e per kWh of the country's electricity, by Ember: ${gridBands.join(", ")}.`,
    }),
    cityLanguage: t.stringList({ description: "The city's own language, ISO 639-1." }),
  }),
});

export const searchHit = builder.objectRef<Hit>("SearchHit").implement({
  fields: (t) => ({
    kind: t.field({ type: kind, resolve: (row) => row.kind }),
    score: t.exposeFloat("score", {
      description: "0 where nothing was ranked: no words, newest first, or far down a broad query.",
    }),
    practice: t.field({ type: practiceType, nullable: true, resolve: (row) => row.practice }),
    pilot: t.field({ type: modelRef("Pilot"), nullable: true, resolve: (row) => row.pilot }),
    result: t.field({ type: modelRef("Result"), nullable: true, resolve: (row) => row.result }),
    tool: t.field({ type: toolType, nullable: true, resolve: (row) => row.tool }),
    city: t.field({ type: modelRef("City"), nullable: true, resolve: (row) => row.city }),
    tellsOf: t.field({
      type: modelRef("Pilot"),
      nullable: true,
      description:
        "Of a practice the pilot that it tells of, where that is a hit of this page as well: show them as one.",
      resolve: (row) => row.tellsOf,
    }),
    savedCarbonKg: t.exposeFloat("savedCarbonKg", {
      nullable: true,
      description:
        "kg CO2e saved per year: the largest figure among its achieved results, as the order by carbon uses it.",
    }),
  }),
});

const facetValue = builder.objectRef<Facet["values"][number]>("SearchFacetValue").implement({
  fields: (t) => ({
    value: t.exposeString("value", { description: "A code; its label is in locales/{locale}/codes.json." }),
    count: t.exposeInt("count"),
    selected: t.exposeBoolean("selected"),
  }),
});

const facet = builder.objectRef<Facet>("SearchFacet").implement({
  description:
    "A facet's values, most frequent first. They are counted without the facet's own filter, so choosing one hides no other.",
  fields: (t) => ({
    name: t.field({ type: facetName, resolve: ({ name }) => name }),
    values: t.field({ type: [facetValue], resolve: ({ values }) => values }),
  }),
});

const understoodConcept = builder.objectRef<UnderstoodConcept>("UnderstoodConcept").implement({
  description:
    "A concept that words of the query were taken for. Ask again with its slug in `without` to undo a wrong guess.",
  fields: (t) => ({
    concept: t.prismaField({
      type: "Concept",
      resolve: (query, { slug }, _args, { prisma }) => prisma.concept.findUniqueOrThrow({ ...query, where: { slug } }),
    }),
    matched: t.exposeString("matched", { description: "The words as they were typed." }),
    score: t.exposeFloat("score", { description: "How sure it is, up to 1." }),
  }),
});

export const searchAnswer = builder.objectRef<FinderAnswer>("SearchAnswer").implement({
  fields: (t) => ({
    total: t.exposeInt("total"),
    page: t.exposeInt("page", { description: "As it was asked." }),
    pageSize: t.exposeInt("pageSize"),
    pageCount: t.exposeInt("pageCount"),
    outOfRange: t.exposeBoolean("outOfRange", { description: "The asked page does not exist; `hits` is empty." }),
    hits: t.field({ type: [searchHit], complexity: { field: 1, multiplier: 10 }, resolve: ({ hits }) => hits }),
    facets: t.field({ type: [facet], resolve: ({ facets }) => facets }),
    ignored: t.stringList({
      description: "Filter values that do not exist, as facet:value; like:slug where there is no such city.",
      resolve: ({ ignored }) => ignored,
    }),
    understood: t.field({
      type: [understoodConcept],
      description: "What the words were taken for, in their order.",
      complexity: { field: 1, multiplier: 3 },
      resolve: ({ understood }) => understood,
    }),
    widened: t.exposeBoolean("widened", {
      description: "Little was found: what has only a broader concept follows.",
    }),
    like: t.field({
      type: likenessType,
      nullable: true,
      description: "The city that others had to be like, and why.",
      resolve: ({ like }) => like,
    }),
    engine: t.exposeString("engine"),
  }),
});
