export type Crumb = { href?: string; label: string; lang?: string };

/** The way here; the last item, without address, is the page itself. */
export function Breadcrumbs({ label, items }: { label: string; items: readonly Crumb[] }) {
  return (
    <nav className="breadcrumbs" aria-label={label}>
      <ol>
        {items.map((item) => (
          <li key={item.label} lang={item.lang} aria-current={item.href === undefined ? "page" : undefined}>
            {item.href === undefined ? item.label : <a href={item.href}>{item.label}</a>}
          </li>
        ))}
      </ol>
    </nav>
  );
}
