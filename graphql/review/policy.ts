import { can, draftCities, type Subject, type Viewer } from "#graphql/kernel/authorization.ts";
import type { Prisma } from "#prisma/generated/client/client.ts";

const cityColumn = { select: { cityId: true } } as const;

/** What must be loaded of a review to know whose it is. */
export const ownerColumns = {
  pilot: { select: { cities: { where: { confirmed: true }, ...cityColumn } } },
  practice: cityColumn,
  inventory: cityColumn,
  baseline: cityColumn,
} as const;

type City = { cityId: string };
export type ReviewOwner = {
  pilot: { cities: readonly City[] } | null;
  practice: City | null;
  inventory: City | null;
  baseline: City | null;
};

/** The cities of what was reviewed. */
export function reviewSubject({ pilot, practice, inventory, baseline }: ReviewOwner): Subject {
  const cities = pilot?.cities ?? [practice ?? inventory ?? baseline].filter((city) => city !== null);
  return { cityIds: cities.flatMap((city) => city?.cityId ?? []) };
}

/** Reviews are for the cities concerned and the network. Everyone sees that a pilot was accepted or a year published, and when. */
export function visibleReviews(viewer: Viewer): Prisma.ReviewWhereInput {
  const drafts = draftCities(viewer);
  if (drafts === null) return {};
  const open: Prisma.ReviewWhereInput[] = [
    { decision: "accepted", pilot: { state: "accepted" } },
    { decision: "published", inventoryId: { not: null } },
  ];
  if (drafts.length === 0) return { OR: open };
  const cityId = { in: [...drafts] };
  const own: Prisma.ReviewWhereInput[] = [
    { pilot: { cities: { some: { cityId, confirmed: true } } } },
    ...(["practice", "inventory", "baseline"] as const).map((of) => ({ [of]: { cityId } })),
  ];
  return { OR: [...open, ...own] };
}

/** May this viewer read why it was decided so, and by whom? */
export function readsReview(viewer: Viewer, review: ReviewOwner): boolean {
  return can(viewer, "city.read_drafts", reviewSubject(review));
}

/** Newest first. */
export const newestFirst = [{ decidedOn: "desc" }, { createdAt: "desc" }] as const;
