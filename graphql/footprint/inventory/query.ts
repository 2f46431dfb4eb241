import { can, network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { queryError } from "#graphql/kernel/errors.ts";
import { visibleInventories } from "../policy.ts";

builder.queryField("inventory", (t) =>
  t.prismaField({
    type: "Inventory",
    nullable: true,
    description:
      "A city's inventory of a year. Without `revision`: the published one, else the open one for who may see it.",
    args: {
      city: t.arg.string({ required: true, description: "The city's slug." }),
      year: t.arg.int({ required: true }),
      scope: t.arg({ type: enums.InventoryScope, defaultValue: "administration" }),
      revision: t.arg.int(),
    },
    resolve: async (query, _root, { city: slug, year, scope, revision }, { prisma, viewer }) => {
      const city = { slug, AND: visibleCities(viewer) };
      const where = { city, year, scope: scope ?? "administration", AND: visibleInventories(viewer) };
      const rows = await prisma.inventory.findMany({
        where: { ...where, ...(revision == null ? { state: { not: "archived" } } : { revision }) },
        orderBy: { revision: "desc" },
        select: { id: true, state: true },
      });
      const shown = rows.find(({ state }) => state === "published") ?? rows[0];
      return shown ? prisma.inventory.findUnique({ ...query, where: { id: shown.id } }) : null;
    },
  }),
);

builder.queryField("inventoryQueue", (t) =>
  t.prismaField({
    type: ["Inventory"],
    description: "For coordinators and reviewers: inventories that wait for a decision, the longest wait first.",
    resolve: (query, _root, _args, { prisma, viewer }) => {
      if (!can(viewer, "network.read_queue", network))
        throw queryError("FORBIDDEN", "Only the network's people read the queue.");
      return prisma.inventory.findMany({
        ...query,
        where: { state: "submitted" },
        orderBy: [{ updatedAt: "asc" }, { id: "asc" }],
        take: 100,
      });
    },
  }),
);
