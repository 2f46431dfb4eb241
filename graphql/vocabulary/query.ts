import { builder } from "#graphql/kernel/builder.ts";

builder.queryField("concepts", (t) =>
  t.prismaField({
    type: ["Concept"],
    description: "Concepts for tagging; `search` is part of a label in any language.",
    args: { search: t.arg.string() },
    resolve: (query, _root, { search }, { prisma }) => {
      const contains = search?.trim();
      const labels = contains ? { some: { text: { contains, mode: "insensitive" as const } } } : undefined;
      return prisma.concept.findMany({ ...query, where: { labels }, orderBy: { slug: "asc" }, take: 500 });
    },
  }),
);

builder.queryField("concept", (t) =>
  t.prismaField({
    type: "Concept",
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (query, _root, { slug }, { prisma }) => prisma.concept.findUnique({ ...query, where: { slug } }),
  }),
);

builder.queryField("indicators", (t) =>
  t.prismaField({
    type: ["Indicator"],
    resolve: (query, _root, _args, { prisma }) => prisma.indicator.findMany({ ...query, orderBy: { code: "asc" } }),
  }),
);

builder.queryField("units", (t) =>
  t.prismaField({
    type: ["Unit"],
    resolve: (query, _root, _args, { prisma }) =>
      prisma.unit.findMany({ ...query, orderBy: [{ dimension: "asc" }, { code: "asc" }] }),
  }),
);
