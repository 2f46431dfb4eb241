import { builder } from "#graphql/kernel/builder.ts";

const conceptLabel = builder.prismaObject("ConceptLabel", {
  description: "A word for a concept in one language.",
  fields: (t) => ({
    locale: t.exposeString("locale"),
    text: t.exposeString("text"),
    preferred: t.exposeBoolean("preferred", { description: "The label; the others are words that people also use." }),
    source: t.exposeString("source", { description: "A thesaurus, or quintet: the network's own." }),
    reviewed: t.exposeBoolean("reviewed", { description: "Whether a person who knows the language read it." }),
  }),
});

builder.prismaObject("Concept", {
  description: "A concept of a public thesaurus, or of the network's own, for tagging and for search across languages.",
  fields: (t) => ({
    slug: t.exposeString("slug"),
    scheme: t.exposeString("scheme"),
    gemetId: t.exposeString("gemetId", { nullable: true }),
    eurovocId: t.exposeString("eurovocId", { nullable: true }),
    label: t.string({
      description: "Its preferred label in `locale`, else in English, else its slug.",
      args: { locale: t.arg.string() },
      select: { labels: { where: { preferred: true } } },
      resolve: ({ slug, labels }, { locale }) => {
        const inLocale = (wanted: string) => labels.find((label) => label.locale === wanted)?.text;
        return inLocale(locale ?? "en") ?? inLocale("en") ?? slug;
      },
    }),
    labels: t.field({
      type: [conceptLabel],
      description: "Its words: the preferred ones of all languages, or all of one language.",
      args: { locale: t.arg.string() },
      complexity: { field: 1, multiplier: 5 },
      select: ({ locale }, _context, nested) => ({
        labels: {
          ...nested(),
          where: locale ? { locale } : { preferred: true },
          orderBy: [{ locale: "asc" }, { preferred: "desc" }, { text: "asc" }],
        },
      }),
      resolve: ({ labels }) => labels,
    }),
    broader: t.prismaField({
      type: ["Concept"],
      complexity: { field: 1, multiplier: 3 },
      resolve: (query, { id }, _args, { prisma }) =>
        prisma.concept.findMany({
          ...query,
          where: { narrower: { some: { conceptId: id } } },
          orderBy: { slug: "asc" },
        }),
    }),
    narrower: t.prismaField({
      type: ["Concept"],
      complexity: { field: 1, multiplier: 5 },
      resolve: (query, { id }, _args, { prisma }) =>
        prisma.concept.findMany({
          ...query,
          where: { broader: { some: { broaderId: id } } },
          orderBy: { slug: "asc" },
        }),
    }),
  }),
});
