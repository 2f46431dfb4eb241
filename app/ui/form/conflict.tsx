import type { ReactNode } from "react";

export type ConflictVersion = { title: ReactNode; caption?: ReactNode; text: ReactNode; lang?: string };

export type ConflictProps = {
  title: ReactNode;
  intro?: ReactNode;
  mine: ConflictVersion;
  theirs: ConflictVersion;
  /** What to do now: buttons or fields. */
  children?: ReactNode;
};

/** Two versions of the same text side by side, after somebody else saved meanwhile. */
export function TwoVersions({ title, intro, mine, theirs, children }: ConflictProps) {
  return (
    <section className="conflict">
      <h2>{title}</h2>
      {intro !== undefined && <p>{intro}</p>}
      <Version {...mine} />
      <Version {...theirs} />
      {children !== undefined && <div className="conflict-actions">{children}</div>}
    </section>
  );
}

function Version({ title, caption, text, lang }: ConflictVersion) {
  return (
    <div>
      <h3>{title}</h3>
      {caption !== undefined && <p className="caption">{caption}</p>}
      <div className="plain" lang={lang}>
        {text}
      </div>
    </div>
  );
}
