import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { actionEnum, enums } from "#graphql/vocabulary/enums.ts";
import { inventoryActions, visibleInventories } from "../policy.ts";
import { isPublic } from "../rules.ts";
import { gridRange } from "../store.ts";

builder.prismaNode("Inventory", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleInventories(viewer) }),
  description: "What ICT a city had in one year. A published one never changes: a correction is a revision of its own.",
  fields: (t) => ({
    year: t.exposeInt("year"),
    scope: t.expose("scope", { type: enums.InventoryScope }),
    revision: t.exposeInt("revision"),
    state: t.expose("state", { type: enums.InventoryState }),
    reason: t.exposeString("reason", {
      nullable: true,
      description: "What was corrected, in a revision after the first.",
    }),
    language: t.exposeString("language", { description: "The language of reason, note and labels." }),
    note: t.exposeString("note", { nullable: true }),
    city: t.relation("city"),
    perimeters: t.expose("perimeters", { type: [enums.Perimeter] }),
    tenures: t.expose("tenures", { type: [enums.Tenure] }),
    employees: t.exposeInt("employees", { nullable: true }),
    inhabitants: t.exposeInt("inhabitants", { nullable: true }),
    factorSet: t.relation("factorSet"),
    publishedOn: t.expose("publishedOn", { type: "Date", nullable: true }),
    demonstration: t.exposeBoolean("demonstration"),
    version: t.exposeInt("version"),
    lineCount: t.exposeInt("lineCount"),
    updatedAt: t.expose("updatedAt", { type: "DateTime" }),
    grid: t.relation("grid", {
      description: "The electricity factor that is used for each country.",
      query: { orderBy: { country: "asc" } },
    }),
    revisions: t.prismaField({
      type: ["Inventory"],
      description: "What was published of the same year and scope, newest first.",
      resolve: (query, { cityId, year, scope }, _args, { prisma, viewer }) =>
        prisma.inventory.findMany({
          ...query,
          where: { cityId, year, scope, state: { in: ["published", "superseded"] }, AND: visibleInventories(viewer) },
          orderBy: { revision: "desc" },
        }),
    }),
    copiedFrom: t.prismaField({
      type: "Inventory",
      nullable: true,
      resolve: (query, { copiedFromId }, _args, { prisma, viewer }) =>
        copiedFromId
          ? prisma.inventory.findFirst({ ...query, where: { id: copiedFromId, AND: visibleInventories(viewer) } })
          : null,
    }),
    viewerCan: t.field({
      type: [actionEnum],
      description: "What this viewer may do to it now.",
      resolve: (inventory, _args, { viewer }) => inventoryActions(viewer, inventory),
    }),
    isPublic: t.boolean({
      description: "Published, or superseded by a newer revision.",
      resolve: ({ state }) => isPublic(state),
    }),
  }),
});

type GridRow = P.InventoryGridGetPayload<{ include: { gridFactor: true } }>;

function rangeOf(row: GridRow) {
  const range = gridRange(row);
  if (!range) throw new Error(`The grid row ${row.id} holds neither a factor nor a figure.`);
  return range;
}

builder.prismaObject("InventoryGrid", {
  include: { gridFactor: true },
  description: "The electricity factor that an inventory uses for a country: one of the reference, or the city's own.",
  fields: (t) => ({
    country: t.exposeString("country"),
    factor: t.relation("gridFactor", { nullable: true, description: "Null when the city entered its own." }),
    value: t.field({ type: "Decimal", description: "g CO2e/kWh.", resolve: (row) => rangeOf(row).value }),
    low: t.field({ type: "Decimal", resolve: (row) => rangeOf(row).low }),
    high: t.field({ type: "Decimal", resolve: (row) => rangeOf(row).high }),
    sourceTitle: t.string({
      nullable: true,
      resolve: ({ gridFactor, sourceTitle }) => gridFactor?.sourceTitle ?? sourceTitle,
    }),
    sourceUrl: t.string({
      nullable: true,
      resolve: ({ gridFactor, sourceUrl }) => (gridFactor ? gridFactor.sourceUrl : sourceUrl),
    }),
    own: t.boolean({ resolve: ({ gridFactorId }) => gridFactorId === null }),
  }),
});
