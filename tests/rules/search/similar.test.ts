import { describe, expect, it } from "vitest";
import { rankSimilar, tellingFirst } from "#graphql/search/similar/rules.ts";

const own = { area: "water", role: "efficiency_analysis", strong: ["pumps", "schools", "heat"] };

function candidate(id: string, strong: string[], more: object = {}) {
  return { ...{ id, strong, weak: [], area: null, role: null, publishedOn: null }, ...more };
}
const ids = (candidates: Parameters<typeof rankSimilar>[1]) => rankSimilar(own, candidates).map(({ id }) => id);

describe("similar practices", () => {
  it("come by what both are about, then by how rare that is, by what they touch, by area and role, by day", () => {
    // "pumps" is a concept of five candidates, "heat" of four, "schools" of one.
    const day = (text: string) => ({ publishedOn: new Date(text) });
    expect(
      ids([
        candidate("old", ["pumps"], day("2020-01-01")),
        candidate("new", ["pumps"], day("2024-01-01")),
        candidate("place", ["pumps"], { ...day("2019-01-01"), area: "water" }),
        candidate("both", ["pumps", "heat"]),
        candidate("rare", ["schools"], day("2010-01-01")),
        candidate("heat1", ["heat"]),
        candidate("heat2", ["heat"], { area: "water", role: "efficiency_analysis" }),
        candidate("heat3", ["heat"], { weak: ["schools"] }),
        candidate("alike", ["pumps"], { ...day("2018-01-01"), area: "water", role: "efficiency_analysis" }),
        candidate("touched", ["trams"], { weak: ["pumps", "schools"], area: "water", ...day("2026-01-01") }),
        candidate("brushed", ["trams"], { weak: ["pumps"], area: "water", ...day("2026-01-01") }),
        candidate("other", ["trams"], { area: "water", role: "efficiency_analysis", ...day("2026-01-01") }),
      ]),
    ).toEqual("both rare heat3 heat2 heat1 alike place new old touched brushed".split(" "));
  });

  it("say what they share, the rarest first, and what is only touched last", () => {
    const candidates = [
      candidate("a", ["pumps", "schools"], { weak: ["heat"], area: "water" }),
      candidate("b", ["pumps"], { role: "efficiency_analysis" }),
    ];
    expect(rankSimilar(own, candidates)).toEqual([
      { id: "a", concepts: ["schools", "pumps", "heat"], sameArea: true, sameRole: false },
      { id: "b", concepts: ["pumps"], sameArea: false, sameRole: true },
    ]);
    const unknown = { ...own, area: null, role: null };
    expect(rankSimilar(unknown, [candidate("c", ["heat"])])[0]).toMatchObject({ sameArea: false, sameRole: false });
    expect(rankSimilar(own, [])).toEqual([]);
  });

  it("compare first what is not broader than another concept of the same practice", () => {
    const broader = new Map([["led", ["lighting"]]]);
    expect(tellingFirst(["lighting", "led", "schools"], broader)).toEqual(["led", "schools", "lighting"]);
  });
});
