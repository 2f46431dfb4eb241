const scopes = ["administration", "territory"] as const;

/** Which inventory an address names: city and year, with ?scope= and ?revision=. Null for a year that is none. */
export function askedInventory({ slug, year }: { slug: string; year: string }, search: URLSearchParams) {
  if (!/^\d{4}$/.test(year)) return null;
  const revision = search.get("revision");
  return {
    city: slug,
    year: Number(year),
    scope: scopes.find((scope) => scope === search.get("scope")) ?? ("administration" as const),
    revision: revision && /^\d{1,4}$/.test(revision) ? Number(revision) : null,
  };
}

/** Which of its lines an address asks for: ?category= and ?after=, 25 at once. */
export function askedLines(search: URLSearchParams) {
  return { first: 25, category: search.get("category") || null, after: search.get("after") || null };
}
