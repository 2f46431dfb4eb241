import { authorize } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { citySubject, visibleCities } from "#graphql/city/policy.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import * as input from "./input.ts";
import * as store from "./store.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { reviewMutation } from "#graphql/review/mutation.ts";
import * as requests from "./recalculation.store.ts";

async function cityFor({ prisma, viewer }: Context, globalId: string) {
  const where = { id: localId(globalId, "City"), AND: visibleCities(viewer) };
  return found(await prisma.city.findFirst({ where }), "City");
}

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

builder.mutationField("chooseBaseline", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "Baseline",
    errors: {},
    description:
      "Chooses the city's first baseline: the mean of one or several published years. It is in force at once.",
    args: { cityId: t.arg.id({ required: true }), input: t.arg({ type: choiceFields, required: true }) },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const city = await cityFor(context, args.cityId);
      authorize(viewer, "footprint.choose_baseline", citySubject(city));
      const parsed = parse(input.chooseBaselineInput, args.input);
      const made = await store.firstBaseline(prisma, context, city.id, parsed);
      const id = await prisma.$transaction((tx) => store.chooseBaseline(tx, context, made));
      return prisma.baseline.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

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

builder.mutationField("requestRecalculation", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "Baseline",
    errors: {},
    description: "Asks the network for another baseline; its size must reach the city's published threshold.",
    args: { cityId: t.arg.id({ required: true }), input: t.arg({ type: recalculationFields, required: true }) },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const city = await cityFor(context, args.cityId);
      authorize(viewer, "footprint.request_recalculation", citySubject(city));
      const parsed = parse(input.recalculationInput, args.input);
      const code = parsed.factorSet?.trim();
      const set = code ? await prisma.factorSet.findUnique({ where: { code } }) : null;
      if (code && !set) throw new InvalidInput([{ path: "factorSet", code: "unknown_code" }]);
      const where = { cityId: city.id, setId: set?.id ?? null };
      const made = await requests.recalculation(prisma, context, where, parsed);
      const id = await prisma.$transaction((tx) => requests.requestRecalculation(tx, context, made));
      return prisma.baseline.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

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
