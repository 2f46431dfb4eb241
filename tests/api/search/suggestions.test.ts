import { beforeAll, describe, expect, it } from "vitest";
import { indexRow } from "#graphql/search/index/store.ts";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { hostile } from "./contract-data.ts";

const api = useApi({ filling: "reference" });

type Suggestion = { kind: string; text: string; lang: string; slug: string };

async function suggested(words: string, locale = "en", first: number | null = 8): Promise<Suggestion[]> {
  const query = `query($words: String!, $locale: String!, $first: Int) {
    searchSuggestions(words: $words, locale: $locale, first: $first) { kind text lang slug } }`;
  const { data, errors } = await api().ask(null, query, { words, locale, first });
  expect(errors).toBeUndefined();
  return data?.searchSuggestions as Suggestion[];
}
const of = (kind: string, list: Suggestion[]) => list.filter((entry) => entry.kind === kind);

async function city(slug: string, name: string, names: Record<string, string> = {}, listed = true) {
  const { prisma, search } = api();
  const made = await makeCity(prisma, { slug, name, signedOn: listed ? "2024-05-01" : null });
  const rows = Object.entries(names).map(([locale, text]) => ({ cityId: made.id, locale, name: text }));
  await prisma.cityName.createMany({ data: rows });
  await indexRow(prisma, search, "city", made.id);
  return made;
}

beforeAll(async () => {
  const { prisma, search } = api();
  const quokka = await city("quokkaville", "Quokkaville", { de: "Quokkastadt", fr: "Quokkaville" });
  await city("saint-quokka", "Saint-Quokka");
  await city("hidden", "Quokkatown", {}, false);
  const add = async (title: string, more: object = {}) => {
    const practice = await makePractice(prisma, { title, cityId: quokka.id, ...more });
    await indexRow(prisma, search, "practice", practice.id);
    return practice;
  };
  const counted = await add("Counting quokkas", { slug: "counting" });
  await prisma.practiceTranslation.create({
    data: { practiceId: counted.id, language: "de", origin: "human", sourceVersion: 1, title: "Quokkas zählen" },
  });
  await indexRow(prisma, search, "practice", counted.id);
  await add("Quokka meters", { slug: "meters", publishedOn: new Date("2020-01-01") });
  const draft = await add("Quokka plans", { slug: "plans" });
  await prisma.practice.update({ where: { id: draft.id }, data: { state: "draft" } });
});

describe("suggestions", () => {
  it("name concepts in the reader's language, whatever language was typed, each once", async () => {
    const asked = [
      ["street li", "en", "street lighting"],
      ["éclairage pu", "fr", "éclairage"],
      ["ECLAIRAGE PU", "fr", "éclairage"],
      ["straßenbel", "fr", "éclairage"],
      ["φωτισμός δρ", "de", "Beleuchtung"],
    ] as const;
    for (const [typed, locale, text] of asked) {
      const concepts = of("concept", await suggested(typed, locale));
      expect(
        concepts.map((entry) => entry.slug),
        typed,
      ).toContain("street-lighting");
      const slugs = concepts.map((entry) => entry.slug);
      expect(new Set(slugs).size).toBe(slugs.length);
      if (locale !== "en")
        expect(concepts.find(({ slug }) => slug === "street-lighting")).toMatchObject({ text, lang: locale });
    }
    const [first] = await suggested("belys", "sv");
    expect(first).toMatchObject({ kind: "concept", slug: "street-lighting", lang: "sv" });
    expect((await suggested("street li", "xx"))[0]).toMatchObject({ kind: "concept", lang: "en" });
  });

  it("name public cities and published practices, in the reader's language where they can", async () => {
    expect(await suggested("quok", "en")).toEqual([
      { kind: "city", text: "Quokkaville", lang: "fr", slug: "quokkaville" },
      { kind: "city", text: "Saint-Quokka", lang: "fr", slug: "saint-quokka" },
      { kind: "practice", text: "Quokka meters", lang: "en", slug: "meters" },
      { kind: "practice", text: "Counting quokkas", lang: "en", slug: "counting" },
    ]);
    const german = await suggested("quok", "de");
    expect(german).toContainEqual({ kind: "city", text: "Quokkastadt", lang: "de", slug: "quokkaville" });
    expect(german).toContainEqual({ kind: "practice", text: "Quokkas zählen", lang: "de", slug: "counting" });
    expect(await suggested("quokkas za", "en")).toMatchObject([{ slug: "counting", text: "Counting quokkas" }]);
    expect(await suggested("quokkast", "en")).toMatchObject([{ slug: "quokkaville" }]);
    expect(await suggested("elephants quok")).toEqual([]);
  });

  it("are few, and none for too little", async () => {
    for (const words of ["", "q", " q ", "é", "☂☂", "%%"]) expect(await suggested(words), words).toEqual([]);
    expect(await suggested("quok", "en", 2)).toHaveLength(2);
    for (const first of [0, -1]) expect(await suggested("quok", "en", first)).toEqual([]);
    expect((await suggested("en", "en", 1_000_000)).length).toBeLessThanOrEqual(20);
    expect((await suggested("en", "en", null)).length).toBeLessThanOrEqual(8);
  });

  it("answer what is meant to hurt", async () => {
    for (const words of hostile) {
      const label = JSON.stringify(words.slice(0, 30));
      expect((await suggested(words, words.slice(0, 20))).length, label).toBeLessThanOrEqual(8);
    }
    expect(await suggested("quokkas')) | (('x")).toEqual([]);
  });
});
