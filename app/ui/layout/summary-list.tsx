import type { ReactNode } from "react";

export type SummaryItem = {
  term: ReactNode;
  value: ReactNode;
  lang?: string;
  /** `label` is what is seen, `hidden` completes it for screen readers. */
  change?: { href: string; label: string; hidden: string };
};

/** Terms and values, each with an optional link to change it. */
export function SummaryList({ items }: { items: readonly SummaryItem[] }) {
  return (
    <dl className="summary-list">
      {items.map((item, index) => (
        <div key={index}>
          <dt>{item.term}</dt>
          <dd lang={item.lang}>{item.value}</dd>
          {item.change !== undefined && (
            <dd>
              <a href={item.change.href}>
                {item.change.label} <span className="hidden">{item.change.hidden}</span>
              </a>
            </dd>
          )}
        </div>
      ))}
    </dl>
  );
}
