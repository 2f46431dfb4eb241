import { can, isPartial, network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";

const interest = builder.prismaObject("Interest", {
  description:
    "Somebody of the network who advised a city or works for it, by their own word: they decide nothing about its work.",
  fields: (t) => ({
    city: t.relation("city"),
    name: t.string({ select: { user: { select: { name: true } } }, resolve: ({ user }) => user.name }),
    reason: t.exposeString("reason"),
    isViewers: t.boolean({
      description: "Whether the viewer declared it, who may take it back.",
      resolve: ({ userId }, _args, { viewer }) => userId === viewer.userId,
    }),
    declaredOn: t.expose("declaredOn", { type: "Date" }),
  }),
});

builder.prismaObjectField("City", "interests", (t) =>
  t.prismaField({
    type: [interest],
    description: "Who of the network has a part in it: for its own people and the network's.",
    resolve: (query, { id }, _args, { prisma, viewer }) =>
      can(viewer, "city.read_drafts", { cityIds: [id] })
        ? prisma.interest.findMany({ ...query, where: { cityId: id }, orderBy: { declaredOn: "asc" } })
        : [],
  }),
);

builder.prismaObjectField("City", "viewerIsPartial", (t) =>
  t.boolean({
    description:
      "Whether the viewer, of the network, has a part in it, and so leaves decisions about its work to others.",
    resolve: ({ id }, _args, { viewer }) =>
      can(viewer, "network.read_queue", network) && isPartial(viewer, { cityIds: [id] }),
  }),
);
