import { z } from "zod";
import { authorize } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { mutationsOf, PATIENCE } from "#graphql/kernel/change.ts";
import { Conflict } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { updateCityInput } from "#graphql/city/input.ts";
import { citySubject, visibleCities } from "#graphql/city/policy.ts";
import { updateCity } from "#graphql/city/store.ts";
import { updatePilotInput } from "#graphql/pilot/input.ts";
import { editable as isPilotEditable } from "#graphql/pilot/rules.ts";
import { pilots, updatePilot } from "#graphql/pilot/store.ts";
import { updatePracticeInput } from "#graphql/practice/input.ts";
import { editable as isPracticeEditable } from "#graphql/practice/rules.ts";
import { practices, updatePractice } from "#graphql/practice/store.ts";
import { inputAsOf } from "./restore.store.ts";

/** Bringing a version back is one more change, with the values that the row had then: nothing of the history is undone. */

const schema = z.object({ entry: z.string() });
const entry = builder.args((t) => ({
  entry: t.id({ required: true, description: "The entry of its history after which it was so." }),
}));
const description =
  "Sets the fields of its own form to what they were after an entry of its history; lists and parts stay.";

mutationsOf(pilots, "pilot")("restorePilot", {
  description,
  args: entry,
  action: "pilot.update",
  when: ({ state }) => isPilotEditable(state),
  schema,
  run: async (tx, context, pilot, input) =>
    updatePilot(tx, context, pilot, parse(updatePilotInput, await inputAsOf(tx, "Pilot", pilot, input.entry))),
});

mutationsOf(practices, "practice")("restorePractice", {
  description,
  args: entry,
  action: "practice.update",
  when: ({ state }) => isPracticeEditable(state),
  schema,
  run: async (tx, context, practice, input) => {
    const values = await inputAsOf(tx, "Practice", practice, input.entry);
    await updatePractice(tx, context, practice, parse(updatePracticeInput, values));
  },
});

builder.mutationField("restoreCity", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "City",
    errors: {},
    description,
    args: {
      id: t.arg.id({ required: true }),
      version: t.arg.int({ description: "When given, the city must still have this version." }),
      ...entry,
    },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const where = { id: localId(args.id, "City"), AND: visibleCities(viewer) };
      const { id } = found(await prisma.city.findFirst({ where }), "City");
      authorize(viewer, "city.update", citySubject({ id }));
      await prisma.$transaction(async (tx) => {
        await tx.$queryRaw`SELECT 1 FROM "City" WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
        const city = await tx.city.findUniqueOrThrow({ where: { id } });
        if (args.version != null && args.version !== city.version) throw new Conflict(city.version);
        const values = await inputAsOf(tx, "City", city, args.entry);
        await updateCity(tx, context, id, parse(updateCityInput, values));
      }, PATIENCE);
      return prisma.city.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);
