/** The number when it can be drawn, else null: beyond 10^100, differences and ratios stop being numbers. */
export function known(value: number | null | undefined): number | null {
  if (typeof value !== "number" || !(Math.abs(value) < 1e100)) return null;
  return Math.abs(value) < 1e-100 ? 0 : value;
}

/** Percent with two decimals, for positions inside a picture that stretches with its place. */
export function percent(share: number): string {
  return `${Math.round(share * 10_000) / 100}%`;
}
