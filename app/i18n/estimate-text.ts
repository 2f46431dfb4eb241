/** How an estimate is written: pure, so that a page's island says it in the server's very words. */

export type EstimateEnds = { low: string; central: string; high: string | null };
/** Sentences with {central}, {low} and {high} in their places. */
export type EstimateWords = { known: string; open: string; unknown: string };

/** Low, central and high, kg as exact decimal text, in words; `write` gives a mass its unit. */
export function estimateText(
  { low, central, high }: EstimateEnds,
  words: EstimateWords,
  write: (kg: string) => string,
): string {
  if (high === null && /^0(\.0*)?$/.test(central)) return words.unknown;
  return (high === null ? words.open : words.known)
    .replace("{central}", write(central))
    .replace("{low}", write(low))
    .replace("{high}", high === null ? "" : write(high));
}
