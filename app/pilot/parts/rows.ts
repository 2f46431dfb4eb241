import type { PostedForm } from "#app/api/form.ts";
import type { FormProblem } from "#app/api/outcome.ts";
import type { FormState } from "#app/i18n/use-form.ts";

/** Rows of a repeated question, in fields named `name.0.key`; the hidden field `name.rows` says how many are shown. */

const most = 30;

/** The rows in which something was typed, in order. */
export function typedRows<Key extends string>(
  form: PostedForm,
  name: string,
  keys: readonly Key[],
): Record<Key, string>[] {
  const count = Math.min(most, Number.parseInt(form.text(`${name}.rows`), 10) || 0);
  const rows = Array.from({ length: count }, (_, index) => {
    const entries = keys.map((key) => [key, form.text(`${name}.${index}.${key}`).trim()]);
    return Object.fromEntries(entries) as Record<Key, string>;
  });
  return rows.filter((row) => keys.some((key) => row[key] !== ""));
}

/** The same rows as form values, without the blank ones between them, so that faults name the right row; `blank` more at the end. */
export function rowValues(name: string, rows: readonly Record<string, string>[], blank = 0): Record<string, string[]> {
  const values: Record<string, string[]> = { [`${name}.rows`]: [String(Math.max(1, rows.length + blank))] };
  for (const [index, row] of rows.entries()) {
    for (const [key, value] of Object.entries(row)) values[`${name}.${index}.${key}`] = [value];
  }
  return values;
}

/** Stored rows as useForm() takes them, with a blank one to fill in. */
export function storedRows(name: string, rows: readonly Record<string, string | null>[]): Record<string, string[]> {
  const texts = rows.map((row) => Object.fromEntries(Object.entries(row).map(([key, value]) => [key, value ?? ""])));
  return rowValues(name, texts, 1);
}

/** How many rows a form shows. */
export function rowCount(form: FormState, name: string): number {
  return Math.min(most, Math.max(1, Number.parseInt(form.value(`${name}.rows`), 10) || 1));
}

/** What must be filled in where a row is begun, for fields that the API cannot take blank. */
export function requiredFaults<Key extends string>(
  name: string,
  rows: readonly Record<Key, string>[],
  keys: readonly Key[],
): FormProblem | null {
  const issues = rows.flatMap((row, index) =>
    keys
      .filter((key) => row[key] === "")
      .map((key) => ({ path: `${name}.${index}.${key}`, code: "required", params: {} })),
  );
  return issues.length > 0 ? { issues, conflict: null } : null;
}

/** A problem whose rows the API calls `list` under the name that the form uses. */
export function inRows(problem: FormProblem, name: string): FormProblem {
  return {
    ...problem,
    issues: problem.issues.map((issue) => ({ ...issue, path: issue.path.replace(/^list\b/, name) })),
  };
}
