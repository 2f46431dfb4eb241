import type { Prisma } from "#prisma/generated/client/client.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { visibleCities } from "./policy.ts";

const citySort = builder.enumType("CitySort", {
  values: ["name", "country", "charter", "standing", "signed", "counting"],
});

const cityFilter = builder.inputType("CityFilter", {
  fields: (t) => ({
    country: t.stringList({ description: "ISO 3166-1 alpha-2 codes." }),
    charterCode: t.stringList(),
    standing: t.stringList(),
    name: t.string({ description: "Part of the name, in any of the city's languages." }),
  }),
});

type CityFilter = typeof cityFilter.$inferInput;

/** Names are sorted by their address word: it has no accents and one script. */
const orders = {
  name: [{ slug: "asc" }],
  country: [{ countryCode: "asc" }, { slug: "asc" }],
  charter: [{ charterCode: { sort: "asc", nulls: "last" } }, { slug: "asc" }],
  standing: [{ standing: "desc" }, { slug: "asc" }],
  signed: [{ signedOn: { sort: "asc", nulls: "last" } }, { slug: "asc" }],
  counting: [{ countingPilots: "desc" }, { slug: "asc" }],
} satisfies Record<typeof citySort.$inferType, Prisma.CityOrderByWithRelationInput[]>;

function matching(filter: CityFilter | null | undefined): Prisma.CityWhereInput {
  const { country, charterCode, standing, name } = filter ?? {};
  const named = name?.trim();
  return {
    countryCode: country?.length ? { in: country } : undefined,
    charterCode: charterCode?.length ? { in: charterCode } : undefined,
    standing: standing?.length ? { in: standing } : undefined,
    names: named ? { some: { name: { contains: named, mode: "insensitive" } } } : undefined,
  };
}

builder.queryField("cities", (t) =>
  t.prismaConnection({
    type: "City",
    cursor: "id",
    description: "Cities that this viewer may see.",
    args: {
      filter: t.arg({ type: cityFilter }),
      sort: t.arg({ type: citySort, defaultValue: "name" }),
    },
    totalCount: (_root, { filter }, { prisma, viewer }) =>
      prisma.city.count({ where: { AND: [visibleCities(viewer), matching(filter)] } }),
    resolve: (query, _root, { filter, sort }, { prisma, viewer }) =>
      prisma.city.findMany({
        ...query,
        where: { AND: [visibleCities(viewer), matching(filter)] },
        orderBy: [...orders[sort ?? "name"], { id: "asc" }],
      }),
  }),
);

builder.queryField("city", (t) =>
  t.prismaField({
    type: "City",
    nullable: true,
    args: { slug: t.arg.string({ required: true }) },
    resolve: (query, _root, { slug }, { prisma, viewer }) =>
      prisma.city.findFirst({ ...query, where: { slug, AND: visibleCities(viewer) } }),
  }),
);

const cityFacets = builder
  .objectRef<{ countries: string[]; charterCodes: string[]; standings: string[] }>("CityFacets")
  .implement({
    description: "The codes that the cities this viewer may see have.",
    fields: (t) => ({
      countries: t.exposeStringList("countries"),
      charterCodes: t.exposeStringList("charterCodes"),
      standings: t.exposeStringList("standings"),
    }),
  });

builder.queryField("cityFacets", (t) =>
  t.field({
    type: cityFacets,
    resolve: async (_root, _args, { prisma, viewer }) => {
      const rows = await prisma.city.groupBy({
        by: ["countryCode", "charterCode", "standing"],
        where: visibleCities(viewer),
      });
      const distinct = (values: (string | null)[]) => [...new Set(values.filter((value) => value !== null))].toSorted();
      return {
        countries: distinct(rows.map((row) => row.countryCode)),
        charterCodes: distinct(rows.map((row) => row.charterCode)),
        standings: distinct(rows.map((row) => row.standing)),
      };
    },
  }),
);
