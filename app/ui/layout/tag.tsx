import type { ReactNode } from "react";

export type StatusTone = "good" | "busy" | "risk" | "bad" | "quiet";

/** A keyword; with an address it is a link. */
export function Tag({ children, href, lang }: { children: ReactNode; href?: string; lang?: string }) {
  if (href === undefined) {
    return (
      <span className="tag" lang={lang}>
        {children}
      </span>
    );
  }
  return (
    <a className="tag" href={href} lang={lang}>
      {children}
    </a>
  );
}

/** A state in words with a mark of its own shape per tone. */
export function StatusTag({ tone, children }: { tone: StatusTone; children: ReactNode }) {
  return <span className={`status ${tone}`}>{children}</span>;
}

/** Keywords in a row. */
export function TagList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <div className="tags" role={label === undefined ? undefined : "group"} aria-label={label}>
      {children}
    </div>
  );
}
