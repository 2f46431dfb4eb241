import type { Progress, CommitmentStanding } from "../pilot/standing.rules.ts";

export type SignatoryGroup = {
  /** A country, a charter text, or "" for the whole network. */
  key: string;
  signatories: number;
  counting: number;
  /** How many cities have 0, 1, 2, 3, 4, 5 (or more) pilots that count. */
  distribution: number[];
  /** How many cities stand where towards the five pilots; those with a date to be confirmed are in `unknown`. */
  standings: Record<CommitmentStanding, number>;
  /** Share of cities with five, among those whose deadline is known; null when there is none. */
  rate: number | null;
};

type Row = { key: string; counting: number; standing: CommitmentStanding };

/** Counts cities by key. Cities whose deadline is to be confirmed count as signatories and are left out of the rate (domain §9). */
export function group(rows: readonly Row[]): SignatoryGroup[] {
  const keys = [...new Set(rows.map(({ key }) => key))].toSorted();
  return keys.map((key) =>
    total(
      key,
      rows.filter((row) => row.key === key),
    ),
  );
}

/** One group of all rows. */
export function total(key: string, rows: readonly Omit<Row, "key">[]): SignatoryGroup {
  const standings = { met: 0, on_track: 0, at_risk: 0, late: 0, unknown: 0 };
  const distribution = [0, 0, 0, 0, 0, 0];
  for (const { counting, standing } of rows) {
    standings[standing] += 1;
    const place = Math.min(counting, 5);
    distribution[place] = (distribution[place] ?? 0) + 1;
  }
  const known = rows.length - standings.unknown;
  return {
    key,
    signatories: rows.length,
    counting: rows.reduce((sum, row) => sum + row.counting, 0),
    distribution,
    standings,
    rate: known === 0 ? null : standings.met / known,
  };
}

const SEVERITY: readonly CommitmentStanding[] = ["late", "at_risk", "unknown"];

/** Cities that the secretariat has to look after: the late ones, the longest first; those at risk, the nearest deadline first; then
 *  those whose deadline is to be confirmed. */
export function worstFirst<Row extends { pilots: Pick<Progress, "standing" | "daysLeft"> }>(
  rows: readonly Row[],
): Row[] {
  const rank = ({ pilots }: Row) => SEVERITY.indexOf(pilots.standing);
  return rows
    .filter((row) => rank(row) >= 0)
    .toSorted((a, b) => rank(a) - rank(b) || (a.pilots.daysLeft ?? 0) - (b.pilots.daysLeft ?? 0));
}
