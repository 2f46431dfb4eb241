import type { ReactNode } from "react";
import { bridgeAxis, type BridgeStep, bridgeSteps } from "./bridge-geometry.ts";
import { ChartFigure, type ChartWords } from "./chart-figure.tsx";
import { known, percent } from "./numbers.ts";

export type WaterfallPart = {
  label: ReactNode;
  /** Signed: below zero makes less. */
  value: number;
  /** The change as read, with sign and unit; made of `formatValue` when left out. */
  text?: ReactNode;
};

export type BridgeTotal = { label: ReactNode; value: number; text?: ReactNode };

export type WaterfallChartProps = ChartWords & {
  from: BridgeTotal;
  /** What lies between; they add up from `from` to `to`. */
  parts: readonly WaterfallPart[];
  to: BridgeTotal;
  formatValue: (value: number) => string;
  /** Says that the bars do not begin at zero but at the given value. With it, small changes are drawn larger. */
  cutNote?: (start: string) => ReactNode;
};

/** A bridge: from one total over its changes to another, one row each. Direction is told by sign, arrow and pattern. */
export function WaterfallChart(props: WaterfallChartProps) {
  const { title, from, parts, to, formatValue, cutNote } = props;
  const steps = bridgeSteps(
    from.value,
    parts.map(({ value }) => value),
    to.value,
  );
  const { least, most } = bridgeAxis(steps, cutNote !== undefined);
  const at = (value: number) => percent((Math.max(value, least) - least) / (most - least));
  const rows = [from, ...parts, to];
  return (
    <ChartFigure words={props} className="bridge">
      {least > 0 && cutNote !== undefined && <p className="caption">{cutNote(formatValue(least))}</p>}
      <ol aria-label={title}>
        {steps.map((step, index) => {
          const row = rows[index] ?? to;
          const shown = step.kind === "total" ? formatValue(row.value) : signed(row.value, formatValue);
          return (
            <li key={index} className={step.kind}>
              <span>{row.label}</span>
              <Bar step={step} before={steps[index - 1]} last={index === steps.length - 1} at={at} cut={least > 0} />
              <b>{row.text ?? (known(row.value) === null ? "–" : shown)}</b>
            </li>
          );
        })}
      </ol>
    </ChartFigure>
  );
}

type BarProps = {
  step: BridgeStep;
  before: BridgeStep | undefined;
  last: boolean;
  at: (value: number) => string;
  cut: boolean;
};

/** One row's bar, with the lines that join it to its neighbours at the level they share. */
function Bar({ step, before, last, at, cut }: BarProps) {
  const [start, end] = [at(step.start), at(step.end)];
  return (
    <svg aria-hidden="true">
      {!cut && <line className="zero" x1={at(0)} x2={at(0)} y1="0" y2="100%" />}
      {before !== undefined && <line className="join" x1={at(before.end)} x2={at(before.end)} y1="0" y2="50%" />}
      {!last && <line className="join" x1={end} x2={end} y1="50%" y2="100%" />}
      {step.kind === "same" ? (
        <line className="tick" x1={end} x2={end} y1="50%" y2="50%" />
      ) : (
        <line className="whole" x1={start} x2={end} y1="50%" y2="50%" />
      )}
      {step.kind === "up" && <line className="stripes" x1={start} x2={end} y1="50%" y2="50%" />}
      {cut && step.kind === "total" && <line className="stripes cut" x1="0" x2="10%" y1="50%" y2="50%" />}
    </svg>
  );
}

function signed(change: number, formatValue: (value: number) => string): string {
  return `${change > 0 ? "+" : change < 0 ? "−" : ""}${formatValue(Math.abs(change))}`;
}
