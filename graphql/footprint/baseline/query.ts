import { can, network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { queryError } from "#graphql/kernel/errors.ts";
import { visibleBaselines } from "../policy.ts";

builder.queryField("recalculationQueue", (t) =>
  t.prismaField({
    type: ["Baseline"],
    description:
      "For coordinators and reviewers: baselines that cities ask to recalculate, the oldest request first; 100 at most.",
    resolve: (query, _root, _args, { prisma, viewer }) => {
      if (!can(viewer, "network.read_queue", network))
        throw queryError("FORBIDDEN", "Only the network's people read the queue.");
      return prisma.baseline.findMany({
        ...query,
        where: { state: "proposed", AND: visibleBaselines(viewer) },
        orderBy: [{ requestedOn: "asc" }, { id: "asc" }],
        take: 100,
      });
    },
  }),
);
