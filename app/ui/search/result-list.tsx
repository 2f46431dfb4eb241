import type { ReactNode } from "react";
import { heading, type HeadingLevel } from "../html.ts";

/** Results in order; `start` continues the numbering on later pages. */
export function ResultList({ children, label, start }: { children: ReactNode; label: string; start?: number }) {
  return (
    <ol className="results" aria-label={label} start={start}>
      {children}
    </ol>
  );
}

export type ResultItemProps = {
  href: string;
  title: ReactNode;
  lang?: string;
  /** Small line above: the kind of thing and where it comes from. */
  caption?: ReactNode;
  children?: ReactNode;
  /** Small line below: language note, date, tags. */
  foot?: ReactNode;
  level?: HeadingLevel;
};

/** One result: caption, linked title, a few words, a last line. */
export function ResultItem({ href, title, lang, caption, children, foot, level = 2 }: ResultItemProps) {
  const Title = heading(level);
  return (
    <li>
      <Title lang={lang}>
        <a href={href}>{title}</a>
      </Title>
      {caption !== undefined && <p className="caption">{caption}</p>}
      {children}
      {foot !== undefined && <div className="foot">{foot}</div>}
    </li>
  );
}

/** Says that there is nothing, and what to do next. */
export function EmptyState({ title, children }: { title: ReactNode; children?: ReactNode }) {
  return (
    <div className="empty-state">
      <b>{title}</b>
      {children}
    </div>
  );
}
