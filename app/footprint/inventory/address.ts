import { withParameters } from "#app/identity/parts/next.ts";
import { type Scope, SCOPES } from "#graphql/footprint/rules.ts";

/** A year of a city's footprint, as addresses name it. */
export type YearPlace = { city: string; year: number; scope: Scope };

/** The address of a page of a year, without the language; the scope is carried along. */
export function yearPath(
  { city, year, scope }: YearPlace,
  page = "",
  more: Record<string, string | null> = {},
): string {
  const path = `/cities/${city}/footprint/${year}${page && `/${page}`}`;
  return withParameters(path, { scope: scope === "territory" ? scope : null, ...more });
}

/** The scope that an address asks for; the administration's when it names none. */
export function scopeOf({ url }: { url: string }): Scope {
  const asked = new URL(url).searchParams.get("scope");
  return SCOPES.find((scope) => scope === asked) ?? "administration";
}
