import { builder } from "#graphql/kernel/builder.ts";
import { change, mutationsOf } from "#graphql/kernel/change.ts";
import { nothing } from "#graphql/kernel/fields.ts";
import { viewers } from "#graphql/identity/store.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { likeInput } from "../like/object.ts";
import { searchFilters } from "../find/object.ts";
import { cadenceInput, savedSearchInput, tokenInput } from "./input.ts";
import { changeCadence, deleteSearch, savedSearches, saveSearch, unsubscribe } from "./store.ts";

mutationsOf(viewers, "person", { by: null })("saveSearch", {
  description:
    "Keeps a search for the viewer, who is mailed when something new fits it. A search that is kept already takes the new cadence.",
  answers: "SavedSearch",
  adds: true,
  action: "own",
  args: builder.args((t) => ({
    words: t.string(),
    filters: t.field({ type: searchFilters }),
    without: t.stringList({ description: "Slugs of concepts that were understood and not meant." }),
    like: t.field({ type: likeInput }),
    locale: t.string({ required: true, description: "The language in which the words were typed." }),
    cadence: t.field({ type: enums.SearchCadence, required: true }),
  })),
  schema: savedSearchInput,
  run: saveSearch,
});

mutationsOf(savedSearches, "saved search")("changeSavedSearch", {
  description: "Changes how often one of the viewer's saved searches is mailed.",
  action: "own",
  args: builder.args((t) => ({ cadence: t.field({ type: enums.SearchCadence, required: true }) })),
  schema: cadenceInput,
  run: (tx, context, row, { cadence }) => changeCadence(tx, context, row, cadence),
});

const deleted = builder.objectRef<{ done: boolean }>("SavedSearchDeleted").implement({
  fields: (t) => ({ done: t.exposeBoolean("done") }),
});

builder.mutationField("deleteSavedSearch", (t) =>
  t.withAuth({ signedIn: true }).field({
    type: deleted,
    errors: {},
    description: "Forgets one of the viewer's saved searches.",
    args: { id: t.arg.id({ required: true }) },
    resolve: async (_root, args, context) => {
      await change(savedSearches, context, args, { action: "own", schema: nothing, run: deleteSearch });
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
    // Nobody is signed in whose right to a row could be judged: the token is the right.
    resolve: async (_root, args, context) => {
      const { token } = parse(tokenInput, args);
      return { done: await context.prisma.$transaction((tx) => unsubscribe(tx, context, token)) };
    },
  }),
);
