import type { ReactNode } from "react";

export type PageTitleProps = {
  title: ReactNode;
  /** Small line above: the kind of page, or the step of a form. */
  caption?: ReactNode;
  lead?: ReactNode;
  lang?: string;
  /** Tags or actions below. */
  children?: ReactNode;
};

/** The page's only h1, with caption and lead. */
export function PageTitle({ title, caption, lead, lang, children }: PageTitleProps) {
  return (
    <div className="page-title">
      {caption !== undefined && <p className="caption">{caption}</p>}
      <h1 lang={lang}>{title}</h1>
      {lead !== undefined && <p className="lead">{lead}</p>}
      {children}
    </div>
  );
}
