import { builder } from "#graphql/kernel/builder.ts";
import { ask } from "./store.ts";
import { facetNames, type Filters, type SearchAnswer } from "../engine.rules.ts";
import { reread } from "./hits.store.ts";
import { mostHits, readFilters } from "./input.ts";
import { likeInput } from "../like/object.ts";
import { withinOf } from "../like/rules.ts";
import { likenessTo } from "../like/store.ts";
import { type Facet, type FinderAnswer, searchAnswer, searchFilters, searchSort } from "./object.ts";
import { longestQuery } from "../words.rules.ts";
import { requestTerms, conceptsNamed, understandingOf } from "../understand/store.ts";

/** Far enough for any reader, and no number that a database could stumble over. */
const lastPage = 1_000_000;
const mostWithout = 20;
const mostConcepts = 10;

builder.queryField("search", (t) =>
  t.field({
    type: searchAnswer,
    description:
      "Practices, pilots, results, tools and cities by words, in any language, and by facets. Words are understood as concepts, which are found in every language. Only what this viewer may see is answered.",
    args: {
      words: t.arg.string({
        description: `The first ${longestQuery} characters are read. "Quotes" hold a phrase together.`,
      }),
      filters: t.arg({ type: searchFilters }),
      sort: t.arg({ type: searchSort, defaultValue: "relevance" }),
      concepts: t.arg.stringList({
        description: "Slugs of concepts to look for, beside the words; those that do not exist find nothing.",
      }),
      without: t.arg.stringList({
        description: "Slugs of concepts that were understood and not meant: their words are searched as words.",
      }),
      like: t.arg({ type: likeInput, description: "Cities like this one: narrows beside the filters." }),
      locale: t.arg.string({ description: "The reader's language: it decides when a word means different things." }),
      page: t.arg.int({ defaultValue: 1 }),
      pageSize: t.arg.int({ defaultValue: 20, description: `1 to ${mostHits}.` }),
    },
    resolve: async (_root, args, context, info): Promise<FinderAnswer> => {
      const { filters, ignored } = readFilters(args.filters ?? {});
      const pageSize = Math.min(Math.max(args.pageSize ?? 20, 1), mostHits);
      const page = args.page ?? 1;
      const exists = page >= 1 && page <= lastPage;
      const words = Array.from((args.words ?? "").slice(0, 4 * longestQuery))
        .slice(0, longestQuery)
        .join("");
      const understanding = await understandingOf(context.prisma, words, {
        locale: args.locale ?? null,
        without: (args.without ?? []).slice(0, mostWithout),
      });
      const like = args.like ? await likenessTo(context.prisma, context.viewer, args.like) : null;
      if (args.like && !like) ignored.push(`like:${args.like.city.slice(0, 60)}`);
      const request = {
        ...requestTerms(
          words,
          understanding,
          await conceptsNamed(context.prisma, (args.concepts ?? []).slice(0, mostConcepts)),
        ),
        filters,
        sort: args.sort ?? "relevance",
        page: exists ? page : 1,
        pageSize,
        ...(like ? { within: withinOf(like.reasons), except: { kind: "city" as const, id: like.cityId } } : {}),
      };
      const answer = await ask(context.prisma, context.search, request);
      if (context.viewer.networkRoles.length === 0)
        context.gaps.note({ ...args, words, filters }, understanding.concepts, answer.direct);
      const hits = exists ? await reread(answer.hits, context, info, request.sort === "relevance") : [];
      const total = exists ? answer.total - (answer.hits.length - hits.length) : answer.total;
      const pageCount = Math.ceil(total / pageSize);
      const outOfRange = !exists || page > Math.max(pageCount, 1);
      return {
        total,
        page,
        pageSize,
        pageCount,
        outOfRange,
        hits,
        facets: facetsOf(answer, filters),
        ignored,
        understood: understanding.concepts,
        widened: answer.widened,
        like,
        engine: context.search.name,
      };
    },
  }),
);

/** All facets in their order; a chosen value is listed even where nothing has it, so that it can be taken away again. */
function facetsOf({ facets }: SearchAnswer, filters: Filters): Facet[] {
  return facetNames.map((name) => {
    const chosen = filters[name] ?? [];
    const counted = facets[name].map((entry) => ({ ...entry, selected: chosen.includes(entry.value) }));
    const empty = chosen.filter((value) => !facets[name].some((entry) => entry.value === value));
    return { name, values: [...counted, ...empty.map((value) => ({ value, count: 0, selected: true }))] };
  });
}
