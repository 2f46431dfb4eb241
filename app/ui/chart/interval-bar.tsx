import type { ReactNode } from "react";
import { known, percent } from "./numbers.ts";

export type IntervalBarProps = {
  label?: ReactNode;
  low: number | null;
  central: number | null;
  /** Null: how far up it reaches is unknown; the bar stays open at that end. */
  high: number | null;
  /** All three in words, with their unit. */
  text: ReactNode;
  /** Full length, the same for bars that are compared; otherwise a little more than the highest value. */
  max?: number;
};

/** Low, central and high value as one bar from zero, with the words beside it. Without a central value only the words. */
export function IntervalBar({ label, text, max, ...ends }: IntervalBarProps) {
  const [low, central, high] = [known(ends.low), known(ends.central), known(ends.high)];
  const highest = Math.max(0, low ?? 0, central ?? 0, high ?? 0);
  const most = known(max) ?? highest * (high === null ? 1.5 : 1.1);
  const at = (value: number) => (most > 0 ? Math.min(1, Math.max(0, value / most)) : 0);
  return (
    <div className="interval">
      {label !== undefined && <span>{label}</span>}
      {central !== null && (
        <svg aria-hidden="true">
          <line className="track" x1="0" x2="100%" y1="10" y2="10" />
          <line className="zero" x1="0" x2="0" y1="0" y2="100%" />
          <Range low={at(low ?? central)} central={at(central)} high={high === null ? null : at(high)} />
        </svg>
      )}
      <b>{text}</b>
    </div>
  );
}

/** Shares of the full length. */
function Range({ low, central, high }: { low: number; central: number; high: number | null }) {
  return (
    <>
      <rect
        className="known"
        x={percent(low)}
        width={percent(Math.max(0, (high ?? central) - low))}
        y="5"
        height="10"
      />
      {high === null && <line className="open" x1={percent(central)} x2="100%" y1="10" y2="10" />}
      {high === null && (
        <svg className="head" x="100%" y="10">
          <path d="M-9,-6L-1,0L-9,6" />
        </svg>
      )}
      <line className="central" x1={percent(central)} x2={percent(central)} y1="0" y2="20" />
    </>
  );
}
