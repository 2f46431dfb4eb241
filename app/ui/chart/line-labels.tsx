import type { LineChartProps } from "./line-chart.tsx";
import { type ChartFrame, side, yearLabels } from "./line-geometry.ts";
import { type EndLabel, endLabels, startLabel } from "./end-labels.ts";
import { known, percent } from "./numbers.ts";

type LabelsProps = LineChartProps & { frame: ChartFrame };

/** The labels of the lines' ends; a digit is about 8.6 pixels wide, a phone's plot 190. */
function labelsOf({ series, target, formatY, frame }: LabelsProps): EndLabel[] {
  const level = known(target?.value);
  const digits = Math.max(0, ...endLabels(series, frame, level, 0).map(({ value }) => formatY(value).length));
  return endLabels(series, frame, level, (digits * 8.6 + 10) / 0.19);
}

/** Widths, in em, of the values left of the plot and of those right of it. */
export function margins(props: LabelsProps): { left: number; right: number } {
  const { formatY, frame } = props;
  const widest = (values: number[]) => Math.max(0, ...values.map((value) => formatY(value).length)) * 0.66;
  const ends = labelsOf(props).filter(({ x }) => x > 800);
  const right = widest(ends.map(({ value }) => value)) - 0.9;
  return { left: Math.round(widest(frame.ticks) * 10) / 10, right: Math.round(Math.max(0, right) * 10) / 10 };
}

/** The values of the axis. */
export function ValueAxis({ formatY, frame, width }: LabelsProps & { width: number }) {
  return (
    <svg className="values" width={`${width}em`} aria-hidden="true">
      {frame.ticks.map((tick) => (
        <text key={tick} x="100%" y={percent(frame.y(tick) / side)} dy="0.35em">
          {formatY(tick)}
        </text>
      ))}
    </svg>
  );
}

/** Ticks and names of the years; as many names as fit on a phone, more of them on a wide page. */
export function YearAxis({ years, frame, formatX, taken }: LabelsProps & { taken: number }) {
  const longest = Math.max(4, ...years.map((year) => formatX(year).length)) * 8 + 10;
  const fitting = (width: number) => 1 + Math.max(1, Math.floor((width - taken * 13) / longest));
  const few = new Set(yearLabels(years, fitting(235)));
  const many = new Set(yearLabels(years, fitting(520)));
  const shown = [...new Set([...few, ...many])].toSorted((a, b) => a - b);
  return (
    <g className="years">
      {shown.map((year) => (
        <text
          key={year}
          className={many.has(year) ? (few.has(year) ? undefined : "wide") : "narrow"}
          x={percent(frame.x(year) / side)}
          y="100%"
          dy="1.6em"
        >
          {formatX(year)}
        </text>
      ))}
    </g>
  );
}

/** The first value of the first line, and right of every line's end the value it has there. */
export function ValueLabels(props: LabelsProps) {
  const { series, formatY, frame } = props;
  const start = startLabel(series, frame);
  return (
    <g className="ends">
      {start !== null && (
        <text x={percent(start.x / side)} y={percent(start.y / side)} dx="0.3em" dy="-0.75em">
          {formatY(start.value)}
        </text>
      )}
      {labelsOf(props).map(({ x, y, value }) => (
        <text key={`${x} ${y}`} x={percent(x / side)} y={percent(y / side)} dx="0.8em" dy="0.35em">
          {formatY(value)}
        </text>
      ))}
    </g>
  );
}
