import { beforeAll, describe, expect, it } from "vitest";
import { languages } from "#graphql/kernel/languages.ts";
import { indexRow } from "#graphql/search/index/store.ts";
import { useApi } from "../../support/api.ts";
import { makePractice, type PracticeOptions } from "../../support/factories/practice.ts";

const api = useApi({ filling: "reference" });
const made: Record<string, string> = {};

type Understood = { matched: string; score: number; concept: { slug: string; label: string } };
type Found = {
  total: number;
  widened: boolean;
  understood: Understood[];
  hits: { practice: { slug: string } | null }[];
};

async function search(variables: { words?: string; without?: string[]; concepts?: string[]; locale?: string }) {
  const query = `query($words: String, $without: [String!], $concepts: [String!], $locale: String) {
    search(words: $words, without: $without, concepts: $concepts, locale: $locale) { total widened
      understood { matched score concept { slug label(locale: "de") broader { slug } narrower { slug } } }
      hits { practice { slug } } } }`;
  const { data, errors } = await api().ask(null, query, variables);
  expect(errors).toBeUndefined();
  return data?.search as Found;
}
const meant = ({ understood }: Found) => understood.map(({ concept }) => concept.slug);
const slugs = ({ hits }: Found) => hits.map(({ practice }) => practice?.slug);

async function indexed(name: string, options: PracticeOptions) {
  const practice = await makePractice(api().prisma, options);
  await indexRow(api().prisma, api().search, "practice", practice.id);
  made[name] = practice.slug;
}

beforeAll(async () => {
  await indexed("tagged", { title: "Nya lampor", language: "sv", concepts: ["street-lighting"], area: null });
  await indexed("titled", { title: "Straßenbeleuchtung mit Sensoren", language: "de", area: null });
  await indexed("broader", { title: "Gyvas miestas", language: "lt", concepts: ["smart-street-lighting"], area: null });
  await indexed("said", { title: "Ein Abend", language: "de", summary: "Auch die Straßenbeleuchtung.", area: null });
  await indexed("buses", { title: "Pirmieji reisi", language: "lv", concepts: ["electric-bus"], area: null });
  await indexed("trams", { title: "Rails", concepts: ["public-transport"], area: null });
});

describe("a need in any language", () => {
  it("finds what is about it before what touches it, whatever language it is asked in", async () => {
    const asked = ["street lighting", "éclairage public", "oświetlenie uliczne", "φωτισμός δρόμων", "közvilágítás"];
    for (const words of [...asked, "katuvalaistuksen", "közvilágításról", "eclairage publics", "stret lighting"]) {
      const found = await search({ words });
      expect(meant(found), words).toEqual(["street-lighting"]);
      expect(slugs(found).slice(0, 2).toSorted(), words).toEqual([made.tagged, made.titled].toSorted());
      expect(slugs(found).slice(2).toSorted(), words).toEqual([made.broader, made.said].toSorted());
    }
  });

  it.each([
    ["ilmansaasteiden", "air-quality"],
    ["otwartych danych", "open-data"],
    ["Energiemanagementsystem", "energy-management"],
    ["gatubelysning", "street-lighting"],
    ["φωτισμού δρόμων", "street-lighting"],
    ["öffentlicher Beschaffungen", "public-procurement"],
    ["voitures électriques", "electric-vehicle"],
    ["the street lighting of the city", "street-lighting"],
    ["Waermedaemmung", "thermal-insulation"],
    ["fewer printers", "printer"],
  ])("understands %s", async (words, slug) => expect(meant(await search({ words }))).toEqual([slug]));

  it("does not ask for the word less beside what is to become less", async () => {
    const { hits } = await search({ words: "less street lighting" });
    expect(hits.map(({ practice }) => practice?.slug)).toContain(made.tagged);
    expect(meant(await search({ words: "less" }))).toEqual([]);
  });

  it("says what was understood, and undoes it", async () => {
    const found = await search({ words: "street lighting" });
    expect(found.understood).toMatchObject([
      { matched: "street lighting", score: 1, concept: { slug: "street-lighting", label: "Beleuchtung" } },
    ]);
    expect(found.understood[0]?.concept).toMatchObject({ broader: [{ slug: "urban-infrastructure" }] });
    const undone = await search({ words: "street lighting", without: ["street-lighting"] });
    expect(meant(undone)).toEqual([]);
    expect(slugs(undone)).not.toContain(made.titled);
    expect(meant(await search({ words: "street lighting", without: ["no-such-concept", "'; --"] }))).toHaveLength(1);
  });

  it("takes what was not understood as words, and phrases as they are written", async () => {
    expect(slugs(await search({ words: "street lighting Sensoren" }))[0]).toBe(made.titled);
    const quoted = await search({ words: '"street lighting"' });
    expect(meant(quoted)).toEqual([]);
    expect(slugs(quoted), "by the label of its concept").toEqual([made.broader]);
    expect(await search({ words: "blorptastic" })).toMatchObject({ total: 0, understood: [], widened: false });
  });

  it("goes on with what is broader where little is found, and says so", async () => {
    expect(await search({ words: "carsharing", locale: "de" })).toMatchObject({ total: 1, widened: true });
    const wider = await search({ words: "trolleybuses" });
    expect(wider).toMatchObject({ total: 2, widened: true, understood: [{ concept: { slug: "electric-bus" } }] });
    expect(slugs(wider)).toEqual([made.buses, made.trams]);
    const tram = await search({ words: "tram" });
    expect(tram).toMatchObject({ widened: false, understood: [{ concept: { slug: "public-transport" } }] });
    expect(slugs(tram)).toEqual([made.trams, made.buses]);
    expect(slugs(await search({ concepts: ["electric-bus"] }))).toEqual([made.buses, made.trams]);
    expect((await search({ concepts: ["no-such-concept"] })).total).toBe(0);
  });
});

describe("a phrase", () => {
  it("does not reach from the end of a title to its beginning", async () => {
    await indexed("caves", { title: "Caves of quartz" });
    expect((await search({ words: '"quartz caves"' })).total).toBe(0);
    expect(slugs(await search({ words: '"caves of quartz"' }))).toEqual([made.caves]);
  });
});

describe("a concept", () => {
  it("has words in all languages, each with its source, and its place in the order", async () => {
    const query = `{ concept(slug: "street-lighting") { label(locale: "fi") scheme gemetId eurovocId
      labels { locale text preferred source reviewed } words: labels(locale: "fr") { text } narrower { slug } } }`;
    const { data } = await api().ask(null, query);
    const concept = data?.concept as { labels: { locale: string }[]; words: { text: string }[] };
    expect(concept).toMatchObject({ label: "valaistus", scheme: "gemet", gemetId: "4814" });
    expect(concept.labels.map(({ locale }) => locale)).toEqual([...languages].toSorted());
    expect(concept.words.map(({ text }) => text)).toContain("éclairage public");
    expect(data?.concept).toMatchObject({
      narrower: [{ slug: "lighting-equipment" }, { slug: "smart-street-lighting" }],
    });
    expect((await api().ask(null, `{ concept(slug: "no-such") { slug } }`)).data).toEqual({ concept: null });
  });
});
