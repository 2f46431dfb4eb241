import { builder } from "#graphql/kernel/builder.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { likeInput } from "../like/object.ts";
import { searchFilters } from "../find/object.ts";
import { cadenceInput, savedSearchInput, tokenInput } from "./input.ts";
import { savedSearchType } from "./object.ts";
import { visibleSavedSearches } from "./policy.ts";
import { changeCadence, deleteSearch, saveSearch, type StoredSearch, unsubscribe } from "./store.ts";

/** Whoever sees a saved search is its owner, and may do everything with it. */
async function ownSearch({ prisma, viewer }: Context, globalId: string): Promise<StoredSearch> {
  const where = { id: localId(globalId, "SavedSearch"), AND: visibleSavedSearches(viewer) };
  return found(await prisma.savedSearch.findFirst({ where }), "SavedSearch");
}

builder.mutationField("saveSearch", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: savedSearchType,
    errors: {},
    description:
      "Keeps a search for the viewer, who is mailed when something new fits it. A search that is kept already takes the new cadence.",
    args: {
      words: t.arg.string(),
      filters: t.arg({ type: searchFilters }),
      without: t.arg.stringList({ description: "Slugs of concepts that were understood and not meant." }),
      like: t.arg({ type: likeInput }),
      locale: t.arg.string({ required: true, description: "The language in which the words were typed." }),
      cadence: t.arg({ type: enums.SearchCadence, required: true }),
    },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const userId = found(viewer.userId, "User");
      const input = parse(savedSearchInput, args);
      const id = await prisma.$transaction((tx) => saveSearch(tx, context, userId, input));
      return prisma.savedSearch.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

builder.mutationField("changeSavedSearch", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: savedSearchType,
    errors: {},
    description: "Changes how often one of the viewer's saved searches is mailed.",
    args: {
      id: t.arg.id({ required: true }),
      cadence: t.arg({ type: enums.SearchCadence, required: true }),
    },
    resolve: async (query, _root, args, context) => {
      const row = await ownSearch(context, args.id);
      const { cadence } = parse(cadenceInput, args);
      await context.prisma.$transaction((tx) => changeCadence(tx, context, row, cadence));
      return context.prisma.savedSearch.findUniqueOrThrow({ ...query, where: { id: row.id } });
    },
  }),
);

const deleted = builder.objectRef<{ done: boolean }>("SavedSearchDeleted").implement({
  fields: (t) => ({ done: t.exposeBoolean("done") }),
});

builder.mutationField("deleteSavedSearch", (t) =>
  t.withAuth({ signedIn: true }).field({
    type: deleted,
    errors: {},
    description: "Forgets one of the viewer's saved searches.",
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, { id }, context) => {
      const row = await ownSearch(context, id);
      await context.prisma.$transaction((tx) => deleteSearch(tx, context, row));
      return { done: true };
    },
  }),
);

const unsubscribed = builder.objectRef<{ done: boolean }>("Unsubscribed").implement({
  fields: (t) => ({
    done: t.exposeBoolean("done", { description: "False when the link is no longer valid; nothing more is told." }),
  }),
});

builder.mutationField("unsubscribe", (t) =>
  t.field({
    type: unsubscribed,
    errors: {},
    description: "Stops the mails of one saved search, with the token of its mails. Open to anyone; may be repeated.",
    args: { token: t.arg.string({ required: true }) },
    resolve: async (_root, args, context) => {
      const { token } = parse(tokenInput, args);
      return { done: await context.prisma.$transaction((tx) => unsubscribe(tx, context, token)) };
    },
  }),
);
