import { isRouteTypes, sourcesIn } from "../support/source/sources.ts";

/** Programs that start and end: they are no rooms. */
const programs = ["commands"];
/** What stands below every room: an arrow to one of these says nothing. */
export const foundations = ["vocabulary", "kernel"];

export type Rooms = {
  /** The rooms of the API, each with those that it needs. `""` is graphql/ itself, which puts them together. */
  api: ReadonlyMap<string, ReadonlySet<string>>;
  /** The rooms of the portal. */
  app: readonly string[];
  /** The rooms of the API of which the portal knows rules and inputs. */
  known: ReadonlySet<string>;
};

/** "pilot" for graphql/pilot/sharing/store.ts, "" for graphql/yoga.ts, null for other houses and for programs. */
function roomIn(house: string, path: string): string | null {
  const [top, room = "", inside] = path.split("/");
  if (top !== house) return null;
  if (inside === undefined) return "";
  return programs.includes(room) ? null : room;
}

/** The rooms as the code has them. An import of types alone needs nothing when the program runs, and is no arrow. */
export function roomsOfTheCode(): Rooms {
  const api = new Map<string, Set<string>>();
  const app = new Set<string>();
  const known = new Set<string>();
  for (const { path, imports } of sourcesIn("app", "graphql")) {
    const [own, page] = [roomIn("graphql", path), roomIn("app", path)];
    const needs = own === null ? undefined : (api.get(own) ?? new Set());
    if (own !== null && needs) api.set(own, needs);
    if (page) app.add(page);
    for (const entry of imports) {
      const target = entry.target === null || isRouteTypes(entry) ? null : roomIn("graphql", entry.target);
      if (entry.typeOnly || target === null) continue;
      if (needs && target !== own) needs.add(target);
      if (page && target) known.add(target);
    }
  }
  return { api, app: [...app].toSorted(), known };
}

/** How high each room stands above the foundations: one above the highest that it needs. A room that needs none stands right below
 *  the lowest that needs it. Throws when rooms need each other in a circle. */
export function heights({ api }: Pick<Rooms, "api">): Map<string, number> {
  const found = new Map<string, number>();
  const needsOf = (room: string) => [...(api.get(room) ?? [])].filter((other) => !foundations.includes(other));
  function heightOf(room: string, above: readonly string[]): number {
    if (above.includes(room)) throw new Error(`Rooms need each other in a circle: ${[...above, room].join(" → ")}`);
    const known = found.get(room);
    if (known !== undefined) return known;
    const height = 1 + Math.max(0, ...needsOf(room).map((other) => heightOf(other, [...above, room])));
    found.set(room, height);
    return height;
  }
  const rooms = [...api.keys()].filter((room) => !foundations.includes(room)).toSorted();
  for (const room of rooms) heightOf(room, []);
  for (const room of rooms.filter((name) => needsOf(name).length === 0)) {
    const above = rooms.filter((other) => api.get(other)?.has(room)).map((other) => found.get(other) ?? 1);
    if (above.length > 0) found.set(room, Math.min(...above) - 1);
  }
  return found;
}

/** The arrows that no others imply: pilot needs the charter and the charter the city, so "pilot needs the city" is left out. */
export function arrows({ api }: Pick<Rooms, "api">): [from: string, to: string][] {
  const reached = new Map<string, Set<string>>();
  function reach(room: string): Set<string> {
    const known = reached.get(room);
    if (known) return known;
    const all = new Set<string>();
    reached.set(room, all);
    for (const other of api.get(room) ?? []) for (const one of [other, ...reach(other)]) all.add(one);
    return all;
  }
  return [...api.keys()].toSorted().flatMap((from) => {
    const needs = [...(api.get(from) ?? [])].toSorted();
    const implied = (to: string) => needs.some((other) => other !== to && reach(other).has(to));
    return needs.filter((to) => !implied(to)).map((to): [string, string] => [from, to]);
  });
}
