/** Puts a part (a result, a tool) that stands before what it belongs to right after it; all else stays in its order. */
export function afterParents<Row extends { key: string; parent: string | null }>(rows: readonly Row[]): Row[] {
  const byKey = new Map(rows.map((row) => [row.key, row]));
  const placed = new Set<Row>();
  for (const row of rows) {
    const parent = row.parent === null ? undefined : byKey.get(row.parent);
    if (parent) placed.add(parent);
    placed.add(row);
  }
  return [...placed];
}
