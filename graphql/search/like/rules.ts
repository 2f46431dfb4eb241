import type { FacetName, Filters } from "../engine.rules.ts";

/** "Cities like mine": each reason is a facet of the city that others must share. */

export const likeReasons = ["size", "region", "grid", "language"] as const;
export type LikeReason = (typeof likeReasons)[number];
/** `used` is false where the reader took it away, or where it is nothing that two cities could share. */
export type LikenessReason = { reason: LikeReason; value: string; used: boolean };

const facets = {
  size: "citySize",
  region: "region",
  grid: "grid",
  language: "cityLanguage",
} as const satisfies Record<LikeReason, FacetName>;

/** Values that say only that something is not known, or not in the list. */
const sayNothing = ["unknown", "other", ""];

/** All reasons in their order, with the city's own values. */
export function reasonsOf(
  city: Readonly<Record<(typeof facets)[LikeReason], string>>,
  without: readonly LikeReason[],
): LikenessReason[] {
  return likeReasons.map((reason) => {
    const value = city[facets[reason]];
    return { reason, value, used: !sayNothing.includes(value) && !without.includes(reason) };
  });
}

/** What the used reasons ask of every row. */
export function withinOf(reasons: readonly LikenessReason[]): Filters {
  return Object.fromEntries(reasons.filter(({ used }) => used).map(({ reason, value }) => [facets[reason], [value]]));
}
