import { mutationsOf } from "#graphql/kernel/change.ts";
import { nothing } from "#graphql/kernel/fields.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { visibleCities } from "../city/policy.ts";
import { cities } from "../city/store.ts";
import { resultInput } from "#graphql/vocabulary/figure.input.ts";
import { fundingFields, resultFields, scaleFields } from "#graphql/vocabulary/figure.object.ts";
import { Forbidden } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { pilotReview } from "./review.store.ts";
import { reviewMutation } from "#graphql/review/mutation.ts";
import * as input from "./input.ts";
import { logEntryFields, updatePilotFields } from "./object.ts";
import { translatable } from "./policy.ts";
import { editable, loggable } from "./rules.ts";
import { inviteCity } from "./sharing/store.ts";
import * as store from "./store.ts";

const pilotMutation = mutationsOf(store.pilots, "pilot");
const isEditable = ({ state }: store.StoredPilot) => editable(state);
const isLoggable = ({ state }: store.StoredPilot) => loggable(state);
const isTranslatable = ({ state }: store.StoredPilot) => translatable(state);

mutationsOf(cities, "city", { by: "cityId" })("createPilot", {
  description: "Begins a draft in a free slot of a city.",
  answers: "Pilot",
  adds: true,
  action: "pilot.create",
  args: builder.args((t) => ({
    slot: t.int({ required: true, description: "1 to 5." }),
    title: t.string({ required: true }),
    language: t.string({ required: true, description: "The language of its texts." }),
  })),
  schema: input.createPilotInput,
  run: store.createPilot,
});

pilotMutation("updatePilot", {
  versionInInput: true,
  description: "Changes what the pilot says of itself; a step's page sends its part.",
  action: "pilot.update",
  when: isEditable,
  args: builder.args((t) => ({ input: t.field({ type: updatePilotFields, required: true }) })),
  schema: input.updatePilotInput,
  run: store.updatePilot,
});

pilotMutation("setPilotScale", {
  description: "Replaces the scale figures.",
  action: "pilot.update",
  when: isEditable,
  args: builder.args((t) => ({ list: t.field({ type: [scaleFields], required: true }) })),
  schema: input.pilotScaleInput,
  run: (tx, context, pilot, { list }) => store.setLists(tx, context, pilot, "scale", { scale: list }),
});

pilotMutation("setPilotFunding", {
  description: "Replaces the funding lines.",
  action: "pilot.update",
  when: isEditable,
  args: builder.args((t) => ({ list: t.field({ type: [fundingFields], required: true }) })),
  schema: input.pilotFundingInput,
  run: (tx, context, pilot, { list }) => store.setLists(tx, context, pilot, "funding", { funding: list }),
});

pilotMutation("setPilotConcepts", {
  description: "Replaces the concepts that it is tagged with.",
  action: "pilot.update",
  when: isEditable,
  args: builder.args((t) => ({ slugs: t.stringList({ required: true }) })),
  schema: input.pilotConceptsInput,
  run: (tx, context, pilot, { slugs }) => store.setLists(tx, context, pilot, "concepts", { concepts: slugs }),
});

pilotMutation("addPilotEntry", {
  description: "Adds to the status log, also during and after review; the newest entry's stage becomes the pilot's.",
  adds: true,
  action: "pilot.log",
  when: isLoggable,
  args: builder.args((t) => ({ input: t.field({ type: logEntryFields, required: true }) })),
  schema: ({ clock }) => input.logEntryInput(clock.today()),
  run: store.addLogEntry,
});

pilotMutation("saveResult", {
  description:
    "Adds a result, also during and after review; replaces the one with `resultId` while the pilot may be changed.",
  adds: true,
  part: "resultId",
  action: "pilot.log",
  when: isLoggable,
  args: builder.args((t) => ({
    resultId: t.id(),
    input: t.field({ type: resultFields, required: true }),
  })),
  schema: resultInput,
  run: async (tx, context, pilot, parsed, { resultId }) => {
    if (resultId != null && !editable(pilot.state)) throw new Forbidden("not_in_this_state");
    const id = resultId == null ? null : localId(resultId as string, "Result");
    await store.saveResult(tx, context, pilot, id, parsed);
  },
});

pilotMutation("removeResult", {
  description: "Removes a result of the pilot.",
  action: "pilot.update",
  when: isEditable,
  args: builder.args((t) => ({ resultId: t.id({ required: true }) })),
  schema: nothing,
  run: (tx, context, pilot, _parsed, { resultId }) =>
    store.removeResult(tx, context, pilot, localId(resultId as string, "Result")),
});

pilotMutation("savePilotTranslation", {
  description: "Saves a person's translation of title, purpose and description.",
  action: "pilot.translate",
  when: isTranslatable,
  args: builder.args((t) => ({
    language: t.string({ required: true }),
    title: t.string({ required: true }),
    purpose: t.string(),
    description: t.string(),
  })),
  schema: input.translationInput,
  run: store.saveTranslation,
});

pilotMutation("inviteCity", {
  description: "Asks another city to share the pilot.",
  action: "pilot.invite_city",
  when: isEditable,
  args: builder.args((t) => ({ cityId: t.id({ required: true }) })),
  schema: nothing,
  run: async (tx, context, pilot, _parsed, { cityId }) => {
    const where = { id: localId(String(cityId), "City"), AND: visibleCities(context.viewer) };
    await inviteCity(tx, context, pilot, found(await tx.city.findFirst({ where }), "City").id);
  },
});

reviewMutation(
  pilotMutation,
  {
    name: "movePilot",
    steps: "PilotStep",
    description:
      "Takes a step in the pilot's review: the city asks for its sign-off, submits it or takes it back; the network asks for changes, " +
      "gives an opinion, accepts, refuses, or takes a decision back.",
  },
  pilotReview,
  (action) => `pilot.${action}`,
);
