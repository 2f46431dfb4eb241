import type { ReactNode } from "react";

export type PageShellProps = {
  skipLabel: string;
  header: ReactNode;
  footer: ReactNode;
  children: ReactNode;
};

/** The frame of every page inside `body`: skip link, header, main, footer. */
export function PageShell({ skipLabel, header, footer, children }: PageShellProps) {
  return (
    <>
      <a className="skip" href="#main">
        {skipLabel}
      </a>
      {header}
      <main id="main" tabIndex={-1}>
        {children}
      </main>
      {footer}
    </>
  );
}

/** Two columns on wide screens: the matter, and a narrower side. */
export function Columns({ children, side, sideLabel, sideFirst = false }: ColumnsProps) {
  return (
    <div className={sideFirst ? "columns side-first" : "columns"}>
      {sideFirst && <aside aria-label={sideLabel}>{side}</aside>}
      <div>{children}</div>
      {!sideFirst && <aside aria-label={sideLabel}>{side}</aside>}
    </div>
  );
}

type ColumnsProps = {
  children: ReactNode;
  side: ReactNode;
  sideLabel: string;
  /** Puts the side before the matter, for filters. */
  sideFirst?: boolean;
};
