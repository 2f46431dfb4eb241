import type { ReactNode } from "react";
import { heading, type HeadingLevel } from "../html.ts";
import { Disclosure } from "../layout/disclosure.tsx";

export type ChartWithTableProps = {
  title: ReactNode;
  /** What can be read from the chart, in a sentence. */
  description: ReactNode;
  level?: HeadingLevel;
  id?: string;
  /** The chart, without title and description of its own. */
  children: ReactNode;
  /** The same numbers as a `DataTable`. */
  table: ReactNode;
  /** Folds the table away under these words; without them it always shows. */
  tableLabel?: string;
  /** Where the numbers come from. */
  source?: ReactNode;
};

/** A chart under its heading, the sentence that says what it shows, and its numbers as a table.
 *  Screen readers get heading, sentence and table; the drawing keeps silent. */
export function ChartWithTable(props: ChartWithTableProps) {
  const { title, description, level = 3, id, children, table, tableLabel, source } = props;
  const Title = heading(level);
  return (
    <figure className="chart-with-table" id={id}>
      <Title>{title}</Title>
      <p>{description}</p>
      {children}
      {tableLabel === undefined ? table : <Disclosure summary={tableLabel}>{table}</Disclosure>}
      {source !== undefined && <p className="caption">{source}</p>}
    </figure>
  );
}
