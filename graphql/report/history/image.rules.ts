import { changesOf, type FieldChange } from "./rules.ts";

/** Two images of one thing with all that belongs to it, as they were kept at different times. */

type Image = Readonly<Record<string, unknown>>;

/** Field by field, then row by row of its lists, what differs. Rows are told apart by their ids: what only the later image has
 *  comes with `before: null`. A row is its fields as JSON. */
export function imageChanges(before: Image, after: Image): FieldChange[] {
  const own = { action: "update", before: fieldsOf(before), after: fieldsOf(after) };
  const fields = changesOf(own).filter(({ field }) => !isHidden(field));
  const [old, fresh] = [rowsOf(before), rowsOf(after)];
  const rows = [...new Set([...old.keys(), ...fresh.keys()])].map((key) => ({
    field: key.split("/")[0] ?? key,
    before: old.get(key) ?? null,
    after: fresh.get(key) ?? null,
  }));
  return [...fields, ...rows.filter((row) => row.before !== row.after)];
}

const silent = new Set(["id", "version", "state", "createdAt", "updatedAt", "sourceVersion", "position", "onBehalf"]);
const isHidden = (field: string) => silent.has(field) || field.endsWith("Id");

const isRow = (value: unknown): value is Image => typeof value === "object" && value !== null && !Array.isArray(value);
const isList = (value: unknown): value is Image[] => Array.isArray(value) && value.some(isRow);

function fieldsOf(image: Image): Image {
  return Object.fromEntries(Object.entries(image).filter(([, value]) => !isRow(value) && !isList(value)));
}

function rowsOf(image: Image): Map<string, string> {
  const lists = Object.entries(image).flatMap(([field, value]) => (isList(value) ? [{ field, rows: value }] : []));
  return new Map(
    lists.flatMap(({ field, rows }) =>
      rows.map((row): [string, string] => [`${field}/${"id" in row ? String(row.id) : told(row)}`, told(row)]),
    ),
  );
}

/** What a row tells, in one order, whatever the order in which a database keeps it. */
function told(row: Image): string {
  const fields = flat(row).filter(([field, value]) => !isHidden(field) && value !== null && value !== "");
  return JSON.stringify(Object.fromEntries(fields.toSorted(([a], [b]) => (a < b ? -1 : 1))));
}

function flat(row: Image): [string, unknown][] {
  return Object.entries(row).flatMap(([field, value]): [string, unknown][] =>
    isRow(value) ? flat(value) : [[field, typeof value === "string" ? value.replace(/T00:00:00\.000Z$/, "") : value]],
  );
}
