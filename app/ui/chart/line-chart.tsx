import { cx } from "../html.ts";
import { ChartFigure, type ChartWords, Drawing } from "./chart-figure.tsx";
import { dotPath, type ChartFrame, frameOf, inOrder, linePath, side, whiskerPaths } from "./line-geometry.ts";
import { LineKey } from "./line-key.tsx";
import { margins, ValueAxis, ValueLabels, YearAxis } from "./line-labels.tsx";
import { known } from "./numbers.ts";

export type LineLook = "solid" | "dashed" | "dotted" | "path";

export type LinePoint = {
  x: number;
  /** Null is a gap: the line stops before it and goes on after it. */
  y: number | null;
  low?: number | null;
  /** Null beside a low end: how far up it reaches is unknown. */
  high?: number | null;
};

export type LineSeries = {
  label: string;
  /** One look for each series of a chart; `path` is a plan or target, thin and without marks. */
  look: LineLook;
  points: readonly LinePoint[];
  /** A mark at every value; only a path has none by default. A value that no line reaches always has one. */
  marks?: boolean;
};

export type LineChartProps = ChartWords & {
  /** Stands above the axis, e.g. "t CO₂e per year". */
  unit: string;
  /** The years of the axis. A year that a series has no value for is a gap. */
  years: readonly number[];
  series: readonly LineSeries[];
  /** A level to compare with, over the whole width. */
  target?: { value: number; label: string };
  /** What the whiskers mean, and an arrow upwards. Needed where points have low and high ends. */
  intervalLabel?: string;
  openLabel?: string;
  formatX: (x: number) => string;
  formatY: (y: number) => string;
};

/** Values over years. The text keeps its size at every width; lines differ by dash and mark, not by colour alone. */
export function LineChart(props: LineChartProps) {
  const { unit, years, series, target } = props;
  const level = known(target?.value);
  const frame = frameOf(years, series, level);
  const { left, right } = margins({ ...props, frame });
  return (
    <ChartFigure words={props} className="line-chart">
      <LineKey {...props} />
      <p className="unit">{unit}</p>
      <div className={cx("plot", frame.ticks.length < 2 && "flat")}>
        <ValueAxis {...props} frame={frame} width={left} />
        <Drawing words={props}>
          <svg viewBox={`0 0 ${side} ${side}`} preserveAspectRatio="none">
            <path className="grid" d={frame.ticks.map((tick) => across(frame, tick)).join("")} />
            <path className="zero" d={across(frame, 0)} />
            {level !== null && <path className="target" d={across(frame, level)} />}
            {series.map((each, index) => (
              <Series key={index} series={each} years={years} frame={frame} />
            ))}
          </svg>
          <YearAxis {...props} frame={frame} taken={left + right} />
          <ValueLabels {...props} frame={frame} />
        </Drawing>
        {right > 0 && <svg className="room" width={`${right}em`} aria-hidden="true" />}
      </div>
    </ChartFigure>
  );
}

function Series({ series, years, frame }: { series: LineSeries; years: readonly number[]; frame: ChartFrame }) {
  const points = inOrder(series, years);
  const whiskers = whiskerPaths(points, frame, Math.min(10, side / Math.max(1, years.length) / 6));
  const marked = series.marks ?? series.look !== "path";
  const dots = dotPath(points, frame, marked);
  const drawn = linePath(points, frame);
  return (
    <g className={series.look}>
      {whiskers.closed && <path className="whisker" d={whiskers.closed} />}
      {whiskers.open && <path className="whisker open" d={whiskers.open} />}
      {drawn && <path className="line" d={drawn} />}
      {dots && <path className="dot" d={dots} />}
      {dots && series.look !== "solid" && <path className="core" d={dots} />}
    </g>
  );
}

function across(frame: ChartFrame, value: number): string {
  return `M0,${Math.round(frame.y(value))}h${side}`;
}
