import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";

/** The reference that results rest on: every figure with its provenance. All of it is public. */

builder.prismaObject("EquipmentCategory", {
  description: "A kind of equipment or service that an inventory counts.",
  fields: (t) => ({
    code: t.exposeString("code"),
    group: t.expose("group", { type: enums.EquipmentGroup }),
    position: t.exposeInt("position", { description: "Categories are shown in this order." }),
  }),
});

/** Figures of listed cities that everybody may read. */
const published = { state: { in: ["published" as const, "superseded" as const] }, city: { listed: true } };

builder.prismaNode("FactorSet", {
  id: { field: "id" },
  nullable: true,
  description: "A published edition of device factors. Once an inventory uses it, it never changes.",
  fields: (t) => ({
    code: t.exposeString("code"),
    title: t.exposeString("title"),
    publisher: t.exposeString("publisher"),
    version: t.exposeString("version"),
    publicationYear: t.exposeInt("publicationYear"),
    licence: t.exposeString("licence"),
    sourceTitle: t.exposeString("sourceTitle"),
    sourceUrl: t.exposeString("sourceUrl"),
    note: t.exposeString("note", { nullable: true }),
    isDefault: t.boolean({
      description: "A new inventory starts with it.",
      resolve: async ({ position }, _args, { prisma }) =>
        (await prisma.factorSet.count({ where: { position: { lt: position } } })) === 0,
    }),
    factors: t.relation("factors", {
      description: "In the order of the categories. What is not in it is not known: a gap, never a zero.",
      query: { orderBy: [{ category: { position: "asc" } }, { kind: "asc" }] },
    }),
    usedBy: t.relationCount("inventories", { description: "Inventories published with it.", where: published }),
  }),
});

export const factorNode = builder.prismaNode("Factor", {
  id: { field: "id" },
  nullable: true,
  description: "One figure of a category: kg CO2e to make one unit, kWh that it uses in a year, or years of use.",
  fields: (t) => ({
    category: t.exposeString("categoryCode"),
    kind: t.expose("kind", { type: enums.FactorKind }),
    value: t.expose("value", { type: "Decimal" }),
    low: t.expose("low", { type: "Decimal" }),
    high: t.expose("high", { type: "Decimal" }),
    unit: t.exposeString("unit"),
    rangeBasis: t.exposeString("rangeBasis", { description: "How low and high were found." }),
    sourceTitle: t.exposeString("sourceTitle"),
    sourceUrl: t.exposeString("sourceUrl", { nullable: true }),
    publicationYear: t.exposeInt("publicationYear"),
    geography: t.exposeString("geography"),
    lifeCycle: t.exposeString("lifeCycle", { description: "The life-cycle boundary." }),
    licence: t.exposeString("licence"),
    version: t.exposeString("version"),
    set: t.relation("set"),
  }),
});

builder.prismaNode("GridFactor", {
  id: { field: "id" },
  nullable: true,
  description: "Grams of CO2e for one kWh of electricity in a country and year.",
  fields: (t) => ({
    country: t.exposeString("country", { description: "ISO 3166-1 alpha-2." }),
    year: t.exposeInt("year"),
    series: t.exposeString("series", { description: "Who counted: ember, electricity_maps, eea." }),
    value: t.expose("value", { type: "Decimal" }),
    low: t.expose("low", { type: "Decimal" }),
    high: t.expose("high", { type: "Decimal" }),
    unit: t.exposeString("unit"),
    rangeBasis: t.exposeString("rangeBasis"),
    sourceTitle: t.exposeString("sourceTitle"),
    sourceUrl: t.exposeString("sourceUrl", { nullable: true }),
    publicationYear: t.exposeInt("publicationYear"),
    geography: t.exposeString("geography"),
    lifeCycle: t.exposeString("lifeCycle"),
    licence: t.exposeString("licence"),
    version: t.exposeString("version"),
  }),
});
