import type { ReactNode } from "react";

export type FilterOption = {
  value: string;
  label: ReactNode;
  /** Already formatted; leave out where no count is known. */
  count?: string;
  checked?: boolean;
  lang?: string;
};

export type FilterGroup = {
  name: string;
  title: string;
  options: readonly FilterOption[];
  /** Open by default when something is ticked. */
  open?: boolean;
};

export type FilterPanelProps = {
  action: string;
  label: string;
  button: string;
  groups: readonly FilterGroup[];
  keep?: readonly (readonly [name: string, value: string])[];
  clear?: { href: string; label: string };
};

/** Groups of tick boxes with counts; one button applies them, no script needed. */
export function FilterPanel({ action, label, button, groups, keep, clear }: FilterPanelProps) {
  return (
    <form className="filters" method="get" action={action} aria-label={label}>
      {keep?.map(([key, kept]) => (
        <input key={`${key}=${kept}`} type="hidden" name={key} value={kept} />
      ))}
      {groups.map((group) => (
        <details key={group.name} open={group.open ?? group.options.some((option) => option.checked)}>
          <summary>{group.title}</summary>
          <fieldset aria-label={group.title}>
            {group.options.map((option) => (
              <label key={option.value} className="choice" lang={option.lang}>
                <input type="checkbox" name={group.name} value={option.value} defaultChecked={option.checked} />{" "}
                {option.label}
                {option.count !== undefined && <small>{option.count}</small>}
              </label>
            ))}
          </fieldset>
        </details>
      ))}
      <div className="actions">
        <button type="submit" className="button">
          {button}
        </button>
        {clear !== undefined && <a href={clear.href}>{clear.label}</a>}
      </div>
    </form>
  );
}

export type RemovableTag = {
  /** The address without this filter. */
  href: string;
  label: ReactNode;
  /** Says what the link does, before the label, for screen readers. */
  hidden: string;
  lang?: string;
};

/** The filters in force; each link takes one away. */
export function RemovableTags({ items, label }: { items: readonly RemovableTag[]; label: string }) {
  if (items.length === 0) return null;
  return (
    <ul className="tags" aria-label={label}>
      {items.map((item) => (
        <li key={item.href}>
          <a className="tag remove" href={item.href}>
            <span className="hidden">{item.hidden}</span> <span lang={item.lang}>{item.label}</span>
          </a>
        </li>
      ))}
    </ul>
  );
}
