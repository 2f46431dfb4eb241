import type { ReactNode } from "react";

/** The words of a chart that stands alone: its name, and in a sentence what can be read from it.
 *  Inside a `ChartWithTable`, which says both, leave them out. */
export type ChartWords = { title: string; description: string } | { title?: undefined; description?: undefined };

type ChartFigureProps = { words: ChartWords; className: string; children: ReactNode };

/** The frame of one chart: a figure with its sentence, or only a box where the words already stand beside it. */
export function ChartFigure({ words, className, children }: ChartFigureProps) {
  if (words.title === undefined) return <div className={`chart ${className}`}>{children}</div>;
  return (
    <figure className={`chart ${className}`}>
      {children}
      <figcaption>{words.description}</figcaption>
    </figure>
  );
}

/** The drawing: an image with a name, or silent where heading, sentence and table say the same. */
export function Drawing({ words, children }: { words: ChartWords; children: ReactNode }) {
  if (words.title === undefined) return <svg aria-hidden="true">{children}</svg>;
  return (
    <svg role="img" aria-label={words.title}>
      {children}
    </svg>
  );
}
