import type { ReactNode } from "react";
import { cx } from "../html.ts";

export type Column<Row> = {
  key: string;
  header: string;
  cell: (row: Row) => ReactNode;
  numeric?: boolean;
  /** This cell names the row. */
  rowHeader?: boolean;
  /** Makes the header a link; `direction` only on the column in force. */
  sort?: { href: string; direction?: "ascending" | "descending" };
};

export type DataTableProps<Row> = {
  caption: string;
  captionHidden?: boolean;
  columns: readonly Column<Row>[];
  rows: readonly Row[];
  rowKey: (row: Row) => string;
  /** On small screens: scroll sideways (default), or one block per row. */
  narrow?: "scroll" | "stack";
  foot?: ReactNode;
};

/** A table with caption, scoped headers and sort links. The roles keep its meaning when rows are stacked. */
export function DataTable<Row>({
  caption,
  captionHidden,
  columns,
  rows,
  rowKey,
  narrow = "scroll",
  foot,
}: DataTableProps<Row>) {
  const table = (
    <table className={narrow} role="table">
      <caption className={captionHidden ? "hidden" : undefined}>{caption}</caption>
      <thead role="rowgroup">
        <tr role="row">
          {columns.map((column) => (
            <th
              key={column.key}
              scope="col"
              role="columnheader"
              className={cx(column.numeric && "number")}
              aria-sort={column.sort?.direction}
            >
              {column.sort === undefined ? column.header : <a href={column.sort.href}>{column.header}</a>}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={rowKey(row)} role="row">
            {columns.map((column) => renderCell(column, row))}
          </tr>
        ))}
      </tbody>
      {foot !== undefined && <tfoot role="rowgroup">{foot}</tfoot>}
    </table>
  );
  if (narrow === "stack") return table;
  return (
    <div className="scroll" role="region" aria-label={caption} tabIndex={0}>
      {table}
    </div>
  );
}

function renderCell<Row>(column: Column<Row>, row: Row) {
  const className = cx(column.numeric && "number");
  const value = column.cell(row);
  if (column.rowHeader) {
    return (
      <th key={column.key} scope="row" role="rowheader" className={className}>
        {value}
      </th>
    );
  }
  return (
    <td key={column.key} role="cell" className={className} data-label={column.header}>
      {value}
    </td>
  );
}
