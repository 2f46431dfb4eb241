import type { ReactNode } from "react";

export type FigureProps = {
  label: ReactNode;
  /** Already formatted; null is a gap and draws a dash. */
  value: ReactNode | null;
  unit?: ReactNode;
  /** Says why there is no value, or how to read it. */
  note?: ReactNode;
  source?: { href: string; label: ReactNode };
};

/** One key figure of a `Figures` row: label, big value, note and the link to its source. */
export function Figure({ label, value, unit, note, source }: FigureProps) {
  const gap = value === null;
  return (
    <div>
      <dt>{label}</dt>
      <dd className={gap ? "value gap" : "value"}>
        {gap ? "–" : value}
        {!gap && unit !== undefined && <small> {unit}</small>}
      </dd>
      {note !== undefined && <dd>{note}</dd>}
      {source !== undefined && (
        <dd>
          <a href={source.href}>{source.label}</a>
        </dd>
      )}
    </div>
  );
}

/** Key figures side by side. */
export function Figures({ children }: { children: ReactNode }) {
  return <dl className="figures">{children}</dl>;
}
