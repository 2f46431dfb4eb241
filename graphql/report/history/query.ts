import { builder } from "#graphql/kernel/builder.ts";
import { NotFound, queryError } from "#graphql/kernel/errors.ts";
import { fieldChange } from "./object.ts";
import { historyScope } from "./scope.store.ts";
import { changesBetween } from "./store.ts";

builder.queryField("compareHistory", (t) =>
  t.field({
    type: [fieldChange],
    description:
      "The fields of a city, accession, pilot, practice, inventory or baseline itself that differ between the moments after two " +
      "entries of its history, the older one before.",
    args: {
      subjectId: t.arg.id({ required: true }),
      from: t.arg.id({ required: true, description: "An entry's id." }),
      to: t.arg.id({ required: true, description: "Another entry's id." }),
    },
    resolve: async (_root, { subjectId, from, to }, context) => {
      try {
        const { scope, of } = await historyScope(context, subjectId);
        const changes = await changesBetween(context, scope, of, [from, to]);
        if (changes) return changes;
      } catch (error) {
        if (!(error instanceof NotFound)) throw error;
      }
      throw queryError("NOT_FOUND", "There is no such history, or no such entry in it.");
    },
  }),
);
