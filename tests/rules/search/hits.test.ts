import { describe, expect, it } from "vitest";
import { conceptsOfRow } from "#graphql/search/understand/concepts.rules.ts";
import { afterParents } from "#graphql/search/find/rules.ts";

describe("parts among the hits", () => {
  const order = (...rows: string[]) =>
    afterParents(
      rows.map((row) => {
        const [key = "", parent] = row.split("<");
        return { key, parent: parent ?? null };
      }),
    ).map(({ key }) => key);

  it("stand after what they belong to, wherever it would have stood", () => {
    expect(order("r1<p1", "p2", "p1", "r2<p1")).toEqual(["p1", "r1", "p2", "r2"]);
    expect(order("p1", "r1<p1", "p2")).toEqual(["p1", "r1", "p2"]);
    expect(order("r1<p1", "r2<p1", "p1")).toEqual(["p1", "r1", "r2"]);
  });

  it("stay where they are when that is not there", () => {
    expect(order("r1<p1", "c1", "p2")).toEqual(["r1", "c1", "p2"]);
    expect(order()).toEqual([]);
  });
});

describe("concepts of a document", () => {
  const read = (text: string) => (text === "" ? [] : text.toLowerCase().split(" "));
  const broader = new Map([["lamps", ["lighting"]]]);
  const texts = [{ language: "en", title: "Lamps", summary: "schools", body: "" }];
  const parent = { tags: ["trams"], titles: [{ language: "en", title: "Depots" }] };

  it("of a practice are strong in its title and tags, weak in its texts and one step broader", () => {
    expect(conceptsOfRow({ kind: "practice", tags: ["heat"], texts }, read, broader)).toEqual({
      strong: ["heat", "lamps"],
      weak: ["lighting", "schools"],
    });
  });

  it.each(["result", "tool"] as const)("of a %s are its own, and weak those that its practice is about", (kind) => {
    const { strong, weak } = conceptsOfRow({ kind, tags: [], texts, parent }, read, broader);
    expect(strong).toEqual(["lamps"]);
    expect(weak).toEqual(["depots", "lighting", "schools", "trams"]);
  });

  it("of a city are none, whatever its name says", () => {
    expect(conceptsOfRow({ kind: "city", tags: [], texts }, read, broader)).toEqual({ strong: [], weak: [] });
  });
});
