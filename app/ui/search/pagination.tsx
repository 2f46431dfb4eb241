import { cx, type LinkItem } from "../html.ts";

export type PaginationProps = {
  label: string;
  /** Counted from 1. */
  page: number;
  pages: number;
  hrefOf: (page: number) => string;
  /** Accessible name of a page link, e.g. "Page 3". */
  pageLabel: (page: number) => string;
  previous: string;
  next: string;
};

/** Numbered pages with gaps; renders nothing for a single page. */
export function Pagination({ label, page, pages, hrefOf, pageLabel, previous, next }: PaginationProps) {
  if (pages < 2) return null;
  return (
    <nav className="pagination" aria-label={label}>
      <ul>
        {page > 1 && (
          <li>
            <a rel="prev" href={hrefOf(page - 1)}>
              {previous}
            </a>
          </li>
        )}
        {pageWindow(page, pages).map((shown, index, all) => (
          <li key={shown} className={cx(index > 0 && shown - (all[index - 1] ?? 0) > 1 && "gap")}>
            <a href={hrefOf(shown)} aria-label={pageLabel(shown)} aria-current={shown === page ? "page" : undefined}>
              {shown}
            </a>
          </li>
        ))}
        {page < pages && (
          <li>
            <a rel="next" href={hrefOf(page + 1)}>
              {next}
            </a>
          </li>
        )}
      </ul>
    </nav>
  );
}

/** The page numbers worth showing: first, last, and the neighbours of the current one. */
export function pageWindow(page: number, pages: number): number[] {
  const wanted = [1, page - 1, page, page + 1, pages];
  return [...new Set(wanted)].filter((shown) => shown >= 1 && shown <= pages).toSorted((a, b) => a - b);
}

/** Ways to sort, as links; the one in force is marked. */
export function SortLinks({ label, items }: { label: string; items: readonly LinkItem[] }) {
  return (
    <nav className="sort" aria-label={label}>
      <span aria-hidden="true">{label}</span>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? "true" : undefined}>
          {item.label}
        </a>
      ))}
    </nav>
  );
}
