import { z } from "zod";
import { builder } from "#graphql/kernel/builder.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { updateCityInput } from "#graphql/city/input.ts";
import { cities, updateCity } from "#graphql/city/store.ts";
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

mutationsOf(cities, "city")("restoreCity", {
  description,
  args: entry,
  action: "city.update",
  schema,
  run: async (tx, context, city, input) =>
    updateCity(tx, context, city, parse(updateCityInput, await inputAsOf(tx, "City", city, input.entry))),
});
