import { builder } from "#graphql/kernel/builder.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { modelRef } from "#graphql/practice/object.ts";
import { type FacetName, facetNames, type Filters } from "../engine.rules.ts";
import { likeReason } from "../like/object.ts";
import { likeReasons } from "../like/rules.ts";
import { facetName, searchHit } from "../find/object.ts";
import { visibleSavedSearches } from "./policy.ts";
import { pathOf } from "./rules.ts";
import { criteriaOf } from "./store.ts";

type FilterChoice = { name: FacetName; values: readonly string[] };

const savedFilter = builder.objectRef<FilterChoice>("SavedFilter").implement({
  fields: (t) => ({
    name: t.field({ type: facetName, resolve: ({ name }) => name }),
    values: t.stringList({ resolve: ({ values }) => [...values] }),
  }),
});

type SavedLike = { slug: string; without: readonly string[] };

const savedLike = builder.objectRef<SavedLike>("SavedLike").implement({
  description: "The city whose like are meant.",
  fields: (t) => ({
    city: t.prismaField({
      type: "City",
      nullable: true,
      description: "Null when it cannot be seen any more: the finder then asks for any city, and nothing is mailed.",
      resolve: (query, { slug }, _args, { prisma, viewer }) =>
        prisma.city.findFirst({ ...query, where: { slug, AND: visibleCities(viewer) } }),
    }),
    without: t.field({
      type: [likeReason],
      resolve: ({ without }) => likeReasons.filter((reason) => without.includes(reason)),
    }),
  }),
});

export const savedSearchType = builder.prismaNode("SavedSearch", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleSavedSearches(viewer) }),
  description: "A search that a person keeps. Only its owner sees it.",
  fields: (t) => ({
    words: t.exposeString("words"),
    filters: t.field({
      type: [savedFilter],
      complexity: { field: 1, multiplier: 3 },
      description: "The chosen values, by facet; facets without any are left out.",
      resolve: ({ filters }) => {
        const chosen = filters as Filters;
        return facetNames.flatMap((name) => (chosen[name]?.length ? [{ name, values: chosen[name] }] : []));
      },
    }),
    without: t.field({
      type: [modelRef("Concept")],
      description: "Concepts that the words were taken for and do not mean.",
      resolve: ({ without }, _args, { prisma }) =>
        prisma.concept.findMany({ where: { slug: { in: without } }, orderBy: { slug: "asc" } }),
    }),
    like: t.field({
      type: savedLike,
      nullable: true,
      resolve: ({ like, likeWithout }) => (like ? { slug: like, without: likeWithout } : null),
    }),
    path: t.string({
      description: "Where the portal answers it, after the language: /search?q=…",
      resolve: (row) => pathOf(criteriaOf(row)),
    }),
    locale: t.exposeString("locale", { description: "The language in which its words were typed." }),
    cadence: t.expose("cadence", { type: enums.SearchCadence }),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    checkedUntil: t.expose("checkedUntil", {
      type: "DateTime",
      description: "What the public could first find after this instant is new.",
    }),
    lastMailedAt: t.expose("lastMailedAt", { type: "DateTime", nullable: true }),
  }),
});

builder.objectField(searchHit, "firstSeenAt", (t) =>
  t.field({
    type: "DateTime",
    nullable: true,
    description: "When the public could first find it.",
    resolve: async (hit, _args, { prisma }) => {
      const { kind } = hit;
      const rowId = hit[kind]?.id;
      if (!rowId) return null;
      const document = await prisma.searchDocument.findUnique({ where: { kind_rowId: { kind, rowId } } });
      return document?.firstSeenAt ?? null;
    },
  }),
);
