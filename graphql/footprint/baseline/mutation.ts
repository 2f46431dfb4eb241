import { builder } from "#graphql/kernel/builder.ts";
import { cities } from "#graphql/city/store.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import * as input from "./input.ts";
import * as store from "./store.ts";
import { reviewMutation } from "#graphql/review/mutation.ts";
import * as requests from "./recalculation.store.ts";

const inCity = mutationsOf(cities, "city", { by: "cityId" });

const choiceFields = builder.inputType("ChooseBaselineInput", {
  fields: (t) => ({
    inventories: t.idList({
      required: true,
      description: "Published years of the administration with one boundary and one factor set.",
    }),
    explanation: t.string({ description: "Needed when a year is more than two years away from signing." }),
    language: t.string({ required: true, description: "The language of the explanation." }),
  }),
});

inCity("chooseBaseline", {
  description: "Chooses the city's first baseline: the mean of one or several published years. It is in force at once.",
  answers: "Baseline",
  adds: true,
  action: "footprint.choose_baseline",
  args: builder.args((t) => ({ input: t.field({ type: choiceFields, required: true }) })),
  schema: input.chooseBaselineInput,
  async ahead(context, city, choice) {
    const made = await store.firstBaseline(context.prisma, context, city.id, choice);
    return (tx) => store.chooseBaseline(tx, context, made);
  },
});

const recalculationFields = builder.inputType("RecalculationInput", {
  fields: (t) => ({
    inventories: t.idList({ required: true, description: "The base years, in their newest revision." }),
    factorSet: t.string({ description: "The code of the factor set; that of the inventories when left out." }),
    reason: t.field({ type: enums.RecalculationReason, required: true }),
    explanation: t.string({ required: true }),
    language: t.string({ required: true, description: "The language of the explanation." }),
    adjustmentKg: t.field({
      type: "Decimal",
      description: "kg CO2e a year that moved in (or out, negative); only for a change of structure.",
    }),
    perimeters: t.field({ type: [enums.Perimeter], description: "The new boundary, if it is not that of the years." }),
    tenures: t.field({ type: [enums.Tenure] }),
  }),
});

inCity("requestRecalculation", {
  description: "Asks the network for another baseline; its size must reach the city's published threshold.",
  answers: "Baseline",
  adds: true,
  action: "footprint.request_recalculation",
  args: builder.args((t) => ({ input: t.field({ type: recalculationFields, required: true }) })),
  schema: input.recalculationInput,
  async ahead(context, city, request) {
    const made = await requests.recalculation(context.prisma, context, city.id, request);
    return (tx) => requests.requestRecalculation(tx, context, made);
  },
});

reviewMutation(
  mutationsOf(store.baselines, "baseline that was asked for"),
  {
    name: "moveRecalculation",
    steps: "RecalculationStep",
    description:
      "Answers a request for another baseline, or takes it back. Approved, it is in force; the one before stays readable, and published " +
      "years stay as they are.",
  },
  requests.recalculationReview,
  (action) => `footprint.${action}_recalculation`,
);
