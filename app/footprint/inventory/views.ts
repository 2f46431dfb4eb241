import type { PathForm } from "#graphql/footprint/series/trajectory.rules.ts";
import type { FootprintSeries } from "../show.tsx";

export type { PathForm };

const forms = ["linear", "constant_rate"] as const satisfies readonly PathForm[];

/** The path that the address names; null when it names none. */
export function pathForm(asked: string | null): PathForm | null {
  return forms.find((form) => form === asked) ?? null;
}

/** The years of the published inventories, the oldest first. */
export function publishedYears(years: FootprintSeries["years"]): number[] {
  return years.filter(({ total }) => total !== null).map(({ year }) => year);
}

/** Which two years the address compares; from the baseline's to the latest when it names none. Null when there are no two. */
export function bridgeYears({ years, baseline }: Pick<FootprintSeries, "years" | "baseline">, search: URLSearchParams) {
  const published = publishedYears(years);
  const asked = (name: string) => published.find((year) => String(year) === search.get(name));
  const base = published.find((year) => year === baseline?.baseYear);
  const [one, other] = [asked("from") ?? base ?? published[0], asked("to") ?? published.at(-1)];
  if (one === undefined || other === undefined || one === other) return null;
  return { from: Math.min(one, other), to: Math.max(one, other) };
}

type Row = FootprintSeries["years"][number];
export type YearRun = { from: number; to: number; row: Row };

/** The years as rows of a table: years without an inventory that follow one another are one row. */
export function yearRuns(years: readonly Row[]): YearRun[] {
  const runs: YearRun[] = [];
  for (const row of years) {
    const before = runs.at(-1);
    if (before?.row.status === "no_data" && row.status === "no_data") before.to = row.year;
    else runs.push({ from: row.year, to: row.year, row });
  }
  return runs;
}
