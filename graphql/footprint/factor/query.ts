import { builder } from "#graphql/kernel/builder.ts";

builder.queryField("factorSets", (t) =>
  t.prismaField({
    type: ["FactorSet"],
    description: "Editions of device factors, the one that new inventories start with first.",
    resolve: (query, _root, _args, { prisma }) =>
      prisma.factorSet.findMany({ ...query, orderBy: [{ position: "asc" }, { code: "asc" }] }),
  }),
);

builder.queryField("factorSet", (t) =>
  t.prismaField({
    type: "FactorSet",
    nullable: true,
    args: { code: t.arg.string({ required: true }) },
    resolve: (query, _root, { code }, { prisma }) => prisma.factorSet.findUnique({ ...query, where: { code } }),
  }),
);

builder.queryField("equipmentCategories", (t) =>
  t.prismaField({
    type: ["EquipmentCategory"],
    description: "What an inventory counts, in order.",
    resolve: (query, _root, _args, { prisma }) =>
      prisma.equipmentCategory.findMany({ ...query, orderBy: { position: "asc" } }),
  }),
);

builder.queryField("gridFactors", (t) =>
  t.prismaField({
    type: ["GridFactor"],
    description: "Electricity factors of a country, newest year first; of one year when it is given.",
    args: {
      country: t.arg.string({ required: true, description: "ISO 3166-1 alpha-2." }),
      year: t.arg.int(),
    },
    resolve: (query, _root, { country, year }, { prisma }) =>
      prisma.gridFactor.findMany({
        ...query,
        where: { country: country.toUpperCase(), year: year ?? undefined },
        orderBy: [{ year: "desc" }, { publicationYear: "desc" }, { series: "asc" }, { version: "desc" }],
      }),
  }),
);
