import type { LinkItem } from "../html.ts";

export type KindLinksProps = {
  label: string;
  /** `count` is already formatted. */
  items: readonly (LinkItem & { count: string })[];
};

/** Kinds of things to choose from, each with how many there are; the chosen one is marked. */
export function KindLinks({ label, items }: KindLinksProps) {
  return (
    <nav className="kinds" aria-label={label}>
      {items.map((item) => (
        <a key={item.href} href={item.href} aria-current={item.current ? "true" : undefined}>
          {item.label} <small>{item.count}</small>
        </a>
      ))}
    </nav>
  );
}
