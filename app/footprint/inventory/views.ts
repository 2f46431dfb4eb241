import type { PathForm } from "#graphql/footprint/series/trajectory.rules.ts";

export type { PathForm };

const forms = ["linear", "constant_rate"] as const satisfies readonly PathForm[];

/** The path that the address names; null when it names none. */
export function pathForm(asked: string | null): PathForm | null {
  return forms.find((form) => form === asked) ?? null;
}

type Year = { year: number; total: object | null };

/** The years of the published inventories, the oldest first. */
export function publishedYears(years: readonly Year[]): number[] {
  return years.filter(({ total }) => total !== null).map(({ year }) => year);
}

type Footprint = { years: readonly Year[]; baseline: { baseYear: number } | null };

/** Which two years the address compares; from the baseline's to the latest when it names none. Null when there are no two. */
export function bridgeYears({ years, baseline }: Footprint, search: URLSearchParams) {
  const published = publishedYears(years);
  const asked = (name: string) => published.find((year) => String(year) === search.get(name));
  const base = published.find((year) => year === baseline?.baseYear);
  const [one, other] = [asked("from") ?? base ?? published[0], asked("to") ?? published.at(-1)];
  if (one === undefined || other === undefined || one === other) return null;
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

export type YearRun<Row> = { from: number; to: number; row: Row };

/** The years as rows of a table: years without an inventory that follow one another are one row. */
export function yearRuns<Row extends { year: number; status: string }>(years: readonly Row[]): YearRun<Row>[] {
  const runs: YearRun<Row>[] = [];
  for (const row of years) {
    const before = runs.at(-1);
    if (before?.row.status === "no_data" && row.status === "no_data") before.to = row.year;
    else runs.push({ from: row.year, to: row.year, row });
  }
  return runs;
}
