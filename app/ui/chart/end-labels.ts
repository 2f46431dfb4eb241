import { type ChartFrame, round } from "./line-geometry.ts";
import type { LineSeries } from "./line-chart.tsx";
import { known } from "./numbers.ts";

/** Where a value is written: `y` is moved as far as its neighbours need. */
export type EndLabel = { x: number; y: number; value: number };

/** The least distance between two lines of text, in thousandths of the height. */
const apart = 68;

/** The last value of each line and the level compared with, to be written to the right of their ends.
 *  The same value at the same end is written once. Lines come in their order: what would run into a text that is
 *  already there moves a little, or is left out. `reach` is the width of a text, in thousandths of a phone's plot. */
export function endLabels(
  series: readonly LineSeries[],
  frame: ChartFrame,
  level: number | null,
  reach = 320,
): EndLabel[] {
  const ends = series.map((each) => valued(each).at(-1)).filter((end) => end !== undefined);
  const right = frame.x.domain()[1] ?? 0;
  const wanted = level === null ? ends : [...ends, { x: right, y: level }];
  const placed: EndLabel[] = [];
  for (const x of new Set(wanted.map((end) => end.x))) {
    const values = new Set(wanted.filter((end) => end.x === x).map(({ y }) => y));
    const labels = stacked([...values], round(frame.x(x)), frame);
    placed.push(...labels.flatMap((label) => beside(label, placed, reach) ?? []));
  }
  return placed;
}

/** The label where nothing is in its way, at most one line of text further down or up. */
function beside(label: EndLabel, placed: readonly EndLabel[], reach: number): EndLabel | undefined {
  const moved = [0, apart / 2, -apart / 2, apart, -apart].map((by) => ({ ...label, y: label.y + by }));
  return moved.find((each) => !placed.some((other) => collides(each, other, reach)));
}

/** The first value of the first line, unless the line ends there. */
export function startLabel(series: readonly LineSeries[], frame: ChartFrame): EndLabel | null {
  const points = series[0] === undefined ? [] : valued(series[0]);
  const start = points[0];
  if (start === undefined || start.x === points.at(-1)?.x) return null;
  return { x: round(frame.x(start.x)), y: round(frame.y(start.y)), value: start.y };
}

/** Labels of one end from the top down, each at its value or as far below it as the one above needs. */
function stacked(values: number[], x: number, frame: ChartFrame): EndLabel[] {
  const labels: EndLabel[] = [];
  for (const value of values.toSorted((a, b) => b - a)) {
    const least = (labels.at(-1)?.y ?? -apart) + apart;
    labels.push({ x, y: Math.max(least, round(frame.y(value))), value });
  }
  return labels;
}

function collides(one: EndLabel, other: EndLabel, reach: number): boolean {
  return Math.abs(one.x - other.x) < reach && Math.abs(one.y - other.y) < apart;
}

function valued({ points }: LineSeries): { x: number; y: number }[] {
  const found = points.flatMap(({ x, y }) => (known(x) === null || y === null || known(y) === null ? [] : [{ x, y }]));
  return found.toSorted((a, b) => a.x - b.x);
}
