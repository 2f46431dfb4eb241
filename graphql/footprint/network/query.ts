import { can, network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { visibleResults } from "#graphql/data/policy.ts";
import { queryError } from "#graphql/kernel/errors.ts";
import { type CityRow, cityRows, type UnitSavings, enabledSavings, groupsOf, type GroupedBy } from "./store.ts";
import { type FootprintGroup, footprintGroup, SMALLEST_GROUP } from "../rules.ts";
import { statusCode } from "../series/object.ts";

const group = builder.objectRef<FootprintGroup>("FootprintGroup").implement({
  description: "Footprints of the cities of a country, a charter text, a language, or of the network.",
  fields: (t) => ({
    key: t.exposeString("key"),
    cities: t.exposeInt("cities"),
    reporting: t.exposeInt("reporting", { description: "Cities with a published inventory." }),
    comparing: t.exposeInt("comparing", {
      description: "Cities with two comparable years or more; only these are on track, behind, met or missed.",
    }),
    onTrack: t.exposeInt("onTrack"),
    behind: t.exposeInt("behind"),
    met: t.exposeInt("met"),
    missed: t.exposeInt("missed"),
    ageYears: t.field({
      type: "Decimal",
      nullable: true,
      description: "Years since the newest inventory, the median over reporting cities.",
      resolve: ({ ageYears }) => ageYears?.toFixed() ?? null,
    }),
    kgPerEmployee: t.field({
      type: "Decimal",
      nullable: true,
      description: `kg CO2e a year, the median; null for fewer than ${SMALLEST_GROUP} cities, because it could be traced to one.`,
      resolve: ({ kgPerEmployee }) => kgPerEmployee?.toFixed(3) ?? null,
    }),
    kgPerInhabitant: t.field({
      type: "Decimal",
      nullable: true,
      description: `As kgPerEmployee; null for fewer than ${SMALLEST_GROUP} cities.`,
      resolve: ({ kgPerInhabitant }) => kgPerInhabitant?.toFixed(3) ?? null,
    }),
    employeeCities: t.exposeInt("employeeCities", { description: "How many cities the median could rest on." }),
    inhabitantCities: t.exposeInt("inhabitantCities"),
  }),
});

const cityRow = builder.objectRef<CityRow & { ageYears: number | null }>("CityFootprintRow").implement({
  description: "A signatory with its newest published year.",
  fields: (t) => ({
    slug: t.exposeString("slug"),
    name: t.string({
      args: { locale: t.arg.string() },
      resolve: ({ name, names }, { locale }) => names.find((entry) => entry.locale === locale)?.name ?? name,
    }),
    country: t.exposeString("country"),
    charterCode: t.exposeString("charterCode"),
    language: t.exposeString("language"),
    years: t.field({ type: ["Int"], description: "Published years.", resolve: ({ years }) => years }),
    comparable: t.exposeInt("comparable", {
      description: "Years that may be compared with the baseline, its own included.",
    }),
    latestYear: t.exposeInt("latestYear", { nullable: true }),
    status: t.field({
      type: statusCode,
      nullable: true,
      description: "Met or missed once that is decided, else where its newest published year stands.",
      resolve: ({ status }) => status,
    }),
    ageYears: t.exposeInt("ageYears", { nullable: true }),
    kgPerEmployee: t.field({
      type: "Decimal",
      nullable: true,
      resolve: ({ kgPerEmployee }) => kgPerEmployee?.toFixed(3) ?? null,
    }),
    kgPerInhabitant: t.field({
      type: "Decimal",
      nullable: true,
      resolve: ({ kgPerInhabitant }) => kgPerInhabitant?.toFixed(3) ?? null,
    }),
  }),
});

const savings = builder.objectRef<UnitSavings>("EnabledSavings").implement({
  description:
    "Carbon results that accepted pilots achieved elsewhere, in one unit. They are no part of a footprint and are not summed: two pilots may claim the same building.",
  fields: (t) => ({
    unit: t.exposeString("unit", { description: "The unit's code." }),
    symbol: t.exposeString("symbol"),
    results: t.int({ resolve: ({ ids }) => ids.length }),
    pilots: t.exposeInt("pilots"),
    list: t.prismaField({
      type: ["Result"],
      resolve: (query, { ids }, _args, { prisma, viewer }) =>
        prisma.result.findMany({
          ...query,
          where: { id: { in: ids }, AND: visibleResults(viewer) },
          orderBy: { id: "asc" },
        }),
    }),
  }),
});

const groupedBy = builder.enumType("FootprintGrouping", {
  values: ["country", "charter", "language", "none"] satisfies GroupedBy[],
});

/** The signatories are read once, and only when a field asks for them. */
type Parent = { by: GroupedBy; asOf: string; thisYear: number; rows(): Promise<CityRow[]> };

const networkFootprint = builder.objectRef<Parent>("NetworkFootprint").implement({
  description: "The published footprints of the signatories' administrations.",
  fields: (t) => ({
    asOf: t.field({ type: "Date", resolve: ({ asOf }) => asOf }),
    total: t.field({
      type: group,
      resolve: async ({ rows, thisYear }) => footprintGroup("", await rows(), thisYear),
    }),
    groups: t.field({
      type: [group],
      resolve: async ({ rows, by, thisYear }) => groupsOf(await rows(), by, thisYear),
    }),
    cities: t.field({
      type: [cityRow],
      resolve: async ({ rows, thisYear }) =>
        (await rows()).map((row) => ({ ...row, ageYears: row.latestYear === null ? null : thisYear - row.latestYear })),
    }),
    enabledSavings: t.field({
      type: [savings],
      resolve: (_network, _args, { prisma }) => enabledSavings(prisma),
    }),
  }),
});

builder.queryField("networkFootprint", (t) =>
  t.field({
    type: networkFootprint,
    description: "For coordinators and reviewers: coverage, age and standing of the cities' footprints.",
    args: { by: t.arg({ type: groupedBy, defaultValue: "none" }) },
    resolve: (_root, { by }, { prisma, viewer, clock }): Parent => {
      if (!can(viewer, "network.read_footprint", network))
        throw queryError("FORBIDDEN", "Only the network's people read this overview.");
      const asOf = clock.today();
      let read: Promise<CityRow[]> | undefined;
      const rows = () => (read ??= cityRows(prisma, viewer, asOf));
      return { by: by ?? "none", asOf, thisYear: Number(asOf.slice(0, 4)), rows };
    },
  }),
);
