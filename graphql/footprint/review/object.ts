import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { missingGridOf } from "../factor/grid.store.ts";
import { readsDrafts, visibleInventoryReviews } from "../policy.ts";
import { missingForInventory } from "./store.ts";
import { isPublic } from "../rules.ts";

const owner = { inventory: { select: { cityId: true } } } as const;

builder.prismaObject("InventoryReview", {
  description: "One step on the way to publication. Why it was taken, and by whom, is for the city and the network.",
  fields: (t) => ({
    decision: t.expose("decision", { type: enums.ReviewDecision }),
    decidedOn: t.expose("decidedOn", { type: "Date" }),
    comment: t.string({
      nullable: true,
      select: owner,
      resolve: ({ comment, inventory }, _args, { viewer }) => (readsDrafts(viewer, inventory) ? comment : null),
    }),
    decidedBy: t.string({
      nullable: true,
      select: owner,
      resolve: async ({ decidedById, inventory }, _args, { prisma, viewer }) => {
        if (!decidedById || !readsDrafts(viewer, inventory)) return null;
        return (await prisma.user.findUnique({ where: { id: decidedById } }))?.name ?? null;
      },
    }),
    demonstration: t.exposeBoolean("demonstration"),
  }),
});

builder.prismaObjectField("Inventory", "reviews", (t) =>
  t.relation("reviews", {
    description: "Newest first; the public sees only that it was published, and when.",
    query: (_args, { viewer }) => ({
      where: visibleInventoryReviews(viewer),
      orderBy: [{ decidedOn: "desc" }, { createdAt: "desc" }],
    }),
  }),
);

builder.prismaObjectField("Inventory", "missing", (t) =>
  t.stringList({
    description: "Codes of what stands in the way of signing it off, for its own people and the network.",
    resolve: ({ id, cityId, state }, _args, { prisma, viewer, clock }) =>
      isPublic(state) || state === "archived" || !readsDrafts(viewer, { cityId })
        ? []
        : missingForInventory(prisma, id, clock.today()),
  }),
);

builder.prismaObjectField("Inventory", "missingGrid", (t) =>
  t.stringList({
    description: "Countries in which electricity is used and of which no factor is chosen yet.",
    resolve: ({ id }, _args, { prisma }) => missingGridOf(prisma, id),
  }),
);
