import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { readsDrafts } from "../policy.ts";
import { type ShownWarning, warningsOf } from "./store.ts";

const acceptanceType = builder.objectRef<P.WarningAcceptanceGetPayload<object>>("WarningAcceptance").implement({
  description: "Why the city holds that the figure is right.",
  fields: (t) => ({
    reason: t.exposeString("reason"),
    acceptedOn: t.field({ type: "Date", resolve: ({ acceptedOn }) => acceptedOn }),
    acceptedBy: t.string({
      nullable: true,
      resolve: async ({ acceptedById }, _args, { prisma }) =>
        acceptedById ? ((await prisma.user.findUnique({ where: { id: acceptedById } }))?.name ?? null) : null,
    }),
  }),
});

const warningType = builder.objectRef<ShownWarning>("Warning").implement({
  description: "A figure that deserves a second look, with what it was compared with. It never blocks.",
  fields: (t) => ({
    key: t.exposeString("key", { description: "Names it for as long as it lasts." }),
    code: t.string({ resolve: ({ code }) => code }),
    category: t.exposeString("category", { nullable: true }),
    value: t.field({ type: "Decimal", resolve: ({ value }) => value }),
    reference: t.field({ type: "Decimal", resolve: ({ reference }) => reference }),
    lines: t.exposeInt("lines", { description: "How many lines it is about." }),
    acceptance: t.field({ type: acceptanceType, nullable: true, resolve: ({ acceptance }) => acceptance }),
  }),
});

builder.prismaObjectField("Inventory", "warnings", (t) =>
  t.field({
    type: [warningType],
    description: "For its own people and the network.",
    resolve: async (inventory, _args, context) =>
      readsDrafts(context.viewer, inventory) ? warningsOf(context, inventory) : [],
  }),
);
