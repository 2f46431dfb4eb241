import { type ScaleLinear, scaleLinear } from "d3-scale";
import { line } from "d3-shape";
import { known } from "./numbers.ts";
import type { LinePoint, LineSeries } from "./line-chart.tsx";

/** The square that every path is drawn in; it is stretched over the place the page gives. */
export const side = 1000;

export type ChartFrame = { x: ScaleLinear<number, number>; y: ScaleLinear<number, number>; ticks: number[] };

/** Scales of a line chart: years over the width, values from zero upwards (below it where values are). */
export function frameOf(years: readonly number[], series: readonly LineSeries[], target: number | null): ChartFrame {
  const points = series.flatMap((each) => each.points);
  const xs = [...years, ...points.map((point) => point.x)].filter(Number.isFinite);
  const ys = [target, ...points.flatMap(({ y, low, high }) => [y, low, high])].map(known).filter((y) => y !== null);
  const [least, most] = [Math.min(0, ...ys), Math.max(0, ...ys)];
  const flat = least === most;
  const open = points.filter(isOpen).map((point) => 1.25 * (known(point.y) ?? 0));
  const y = scaleLinear([least, flat ? 1 : Math.max(most, ...open)], [side, 0]).nice(4);
  const ends = xs.length === 0 ? [0, 0] : [Math.min(...xs), Math.max(...xs)];
  return { x: scaleLinear(ends, [0, side]), y, ticks: flat ? [0] : ticksOf(y) };
}

/** The low end is known and how far up it reaches is not. */
function isOpen({ y, low, high }: LinePoint): boolean {
  return high === null && known(low) !== null && known(y) !== null;
}

/** At most six round values. */
function ticksOf(scale: ScaleLinear<number, number>): number[] {
  return [4, 3, 2].map((count) => scale.ticks(count)).find(({ length }) => length <= 6) ?? scale.ticks(1);
}

/** Points in order of years. A year without a point is a gap, except on a path, which runs straight between its own. */
export function inOrder({ look, points }: LineSeries, years: readonly number[]): LinePoint[] {
  const missing = look === "path" ? [] : years.filter((year) => !points.some(({ x }) => x === year));
  const all = [...points, ...missing.map((x) => ({ x, y: null }))];
  return all.filter(({ x }) => Number.isFinite(x)).toSorted((a, b) => a.x - b.x);
}

/** The line through the known values, interrupted at every gap. */
export function linePath(points: readonly LinePoint[], { x, y }: ChartFrame): string {
  const draw = line<LinePoint>()
    .defined((point) => known(point.y) !== null)
    .x((point) => round(x(point.x)))
    .y((point) => round(y(point.y ?? 0)));
  return draw(points) ?? "";
}

/** A dot at each known value; unless `all`, only where no line reaches it. */
export function dotPath(points: readonly LinePoint[], { x, y }: ChartFrame, all: boolean): string {
  const has = (index: number) => known(points[index]?.y) !== null;
  return points
    .filter((_, index) => has(index) && (all || (!has(index - 1) && !has(index + 1))))
    .map((point) => `M${round(x(point.x))},${round(y(point.y ?? 0))}h0`)
    .join("");
}

/** Whiskers from low to high; where the high end is unknown, only the lower half and, apart, an arrow to the top. */
export function whiskerPaths(points: readonly LinePoint[], { x, y }: ChartFrame, cap: number) {
  let [closed, open] = ["", ""];
  for (const point of points) {
    const [low, middle, high] = [known(point.low), known(point.y), known(point.high)];
    if (low === null || middle === null || point.high === undefined) continue;
    const at = round(x(point.x));
    const foot = `M${round(at - cap)},${round(y(low))}h${2 * cap}M${at},${round(y(low))}`;
    if (high === null) {
      closed += `${foot}V${round(y(middle))}`;
      open += `M${at},${round(y(middle))}V0M${round(at - cap)},35L${at},0L${round(at + cap)},35`;
    } else closed += `${foot}V${round(y(high))}M${round(at - cap)},${round(y(high))}h${2 * cap}`;
  }
  return { closed, open };
}

/** Which years are written on the axis: the first, the last, and evenly between them as many as fit beside each other. */
export function yearLabels(years: readonly number[], room: number): number[] {
  const sorted = [...new Set(years.filter(Number.isFinite))].toSorted((a, b) => a - b);
  const [first, last] = [sorted[0], sorted.at(-1)];
  if (first === undefined || last === undefined || sorted.length < 2) return sorted;
  const least = (last - first) / Math.max(1, room - 1);
  const steps = sorted.map((year) => year - first).filter((step) => step > 0 && step >= least);
  const step = steps.find((each) => (last - first) % each === 0 && each <= 2 * least) ?? steps[0] ?? last - first;
  return sorted.filter(
    (year) => year === first || year === last || ((year - first) % step === 0 && last - year >= Math.max(step, least)),
  );
}

/** Coordinates with one decimal: a tenth of a thousandth is finer than any screen. */
export function round(value: number): number {
  return Math.round(value * 10) / 10;
}
