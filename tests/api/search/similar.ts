import { describe, expect, it } from "vitest";
import type { SearchableRow, SearchEngine } from "#graphql/search/engine.rules.ts";
import { asking, idOf, makeRow, numbersOf } from "../../support/search/rows.ts";

/** What both engines must do for "similar practices" and for "cities like mine". */
export function similarContract(engine: () => SearchEngine) {
  async function only(...rows: SearchableRow[]) {
    await engine().clear();
    await engine().put(rows);
  }
  async function similar(number: number, concepts: readonly string[], most = 20): Promise<number[]> {
    const ids = await engine().similar({ kind: "practice", id: idOf(number), concepts, most });
    return ids.map((id) => Number(id.slice(-12)));
  }

  describe("similar", () => {
    it("are those that are about most of the same concepts, then the newest, then those that touch one", async () => {
      await only(
        makeRow(300, { strong: ["pumps", "schools", "heat"] }),
        makeRow(301, { strong: ["pumps"], publishedOn: "2025-01-01" }),
        makeRow(302, { strong: ["schools"], publishedOn: "2025-01-03" }),
        makeRow(303, { strong: ["heat", "pumps", "trams"], publishedOn: "2020-01-01" }),
        makeRow(304, { strong: ["heat", "pumps", "schools"], publishedOn: null }),
        makeRow(305, { strong: ["trams"], weak: ["heat", "pumps", "schools"], publishedOn: "2026-01-01" }),
        makeRow(306, { title: "Pumps for schools", publishedOn: "2026-01-01" }),
        makeRow(307, { strong: ["heat"], publishedOn: null }),
        makeRow(308, { strong: ["pumps", "schools", "heat"], kind: "pilot" }),
      );
      expect(await similar(300, ["pumps", "schools", "heat"])).toEqual([304, 303, 302, 301, 307, 305]);
      expect(await similar(300, ["pumps", "schools", "heat"], 2)).toEqual([304, 303]);
      expect(await similar(300, ["heat"])).toEqual([303, 307, 304, 305]);
    });

    it("are none for what is about nothing, or about what no other is, and do not reach into filters", async () => {
      expect(await similar(300, [])).toEqual([]);
      expect(await similar(300, ["elephants"])).toEqual([]);
      expect(await similar(300, [`x" OR kind = "practice`, "'; DROP TABLE"])).toEqual([]);
    });

    it("compare many concepts, the first ones", async () => {
      const many = Array.from({ length: 30 }, (_, at) => `concept-${at}`);
      await only(
        makeRow(310, { strong: many }),
        makeRow(311, { strong: many.slice(0, 4), publishedOn: "2025-01-02" }),
        makeRow(312, { strong: many.slice(2, 8), publishedOn: "2025-01-01" }),
        makeRow(313, { strong: many.slice(0, 3), publishedOn: "2026-01-01" }),
        makeRow(314, { strong: many.slice(20), publishedOn: "2026-01-01" }),
      );
      expect(await similar(310, many)).toEqual([311, 312, 313]);
    });
  });

  describe("within what every row must have", () => {
    it("all is found and counted, its own facet too, and chosen facets do not collapse", async () => {
      const mine = { title: "Quokka", citySize: "50k_100k", region: "western" };
      await only(
        makeRow(320, { ...mine, country: "FR", area: "water" }),
        makeRow(321, { ...mine, country: "BE", area: "buildings" }),
        makeRow(322, { ...mine, country: "FR", citySize: "over_500k" }),
        makeRow(323, { ...mine, country: "ES", region: "southern" }),
        makeRow(324, { ...mine, kind: "city", country: "FR" }),
      );
      const within = { citySize: ["50k_100k"], region: ["western"] };
      for (const typed of ["quokka", ""]) {
        const all = await engine().search(asking(typed, { within }));
        expect([all.total, all.hits.length]).toEqual([3, 3]);
        expect(counts(all.facets.citySize)).toEqual({ "50k_100k": 3 });
        expect(counts(all.facets.country)).toEqual({ FR: 2, BE: 1 });
        const without = { within, except: { kind: "city" as const, id: idOf(324) } };
        const chosen = await engine().search(asking(typed, { ...without, filters: { country: ["FR"] } }));
        expect(chosen.hits.map(({ id }) => id)).toEqual([idOf(320)]);
        expect([chosen.total, counts(chosen.facets.country)]).toEqual([1, { FR: 1, BE: 1 }]);
        expect(counts(chosen.facets.kind)).toEqual({ practice: 1 });
        const other = await engine().search(asking(typed, { within, filters: { citySize: ["over_500k"] } }));
        expect([other.total, counts(other.facets.citySize)]).toEqual([0, { "50k_100k": 3 }]);
      }
      const exceptOne = asking("quokka", { except: { kind: "practice", id: idOf(324) } });
      expect(await numbersOf(engine(), exceptOne)).toContain(324);
    });
  });
}

function counts(values: readonly { value: string; count: number }[]) {
  return Object.fromEntries(values.map(({ value, count }) => [value, count]));
}
