/** Groups of files that reach themselves through their imports, each shown as one shortest round: "a → b → a". */
export function cycles(edges: readonly (readonly [from: string, to: string])[]): string[] {
  const next = new Map<string, Set<string>>();
  for (const [from, to] of edges) next.set(from, (next.get(from) ?? new Set()).add(to));
  const found = new Map<string, string>();
  for (const start of [...next.keys()].toSorted()) {
    const round = shortestRound(start, next);
    if (!round) continue;
    const key = round.toSorted().join(" ");
    if (!found.has(key)) found.set(key, [...round, start].join(" → "));
  }
  return [...found.values()];
}

function shortestRound(start: string, next: ReadonlyMap<string, ReadonlySet<string>>): string[] | null {
  const paths = [[start]];
  const seen = new Set<string>();
  for (const path of paths) {
    for (const target of next.get(path.at(-1) ?? "") ?? []) {
      if (target === start) return path;
      if (!seen.has(target)) paths.push([...path, target]);
      seen.add(target);
    }
  }
  return null;
}
