import { describe, expect, it } from "vitest";
import { conceptsSaid, labelIndexOf, mixSuggestions, placeIn, typedWords } from "#graphql/search/suggestion/rules.ts";

const label = (slug: string, locale: string, text: string, preferred = true) => ({ slug, locale, text, preferred });
const index = labelIndexOf([
  label("lighting", "en", "street lighting"),
  label("lighting", "en", "lamp", false),
  label("lighting", "fr", "éclairage public"),
  label("lighting", "de", "Straßenbeleuchtung"),
  label("lighting", "el", "φωτισμός δρόμων"),
  label("strategy", "en", "strategy"),
  label("strategy", "fr", "stratégie"),
  label("strategy", "de", "Strategie"),
  label("works", "en", "works of the street", false),
  label("works", "en", "road works"),
  label("stream", "cs", "strom"),
]);
const said = (typed: string, locale: string) => conceptsSaid(typedWords(typed), locale, index);

describe("what was typed", () => {
  it("is read as folded words, the beginning of a very long text, and needs two letters", () => {
    expect(typedWords("Éclairage  PUBL")).toEqual(["eclairage", "publ"]);
    for (const little of ["", " ", "a", "é", "%_", "☂", "'"]) expect(typedWords(little), little).toEqual([]);
    expect(typedWords("a b")).toEqual(["a", "b"]);
    expect(typedWords("x".repeat(10_000))[0]).toHaveLength(100);
    expect(typedWords("a ".repeat(5000)).length).toBeLessThan(10);
  });
});

describe("concepts", () => {
  it("are found by the beginning of a label or of a word in it, the reader's language first, each once", () => {
    expect(said("str", "en")).toEqual([
      { slug: "strategy", own: true, lang: "en", text: "strategy" },
      { slug: "lighting", own: true, lang: "en", text: "street lighting" },
      { slug: "works", own: true, lang: "en", text: "road works" },
      { slug: "stream", own: false, lang: "en", text: "stream" },
    ]);
    expect(said("STRASS", "fr")).toEqual([{ slug: "lighting", own: false, lang: "fr", text: "éclairage public" }]);
    expect(said("lam", "en")).toMatchObject([{ text: "street lighting" }]);
    expect(said("φωτισμ", "en")).toMatchObject([{ text: "street lighting", own: false }]);
    expect(said("eclairage pu", "fr")).toMatchObject([{ slug: "lighting", own: true }]);
    expect(said("street works", "en")).toEqual([]);
    expect(said("light", "sv"), "English where the reader's language has no label").toMatchObject([
      { lang: "en", text: "street lighting" },
    ]);
    expect(said("of", "en"), "short words inside a label say nothing").toEqual([]);
    expect(said("zz", "en")).toEqual([]);
  });
});

describe("a name or title", () => {
  it("begins with what was typed, holds a word that does, or neither", () => {
    const place = (text: string, typed: string) => placeIn(text, typedWords(typed));
    expect(place("Saint-Étienne", "saint et")).toBe(0);
    expect(place("Saint-Étienne", "etie")).toBe(1);
    expect(place("Łódź", "lod")).toBe(0);
    expect(place("Nantes", "antes")).toBe(2);
  });
});

describe("the list", () => {
  const concept = (name: string, own = true) => ({ name, own });
  const of = (kind: string, count: number) => Array.from({ length: count }, (_, at) => ({ name: `${kind}${at}` }));
  const names = (list: { name: string }[]) => list.map(({ name }) => name).join(" ");

  it("keeps a quarter for cities and one for practices, and gives away what they do not need", () => {
    const many = Array.from({ length: 9 }, (_, at) => concept(`own${at}`));
    expect(names(mixSuggestions(many, of("city", 9), of("title", 9), 8))).toBe(
      "own0 own1 own2 own3 city0 city1 title0 title1",
    );
    expect(names(mixSuggestions(many, [], [], 8))).toBe("own0 own1 own2 own3 own4 own5 own6 own7");
    expect(names(mixSuggestions([concept("own")], of("city", 1), of("title", 9), 4))).toBe("own city0 title0 title1");
    expect(names(mixSuggestions([concept("own"), concept("far", false)], of("city", 1), of("title", 1), 8))).toBe(
      "own city0 far title0",
    );
    expect(names(mixSuggestions([], of("city", 9), of("title", 9), 2))).toBe("city0 city1");
    expect(mixSuggestions(many, of("city", 9), of("title", 9), 0)).toEqual([]);
  });
});
