import { Decimal, sum, toGram } from "#graphql/kernel/decimal.ts";

/** A factor as published: decimal texts with its lower and upper end. */
export type Range = { value: string; low: string; high: string };

/** Low, central and high figure. `high` is null when something is not known: the upper end is then open. */
export type Estimate = { low: Decimal; central: Decimal; high: Decimal | null };

/** The sum of estimates; the ends are added too, because devices of one inventory err in the same direction. */
export function addEstimates(parts: readonly Estimate[]): Estimate {
  const highs = parts.map(({ high }) => high);
  const known = highs.filter((high) => high !== null);
  return {
    low: sum(parts.map(({ low }) => low)),
    central: sum(parts.map(({ central }) => central)),
    high: known.length === highs.length ? sum(known) : null,
  };
}

/** Nothing is known of it: it adds nothing, and opens the upper end. */
export const unknownEstimate: Estimate = { low: new Decimal(0), central: new Decimal(0), high: null };

type KnownEstimate = { low: Decimal; central: Decimal; high: Decimal };

/** Ranges that were read already: thousands of lines share a few of them. */
const ranges = new WeakMap<Range, KnownEstimate>();

/** A published range as an estimate. */
export function fromRange(range: Range): KnownEstimate {
  const known = ranges.get(range);
  if (known) return known;
  const { value, low, high } = range;
  const read = { central: new Decimal(value), low: new Decimal(low), high: new Decimal(high) };
  ranges.set(range, read);
  return read;
}

/** A city's own figure, give or take a share. */
export function within(value: string, share: string): KnownEstimate {
  const central = new Decimal(value);
  if (share === "0") return { low: central, central, high: central };
  const part = central.times(share);
  return { low: central.minus(part), central, high: central.plus(part) };
}

/** Each end rounded to the gram. */
export function gramEstimate({ low, central, high }: Estimate): Estimate {
  return { low: toGram(low), central: toGram(central), high: high && toGram(high) };
}

/** How far the ends are apart; null when the upper one is open. */
export function estimateWidth({ low, high }: Estimate): Decimal | null {
  return high && high.minus(low);
}
