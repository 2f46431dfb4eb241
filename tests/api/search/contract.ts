import { describe, expect, it } from "vitest";
import type { SearchableRow, SearchEngine } from "#graphql/search/engine.rules.ts";
import { asking, idOf, makeRow, numbersOf } from "../../support/search/rows.ts";
import { kindsContract } from "./contract-kinds.ts";
import { similarContract } from "./similar.ts";
import { differences, forms, hostile } from "./contract-data.ts";

/** What both engines must do. `engine` answers an empty one. */
export function searchContract(name: "postgres" | "meilisearch", engine: () => SearchEngine) {
  /** These rows and no others. */
  async function only(...rows: SearchableRow[]) {
    await engine().clear();
    await engine().put(rows);
  }
  const find = (typed: string, more = {}) => numbersOf(engine(), asking(typed, more));

  describe("words", () => {
    it("are found in titles before names, names before summaries, summaries before texts", async () => {
      await only(
        makeRow(1, { body: "About zirconium." }),
        makeRow(2, { summary: "About zirconium." }),
        makeRow(3, { names: [{ language: null, text: "Zirconium" }] }),
        makeRow(4, { title: "Zirconium" }),
        makeRow(5, { title: "Something else" }),
      );
      expect(await find("zirconium")).toEqual([4, 3, 2, 1]);
      expect(await find("zirconium elephants")).toEqual([]);
    });

    it.each(forms)("$why: $words", async ({ title, language, words }) => {
      await only(makeRow(10, { title, language }));
      for (const asked of words) expect(await find(asked), asked).toContain(10);
    });

    it.each(differences)("differ here: $words in “$title”", async ({ title, language, words, by, why }) => {
      await only(makeRow(11, { title, language }));
      expect((await find(words)).includes(11), why).toBe(by === name);
    });

    it("are looked for in every language of a row, and quotes hold a phrase together", async () => {
      const text = (language: string, title: string) => ({ language, title, summary: "", body: "" });
      await only(
        makeRow(20, {
          texts: [text("sv", "Skatteregister"), text("el", "Μητρώο σπηλαίων"), text("pl", "Rejestr jaskiń")],
        }),
        makeRow(21, { title: "Register of quartz caves" }),
        makeRow(22, { title: "Quartz under the caves" }),
      );
      for (const words of ["skatteregister", "σπηλαιων", "jaskin"]) expect(await find(words), words).toContain(20);
      expect(await find("“quartz caves”")).toEqual([21]);
      expect((await find("quartz caves")).toSorted()).toEqual([21, 22]);
      expect(await find("the quartz of caves")).toHaveLength(2);
    });

    it("that are meant to hurt are answered, and change nothing", async () => {
      await only(makeRow(25, { title: "Zirconium" }), makeRow(26, { title: "Beryllium" }));
      for (const typed of hostile) {
        const label = JSON.stringify(typed.slice(0, 30));
        const answer = await engine().search(asking(typed));
        expect(answer.total, label).toBeGreaterThanOrEqual(answer.hits.length);
        const understood = { concepts: ["metals"], spans: [typed.slice(0, 200)], words: typed.slice(0, 200) };
        expect((await engine().search(asking(typed, understood))).total, label).toBeLessThanOrEqual(2);
      }
      expect(await find("zirconium")).toEqual([25]);
      expect(await find("-zirconium")).toEqual([25]);
    });
  });

  describe("concepts", () => {
    const understood = (concepts: string[], spans: string[], words = "", more = {}) =>
      find([...spans, words].join(" ").trim(), { concepts, spans, words, ...more });

    it("are found strong before weak before words, and do not need the words", async () => {
      await only(
        makeRow(30, { title: "Belysning", language: "sv", strong: ["lighting"] }),
        makeRow(31, { title: "Pumps", weak: ["lighting"] }),
        makeRow(32, { title: "A beacon" }),
        makeRow(33, { title: "Pumps" }),
      );
      expect(await understood(["lighting"], ["beacon"])).toEqual([30, 31, 32]);
      expect(await understood(["lighting"], ["nothing like it"])).toEqual([30, 31]);
    });

    it("come before words; of two, those that touch both first, then what is about more; the newest of equals first", async () => {
      await only(
        makeRow(40, { strong: ["pumps"], publishedOn: "2025-01-01" }),
        makeRow(41, { strong: ["pumps"], publishedOn: "2025-01-03" }),
        makeRow(42, { strong: ["pumps"], weak: ["schools"], publishedOn: "2024-01-01" }),
        makeRow(43, { strong: ["pumps", "schools"], publishedOn: "2023-01-01" }),
        makeRow(44, { weak: ["pumps", "schools"], publishedOn: "2025-02-01" }),
        makeRow(45, { weak: ["schools"], publishedOn: "2025-03-01" }),
        makeRow(46, { strong: ["pumps"], publishedOn: null }),
      );
      expect(await understood(["pumps", "schools"], ["pumpen", "schulen"])).toEqual([43, 42, 44, 41, 40, 46, 45]);
      expect(await understood(["pumps"], ["pumpen"], "", { sort: "newest" })).toEqual([44, 41, 40, 42, 43, 46]);
    });

    it("and the words that were not understood must both be there, unless little has both", async () => {
      await only(
        makeRow(50, { title: "In Ljubljana", strong: ["trams"] }),
        makeRow(51, { title: "In Zagreb", strong: ["trams"] }),
        makeRow(52, { title: "In Ljubljana" }),
      );
      expect(await understood(["trams"], ["tramvaj"], "ljubljana")).toEqual([50, 51]);
      expect((await understood(["trams"], ["tramvaj"], "reykjavik")).toSorted()).toEqual([50, 51]);
      await engine().put([53, 54, 55].map((number) => makeRow(number, { title: "In Ljubljana", weak: ["trams"] })));
      const both = await understood(["trams"], ["tramvaj"], "ljubljana");
      expect([both[0], both.toSorted()]).toEqual([50, [50, 53, 54, 55]]);
    });

    it("that are only broader than the asked ones, without a span, come after these and after their words", async () => {
      await only(
        makeRow(70, { title: "Pipes", weak: ["lighting"] }),
        makeRow(71, { title: "Pipes", strong: ["lighting"] }),
        makeRow(72, { title: "A beacon" }),
        makeRow(73, { title: "Pipes", weak: ["beacons"] }),
        makeRow(74, { title: "Pipes", strong: ["beacons"], weak: ["lighting"] }),
        makeRow(75, { title: "Pipes" }),
      );
      expect(await understood(["beacons", "lighting"], ["beacon", ""])).toEqual([74, 73, 72, 71, 70]);
    });

    it("do not reach into filters", async () => {
      await only(makeRow(55, { title: "Zirconium" }));
      const slug = `x"] OR kind IN ["practice`;
      for (const none of [slug, "'; --", "Ω"]) expect(await understood([none], ["nothing like it"]), none).toEqual([]);
      expect(await find("zirconium", { filters: { country: [`FR" OR "1" = "1`] } })).toEqual([]);
    });
  });

  describe("facets", () => {
    it("do not collapse, count exactly, and hold with words and concepts", async () => {
      const common = { title: "Quokka", strong: ["quokkas"] };
      await only(
        makeRow(60, { ...common, country: "FR", area: "water", citySize: "50k_100k", stage: "deployed" }),
        makeRow(61, { ...common, country: "FR", area: "buildings", citySize: "50k_100k", languages: ["en", "fr"] }),
        makeRow(62, { ...common, country: "DE", area: "buildings", evidence: "measured", kind: "pilot" }),
        makeRow(63, { country: "PL", area: "water", weak: ["quokkas"], title: "Marsupials" }),
      );
      for (const more of [{}, { concepts: ["quokkas"], spans: ["quokka"], words: "" }]) {
        const asked = asking("quokka", more);
        const extra = more.concepts ? { PL: 1 } : {};
        const all = await engine().search(asked);
        expect(counts(all.facets.country)).toEqual({ FR: 2, DE: 1, ...extra });
        expect(counts(all.facets.kind)).toEqual({ practice: more.concepts ? 3 : 2, pilot: 1 });
        expect(counts(all.facets.language)).toEqual({ en: more.concepts ? 4 : 3, fr: 1 });
        expect(counts(all.facets.stage)).toEqual({ deployed: 1 });
        expect(all.facets.country.map(({ value }) => value)[0]).toBe("FR");
        const narrow = await engine().search({ ...asked, filters: { area: ["buildings"], country: ["FR"] } });
        expect(narrow.total).toBe(1);
        expect(narrow.hits.map(({ id }) => id)).toEqual([idOf(61)]);
        expect(counts(narrow.facets.area)).toEqual({ water: 1, buildings: 1 });
        expect(counts(narrow.facets.country)).toEqual({ FR: 1, DE: 1 });
        expect(counts(narrow.facets.citySize)).toEqual({ "50k_100k": 1 });
        const contradictory = await engine().search({ ...asked, filters: { country: ["DE"], language: ["fr"] } });
        expect([contradictory.total, contradictory.hits]).toEqual([0, []]);
        expect(counts(contradictory.facets.country)).toEqual({ FR: 1 });
        const either = await engine().search({ ...asked, filters: { country: ["DE", "FR"] } });
        expect(either.total).toBe(3);
      }
    });
  });

  describe("pages", () => {
    it("divide an exact total without doubles or gaps, and are empty beyond it", async () => {
      await only(
        ...Array.from({ length: 47 }, (_, index) =>
          makeRow(100 + index, {
            title: "Wombat",
            publishedOn: `2025-02-${String(1 + (index % 28)).padStart(2, "0")}`,
          }),
        ),
      );
      const pages = await Promise.all(
        [1, 2, 3, 4, 5].map((page) => engine().search(asking("wombat", { page, pageSize: 10 }))),
      );
      expect(pages.map(({ total, hits }) => [total, hits.length])).toEqual(
        [10, 10, 10, 10, 7].map((size) => [47, size]),
      );
      expect(new Set(pages.flatMap(({ hits }) => hits.map(({ id }) => id))).size).toBe(47);
      for (const page of [6, 99_999]) {
        const answer = await engine().search(asking("wombat", { page, pageSize: 10 }));
        expect([answer.total, answer.hits]).toEqual([47, []]);
      }
      const newest = await find("wombat", { sort: "newest", pageSize: 3 });
      expect(newest).toEqual([127, 126, 125]);
    });

    it("without words hold everything, the newest first", async () => {
      const { total, hits } = await engine().search(asking("", { pageSize: 50 }));
      const { total: again, hits: same } = await engine().search(asking("  ", { pageSize: 50, sort: "newest" }));
      expect(total).toBe(47);
      expect(again).toBe(total);
      expect(hits.map(({ id }) => id)).toEqual(same.map(({ id }) => id));
      expect(hits[0]?.score).toBe(0);
    });
  });

  kindsContract(engine);
  similarContract(engine);

  describe("writing", () => {
    it("may be repeated, replaces what was there, and removes what was not written since", async () => {
      await only(makeRow(201));
      await engine().put([makeRow(200, { title: "Pangolin" }), makeRow(200, { title: "Pangolin ledger" })]);
      await engine().put([makeRow(200, { title: "Pangolin ledger" })]);
      expect(await find("pangolin")).toEqual([200]);
      await engine().put([makeRow(200, { title: "Armadillo" })]);
      expect(await find("pangolin")).toEqual([]);
      await engine().remove("practice", idOf(200));
      await engine().remove("practice", idOf(200));
      expect(await find("armadillo")).toEqual([]);
      const before = new Date();
      await engine().put([makeRow(201, { title: "Okapi" })]);
      await engine().prune(before);
      expect((await engine().search(asking(""))).total).toBe(1);
      await engine().clear();
      expect((await engine().search(asking(""))).total).toBe(0);
    });
  });
}

function counts(values: readonly { value: string; count: number }[]) {
  return Object.fromEntries(values.map(({ value, count }) => [value, count]));
}
