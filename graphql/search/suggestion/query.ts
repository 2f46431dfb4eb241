import { builder } from "#graphql/kernel/builder.ts";
import { suggest, type Suggestion, suggestionKinds } from "./store.ts";

const most = 20;

const kind = builder.enumType("SuggestionKind", { values: suggestionKinds });

const suggestion = builder.objectRef<Suggestion>("SearchSuggestion").implement({
  description: "Something that a reader may mean.",
  fields: (t) => ({
    kind: t.field({ type: kind, resolve: (row) => row.kind }),
    text: t.exposeString("text", {
      description: "A label, name or title; in the reader's language where there is one.",
    }),
    lang: t.exposeString("lang", { description: "The language of `text`." }),
    slug: t.exposeString("slug", { description: "Of the concept, city or practice." }),
  }),
});

builder.queryField("searchSuggestions", (t) =>
  t.field({
    type: [suggestion],
    description:
      "What may be meant by words that are still being typed: concepts by their words in any language, public cities and practices. Empty below two letters.",
    args: {
      words: t.arg.string({ required: true }),
      locale: t.arg.string({ required: true, description: "The reader's language." }),
      first: t.arg.int({ defaultValue: 8, description: `At most ${most}.` }),
    },
    complexity: { field: 10, multiplier: 1 },
    resolve: (_root, { words, locale, first }, { prisma }) =>
      suggest(prisma, words, locale, Math.min(first ?? 8, most)),
  }),
);
