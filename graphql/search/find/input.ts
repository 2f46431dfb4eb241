import { Area, EvidenceLevel, IctRole, Stage } from "#prisma/generated/client/enums.ts";
import { gridBands, regions } from "#graphql/city/likeness/rules.ts";
import { languages } from "#graphql/kernel/languages.ts";
import { facetNames, type FacetName, type Filters, searchKinds } from "../engine.rules.ts";
import { citySizes } from "#graphql/city/rules.ts";

export { gridBands };
export const mostHits = 50;
const mostValues = 30;

const oneOf = (values: readonly string[]) => (value: string) => values.includes(value);

const known: Record<FacetName, (value: string) => boolean> = {
  kind: oneOf(searchKinds),
  area: oneOf(Object.values(Area)),
  role: oneOf(Object.values(IctRole)),
  country: (value) => /^[A-Z]{2}$/.test(value),
  citySize: oneOf(citySizes),
  stage: oneOf(Object.values(Stage)),
  evidence: oneOf(Object.values(EvidenceLevel)),
  language: oneOf(languages),
  region: oneOf(regions),
  grid: oneOf(gridBands),
  cityLanguage: (value) => /^[a-z]{2}$/.test(value),
};

/** Keeps the values that exist and names the others as `facet:value`: an old or mistyped address still finds something. */
export function readFilters(given: Partial<Record<FacetName, readonly string[] | null>>): {
  filters: Filters;
  ignored: string[];
} {
  const filters: Filters = {};
  const ignored: string[] = [];
  for (const name of facetNames) {
    const values = [...new Set(given[name] ?? [])];
    const kept = values.filter(known[name]).slice(0, mostValues);
    if (kept.length > 0) filters[name] = kept;
    ignored.push(...values.filter((value) => !kept.includes(value)).map((value) => `${name}:${value.slice(0, 60)}`));
  }
  return { filters, ignored: ignored.slice(0, mostValues) };
}
