import { queryFromInfo } from "@pothos/plugin-prisma";
import type { GraphQLResolveInfo } from "graphql";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { builder } from "../builder.ts";
import { ask } from "./ask.store.ts";
import type { Context } from "../context.ts";
import { visiblePilots } from "../pilot/policy.ts";
import { visiblePractices } from "../practice/policy.ts";
import { facetNames, type Filters, type SearchAnswer, type SearchHit } from "./engine.ts";
import { mostHits, readFilters } from "./input.ts";
import { type Facet, type Found, type Hit, searchAnswer, searchFilters, searchSort } from "./object.ts";
import { longestQuery } from "./rules.ts";
import { asked, named, understood } from "./thesaurus.store.ts";

/** Far enough for any reader, and no number that a database could stumble over. */
const lastPage = 1_000_000;
const mostWithout = 20;
const mostConcepts = 10;

builder.queryField("search", (t) =>
  t.field({
    type: searchAnswer,
    description:
      "Practices and pilots by words, in any language, and by facets. Words are understood as concepts, which are found in every language. Only what this viewer may see is answered.",
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
      locale: t.arg.string({ description: "The reader's language: it decides when a word means different things." }),
      page: t.arg.int({ defaultValue: 1 }),
      pageSize: t.arg.int({ defaultValue: 20, description: `1 to ${mostHits}.` }),
    },
    resolve: async (_root, args, context, info): Promise<Found> => {
      const { filters, ignored } = readFilters(args.filters ?? {});
      const pageSize = Math.min(Math.max(args.pageSize ?? 20, 1), mostHits);
      const page = args.page ?? 1;
      const exists = page >= 1 && page <= lastPage;
      const words = Array.from((args.words ?? "").slice(0, 4 * longestQuery))
        .slice(0, longestQuery)
        .join("");
      const understanding = await understood(context.prisma, words, {
        locale: args.locale ?? null,
        without: (args.without ?? []).slice(0, mostWithout),
      });
      const request = {
        ...asked(words, understanding, await named(context.prisma, (args.concepts ?? []).slice(0, mostConcepts))),
        ...{ filters, sort: args.sort ?? "relevance", page: exists ? page : 1, pageSize },
      };
      const answer = await ask(context.prisma, context.search, request);
      const hits = exists ? await reread(answer.hits, context, info) : [];
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
        engine: context.search.name,
      };
    },
  }),
);

/** The rows behind the hits, one query per kind, through the viewer's policy: what the index should not hold is dropped. */
async function reread(found: readonly SearchHit[], context: Context, info: GraphQLResolveInfo): Promise<Hit[]> {
  const { prisma, viewer } = context;
  const idsOf = (kind: SearchHit["kind"]) => found.flatMap((hit) => (hit.kind === kind ? [hit.id] : []));
  const query = (typeName: string, field: string) => queryFromInfo({ context, info, typeName, path: ["hits", field] });
  const ids = { practice: idsOf("practice"), pilot: idsOf("pilot") };
  const practices: P.PracticeGetPayload<object>[] =
    ids.practice.length === 0
      ? []
      : await prisma.practice.findMany({
          ...query("Practice", "practice"),
          where: { id: { in: ids.practice }, AND: visiblePractices(viewer) },
        });
  const pilots: P.PilotGetPayload<object>[] =
    ids.pilot.length === 0
      ? []
      : await prisma.pilot.findMany({
          ...query("Pilot", "pilot"),
          where: { id: { in: ids.pilot }, AND: visiblePilots(viewer) },
        });
  const practiceBy = new Map(practices.map((row) => [row.id, row]));
  const pilotBy = new Map(pilots.map((row) => [row.id, row]));
  return found.flatMap(({ kind, id, score }) => {
    const practice = kind === "practice" ? (practiceBy.get(id) ?? null) : null;
    const pilot = kind === "pilot" ? (pilotBy.get(id) ?? null) : null;
    return practice || pilot ? [{ kind, score, practice, pilot }] : [];
  });
}

/** All facets in their order; a chosen value is listed even where nothing has it, so that it can be taken away again. */
function facetsOf({ facets }: SearchAnswer, filters: Filters): Facet[] {
  return facetNames.map((name) => {
    const chosen = filters[name] ?? [];
    const counted = facets[name].map((entry) => ({ ...entry, selected: chosen.includes(entry.value) }));
    const empty = chosen.filter((value) => !facets[name].some((entry) => entry.value === value));
    return { name, values: [...counted, ...empty.map((value) => ({ value, count: 0, selected: true }))] };
  });
}
