import { describe, expect, it } from "vitest";
import {
  type FacetName,
  facetNames,
  type SearchableRow,
  type SearchEngine,
  searchKinds,
} from "#graphql/search/engine.rules.ts";
import { asking, idOf, makeRow, numbersOf } from "../../support/search/rows.ts";

/**
 * What both engines must do with documents of several kinds. Here they do not differ: order by kind, by day and by saved carbon is
 * exact on both. Where rows are ranked by their words, only the order that the contract names is the same.
 */
export function kindsContract(engine: () => SearchEngine) {
  async function only(...rows: SearchableRow[]) {
    await engine().clear();
    await engine().put(rows);
  }
  const find = (typed: string, more = {}) => numbersOf(engine(), asking(typed, more));

  describe("kinds", () => {
    const oneOfEach = (given = {}) =>
      searchKinds.map((kind, at) => makeRow(500 + at, { kind, title: "Numbat", ...given }));

    it("are told apart, counted, and narrow like any facet", async () => {
      await only(...oneOfEach());
      const all = await engine().search(asking("numbat"));
      expect(all.hits.map(({ kind }) => kind)).toEqual(["practice", "pilot", "tool", "city", "result"]);
      expect(counts(all.facets.kind)).toEqual({ practice: 1, pilot: 1, result: 1, tool: 1, city: 1 });
      const some = await engine().search(asking("numbat", { filters: { kind: ["city", "result"] } }));
      expect([some.total, some.hits.map(({ kind }) => kind)]).toEqual([2, ["city", "result"]]);
      expect(counts(some.facets.kind)).toEqual(counts(all.facets.kind));
      expect(counts(some.facets.country)).toEqual({ FR: 2 });
      await engine().remove("result", idOf(502));
      await engine().remove("city", idOf(502));
      expect(await find("numbat")).toEqual([500, 501, 503, 504]);
    });

    it("put equals in order, then the newest; what is found by words puts results last, however well they fit", async () => {
      const day = (number: number) => `2025-03-0${number}`;
      const rows = searchKinds.flatMap((kind, at) =>
        [1, 2].map((number) =>
          makeRow(510 + 10 * at + number, {
            kind,
            title: "Numbat",
            strong: ["numbats"],
            publishedOn: day(number + at),
          }),
        ),
      );
      await only(...rows);
      const all = [512, 511, 522, 521, 532, 531, 542, 541, 552, 551];
      const expected = [512, 511, 522, 521, 542, 541, 552, 551, 532, 531];
      expect(await find("numbat")).toEqual(expected);
      expect(await find("")).toEqual(all);
      expect(await find("numbat", { concepts: ["numbats"], spans: ["numbat"], words: "" })).toEqual(expected);
      expect(await find("", { sort: "newest" })).toEqual([552, 542, 551, 532, 541, 522, 531, 512, 521, 511]);
    });

    it("keep results behind what only touches the thing, among them the best first", async () => {
      await only(
        makeRow(562, { kind: "result", title: "Numbats counted", strong: ["numbats"] }),
        makeRow(563, { kind: "practice", body: "About numbats, among others.", weak: ["numbats"] }),
        makeRow(564, { kind: "result", title: "Other", body: "Numbats, too.", weak: ["numbats"] }),
      );
      expect(await find("numbats")).toEqual([563, 562, 564]);
      expect(await find("numbats", { concepts: ["numbats"], spans: ["numbats"], words: "" })).toEqual([563, 562, 564]);
    });

    it("do not keep what says it in its title behind what only mentions it", async () => {
      await only(
        makeRow(560, { kind: "city", title: "Numbatville" }),
        makeRow(561, { kind: "practice", body: "Once tried in Numbatville." }),
      );
      expect(await find("numbatville")).toEqual([560, 561]);
    });

    it("that stand beside practices and pilots do not make it look as if enough was found", async () => {
      await only(
        makeRow(570, { title: "In Reykjavik", strong: ["trams"] }),
        makeRow(571, { title: "In Zagreb", strong: ["trams"] }),
        ...[572, 573, 574, 575].map((number) =>
          makeRow(number, { kind: "result", title: "In Reykjavik", weak: ["trams"] }),
        ),
      );
      const found = await find("tramvaj reykjavik", { concepts: ["trams"], spans: ["tramvaj"], words: "reykjavik" });
      expect(found[0]).toBe(570);
      expect(found).toContain(571);
    });
  });

  describe("saved carbon", () => {
    it("puts the most first, then what has no figure, the newest first; with every page whole", async () => {
      const rows = [
        makeRow(601, { savedCarbonKg: 4_500_000, publishedOn: "2020-01-01" }),
        makeRow(602, { savedCarbonKg: 4_500_000, kind: "result", publishedOn: "2020-01-01" }),
        makeRow(603, { savedCarbonKg: 12_000_000_000, kind: "pilot" }),
        makeRow(604, { savedCarbonKg: 0.5, publishedOn: "2026-01-01" }),
        makeRow(605, { publishedOn: "2026-02-01" }),
        makeRow(606, { kind: "city", publishedOn: null }),
        makeRow(607, { publishedOn: "2025-01-01" }),
        makeRow(608, { kind: "pilot", publishedOn: "2025-01-01" }),
      ].map((row) => ({
        ...row,
        strong: ["numbats"],
        texts: [{ language: "en", title: "Numbat", summary: "", body: "" }],
      }));
      await only(...rows);
      const expected = [603, 601, 602, 604, 605, 607, 608, 606];
      for (const more of [
        { typed: "" },
        { typed: "numbat" },
        { typed: "x", concepts: ["numbats"], spans: ["x"], words: "" },
      ]) {
        const { typed, ...rest } = more;
        expect(await find(typed, { ...rest, sort: "carbon" }), typed).toEqual(expected);
        const pages = [1, 2, 3, 4].map((page) => find(typed, { ...rest, sort: "carbon", page, pageSize: 3 }));
        expect((await Promise.all(pages)).flat(), typed).toEqual(expected);
      }
      const { hits } = await engine().search(asking("numbat", { sort: "carbon" }));
      expect(hits.map(({ savedCarbonKg }) => savedCarbonKg)).toEqual([
        ...[12_000_000_000, 4_500_000, 4_500_000, 0.5],
        ...[null, null, null, null],
      ]);
      const ranked = await engine().search(asking("numbat", { filters: { kind: ["result"] } }));
      expect(ranked.hits[0]?.savedCarbonKg).toBe(4_500_000);
    });
  });

  describe("the city's facets", () => {
    it("count exactly and do not collapse, with words, concepts, or neither", async () => {
      const common = { title: "Numbat", strong: ["numbats"] };
      await only(
        makeRow(701, { ...common, region: "northern", grid: "under_100", cityLanguage: "no", country: "NO" }),
        makeRow(702, { ...common, region: "northern", grid: "under_100", cityLanguage: "sv", country: "SE" }),
        makeRow(703, { ...common, region: "northern", grid: "250_to_400", cityLanguage: "et", country: "EE" }),
        makeRow(704, { ...common, region: "eastern", grid: "over_400", cityLanguage: "pl", country: "PL" }),
        makeRow(705, { ...common, region: "other", grid: "unknown", cityLanguage: "", country: "" }),
      );
      const understood = { concepts: ["numbats"], spans: ["numbat"], words: "" };
      for (const asked of [asking(""), asking("numbat"), asking("numbat", understood)]) {
        const all = await engine().search(asked);
        expect(counts(all.facets.region)).toEqual({ northern: 3, eastern: 1, other: 1 });
        expect(counts(all.facets.cityLanguage)).toEqual({ no: 1, sv: 1, et: 1, pl: 1 });
        const chosen = await engine().search({ ...asked, filters: { region: ["northern"], grid: ["under_100"] } });
        expect([chosen.total, chosen.hits.map(({ id }) => id).toSorted()]).toEqual([2, [idOf(701), idOf(702)]]);
        expect(counts(chosen.facets.region)).toEqual({ northern: 2 });
        expect(chosen.facets.grid.find(({ value }) => value === "under_100")?.count).toBe(2);
        expect(counts(chosen.facets.cityLanguage)).toEqual({ no: 1, sv: 1 });
        const spoken = await engine().search({ ...asked, filters: { cityLanguage: ["pl", "sv"] } });
        expect([spoken.total, counts(spoken.facets.cityLanguage)]).toEqual([2, { no: 1, sv: 1, et: 1, pl: 1 }]);
        expect(counts(spoken.facets.region)).toEqual({ northern: 1, eastern: 1 });
      }
    });

    it("may contradict each other: then nothing is found, and each still counts what it would let in", async () => {
      const filters = { region: ["eastern"], grid: ["under_100"], cityLanguage: ["pl"], kind: ["practice"] };
      const { total, hits, facets } = await engine().search(asking("numbat", { filters }));
      expect([total, hits]).toEqual([0, []]);
      expect(counts(facets.grid)).toEqual({ over_400: 1 });
      expect(counts(facets.region)).toEqual({});
    });

    it("take any value without harm", async () => {
      const hurtful = [
        "",
        `northern" OR region != "x`,
        "x".repeat(10_000),
        '\'; DROP TABLE "City"; --',
        "\u0001",
        "🌱",
      ];
      for (const name of facetNames)
        for (const value of hurtful) {
          const filters: Partial<Record<FacetName, string[]>> = { [name]: [value] };
          const label = `${name} ${value.slice(0, 10)}`;
          // PostgreSQL reads "" as the value of rows without one, Meilisearch as well: nothing else may come through.
          const { total } = await engine().search(asking("numbat", { filters }));
          if (value !== "") expect(total, label).toBe(0);
        }
      expect((await engine().search(asking("numbat"))).total).toBe(5);
    });
  });
}

function counts(values: readonly { value: string; count: number }[]) {
  return Object.fromEntries(values.map(({ value, count }) => [value, count]));
}
