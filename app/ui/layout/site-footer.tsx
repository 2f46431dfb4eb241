import type { ReactNode } from "react";
import type { LinkItem } from "../html.ts";
import { LinkList } from "./site-header.tsx";

export type SiteFooterProps = {
  groups: readonly { title: string; items: readonly LinkItem[] }[];
  children?: ReactNode;
};

/** Titled lists of links, then a closing text. */
export function SiteFooter({ groups, children }: SiteFooterProps) {
  return (
    <footer className="site-footer">
      {groups.map((group) => (
        <nav key={group.title} aria-label={group.title}>
          <b>{group.title}</b>
          <LinkList items={group.items} />
        </nav>
      ))}
      {children !== undefined && <div>{children}</div>}
    </footer>
  );
}
