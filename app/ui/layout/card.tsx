import type { ReactNode } from "react";
import { heading, type HeadingLevel } from "../html.ts";

export type CardProps = {
  title: ReactNode;
  href?: string;
  /** Small line above the title. */
  caption?: ReactNode;
  children?: ReactNode;
  /** Last line: tags, pictures, dates. */
  foot?: ReactNode;
  level?: HeadingLevel;
  lang?: string;
};

/** One card of a `CardList`; the title's link covers it. */
export function Card({ title, href, caption, children, foot, level = 3, lang }: CardProps) {
  const Title = heading(level);
  return (
    <li className="card">
      <Title lang={lang}>{href === undefined ? title : <a href={href}>{title}</a>}</Title>
      {caption !== undefined && <p className="caption">{caption}</p>}
      {children}
      {foot !== undefined && <div className="foot">{foot}</div>}
    </li>
  );
}

/** A grid of cards. */
export function CardList({ children, label }: { children: ReactNode; label?: string }) {
  return (
    <ul className="cards" aria-label={label}>
      {children}
    </ul>
  );
}
