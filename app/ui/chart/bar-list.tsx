import type { ReactNode } from "react";

export type Bar = {
  label: ReactNode;
  /** Null is a gap: no bar, only the text. */
  value: number | null;
  /** The value as read, with its unit, or why there is none. */
  text: ReactNode;
  href?: string;
  lang?: string;
  /** A target or estimate: outlined, so that it never looks like a result. */
  hollow?: boolean;
};

export type BarListProps = {
  items: readonly Bar[];
  /** Full length; the largest value by default. */
  max?: number;
  label?: string;
};

/** Labelled horizontal bars with their values in words. */
export function BarList({ items, max, label }: BarListProps) {
  const full = max ?? Math.max(0, ...items.map((item) => item.value ?? 0));
  return (
    <ul className="bars" aria-label={label}>
      {items.map((item, index) => (
        <li key={index}>
          {item.href === undefined ? (
            <span lang={item.lang}>{item.label}</span>
          ) : (
            <a href={item.href} lang={item.lang}>
              {item.label}
            </a>
          )}
          <svg className={item.hollow ? "bar hollow" : "bar"} aria-hidden="true">
            {item.value !== null && full > 0 && <rect width={width(item.value / full)} height="100%" />}
          </svg>
          <b>{item.text}</b>
        </li>
      ))}
    </ul>
  );
}

function width(share: number): string {
  return `${Math.round(Math.min(1, Math.max(0, share)) * 1000) / 10}%`;
}
