import { builder } from "#graphql/kernel/builder.ts";
import { missingGridOf } from "../factor/grid.store.ts";
import { newestFirst, visibleReviews } from "#graphql/review/policy.ts";
import { readsDrafts } from "../policy.ts";
import { missingForInventory } from "./store.ts";
import { isPublic } from "../rules.ts";

builder.prismaObjectField("Inventory", "reviews", (t) =>
  t.relation("reviews", {
    description: "Newest first; the public sees only that it was published, and when.",
    query: (_args, { viewer }) => ({
      where: visibleReviews(viewer),
      orderBy: [...newestFirst],
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
