import type { ReactNode } from "react";
import { heading, type HeadingLevel } from "../html.ts";

export type SectionProps = {
  title: ReactNode;
  id?: string;
  level?: HeadingLevel;
  intro?: ReactNode;
  children?: ReactNode;
  lang?: string;
};

/** A titled part of a page. */
export function Section({ title, id, level = 2, intro, children, lang }: SectionProps) {
  const Title = heading(level);
  return (
    <section id={id} className="section">
      <Title lang={lang}>{title}</Title>
      {intro !== undefined && <p>{intro}</p>}
      {children}
    </section>
  );
}

/** Actions in a row: links and buttons. */
export function Actions({ children }: { children: ReactNode }) {
  return <div className="actions">{children}</div>;
}

/** A link drawn as a button: `primary` once a page, `secondary` otherwise. */
export function ButtonLink({ href, children, look = "primary" }: ButtonLinkProps) {
  return (
    <a className={look === "primary" ? "button" : "button secondary"} href={href}>
      {children}
    </a>
  );
}

type ButtonLinkProps = { href: string; children: ReactNode; look?: "primary" | "secondary" };

/** Text for screen readers only. */
export function Hidden({ children }: { children: ReactNode }) {
  return <span className="hidden">{children}</span>;
}
