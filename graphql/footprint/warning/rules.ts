import { Decimal, sum } from "#graphql/kernel/decimal.ts";
import type { FactorsByCategory, Line } from "../result/rules.ts";

export const WARNING_CODES = [
  "quantity_jump",
  "category_gone",
  "devices_per_employee",
  "energy_unit",
  "energy_far",
  "lifetime_far",
] as const;
export type WarningCode = (typeof WARNING_CODES)[number];

/** Something to look at, with what it was compared with. It never blocks. `key` names it for as long as it lasts. */
export type Warning = {
  key: string;
  code: WarningCode;
  category: string | null;
  /** The figure that stands out, and the reference that it stands out from, as decimal texts. */
  value: string;
  reference: string;
  lines: number;
};

export type WarningInput = {
  lines: readonly Line[];
  factors: FactorsByCategory;
  employees: number | null;
  /** The same city's year before, if there is one. */
  previous: { lines: readonly Line[]; year: number } | null;
  /** Median user devices per employee over the network; null when too few cities tell. */
  networkDevicesPerEmployee: string | null;
};

/** Devices that somebody sits in front of: what a head count can be compared with. */
export const PERSONAL_DEVICES: readonly string[] = ["laptop", "desktop", "workstation", "thin_client"];

const JUMP = 10;
const FAR = 3;
const WRONG_UNIT = 100;

/** Figures that deserve a second look, in the order of the inventory's categories. */
export function warnings({ lines, factors, employees, previous, ...network }: WarningInput): Warning[] {
  const now = quantities(lines);
  const before = quantities(previous?.lines ?? []);
  const found: Warning[] = [];
  for (const [category, quantity] of now) {
    const old = before.get(category);
    if (old && !old.isZero() && apart(quantity, old) >= JUMP)
      found.push(warning("quantity_jump", category, quantity, old, lines));
    found.push(...unitWarnings(category, lines, factors));
  }
  for (const [category, old] of before)
    if (!now.has(category)) found.push(warning("category_gone", category, new Decimal(0), old, lines));
  const median = network.networkDevicesPerEmployee;
  if (employees && median !== null) {
    const devices = sum(PERSONAL_DEVICES.map((category) => now.get(category) ?? new Decimal(0)));
    const each = devices.dividedBy(employees).toDecimalPlaces(2);
    if (apart(each, new Decimal(median)) >= FAR)
      found.push(warning("devices_per_employee", null, each, new Decimal(median), lines));
  }
  return found;
}

function unitWarnings(category: string, lines: readonly Line[], factors: FactorsByCategory): Warning[] {
  const typical = factors[category];
  const mine = lines.filter((line) => line.category === category);
  const found: Warning[] = [];
  if (typical?.energy) {
    const usual = new Decimal(typical.energy.value);
    const own = mine.flatMap(({ energySource, kwhPerYear }) =>
      energySource === "typical" || kwhPerYear === null ? [] : [new Decimal(kwhPerYear)],
    );
    const odd = farthest(own, usual);
    if (odd && apart(odd, usual) >= WRONG_UNIT) found.push(warning("energy_unit", category, odd, usual, mine));
    else if (odd && apart(odd, usual) >= FAR) found.push(warning("energy_far", category, odd, usual, mine));
  }
  if (typical?.lifetime) {
    const usual = new Decimal(typical.lifetime.value);
    const own = mine.flatMap(({ lifetimeYears }) => (lifetimeYears === null ? [] : [new Decimal(lifetimeYears)]));
    const odd = farthest(own, usual);
    if (odd && apart(odd, usual) >= 2) found.push(warning("lifetime_far", category, odd, usual, mine));
  }
  return found;
}

function warning(
  code: WarningCode,
  category: string | null,
  value: Decimal,
  reference: Decimal,
  lines: readonly Line[],
): Warning {
  const key = category ? `${code}:${category}` : code;
  const about = category ? lines.filter((line) => line.category === category).length : lines.length;
  return { key, code, category, value: value.toFixed(), reference: reference.toFixed(), lines: about };
}

/** How many times one is the other, whichever is larger; endless beside nothing. */
function apart(a: Decimal, b: Decimal): number {
  if (a.isZero() || b.isZero()) return a.equals(b) ? 1 : Number.POSITIVE_INFINITY;
  return (a.greaterThan(b) ? a.dividedBy(b) : b.dividedBy(a)).toNumber();
}

function farthest(values: readonly Decimal[], from: Decimal): Decimal | undefined {
  return values.toSorted((a, b) => apart(b, from) - apart(a, from))[0];
}

function quantities(lines: readonly Line[]): Map<string, Decimal> {
  const all = new Map<string, Decimal>();
  for (const { category, quantity } of lines) all.set(category, (all.get(category) ?? new Decimal(0)).plus(quantity));
  return all;
}
