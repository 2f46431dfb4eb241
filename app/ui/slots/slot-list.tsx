import type { ReactNode } from "react";
import { addSlot, type SlotPaths, type SlotLook } from "./geometry.ts";
import { SlotShapes } from "./slots.tsx";

export type SlotItem = {
  state: SlotLook;
  title: ReactNode;
  href?: string;
  /** The state in words. */
  status: ReactNode;
  /** What is still lacking, or any further line. */
  detail?: ReactNode;
  lang?: string;
};

/** The five places at full size: an ordered list with number, title, state in words and a further line. */
export function SlotList({ items, label }: { items: readonly SlotItem[]; label?: string }) {
  return (
    <ol className="slot-list" aria-label={label}>
      {items.map((item, index) => (
        <li key={index} data-state={item.state}>
          <LargeSlot state={item.state} number={index + 1} />
          {item.href === undefined ? (
            <b lang={item.lang}>{item.title}</b>
          ) : (
            <a href={item.href} lang={item.lang}>
              {item.title}
            </a>
          )}
          <span>{item.status}</span>
          {item.detail !== undefined && <small>{item.detail}</small>}
        </li>
      ))}
    </ol>
  );
}

function LargeSlot({ state, number }: { state: SlotLook; number: number }) {
  const paths: SlotPaths = { solid: "", faint: "", struck: "" };
  addSlot(paths, { x: 0, y: 0, w: 8, h: 13 }, state);
  return (
    <svg className="slots slots-l" viewBox="0 0 8 16.6" aria-hidden="true">
      <SlotShapes paths={paths} />
      <text x="4" y="16.4">
        {number}
      </text>
    </svg>
  );
}
