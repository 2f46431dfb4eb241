import { builder } from "#graphql/kernel/builder.ts";
import type { Decimal } from "#graphql/kernel/decimal.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { estimateType, mass } from "../result/object.ts";
import { BRIDGE_PARTS, PATH_FORMS, targetKg, type YearStatus } from "../rules.ts";
import type { ComparedYears, RestatedYear, Series, Year } from "./store.ts";
import type { Plan } from "./standing.store.ts";

const kilograms = (value: Decimal | null) => value && mass(value);
const percent = (value: Decimal | null) => value && value.toFixed(2);

export const statusCode = builder.enumType("YearStatusCode", {
  description: "Where a year stands. Met or missed is said only of the year that decides.",
  values: [
    "no_data",
    "no_baseline",
    "before_baseline",
    "baseline",
    "not_comparable",
    "no_deadline",
    "on_track",
    "behind",
    "met",
    "missed",
  ] satisfies YearStatus["status"][],
});

export const plan = builder.objectRef<Plan>("FootprintPlan").implement({
  description: "How a city measures itself: published, and changed only with a trace in the history.",
  fields: (t) => ({
    thresholdPercent: t.field({
      type: "Decimal",
      description: "A change of the baseline below it is not recalculated.",
      resolve: ({ thresholdPercent }) => percent(thresholdPercent) ?? "0",
    }),
    path: t.field({
      type: enums.PathForm,
      description: "The path by which years are judged.",
      resolve: ({ path }) => path,
    }),
    version: t.exposeInt("version"),
  }),
});

type FullAim = NonNullable<Series["aim"]> & { deadline: string | null; passed: boolean };

export const aim = builder.objectRef<FullAim>("FootprintAim").implement({
  description: "What the charter text asks for: a share less than the current baseline, by the deadline's year.",
  fields: (t) => ({
    baseYear: t.exposeInt("baseYear"),
    year: t.exposeInt("year"),
    percent: t.exposeInt("percent"),
    targetKg: t.field({ type: "Decimal", resolve: (row) => mass(targetKg(row)) }),
    deadline: t.field({ type: "Date", nullable: true, resolve: ({ deadline }) => deadline }),
    passed: t.exposeBoolean("passed"),
  }),
});

const level = builder.objectRef<{ year: number; kg: Decimal }>("FootprintLevel").implement({
  fields: (t) => ({ year: t.exposeInt("year"), kg: t.field({ type: "Decimal", resolve: ({ kg }) => mass(kg) }) }),
});

type Path = { form: (typeof PATH_FORMS)[number]; levels: { year: number; kg: Decimal }[] };

export const path = builder.objectRef<Path>("FootprintPath").implement({
  description: "A way from the baseline to the target, year by year.",
  fields: (t) => ({
    form: t.field({ type: enums.PathForm, resolve: ({ form }) => form }),
    levels: t.field({ type: [level], resolve: ({ levels }) => levels }),
  }),
});

export const footprintYear = builder.objectRef<Year>("FootprintYear").implement({
  description: "One year of a city's footprint; a year without an inventory is there too, with nothing in it.",
  fields: (t) => ({
    year: t.exposeInt("year"),
    inventory: t.prismaField({
      type: "Inventory",
      nullable: true,
      resolve: (query, { published }, _args, { prisma }) =>
        published && prisma.inventory.findUnique({ ...query, where: { id: published.id } }),
    }),
    total: t.field({
      type: estimateType,
      nullable: true,
      resolve: ({ published }) =>
        published && { low: published.lowKg, central: published.totalKg, high: published.highKg },
    }),
    use: t.field({ type: "Decimal", nullable: true, resolve: ({ published }) => published && mass(published.useKg) }),
    manufacture: t.field({
      type: "Decimal",
      nullable: true,
      resolve: ({ published }) => published && mass(published.manufactureKg),
    }),
    constantGridKg: t.field({
      type: "Decimal",
      nullable: true,
      description: "The total had electricity stayed as in the base year: the city's own effort.",
      resolve: ({ constantGridKg }) => kilograms(constantGridKg),
    }),
    changePercent: t.field({
      type: "Decimal",
      nullable: true,
      description: "Against the baseline; null where the year may not be compared with it.",
      resolve: (row) => percent(row.changePercent),
    }),
    constantGridChangePercent: t.field({
      type: "Decimal",
      nullable: true,
      resolve: (row) => percent(row.constantGridChangePercent),
    }),
    status: t.field({ type: statusCode, resolve: ({ status }) => status.status }),
    why: t.stringList({
      description: "Why it is not comparable: boundary, tenure, method, unknown_parts.",
      resolve: ({ status }) => ("why" in status ? status.why : []),
    }),
    level: t.field({
      type: "Decimal",
      nullable: true,
      description: "kg CO2e that the city's path asks for in that year; the target in the year that decides.",
      resolve: (row) => kilograms(row.level),
    }),
    certain: t.boolean({
      nullable: true,
      description: "True when the whole interval lies on the same side of the level; null where nothing is judged.",
      resolve: ({ status }) => ("certain" in status ? status.certain : null),
    }),
  }),
});

export const restatedYear = builder.objectRef<RestatedYear>("RestatedYear").implement({
  description: "A published year read with another factor set than its own.",
  fields: (t) => ({
    year: t.exposeInt("year"),
    totalKg: t.field({ type: "Decimal", resolve: ({ total }) => mass(total.central) }),
    lowKg: t.field({ type: "Decimal", resolve: ({ total }) => mass(total.low) }),
    highKg: t.field({ type: "Decimal", nullable: true, resolve: ({ total }) => kilograms(total.high) }),
    complete: t.exposeBoolean("complete"),
  }),
});

const bridgePart = builder.enumType("BridgePart", { values: BRIDGE_PARTS });

const bridgeStep = builder.objectRef<ComparedYears["parts"][number]>("BridgeStep").implement({
  fields: (t) => ({
    part: t.field({ type: bridgePart, resolve: ({ part }) => part }),
    kg: t.field({ type: "Decimal", resolve: ({ kg }) => mass(kg) }),
  }),
});

export const bridgeType = builder.objectRef<ComparedYears>("Bridge").implement({
  description: "Why the total changed between two years: parts that add up to the gram.",
  fields: (t) => ({
    from: t.exposeInt("from"),
    to: t.exposeInt("to"),
    fromKg: t.field({ type: "Decimal", resolve: ({ fromKg }) => mass(fromKg) }),
    toKg: t.field({ type: "Decimal", resolve: ({ toKg }) => mass(toKg) }),
    comparable: t.boolean({ resolve: ({ why }) => why.length === 0 }),
    why: t.stringList({ resolve: ({ why }) => why }),
    parts: t.field({ type: [bridgeStep], resolve: ({ parts }) => parts }),
  }),
});
