import { builder } from "#graphql/kernel/builder.ts";
import { recalculationReview } from "#graphql/footprint/baseline/recalculation.store.ts";
import { inventoryReview } from "#graphql/footprint/review/store.ts";
import { pilotReview } from "#graphql/pilot/review.store.ts";
import { practiceReview } from "#graphql/practice/review.store.ts";
import { ownerColumns, readsReview } from "#graphql/review/policy.ts";
import { plain } from "#graphql/review/store.ts";
import { imageChanges } from "./history/image.rules.ts";
import { fieldChange } from "./history/object.ts";

/** More would not be read, and five thousand lines may have changed. */
const MOST = 200;

const images = {
  pilotId: pilotReview.image,
  practiceId: practiceReview.image,
  inventoryId: inventoryReview.image,
  baselineId: recalculationReview.image,
} as const;
const keys = Object.keys(images) as (keyof typeof images)[];

builder.prismaObjectField("Review", "differences", (t) =>
  t.field({
    type: [fieldChange],
    nullable: true,
    complexity: 20,
    description:
      `What reads differently now from what was looked at in this step, ${MOST} differences at most; null where nothing was kept. A row ` +
      "of a list is its fields as JSON; `before` is null for one that was added since. " +
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
      return imageChanges(review.snapshot as Record<string, unknown>, now).slice(0, MOST);
    },
  }),
);
