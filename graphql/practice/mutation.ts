import { mutationsOf } from "#graphql/kernel/change.ts";
import { nothing } from "#graphql/kernel/fields.ts";
import { can } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { visibleCities } from "../city/policy.ts";
import { cities } from "../city/store.ts";
import { resultInput } from "#graphql/vocabulary/figure.input.ts";
import { fundingFields, resultFields, scaleFields, sourceFields } from "#graphql/vocabulary/figure.object.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { NotFound } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { pilotSubject } from "../pilot/policy.ts";
import { pilots } from "../pilot/store.ts";
import { practiceReview } from "./review.store.ts";
import { reviewMutation } from "#graphql/review/mutation.ts";
import { partialDateInput } from "#graphql/vocabulary/types.ts";
import * as input from "./input.ts";
import { translatable } from "./policy.ts";
import { editable } from "./rules.ts";
import * as store from "./store.ts";

const practiceMutation = mutationsOf(store.practices, "practice");
const isEditable = ({ state }: store.StoredPractice) => editable(state);

mutationsOf(cities, "city", { by: "cityId" })("createPractice", {
  description: "Begins a draft of a city.",
  answers: "Practice",
  adds: true,
  action: "practice.create",
  args: builder.args((t) => ({
    title: t.string({ required: true }),
    language: t.string({ required: true, description: "The language of its texts." }),
  })),
  schema: input.createPracticeInput,
  run: store.createPractice,
});

mutationsOf(pilots, "pilot", { by: "pilotId" })("createPracticeFromPilot", {
  description:
    "Begins a draft with what a pilot of the viewer's city already tells; its results are shown with the practice.",
  answers: "Practice",
  adds: true,
  action: "practice.create",
  when: ({ state }) => state !== "archived",
  schema: nothing,
  run(tx, context, pilot) {
    const cityIds = pilotSubject(pilot).cityIds;
    const own = cityIds.find((id) => can(context.viewer, "practice.create", { cityIds: [id] }));
    return store.createPracticeFromPilot(tx, context, pilot.id, found(own, "City"));
  },
});

const updatePracticeFields = builder.inputType("UpdatePracticeInput", {
  description: "Fields left out stay as they are; null clears. A list replaces the one that stands.",
  fields: (t) => ({
    version: t.int({ required: true, description: "The version that the form showed." }),
    language: t.string(),
    title: t.string(),
    summary: t.string(),
    problem: t.string(),
    solution: t.string(),
    costBand: t.string(),
    staffBand: t.string(),
    timeBand: t.string(),
    mayChange: t.string(),
    mustNotChange: t.string(),
    wentWrong: t.string(),
    conditions: t.string(),
    area: t.field({ type: enums.Area }),
    activityType: t.field({ type: enums.ActivityType }),
    role: t.field({ type: enums.IctRole }),
    stage: t.field({ type: enums.Stage }),
    started: t.field({ type: partialDateInput }),
    ended: t.field({ type: partialDateInput }),
    partners: t.stringList(),
    contactId: t.id({ description: "A contact of its city." }),
    sources: t.field({ type: [sourceFields] }),
    funding: t.field({ type: [fundingFields] }),
    scale: t.field({ type: [scaleFields] }),
    concepts: t.stringList({ description: "Slugs." }),
  }),
});

practiceMutation("updatePractice", {
  versionInInput: true,
  description: "Changes what the practice tells; a step's page sends its part.",
  action: "practice.update",
  when: isEditable,
  args: builder.args((t) => ({ input: t.field({ type: updatePracticeFields, required: true }) })),
  schema: input.updatePracticeInput,
  run: store.updatePractice,
});

practiceMutation("savePracticeTranslation", {
  description: "Saves a person's translation of the texts; also after publication.",
  action: "practice.translate",
  when: ({ state }) => translatable(state),
  args: builder.args((t) => ({
    language: t.string({ required: true }),
    title: t.string({ required: true }),
    summary: t.string(),
    problem: t.string(),
    solution: t.string(),
    wentWrong: t.string(),
    conditions: t.string(),
  })),
  schema: input.practiceTranslationInput,
  run: store.saveTranslation,
});

practiceMutation("setPracticePlaces", {
  description: "Replaces the cities where it was done.",
  action: "practice.update",
  when: isEditable,
  args: builder.args((t) => ({ cityIds: t.idList({ required: true }) })),
  schema: input.placesInput,
  run: async (tx, context, practice, { cityIds }) => {
    const ids = [...new Set(cityIds.map((id) => localId(id, "City")))];
    const cities = await tx.city.findMany({ where: { id: { in: ids }, AND: visibleCities(context.viewer) } });
    if (cities.length < ids.length) throw new NotFound("City");
    await store.setPlaces(tx, context, practice, ids);
  },
});

practiceMutation("savePracticeResult", {
  description: "Adds a result of the practice's own, or replaces the one with `resultId`.",
  adds: true,
  part: "resultId",
  action: "practice.update",
  when: isEditable,
  args: builder.args((t) => ({ resultId: t.id(), input: t.field({ type: resultFields, required: true }) })),
  schema: resultInput,
  run: (tx, context, practice, parsed, { resultId }) =>
    store.saveResult(tx, context, practice, resultId == null ? null : localId(resultId as string, "Result"), parsed),
});

practiceMutation("removePracticeResult", {
  description: "Removes a result of the practice's own.",
  action: "practice.update",
  when: isEditable,
  args: builder.args((t) => ({ resultId: t.id({ required: true }) })),
  schema: nothing,
  run: (tx, context, practice, _parsed, { resultId }) =>
    store.removeResult(tx, context, practice, localId(resultId as string, "Result")),
});

reviewMutation(
  practiceMutation,
  {
    name: "movePractice",
    steps: "PracticeStep",
    description: "Takes a step on the practice's way to publication, or takes one back.",
  },
  practiceReview,
  (action) => `practice.${action}`,
);
