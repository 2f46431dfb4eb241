import type { Prisma } from "#prisma/generated/client/client.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { visiblePractices } from "./policy.ts";

const practiceFilter = builder.inputType("PracticeFilter", {
  fields: (t) => ({
    city: t.string({ description: "The slug of the city that wrote it or where it was done." }),
    country: t.stringList({ description: "ISO 3166-1 alpha-2 codes of the city that wrote it." }),
    area: t.field({ type: [enums.Area] }),
    state: t.field({ type: [enums.PracticeState], description: "States that the viewer may not see find nothing." }),
  }),
});

function matching(filter: typeof practiceFilter.$inferInput | null | undefined): Prisma.PracticeWhereInput {
  const { city, country, area, state } = filter ?? {};
  const place = { city: { slug: city ?? "" } };
  return {
    OR: city ? [place, { places: { some: place } }] : undefined,
    city: country?.length ? { countryCode: { in: country } } : undefined,
    area: area?.length ? { in: area } : undefined,
    state: state?.length ? { in: state } : undefined,
  };
}

const newest = [
  { publishedOn: { sort: "desc", nulls: "last" } },
  { createdAt: "desc" },
  { id: "asc" },
] satisfies Prisma.PracticeOrderByWithRelationInput[];

builder.queryField("practices", (t) =>
  t.prismaConnection({
    type: "Practice",
    cursor: "id",
    description: "Practices that this viewer may see, newest first.",
    args: { filter: t.arg({ type: practiceFilter }) },
    totalCount: (_root, { filter }, { prisma, viewer }) =>
      prisma.practice.count({ where: { AND: [visiblePractices(viewer), matching(filter)] } }),
    resolve: (query, _root, { filter }, { prisma, viewer }) =>
      prisma.practice.findMany({
        ...query,
        where: { AND: [visiblePractices(viewer), matching(filter)] },
        orderBy: newest,
      }),
  }),
);

builder.queryField("practice", (t) =>
  t.prismaField({
    type: "Practice",
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (query, _root, { slug }, { prisma, viewer }) =>
      prisma.practice.findFirst({ ...query, where: { slug, AND: visiblePractices(viewer) } }),
  }),
);

builder.prismaObjectField("City", "practices", (t) =>
  t.prismaField({
    type: ["Practice"],
    description:
      "Practices written by the city or done there, newest first, as far as this viewer may see them; 100 at most.",
    resolve: (query, { id }, _args, { prisma, viewer }) =>
      prisma.practice.findMany({
        ...query,
        where: { OR: [{ cityId: id }, { places: { some: { cityId: id } } }], AND: visiblePractices(viewer) },
        orderBy: newest,
        take: 100,
      }),
  }),
);

builder.prismaObjectField("Pilot", "practices", (t) =>
  t.relation("practices", {
    description: "Practices that came from this pilot.",
    query: (_args, { viewer }) => ({ where: visiblePractices(viewer), orderBy: newest }),
  }),
);
