import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { visibleInventories } from "../policy.ts";
import { factorNode } from "../factor/object.ts";
import { estimateType } from "../result/object.ts";
import { basisOf, factorUsed, workedLine } from "../result/store.ts";

builder.prismaNode("InventoryLine", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, inventory: visibleInventories(viewer) }),
  description:
    "Things of one category in an inventory. What the city does not know itself is the category's typical value.",
  fields: (t) => ({
    position: t.exposeInt("position"),
    category: t.exposeString("categoryCode"),
    label: t.exposeString("label", { nullable: true }),
    quantity: t.expose("quantity", { type: "Decimal" }),
    tenure: t.expose("tenure", { type: enums.Tenure }),
    perimeter: t.expose("perimeter", { type: enums.Perimeter }),
    country: t.string({
      description: "Where its electricity is used.",
      resolve: async ({ country, inventoryId }, _args, context) =>
        country ?? (await basisOf(context, inventoryId)).cityCountry,
    }),
    countryOwn: t.exposeString("country", { nullable: true, description: "As entered; the city's country when null." }),
    lifetimeYears: t.expose("lifetimeYears", { type: "Decimal", nullable: true, description: "As entered." }),
    energySource: t.expose("energySource", { type: enums.EnergySource }),
    kwhPerYear: t.expose("kwhPerYear", { type: "Decimal", nullable: true, description: "Of one unit, as entered." }),
    embodiedKg: t.expose("embodiedKg", { type: "Decimal", nullable: true, description: "Of one unit, as entered." }),
    embodiedSource: t.exposeString("embodiedSource", {
      nullable: true,
      description: "Where the figure is from; without a figure, why manufacture is not known.",
    }),
    quality: t.exposeInt("quality", { description: "1 (measured) to 5 (extrapolated)." }),
    note: t.exposeString("note", { nullable: true }),
    version: t.exposeInt("version"),
    kwh: t.field({
      type: "Decimal",
      nullable: true,
      description: "A year, of all units.",
      resolve: async (row, _args, context) => (await workedLine(context, row)).kwh?.toFixed() ?? null,
    }),
    use: t.field({
      type: estimateType,
      resolve: async (row, _args, context) => (await workedLine(context, row)).use,
    }),
    manufacture: t.field({
      type: estimateType,
      resolve: async (row, _args, context) => (await workedLine(context, row)).manufacture,
    }),
    total: t.field({
      type: estimateType,
      resolve: async (row, _args, context) => (await workedLine(context, row)).total,
    }),
    gaps: t.stringList({
      description: "What is not known of it: energy, grid, embodied, lifetime.",
      resolve: async (row, _args, context) => (await workedLine(context, row)).gaps,
    }),
    energyFactor: t.field({
      type: factorNode,
      nullable: true,
      description: "The factor really used; null where the city's own figure is used or there is none.",
      resolve: (row, _args, context) => factorUsed(context, row, "energy"),
    }),
    embodiedFactor: t.field({
      type: factorNode,
      nullable: true,
      resolve: (row, _args, context) => factorUsed(context, row, "embodied"),
    }),
    lifetimeFactor: t.field({
      type: factorNode,
      nullable: true,
      resolve: (row, _args, context) => factorUsed(context, row, "lifetime"),
    }),
    inventory: t.relation("inventory"),
  }),
});

builder.prismaObjectField("Inventory", "lines", (t) =>
  t.relatedConnection("lines", {
    cursor: "id",
    totalCount: true,
    description: "In the order of the sheet.",
    args: { category: t.arg.string({ description: "Only lines of this category." }) },
    query: ({ category }) => ({
      where: { categoryCode: category ?? undefined },
      orderBy: [{ position: "asc" }, { id: "asc" }],
    }),
  }),
);
