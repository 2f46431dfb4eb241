import { builder } from "#graphql/kernel/builder.ts";
import type { Decimal } from "#graphql/kernel/decimal.ts";
import { queryError } from "#graphql/kernel/errors.ts";
import { workedOut } from "./store.ts";
import { type Estimate, type EstimateGroup, type Improvement, type InventoryResult, share } from "../rules.ts";

/** A mass as it is published: kg CO2e a year with three decimals. */
export function mass(value: Decimal): string {
  return value.toFixed(3);
}

export const estimateType = builder.objectRef<Estimate>("Estimate").implement({
  description: "kg CO2e a year. `high` is null when something is not known: the end is open.",
  fields: (t) => ({
    low: t.field({ type: "Decimal", resolve: ({ low }) => mass(low) }),
    central: t.field({ type: "Decimal", resolve: ({ central }) => mass(central) }),
    high: t.field({ type: "Decimal", nullable: true, resolve: ({ high }) => high && mass(high) }),
  }),
});

type ShownGroup = EstimateGroup<string | number> & { whole: Decimal };

const resultGroup = builder.objectRef<ShownGroup>("ResultGroup").implement({
  description: "A part of the result: a category, a data quality (1 to 5) or a perimeter.",
  fields: (t) => ({
    key: t.string({ resolve: ({ key }) => String(key) }),
    use: t.field({ type: estimateType, resolve: ({ use }) => use }),
    manufacture: t.field({ type: estimateType, resolve: ({ manufacture }) => manufacture }),
    total: t.field({ type: estimateType, resolve: ({ total }) => total }),
    share: t.field({
      type: "Decimal",
      nullable: true,
      description: "Of the total, as a fraction with four decimals; null when the total is nothing.",
      resolve: ({ total, whole }) => share(total.central, whole)?.toFixed(4) ?? null,
    }),
    lines: t.exposeInt("lines"),
  }),
});

const resultGap = builder.objectRef<InventoryResult["gaps"][number]>("ResultGap").implement({
  description: "What could not be worked out: `energy`, `embodied`, `lifetime` or `grid` of some lines of a category.",
  fields: (t) => ({
    category: t.exposeString("category"),
    gap: t.string({ resolve: ({ gap }) => gap }),
    lines: t.exposeInt("lines"),
  }),
});

const improvement = builder.objectRef<Improvement>("Improvement").implement({
  description: "What would narrow the result most, the first first.",
  fields: (t) => ({
    category: t.exposeString("category"),
    action: t.string({
      description: "fill_gap, count_devices, measure_energy or ask_supplier.",
      resolve: ({ action }) => action,
    }),
    width: t.field({
      type: "Decimal",
      nullable: true,
      description: "kg CO2e between the low and the high end of that part; null when the end is open.",
      resolve: ({ width }) => width && mass(width),
    }),
  }),
});

type ShownResult = InventoryResult & { factorSetId: string; restated: boolean };

const resultType = builder.objectRef<ShownResult>("InventoryResult").implement({
  description: "The yearly total of an inventory with everything that it is made of.",
  fields: (t) => ({
    kwh: t.field({ type: "Decimal", resolve: ({ kwh }) => kwh.toFixed() }),
    use: t.field({ type: estimateType, resolve: ({ use }) => use }),
    manufacture: t.field({ type: estimateType, resolve: ({ manufacture }) => manufacture }),
    total: t.field({ type: estimateType, resolve: ({ total }) => total }),
    complete: t.exposeBoolean("complete", { description: "False when a part of some line could not be worked out." }),
    qualityScore: t.field({
      type: "Decimal",
      nullable: true,
      description: "Mean data quality weighted by emissions, 1 (measured) to 5 (extrapolated).",
      resolve: ({ qualityScore }) => qualityScore?.toFixed(2) ?? null,
    }),
    gaps: t.field({ type: [resultGap], resolve: ({ gaps }) => gaps }),
    byCategory: t.field({
      type: [resultGroup],
      description: "The largest first.",
      resolve: ({ byCategory, total }) => byCategory.map((group) => ({ ...group, whole: total.central })),
    }),
    byQuality: t.field({
      type: [resultGroup],
      resolve: ({ byQuality, total }) => byQuality.map((group) => ({ ...group, whole: total.central })),
    }),
    byPerimeter: t.field({
      type: [resultGroup],
      resolve: ({ byPerimeter, total }) => byPerimeter.map((group) => ({ ...group, whole: total.central })),
    }),
    improvements: t.field({ type: [improvement], resolve: ({ improvements }) => improvements }),
    factorSet: t.prismaField({
      type: "FactorSet",
      resolve: (query, { factorSetId }, _args, { prisma }) =>
        prisma.factorSet.findUniqueOrThrow({ ...query, where: { id: factorSetId } }),
    }),
    restated: t.exposeBoolean("restated", {
      description: "True when another factor set was asked for than the inventory's own.",
    }),
  }),
});

builder.prismaObjectField("Inventory", "result", (t) =>
  t.field({
    type: resultType,
    description: "With another set's code: the same inventory restated with that set.",
    args: { factorSet: t.arg.string({ description: "The code of a factor set; the inventory's own when left out." }) },
    resolve: async ({ id, factorSetId }, { factorSet }, context) => {
      const set = factorSet == null ? null : await context.prisma.factorSet.findUnique({ where: { code: factorSet } });
      if (factorSet != null && !set) throw queryError("NOT_FOUND", "There is no factor set of this code.");
      const setId = set?.id ?? factorSetId;
      return { ...(await workedOut(context, id, setId)), factorSetId: setId, restated: setId !== factorSetId };
    },
  }),
);
