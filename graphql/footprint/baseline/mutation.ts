import type { InputFieldMap } from "@pothos/core";
import type { z } from "zod";
import { type Action, authorize } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { cities } from "#graphql/city/store.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { Forbidden } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import * as input from "./input.ts";
import * as store from "./store.ts";
import { footprintSubject, visibleBaselines } from "../policy.ts";
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

type Answer = {
  answer: Parameters<typeof requests.answerRecalculation>[3];
  description: string;
  action: Action;
  args: InputFieldMap;
  schema: z.ZodType<{ comment?: string | null }>;
};

function answerMutation(name: string, { answer, description, action, args, schema }: Answer): void {
  builder.mutationField(name, (t) => {
    const id = t.arg.id({ required: true, description: "The baseline that was asked for." });
    const fields: InputFieldMap = { id, ...args };
    return t.withAuth({ signedIn: true }).prismaField({
      type: "Baseline",
      errors: {},
      description,
      args: fields,
      resolve: async (query, _root, given: { id?: unknown }, context) => {
        const { prisma, viewer } = context;
        const where = { id: localId(String(given.id), "Baseline"), AND: visibleBaselines(viewer) };
        const baseline = found(await prisma.baseline.findFirst({ where }), "Baseline");
        authorize(viewer, action, footprintSubject(baseline));
        if (baseline.state !== "proposed") throw new Forbidden("not_in_this_state");
        const comment = parse(schema, given).comment ?? null;
        await prisma.$transaction((tx) => requests.answerRecalculation(tx, context, baseline, answer, comment));
        return prisma.baseline.findUniqueOrThrow({ ...query, where: { id: baseline.id } });
      },
    });
  });
}

answerMutation("approveRecalculation", {
  answer: "approve",
  description: "Puts the baseline in force; the one before stays readable, and published years stay as they are.",
  action: "footprint.approve_recalculation",
  args: builder.args((t) => ({ comment: t.string() })),
  schema: input.decisionInput,
});

answerMutation("refuseRecalculation", {
  answer: "refuse",
  description: "Leaves the baseline as it is; needs a comment.",
  action: "footprint.refuse_recalculation",
  args: builder.args((t) => ({ comment: t.string() })),
  schema: input.refusalInput,
});

answerMutation("withdrawRecalculation", {
  answer: "withdraw",
  description: "The city takes its request back.",
  action: "footprint.withdraw_recalculation",
  args: {},
  schema: input.withdrawalInput,
});
