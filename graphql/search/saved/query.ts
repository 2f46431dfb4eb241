import { builder } from "#graphql/kernel/builder.ts";
import { savedSearchType } from "./object.ts";
import { visibleSavedSearches } from "./policy.ts";
import { mostSaved } from "./rules.ts";

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
