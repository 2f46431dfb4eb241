import { builder } from "../builder.ts";
import { savedSearchType } from "./saved.object.ts";
import { visibleSavedSearches } from "./saved.policy.ts";
import { mostSaved } from "./saved.rules.ts";

builder.queryField("savedSearches", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: [savedSearchType],
    complexity: { field: 1, multiplier: 20 },
    description: `The searches that the viewer keeps, newest first; ${mostSaved} at most.`,
    resolve: (query, _root, _args, { prisma, viewer }) =>
      prisma.savedSearch.findMany({
        ...query,
        where: visibleSavedSearches(viewer),
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
      }),
  }),
);
