import type { ReactNode } from "react";

export type TimelineItem = {
  /** Machine-readable date, if exact enough. */
  dateTime?: string;
  date: ReactNode;
  title: ReactNode;
  href?: string;
  children?: ReactNode;
  state?: "past" | "now" | "ahead" | "missed";
  lang?: string;
};

/** Dated entries in order. */
export function Timeline({ items, label }: { items: readonly TimelineItem[]; label?: string }) {
  return (
    <ol className="timeline" aria-label={label}>
      {items.map((item, index) => (
        <li key={index} className={item.state ?? "past"}>
          <time dateTime={item.dateTime}>{item.date}</time>
          <b lang={item.lang}>{item.href === undefined ? item.title : <a href={item.href}>{item.title}</a>}</b>
          {item.children}
        </li>
      ))}
    </ol>
  );
}
