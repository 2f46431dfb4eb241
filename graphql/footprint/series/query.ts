import { builder } from "#graphql/kernel/builder.ts";
import { actionEnum, enums } from "#graphql/vocabulary/enums.ts";
import { footprintActions, readsDrafts, visibleBaselines, visibleInventories } from "../policy.ts";
import { PATH_FORMS, pathLevels, type Scope } from "../rules.ts";
import { aim, bridgeType, footprintYear, path, plan, restatedYear } from "./object.ts";
import { bridgeOf, restatedOf, type Series, seriesOf } from "./store.ts";

/** The years are read once, and only when a field asks for them. */
type Parent = { cityId: string; scope: Scope; series(): Promise<Series> };

export const footprint = builder.objectRef<Parent>("Footprint").implement({
  description: "A city's ICT footprint over the years, kg CO2e a year.",
  fields: (t) => ({
    scope: t.field({ type: enums.InventoryScope, resolve: ({ scope }) => scope }),
    plan: t.field({ type: plan, resolve: async ({ series }) => (await series()).plan }),
    baseline: t.prismaField({
      type: "Baseline",
      nullable: true,
      description: "The one in force. The territory has none.",
      resolve: async (query, { series }, _args, { prisma }) => {
        const { base } = await series();
        return base && prisma.baseline.findUnique({ ...query, where: { id: base.id } });
      },
    }),
    baselines: t.prismaField({
      type: ["Baseline"],
      description: "Newest first; what was asked for or refused is for the city's own people and the network's.",
      resolve: (query, { cityId, scope }, _args, { prisma, viewer }) =>
        scope === "territory"
          ? []
          : prisma.baseline.findMany({
              ...query,
              where: { cityId, AND: visibleBaselines(viewer) },
              orderBy: [{ requestedOn: "desc" }, { createdAt: "desc" }],
            }),
    }),
    baselineOutdated: t.boolean({
      description: "An inventory that the baseline is made of was corrected since.",
      resolve: async ({ series }) => (await series()).base?.outdated ?? false,
    }),
    aim: t.field({
      type: aim,
      nullable: true,
      description: "Null without a baseline, or while the deadline is to be confirmed.",
      resolve: async ({ series }) => {
        const { aim: found, goal } = await series();
        return found && { ...found, deadline: goal?.deadline ?? null, passed: goal?.passed ?? false };
      },
    }),
    paths: t.field({
      type: [path],
      description: "The linear and the constant-rate path; empty without an aim.",
      resolve: async ({ series }) => {
        const { aim: found } = await series();
        return found ? PATH_FORMS.map((form) => ({ form, levels: pathLevels(form, found) })) : [];
      },
    }),
    years: t.field({
      type: [footprintYear],
      description: "From the first published year to the last, or to the deadline's if that is later; gaps included.",
      resolve: async ({ series }) => (await series()).years,
    }),
    latest: t.field({
      type: footprintYear,
      nullable: true,
      description: "The newest year with a published inventory.",
      resolve: async ({ series }) => (await series()).years.findLast(({ published }) => published) ?? null,
    }),
    restated: t.field({
      type: [restatedYear],
      nullable: true,
      description: "The published years read with this factor set; null when there is no such set.",
      args: { factorSet: t.arg.string({ required: true }) },
      resolve: async ({ series }, { factorSet }, context) => restatedOf(context, await series(), factorSet),
    }),
    bridge: t.field({
      type: bridgeType,
      nullable: true,
      description: "Null when one of the years has no published inventory.",
      args: { from: t.arg.int({ required: true }), to: t.arg.int({ required: true }) },
      resolve: async ({ series }, { from, to }, context) => bridgeOf(context, await series(), from, to),
    }),
    inventories: t.prismaField({
      type: ["Inventory"],
      description: "Published, the newest year first.",
      resolve: (query, { cityId, scope }, _args, { prisma, viewer }) =>
        prisma.inventory.findMany({
          ...query,
          where: { cityId, scope, state: "published", AND: visibleInventories(viewer) },
          orderBy: { year: "desc" },
        }),
    }),
    drafts: t.prismaField({
      type: ["Inventory"],
      description: "Not published yet; for the city's own people and the network's, empty for everybody else.",
      resolve: (query, { cityId, scope }, _args, { prisma, viewer }) =>
        readsDrafts(viewer, { cityId })
          ? prisma.inventory.findMany({
              ...query,
              where: { cityId, scope, state: { notIn: ["published", "superseded", "archived"] } },
              orderBy: [{ year: "desc" }, { revision: "desc" }],
            })
          : [],
    }),
    viewerCan: t.field({
      type: [actionEnum],
      description: "What this viewer may do to the city's footprint now.",
      resolve: async ({ cityId, series }, _args, { prisma, viewer }) => {
        const { base, published } = await series();
        const proposed = await prisma.baseline.count({ where: { cityId, state: "proposed" } });
        return footprintActions(viewer, { cityId }, { base: base !== null, published: published.length, proposed });
      },
    }),
  }),
});

builder.prismaObjectField("City", "footprint", (t) =>
  t.field({
    type: footprint,
    args: { scope: t.arg({ type: enums.InventoryScope, defaultValue: "administration" }) },
    resolve: ({ id: cityId }, { scope: asked }, context): Parent => {
      const scope = asked ?? "administration";
      let read: Promise<Series> | undefined;
      return { cityId, scope, series: () => (read ??= seriesOf(context, cityId, scope)) };
    },
  }),
);
