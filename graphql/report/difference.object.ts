import { builder } from "#graphql/kernel/builder.ts";
import { recalculationReview } from "#graphql/footprint/baseline/recalculation.store.ts";
import { inventoryReview } from "#graphql/footprint/review/store.ts";
import { pilotReview } from "#graphql/pilot/review.store.ts";
import { practiceReview } from "#graphql/practice/review.store.ts";
import { ownerColumns, readsReview } from "#graphql/review/policy.ts";
import { type Difference, differences } from "#graphql/review/rules.ts";
import { plain } from "#graphql/review/store.ts";

/** More would not be read, and five thousand lines may have changed. */
const MOST = 200;

const difference = builder.objectRef<Difference>("ReviewDifference").implement({
  description:
    "A field, or a row of one of its lists, that reads differently now. `before` is null for what was added since.",
  fields: (t) => ({
    field: t.exposeString("field"),
    before: t.exposeString("before", { nullable: true }),
    after: t.exposeString("after", { nullable: true }),
  }),
});

const images = {
  pilotId: pilotReview.image,
  practiceId: practiceReview.image,
  inventoryId: inventoryReview.image,
  baselineId: recalculationReview.image,
} as const;
const keys = Object.keys(images) as (keyof typeof images)[];

builder.prismaObjectField("Review", "differences", (t) =>
  t.field({
    type: [difference],
    nullable: true,
    complexity: 20,
    description:
      `What reads differently now from what was looked at in this step, ${MOST} differences at most; null where nothing was kept. ` +
      "For the cities concerned and the network.",
    select: {
      snapshot: true,
      pilotId: true,
      practiceId: true,
      inventoryId: true,
      baselineId: true,
      ...ownerColumns,
    },
    resolve: async (review, _args, { prisma, viewer }) => {
      const key = keys.find((name) => review[name] !== null);
      const id = key && review[key];
      if (!key || !id || review.snapshot === null || !readsReview(viewer, review)) return null;
      const now = plain(await images[key](prisma, id));
      return differences(review.snapshot as object, now).slice(0, MOST);
    },
  }),
);
