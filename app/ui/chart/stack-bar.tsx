import type { ReactNode } from "react";
import type { SlotLook } from "../slots/geometry.ts";
import { SlotMark } from "../slots/slots.tsx";

export type Part = {
  /** The look of this part, the same as a place in that state. */
  look: SlotLook;
  value: number;
  /** Label and number in words, e.g. "12 under way". */
  text: ReactNode;
  href?: string;
};

/** Shares of a whole as one bar, with every number written below it. */
export function StackBar({ parts, label }: { parts: readonly Part[]; label: string }) {
  const total = parts.reduce((sum, part) => sum + part.value, 0);
  const shares = parts.map((part) => (total === 0 ? 0 : (part.value / total) * 100));
  const startOf = (index: number) => shares.slice(0, index).reduce((sum, share) => sum + share, 0);
  return (
    <figure className="stack-bar" aria-label={label}>
      <svg aria-hidden="true">
        {parts.map((part, index) => {
          const share = shares[index] ?? 0;
          return share === 0 ? null : (
            <PartShape key={index} look={part.look} from={percent(startOf(index))} share={share} />
          );
        })}
      </svg>
      <ul>
        {parts.map((part, index) => (
          <li key={index}>
            <SlotMark state={part.look} /> {part.href === undefined ? part.text : <a href={part.href}>{part.text}</a>}
          </li>
        ))}
      </ul>
    </figure>
  );
}

function PartShape({ look, from, share }: { look: SlotLook; from: string; share: number }) {
  if (look === "review" || look === "refused") {
    return <line className={look} x1={from} x2={percent(Number.parseFloat(from) + share)} y1="50%" y2="50%" />;
  }
  const half = look === "partial";
  return <rect className={look} x={from} y={half ? "55%" : 0} width={percent(share)} height={half ? "45%" : "100%"} />;
}

function percent(share: number): string {
  return `${Math.round(share * 100) / 100}%`;
}
