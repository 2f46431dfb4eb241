import type { ReactNode } from "react";
import { type StatusTone, StatusTag } from "./tag.tsx";

export type TaskItem = {
  title: ReactNode;
  /** Without an address the task cannot be started yet. */
  href?: string;
  hint?: ReactNode;
  status: ReactNode;
  tone?: StatusTone;
};

/** Tasks in order, each with hint and state. */
export function TaskList({ items, label }: { items: readonly TaskItem[]; label?: string }) {
  return (
    <ul className="tasks" aria-label={label}>
      {items.map((item, index) => (
        <li key={index}>
          {item.href === undefined ? <b>{item.title}</b> : <a href={item.href}>{item.title}</a>}
          <StatusTag tone={item.tone ?? "quiet"}>{item.status}</StatusTag>
          {item.hint !== undefined && <small>{item.hint}</small>}
        </li>
      ))}
    </ul>
  );
}
