import type { ReactNode } from "react";
import type { SlotLook } from "./geometry.ts";
import { Slots } from "./slots.tsx";

export type SlotsCount = {
  /** How many of the five places are full in this group, 0 to 5. */
  full: number;
  /** How many members are in the group. */
  value: number;
  /** The row in words, with its number in the reader's format. */
  text: ReactNode;
  href?: string;
};

/** How many members have 0, 1, … 5 full places: a picture, a bar and words per row. */
export function SlotsSummary({ counts, label }: { counts: readonly SlotsCount[]; label?: string }) {
  const most = Math.max(1, ...counts.map((count) => count.value));
  return (
    <ul className="slots-summary" aria-label={label}>
      {counts.map((count) => (
        <li key={count.full}>
          <Slots states={Array.from({ length: 5 }, (_, index): SlotLook => (index < count.full ? "full" : "empty"))} />
          <svg className="bar" aria-hidden="true">
            <rect width={`${Math.round((count.value / most) * 1000) / 10}%`} height="100%" />
          </svg>
          {count.href === undefined ? <span>{count.text}</span> : <a href={count.href}>{count.text}</a>}
        </li>
      ))}
    </ul>
  );
}
