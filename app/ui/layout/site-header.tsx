import type { LinkItem } from "../html.ts";
import { Slots } from "../slots/slots.tsx";

export type LanguageLink = { href: string; lang: string; label: string; current?: boolean };

export type SiteHeaderProps = {
  name: string;
  tagline?: string;
  homeHref: string;
  nav: { label: string; items: readonly LinkItem[] };
  languages: { label: string; items: readonly LanguageLink[] };
  account?: { label: string; items: readonly LinkItem[] };
};

/** Name with its mark, languages, account links and the main navigation. */
export function SiteHeader({ name, tagline, homeHref, nav, languages, account }: SiteHeaderProps) {
  return (
    <header className="site-header">
      <a className="brand" href={homeHref}>
        <Slots states={["full", "full", "full", "full", "full"]} size="medium" />
        <b>{name}</b>
        {tagline !== undefined && <small>{tagline}</small>}
      </a>
      <nav className="languages" aria-label={languages.label}>
        <ul>
          {languages.items.map((item) => (
            <li key={item.lang}>
              <a
                href={item.href}
                lang={item.lang}
                hrefLang={item.lang}
                rel="alternate"
                aria-current={item.current ? "true" : undefined}
              >
                {item.label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      <nav className="main-nav" aria-label={nav.label}>
        <LinkList items={nav.items} />
      </nav>
      {account !== undefined && (
        <nav className="account" aria-label={account.label}>
          <LinkList items={account.items} />
        </nav>
      )}
    </header>
  );
}

/** A plain list of links; an item with `post` is a one-button form. */
export function LinkList({ items }: { items: readonly LinkItem[] }) {
  return (
    <ul>
      {items.map((item) => (
        <li key={item.href + item.label}>
          {item.post ? (
            <form method="post" action={item.href}>
              <button type="submit" className="as-link">
                {item.label}
              </button>
            </form>
          ) : (
            <a href={item.href} lang={item.lang} hrefLang={item.lang} aria-current={item.current ? "page" : undefined}>
              {item.label}
            </a>
          )}
        </li>
      ))}
    </ul>
  );
}
