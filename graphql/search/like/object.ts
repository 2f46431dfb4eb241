import { builder } from "#graphql/kernel/builder.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import { type LikenessReason, likeReasons } from "./rules.ts";
import type { Likeness } from "./store.ts";

export const likeReason = builder.enumType("LikeReason", {
  description: "size: band of inhabitants; region: part of Europe (UN M49); grid: carbon of the country's electricity.",
  values: likeReasons,
});

export const likeInput = builder.inputType("LikeInput", {
  description: "Only what comes from cities that are like this one in every reason that is not taken away.",
  fields: (t) => ({
    city: t.string({ required: true, description: "Its slug. One that cannot be seen is ignored and reported." }),
    without: t.field({ type: [likeReason], description: "Reasons that are not to be used." }),
  }),
});

const reason = builder.objectRef<LikenessReason>("LikenessReason").implement({
  fields: (t) => ({
    reason: t.field({ type: likeReason, resolve: (row) => row.reason }),
    value: t.exposeString("value", {
      description: "A value of the facets citySize, region, grid or cityLanguage: what the city has.",
    }),
    used: t.exposeBoolean("used", {
      description: "False where it was taken away, or where `unknown` or `other` is no likeness.",
    }),
  }),
});

export const likenessType = builder.objectRef<Likeness>("Likeness").implement({
  description: "Why cities were taken to be like this one.",
  fields: (t) => ({
    city: t.prismaField({
      type: "City",
      resolve: (query, { cityId }, _args, { prisma, viewer }) =>
        prisma.city.findFirstOrThrow({ ...query, where: { id: cityId, AND: visibleCities(viewer) } }),
    }),
    reasons: t.field({ type: [reason], resolve: ({ reasons }) => reasons }),
  }),
});
