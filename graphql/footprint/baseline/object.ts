import type { Prisma } from "#prisma/client.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { actionEnum, enums } from "#graphql/vocabulary/enums.ts";
import { baselineActions, readsDrafts, visibleBaselines, visibleInventories } from "../policy.ts";
import { newestFirst, visibleReviews } from "#graphql/review/policy.ts";
import { baseYear } from "../rules.ts";

async function nameOf(prisma: Prisma, id: string | null): Promise<string | null> {
  return id ? ((await prisma.user.findUnique({ where: { id } }))?.name ?? null) : null;
}

builder.prismaNode("Baseline", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleBaselines(viewer) }),
  description: "What a city's reduction is measured from. One that was replaced stays readable.",
  fields: (t) => ({
    city: t.relation("city"),
    state: t.expose("state", { type: enums.BaselineState }),
    reason: t.expose("reason", {
      type: enums.RecalculationReason,
      nullable: true,
      description: "Why it was recalculated; the first one has none.",
    }),
    explanation: t.exposeString("explanation", { nullable: true }),
    language: t.exposeString("language", { description: "The language of the explanation and the comment." }),
    factorSet: t.relation("factorSet"),
    perimeters: t.expose("perimeters", { type: [enums.Perimeter] }),
    tenures: t.expose("tenures", { type: [enums.Tenure] }),
    kg: t.field({
      type: "Decimal",
      description: "kg CO2e a year: the mean of its years under its factor set, plus the adjustment.",
      resolve: ({ kg }) => kg.toFixed(3),
    }),
    adjustmentKg: t.field({ type: "Decimal", resolve: ({ adjustmentKg }) => adjustmentKg.toFixed(3) }),
    changePercent: t.field({
      type: "Decimal",
      nullable: true,
      description: "Against the baseline before.",
      resolve: ({ changePercent }) => changePercent?.toFixed(2) ?? null,
    }),
    thresholdPercent: t.field({
      type: "Decimal",
      description: "The city's threshold when it was asked for.",
      resolve: ({ thresholdPercent }) => thresholdPercent.toFixed(2),
    }),
    requestedOn: t.expose("requestedOn", { type: "Date" }),
    requestedBy: t.string({
      nullable: true,
      description: "For the city's own people and the network's.",
      resolve: (row, _args, { prisma, viewer }) =>
        readsDrafts(viewer, row) ? nameOf(prisma, row.requestedById) : null,
    }),
    decidedOn: t.expose("decidedOn", { type: "Date", nullable: true }),
    decidedBy: t.string({
      nullable: true,
      description: "For the city's own people and the network's.",
      resolve: (row, _args, { prisma, viewer }) => (readsDrafts(viewer, row) ? nameOf(prisma, row.decidedById) : null),
    }),
    decisionComment: t.string({
      nullable: true,
      description: "For the city's own people and the network's.",
      resolve: (row, _args, { viewer }) => (readsDrafts(viewer, row) ? row.decisionComment : null),
    }),
    demonstration: t.exposeBoolean("demonstration"),
    years: t.prismaField({
      type: ["Inventory"],
      description: "The inventories that it was made from, also where they were corrected since.",
      resolve: (query, { id }, _args, { prisma, viewer }) =>
        prisma.inventory.findMany({
          ...query,
          where: { baselines: { some: { baselineId: id } }, AND: visibleInventories(viewer) },
          orderBy: { year: "asc" },
        }),
    }),
    baseYear: t.int({
      description: "The year from which the path is drawn: the last of its years.",
      select: { years: { select: { inventory: { select: { year: true } } } } },
      resolve: ({ years }) => {
        const year = baseYear(years.map(({ inventory }) => inventory.year));
        if (year === null) throw new Error("A baseline is made of one year at least.");
        return year;
      },
    }),
    reviews: t.relation("reviews", {
      description: "How the request was answered, newest first.",
      query: (_args, { viewer }) => ({ where: visibleReviews(viewer), orderBy: [...newestFirst] }),
    }),
    viewerCan: t.field({
      type: [actionEnum],
      description: "What this viewer may do to it now.",
      resolve: (baseline, _args, { viewer }) => baselineActions(viewer, baseline),
    }),
  }),
});
