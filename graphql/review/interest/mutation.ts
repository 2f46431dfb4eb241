import { visibleCities } from "#graphql/city/policy.ts";
import { authorize, network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { interestInput } from "./input.ts";
import { declareInterest, withdrawInterest } from "./store.ts";

/** The city, if the viewer sees it and is of the network. */
async function cityFor({ prisma, viewer }: Context, globalId: string) {
  const where = { id: localId(globalId, "City"), AND: visibleCities(viewer) };
  const city = found(await prisma.city.findFirst({ where }), "City");
  authorize(viewer, "review.declare_interest", network);
  return city;
}

builder.mutationField("declareInterest", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "City",
    errors: {},
    description:
      "For people of the network: says that they advised a city or work for it. From then on they decide nothing about its work.",
    args: { cityId: t.arg.id({ required: true }), reason: t.arg.string({ required: true }) },
    resolve: async (query, _root, args, context) => {
      const { id } = await cityFor(context, args.cityId);
      const input = parse(interestInput, args);
      await context.prisma.$transaction((tx) => declareInterest(tx, context, id, input));
      return context.prisma.city.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

builder.mutationField("withdrawInterest", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "City",
    errors: {},
    description: "Takes one's own declaration about a city back; the history keeps it.",
    args: { cityId: t.arg.id({ required: true }) },
    resolve: async (query, _root, args, context) => {
      const { id } = await cityFor(context, args.cityId);
      await context.prisma.$transaction((tx) => withdrawInterest(tx, context, id));
      return context.prisma.city.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);
