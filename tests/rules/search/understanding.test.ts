import { readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { languages } from "#graphql/kernel/languages.ts";
import { conceptsOf } from "#graphql/search/understand/concepts.rules.ts";
import { fold } from "#graphql/search/words.rules.ts";
import { type Label, thesaurusOf } from "#graphql/search/understand/thesaurus.rules.ts";
import { conceptsIn, understand } from "#graphql/search/understand/rules.ts";

/** The thesaurus as it is delivered; without a stemmer, so that endings are compared. Stems: tests/api/search/concepts.test.ts. */
type Words = Record<string, { label: string; source: string; reviewed: boolean; alt: Word[] }>;
type Word = { text: string; source: string; reviewed: boolean };
const folder = "content/reference/concepts";
const facts = JSON.parse(readFileSync(`${folder}.json`, "utf8")) as { slug: string; broader: string[] }[];
const words = Object.fromEntries(
  languages.map((locale) => [locale, JSON.parse(readFileSync(`${folder}/${locale}.json`, "utf8")) as Words]),
);
const labels: Label[] = Object.entries(words).flatMap(([locale, all]) =>
  Object.entries(all).flatMap(([slug, { label, alt }]) => [
    { slug, locale, text: label, preferred: true },
    ...alt.map(({ text }) => ({ slug, locale, text, preferred: false })),
  ]),
);
const stems = (_configuration: string, word: string) => [word];
const broader = new Map(facts.map((fact) => [fact.slug, fact.broader]));
const index = thesaurusOf(labels, broader, () => null, stems);
const read = (query: string, more: { locale?: string; without?: string[] } = {}) =>
  understand(query, index, { stems, ...more });
const slugs = (query: string, locale?: string) =>
  read(query, locale ? { locale } : {}).concepts.map(({ slug }) => slug);

describe("the thesaurus", () => {
  it("has words in all 24 languages for every concept, each with its source and whether it was reviewed", () => {
    expect(readdirSync(folder).toSorted()).toEqual(languages.map((locale) => `${locale}.json`).toSorted());
    const known = facts.map(({ slug }) => slug).toSorted();
    for (const [locale, all] of Object.entries(words)) {
      expect(Object.keys(all).toSorted(), locale).toEqual(known);
      for (const [slug, { label, source, reviewed, alt }] of Object.entries(all)) {
        const entries = [{ text: label, source, reviewed }, ...alt];
        const odd = entries.filter(
          (entry) => entry.text.trim() === "" || entry.source === "" || typeof entry.reviewed !== "boolean",
        );
        expect(odd, `${locale} ${slug}`).toEqual([]);
        const texts = entries.map(({ text }) => text);
        expect(new Set(texts).size, `${locale} ${slug}`).toBe(texts.length);
      }
    }
  });

  it("orders its concepts without a circle", () => {
    const above = (slug: string, seen: string[]): void => {
      expect(seen, slug).not.toContain(slug);
      for (const wider of broader.get(slug) ?? []) {
        expect(broader.has(wider), `${slug} → ${wider}`).toBe(true);
        above(wider, [...seen, slug]);
      }
    };
    for (const { slug } of facts) above(slug, []);
  });

  it("finds every label again as its own concept, in its own language", () => {
    const lost = facts.flatMap(({ slug }) =>
      languages
        .filter((locale) => !slugs(words[locale]?.[slug]?.label ?? "", locale).includes(slug))
        .map((locale) => `${locale} ${slug}`),
    );
    expect(lost, "GEMET has one Dutch word, gemeente, for two concepts").toEqual(["nl municipality"]);
  });
});

describe("a query", () => {
  it.each(["street lighting", "éclairage public", "Straßenbeleuchtung", "oświetlenie uliczne", "φωτισμός δρόμων"])(
    "%s is street lighting",
    (query) => expect(slugs(query)).toEqual(["street-lighting"]),
  );

  it("may lack accents and capitals, and be mistyped", () => {
    for (const query of ["eclairage public", "ECLAIRAGE PUBLIC", "strasenbeleuchtung", "oswietlenie uliczne"])
      expect(slugs(query), query).toEqual(["street-lighting"]);
    for (const query of ["stret lighting", "street lihgting", "gatubelysnning"])
      expect(slugs(query), query).toEqual(["street-lighting"]);
  });

  it("may hold compounds, split or joined", () => {
    expect(slugs("Energiemanagementsystem")).toEqual(["energy-management"]);
    expect(slugs("gatubelysning")).toEqual(["street-lighting"]);
    expect(slugs("Parkplatzbeleuchtung", "de")).toContain("street-lighting");
    expect(slugs("streetlighting")).toEqual(["street-lighting"]);
    expect(slugs("straßen beleuchtung")).toEqual(["street-lighting"]);
  });

  it("may be inflected", () => {
    for (const [query, slug] of [
      ["katuvalaistuksen", "street-lighting"],
      ["közvilágításról", "street-lighting"],
      ["otwartych danych", "open-data"],
      ["οδοφωτισμού", "street-lighting"],
      ["semaforów", "traffic-light"],
    ] as const)
      expect(slugs(query), query).toEqual([slug]);
  });

  it("takes the longest label, and finds several side by side", () => {
    expect(slugs("smart street lighting")).toEqual(["smart-street-lighting"]);
    expect(slugs("LED street lighting in schools")).toEqual(["led-lighting", "street-lighting", "school"]);
    const { concepts, rest } = read("Open data in Łódź");
    expect(concepts.map(({ slug, matched }) => [slug, matched])).toEqual([["open-data", "Open data"]]);
    expect(rest).toContain("Łódź");
  });

  it("takes phrases in quotes as they are written, and leaves alone what it does not know", () => {
    expect(read('"street lighting" heat pumps')).toMatchObject({
      concepts: [{ slug: "heat-pump" }],
      rest: ['"street lighting"'],
    });
    for (const nonsense of ["xyzzy", "qwertz uiop", "blorptastic fnord", "1234", "☂", "", "\u0001"])
      expect(read(nonsense).concepts, nonsense).toEqual([]);
  });

  it("gives the words back when a guess is taken away", () => {
    expect(read("street lighting heat pumps", { without: ["street-lighting"] })).toMatchObject({
      concepts: [{ slug: "heat-pump" }],
      rest: ["street", "lighting"],
    });
  });

  it("always means the same, in capitals and without accents too, and never fails", () => {
    const text = fc.array(
      fc.oneof(fc.constantFrom(...labels.map((label) => label.text)), fc.string({ unit: "grapheme", maxLength: 12 })),
      { maxLength: 4 },
    );
    fc.assert(
      fc.property(text, fc.constantFrom(...languages), (parts, locale) => {
        const query = parts.join(" ");
        const meaning = read(query, { locale });
        expect(read(query, { locale })).toEqual(meaning);
        const of = ({ concepts }: typeof meaning) => concepts.map(({ slug, score }) => [slug, score]);
        if (fold(query).length <= 150 && query.length <= 150)
          expect(of(read(fold(query), { locale }))).toEqual(of(meaning));
        for (const { score } of meaning.concepts) expect(score).toBeGreaterThan(0.5);
      }),
      { numRuns: 60 },
    );
  });
});

describe("a document", () => {
  it("speaks of concepts in its own language, and is not guessed at", () => {
    expect(conceptsIn("Katuvalaistus ja kaukolämpö.", "fi", index, stems)).toEqual([
      "district-heating",
      "street-lighting",
    ]);
    expect(conceptsIn("Distrct heating", "en", index, stems)).not.toContain("district-heating");
    expect(conceptsIn("Katuvalaistus", "xx", index, stems)).toEqual([]);
  });

  it("is about its tags and titles, and touches what its texts say and what is broader", () => {
    const spoken: Record<string, string[]> = {
      title: ["open-data"],
      summary: ["school"],
      body: ["school", "open-data"],
    };
    const text = { language: "en", title: "title", summary: "summary", body: "body" };
    expect(conceptsOf(["led-lighting"], [text], (words_) => spoken[words_] ?? [], broader)).toEqual({
      strong: ["led-lighting", "open-data"],
      weak: ["lighting-equipment", "public-data", "school"],
    });
  });
});
