import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { visibleQuestions } from "./policy.ts";

builder.queryField("searchQuestions", (t) =>
  t.prismaConnection({
    type: "SearchQuestion",
    cursor: "id",
    description:
      "Questions to the network: the viewer's own, for the secretariat everyone's. Open ones first, the longest wait before the others; then the newest answers.",
    args: {
      state: t.arg({ type: enums.SearchQuestionState }),
      mine: t.arg.boolean({ defaultValue: false, description: "Only those that the viewer asked." }),
    },
    resolve: (query, _root, { state, mine }, { prisma, viewer }) =>
      prisma.searchQuestion.findMany({
        ...query,
        where: {
          AND: visibleQuestions(viewer),
          state: state ?? undefined,
          askerId: mine ? (viewer.userId ?? "") : undefined,
        },
        orderBy: [
          { state: "asc" },
          { answeredOn: { sort: "desc", nulls: "first" } },
          { createdAt: "asc" },
          { id: "asc" },
        ],
      }),
  }),
);
