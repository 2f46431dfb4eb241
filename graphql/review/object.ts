import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { ownerColumns, readsReview } from "./policy.ts";

builder.prismaObject("Review", {
  description:
    "One step of what a city and the network decide together. Why it was taken, and by whom, is for the cities concerned and " +
    "the network; that something was accepted by exception, and why, is for everybody.",
  fields: (t) => ({
    decision: t.expose("decision", { type: enums.ReviewDecision }),
    decidedOn: t.expose("decidedOn", { type: "Date" }),
    rule: t.field({
      type: enums.RefusalRule,
      nullable: true,
      description: "Which rule a refused pilot breaks.",
      select: ownerColumns,
      resolve: (review, _args, { viewer }) => (readsReview(viewer, review) ? review.rule : null),
    }),
    comment: t.string({
      nullable: true,
      select: ownerColumns,
      resolve: (review, _args, { viewer }) => (readsReview(viewer, review) ? review.comment : null),
    }),
    exception: t.exposeString("exception", {
      nullable: true,
      description: "Why it was accepted although something was lacking.",
    }),
    lacking: t.exposeStringList("lacking", { description: "Codes of what lacked then." }),
    deciderName: t.string({
      nullable: true,
      select: ownerColumns,
      resolve: async (review, _args, { prisma, viewer }) => {
        if (!review.decidedById || !readsReview(viewer, review)) return null;
        return (await prisma.user.findUnique({ where: { id: review.decidedById } }))?.name ?? null;
      },
    }),
    demonstration: t.exposeBoolean("demonstration"),
  }),
});
