import { Decimal, sum } from "#graphql/kernel/decimal.ts";
import { type FactorsByCategory, type GridTable, type Line, lineKg, lineResult } from "../result/rules.ts";

/** One year as a bridge needs it. */
export type Side = { lines: readonly Line[]; factors: FactorsByCategory; grid: GridTable };

export const BRIDGE_PARTS = ["boundary", "equipment", "use", "grid", "method"] as const;
export type BridgePart = (typeof BRIDGE_PARTS)[number];
export type YearBridge = { fromKg: Decimal; toKg: Decimal; parts: { part: BridgePart; kg: Decimal }[] };

/**
 * Why the total changed between two years, in parts that add up to the gram. One thing after the other is replaced by the later
 * year's, and each part is the difference of two totals (domain, decomposition test):
 * equipment (what there is, and how long it is used), use (kWh of one unit), grid (g/kWh), method (factor set). What belongs to a
 * perimeter that only one of the years counts is `boundary` and in no other part.
 */
export function bridge(from: Side, to: Side): YearBridge {
  const shared = perimetersOf(from.lines).filter((perimeter) => perimetersOf(to.lines).includes(perimeter));
  const within = ({ perimeter }: Line) => shared.includes(perimeter);
  const before = { ...from, lines: from.lines.filter(within) };
  const after = { ...to, lines: to.lines.filter(within) };
  const oldFactors = withFallback(from.factors, to.factors);
  const oldGrid = { ...to.grid, ...from.grid };

  const steps = [
    total(before),
    total({ lines: atOldUse(before, after), factors: oldFactors, grid: oldGrid }),
    total({ lines: after.lines, factors: oldFactors, grid: oldGrid }),
    total({ lines: after.lines, factors: oldFactors, grid: to.grid }),
    total(after),
  ];
  const step = (index: number) => (steps[index + 1] ?? new Decimal(0)).minus(steps[index] ?? 0);
  const fromKg = total(from);
  const toKg = total(to);
  const left = fromKg.minus(total(before));
  const joined = toKg.minus(total(after));
  const parts = [
    { part: "boundary", kg: joined.minus(left) },
    { part: "equipment", kg: step(0) },
    { part: "use", kg: step(1) },
    { part: "grid", kg: step(2) },
    { part: "method", kg: step(3) },
  ] as const;
  return { fromKg, toKg, parts: [...parts] };
}

function total({ lines, factors, grid }: Side): Decimal {
  return sum(lines.map((line) => lineKg(line, factors, grid)));
}

function perimetersOf(lines: readonly Line[]): string[] {
  return [...new Set(lines.map(({ perimeter }) => perimeter))];
}

/** A category that the older set does not know is taken as the newer one has it: it is new equipment, not a new method. */
function withFallback(old: FactorsByCategory, recent: FactorsByCategory): FactorsByCategory {
  const categories = [...new Set([...Object.keys(old), ...Object.keys(recent)])];
  return Object.fromEntries(
    categories.map((category) => [
      category,
      {
        embodied: old[category]?.embodied ?? recent[category]?.embodied ?? null,
        energy: old[category]?.energy ?? recent[category]?.energy ?? null,
        lifetime: old[category]?.lifetime ?? recent[category]?.lifetime ?? null,
      },
    ]),
  );
}

/** The later year's lines with the kWh that a unit of their category used in the earlier year, in the same country where there was
 *  one; a new category keeps its own. */
function atOldUse(before: Side, after: Side): Line[] {
  const old = new Map<string, { kwh: Decimal; quantity: Decimal }>();
  const add = (key: string, kwh: Decimal, quantity: string) => {
    const sofar = old.get(key) ?? { kwh: new Decimal(0), quantity: new Decimal(0) };
    old.set(key, { kwh: sofar.kwh.plus(kwh), quantity: sofar.quantity.plus(quantity) });
  };
  for (const line of before.lines) {
    const { kwh } = lineResult(line, before.factors, before.grid);
    if (!kwh) continue;
    add(line.category, kwh, line.quantity);
    add(`${line.category} ${line.country}`, kwh, line.quantity);
  }
  return after.lines.map((line) => {
    const unit = old.get(`${line.category} ${line.country}`) ?? old.get(line.category);
    if (!unit || unit.quantity.isZero()) return line;
    return { ...line, energySource: "supplier", kwhPerYear: unit.kwh.dividedBy(unit.quantity).toFixed() };
  });
}
