import type { ReactNode } from "react";

export type Step = {
  title: ReactNode;
  href?: string;
  state: "done" | "now" | "todo" | "error";
  /** The state in words, for screen readers; `shown` makes it visible. */
  status: string;
  shown?: boolean;
  note?: ReactNode;
};

/** The checklist of a long form or procedure. */
export function Steps({ items, label }: { items: readonly Step[]; label: string }) {
  return (
    <ol className="steps" aria-label={label}>
      {items.map((item, index) => (
        <li key={index} className={item.state} aria-current={item.state === "now" ? "step" : undefined}>
          {item.href === undefined ? item.title : <a href={item.href}>{item.title}</a>}{" "}
          <span className={item.shown ? "step-state" : "hidden"}>{item.status}</span>
          {item.note !== undefined && <small>{item.note}</small>}
        </li>
      ))}
    </ol>
  );
}
