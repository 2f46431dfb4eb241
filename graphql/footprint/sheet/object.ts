import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { queryError } from "#graphql/kernel/errors.ts";
import { localId } from "#graphql/kernel/ids.ts";
import { issueParam } from "#graphql/kernel/outcomes.ts";
import type { InventorySheetIssue } from "./columns.rules.ts";
import { inventoryFile, SHEET_FORMATS, type SheetFile, templateFile } from "./download.store.ts";
import type { SheetLine } from "./line.rules.ts";
import { visibleImports } from "../policy.ts";
import { storedReading } from "./store.ts";

const formatType = builder.enumType("SheetFormat", { values: SHEET_FORMATS });

const fileType = builder.objectRef<SheetFile>("SheetFile").implement({
  description: "A file to take along.",
  fields: (t) => ({
    fileName: t.exposeString("fileName"),
    mediaType: t.exposeString("mediaType"),
    contentBase64: t.string({ resolve: ({ content }) => Buffer.from(content).toString("base64") }),
  }),
});

const issueType = builder.objectRef<InventorySheetIssue>("SheetIssue").implement({
  description: "A fault of a sheet, or something to know, where a person sees it in a spreadsheet program.",
  fields: (t) => ({
    row: t.exposeInt("row", { nullable: true }),
    column: t.exposeString("column", { nullable: true, description: "Its letters." }),
    field: t.string({ nullable: true, resolve: ({ field }) => field }),
    code: t.exposeString("code"),
    params: t.field({
      type: [issueParam],
      resolve: ({ params }) => Object.entries(params).map(([name, value]) => ({ name, value: String(value) })),
    }),
  }),
});

const lineType = builder.objectRef<SheetLine>("SheetImportLine").implement({
  description: "A line as it was read.",
  fields: (t) => ({
    row: t.exposeInt("row"),
    category: t.exposeString("category"),
    label: t.exposeString("label", { nullable: true }),
    quantity: t.field({ type: "Decimal", resolve: ({ quantity }) => quantity }),
    tenure: t.field({ type: enums.Tenure, resolve: ({ tenure }) => tenure }),
    perimeter: t.field({ type: enums.Perimeter, resolve: ({ perimeter }) => perimeter }),
    country: t.exposeString("country", { nullable: true }),
    lifetimeYears: t.field({ type: "Decimal", nullable: true, resolve: ({ lifetimeYears }) => lifetimeYears }),
    energySource: t.field({ type: enums.EnergySource, resolve: ({ energySource }) => energySource }),
    kwhPerYear: t.field({ type: "Decimal", nullable: true, resolve: ({ kwhPerYear }) => kwhPerYear }),
    embodiedKg: t.field({ type: "Decimal", nullable: true, resolve: ({ embodiedKg }) => embodiedKg }),
    embodiedSource: t.exposeString("embodiedSource", { nullable: true }),
    quality: t.exposeInt("quality"),
    note: t.exposeString("note", { nullable: true }),
  }),
});

builder.prismaNode("SheetImport", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleImports(viewer) }),
  description: "A spreadsheet that was read and waits to be confirmed: nothing of it is in the inventory yet.",
  fields: (t) => ({
    fileName: t.exposeString("fileName"),
    createdAt: t.expose("createdAt", { type: "DateTime" }),
    lineCount: t.int({ resolve: (row) => storedReading(row).lines.length }),
    issues: t.field({
      type: [issueType],
      description: "By row. With any of them it cannot be applied.",
      resolve: (row) => storedReading(row).issues,
    }),
    notices: t.field({
      type: [issueType],
      description: "What to know before it is applied: columns that were not read, a decimal mark that was guessed.",
      resolve: (row) => storedReading(row).notices,
    }),
    preview: t.field({
      type: [lineType],
      description: "The first twenty lines.",
      resolve: (row) => storedReading(row).lines.slice(0, 20),
    }),
  }),
});

builder.prismaObjectFields("Inventory", (t) => ({
  sheet: t.field({
    type: fileType,
    description:
      "As csv or xlsx the lines as they can be read in again, with their results; as json everything that it takes to work the " +
      "total out again.",
    args: {
      format: t.arg({ type: formatType, required: true }),
      locale: t.arg.string({ required: true, description: "The language of the columns." }),
    },
    resolve: ({ id }, { format, locale }, { prisma }) => inventoryFile(prisma, id, format, locale),
  }),
  import: t.prismaField({
    type: "SheetImport",
    nullable: true,
    description: "A sheet that was read and waits to be confirmed; for its own people and the network.",
    args: { id: t.arg.id({ required: true }) },
    resolve: (query, { id: inventoryId }, { id }, { prisma, viewer }) =>
      prisma.sheetImport.findFirst({
        ...query,
        where: { id: localId(id, "SheetImport"), inventoryId, AND: visibleImports(viewer) },
      }),
  }),
}));

builder.queryField("inventoryTemplate", (t) =>
  t.field({
    type: fileType,
    description: "The sheet to fill in an inventory with, as csv or xlsx.",
    args: {
      format: t.arg({ type: formatType, required: true }),
      locale: t.arg.string({ required: true, description: "The language of the columns." }),
    },
    resolve: (_root, { format, locale }, { prisma }) => {
      if (format === "json") throw queryError("NOT_FOUND", "There is no template in this format.");
      return templateFile(prisma, format, locale);
    },
  }),
);
