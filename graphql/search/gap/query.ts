import { can, network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { queryError } from "#graphql/kernel/errors.ts";
import { shownFrom } from "./rules.ts";

const most = 100;

const searchGap = builder.prismaObject("SearchGap", {
  description: `What was looked for on at least ${shownFrom} occasions and not found, the secretariat's own searches aside. Nothing is kept of who looked for it.`,
  fields: (t) => ({
    words: t.exposeString("words", { description: "In lower case, without accents and punctuation." }),
    locale: t.string({
      nullable: true,
      description: "The language of the pages on which it was asked; null when it was not said.",
      resolve: ({ locale }) => (locale === "und" ? null : locale),
    }),
    concepts: t.prismaField({
      type: ["Concept"],
      description: "What the words were taken for.",
      resolve: async (query, { concepts }, _args, { prisma }) => {
        // Single look-ups of one moment are read together.
        const rows = await Promise.all(
          concepts.map((slug) => prisma.concept.findUnique({ ...query, where: { slug } })),
        );
        return rows.filter((row) => row !== null);
      },
    }),
    count: t.exposeInt("count", { description: "On how many occasions; the same words within ten minutes are one." }),
    firstOn: t.expose("firstOn", { type: "Date" }),
    lastOn: t.expose("lastOn", { type: "Date" }),
  }),
});

builder.queryField("searchGaps", (t) =>
  t.prismaField({
    type: [searchGap],
    description: "For the secretariat: what was looked for and not found, the most frequent first.",
    args: {
      first: t.arg.int({ defaultValue: 50, description: `1 to ${most}.` }),
      locale: t.arg.string({ description: "Only what was asked on pages in this language." }),
    },
    complexity: ({ first }) => ({ field: 1, multiplier: Math.min(Math.max(first ?? 50, 1), most) }),
    resolve: (query, _root, { first, locale }, { prisma, viewer }) => {
      if (!can(viewer, "network.read_search", network))
        throw queryError("FORBIDDEN", "Only the secretariat reads what was not found.");
      return prisma.searchGap.findMany({
        ...query,
        where: { count: { gte: shownFrom }, locale: locale ?? undefined },
        orderBy: [{ count: "desc" }, { lastOn: "desc" }, { words: "asc" }, { locale: "asc" }],
        take: Math.min(Math.max(first ?? 50, 1), most),
      });
    },
  }),
);
