import { describe, expect, it } from "vitest";
import { encodeGlobalID } from "@pothos/plugin-relay";
import { indexRow, rebuildSearch } from "#graphql/search/index/store.ts";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson } from "../../support/factories/person.ts";
import { makeConcept, makePilot } from "../../support/factories/pilot.ts";
import { makePractice, type PracticeOptions } from "../../support/factories/practice.ts";
import { versionOf } from "../../support/schema/version.ts";

const api = useApi();

type Hit = { kind: string; score: number; practice: { slug: string } | null; pilot: { slug: string } | null };
type Facet = { name: string; values: { value: string; count: number; selected: boolean }[] };
type Found = {
  total: number;
  page: number;
  pageCount: number;
  outOfRange: boolean;
  hits: Hit[];
  facets: Facet[];
  ignored: string[];
  engine: string;
};

async function search(
  variables: { words?: string; filters?: object; sort?: string; page?: number; pageSize?: number },
  person: string | null = null,
) {
  const query = `query($words: String, $filters: SearchFilters, $sort: SearchSort, $page: Int, $pageSize: Int) {
    search(words: $words, filters: $filters, sort: $sort, page: $page, pageSize: $pageSize) {
      total page pageCount outOfRange ignored engine facets { name values { value count selected } }
      hits { kind score practice { slug city { slug } concepts { slug } } pilot { slug } } } }`;
  const { data, errors } = await api().ask(person, query, variables);
  expect(errors).toBeUndefined();
  return data?.search as Found;
}
const slugs = ({ hits }: Found) => hits.map(({ practice, pilot }) => (practice ?? pilot)?.slug);
const facet = ({ facets }: Found, name: string) =>
  Object.fromEntries(
    facets.find((entry) => entry.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
  );

/** A practice with its document in the index. */
async function indexed(options: PracticeOptions) {
  const practice = await makePractice(api().prisma, options);
  await indexRow(api().prisma, api().search, "practice", practice.id);
  return practice;
}

describe("words", () => {
  it("finds without accents and in any case, in both directions", async () => {
    const practice = await indexed({ title: "Éclairage économe des rues", language: "fr" });
    for (const words of ["eclairage econome", "ÉCLAIRAGE", "éclairages économes", "l’éclairage"])
      expect(slugs(await search({ words })), words).toContain(practice.slug);
  });

  it("forgives a misspelling, and finds a compound by its part and a part by its compound", async () => {
    const lamps = await indexed({ title: "Luminaires that dim at night" });
    expect(slugs(await search({ words: "luminiares" }))).toContain(lamps.slug);
    const german = await indexed({ title: "Straßenbeleuchtung mit Sensoren", language: "de" });
    expect(slugs(await search({ words: "beleuchtung" }))).toContain(german.slug);
    expect(slugs(await search({ words: "strasenbeleuchtung" }))).toContain(german.slug);
    const split = await indexed({ title: "Wärme aus dem Rechenzentrum", language: "de" });
    expect(slugs(await search({ words: "Rechenzentrumswärme" }))).toContain(split.slug);
  });

  it("knows inflected words: German, Finnish, Greek", async () => {
    const german = await indexed({ title: "Öffentliche Gebäude werden saniert", language: "de" });
    expect(slugs(await search({ words: "öffentlicher gebäuden" }))).toContain(german.slug);
    const finnish = await indexed({ title: "Katuvalaistus himmenee yöllä", language: "fi" });
    expect(slugs(await search({ words: "katuvalaistuksen" }))).toContain(finnish.slug);
    const greek = await indexed({ title: "Φωτισμός δρόμων", language: "el" });
    expect(slugs(await search({ words: "φωτισμού" }))).toContain(greek.slug);
  });

  it("finds a text in another language through the labels of its concepts and the area's names", async () => {
    await makeConcept(api().prisma, "heat-recovery", { en: "heat recovery", fr: "récupération de chaleur" });
    const practice = await indexed({
      title: "Fjärrvärme ur serverhallar",
      language: "sv",
      concepts: ["heat-recovery"],
      area: "green_ict",
    });
    expect(slugs(await search({ words: "récupération de chaleur" }))).toContain(practice.slug);
    expect(slugs(await search({ words: "heat recovery" }))).toContain(practice.slug);
    const water = await indexed({ title: "Contadores inteligentes", language: "es", area: "water" });
    expect(slugs(await search({ words: "wasser" }))).toContain(water.slug);
  });

  it("takes words together, the last as a beginning, and quotes as a phrase; titles first", async () => {
    const title = await indexed({ title: "Zirconium roadmap" });
    const body = await indexed({ title: "Something else", solution: "We drew a roadmap for zirconium." });
    expect(slugs(await search({ words: "zirconium roadmap" }))).toEqual([title.slug, body.slug]);
    expect(slugs(await search({ words: "zirconium road" }))).toEqual([title.slug, body.slug]);
    expect(slugs(await search({ words: "“zirconium roadmap”" }))).toEqual([title.slug]);
    expect(slugs(await search({ words: "the zirconium of roadmap" }))).toHaveLength(2);
    expect((await search({ words: "zirconium elephants" })).total).toBe(0);
  });

  it("answers hostile input without an error", async () => {
    const hostile = [
      `"`,
      `"""`,
      `'`,
      `')); DROP TABLE "City"; --`,
      "( ) & | ! <-> :*",
      "a:* & b",
      "%",
      "100%_\\",
      "\u0001\u0007",
      "\\",
      "x".repeat(10_000),
      "ä ".repeat(5000),
      "🌱🌱 🚲",
      "☂",
      "{}[]$1 ${2}",
      "NULL",
      "\n\t\r",
      "«»“”„",
      "-–—",
      "the of and",
      "1e309 0x1f 3.14 -7",
      "http://example.org/a?b=c&d",
      "a@b.c",
      "مرحبا",
      "日本語",
      "ﬁ ℌ ①",
      "İstanbul ſ",
    ];
    for (const words of hostile) {
      const found = await search({ words });
      expect(found.total, JSON.stringify(words.slice(0, 20))).toBeGreaterThanOrEqual(0);
      expect(found.engine).toBe("postgres");
    }
    expect(await api().prisma.city.count()).toBeGreaterThan(0);
  });
});

describe("facets", () => {
  it("do not collapse, and sum right", async () => {
    const fr = await makeCity(api().prisma, { countryCode: "FR", population: 60_000 });
    const de = await makeCity(api().prisma, { countryCode: "DE", population: 600_000 });
    const title = "Quokka counting";
    await indexed({ title, cityId: fr.id, area: "water" });
    await indexed({ title, cityId: fr.id, area: "buildings" });
    const translated = await indexed({ title, cityId: de.id, area: "buildings", role: null, stage: null });
    await api().prisma.practiceTranslation.create({
      data: { practiceId: translated.id, language: "de", origin: "human", sourceVersion: 1, title: "Quokkas zählen" },
    });
    await indexRow(api().prisma, api().search, "practice", translated.id);

    const all = await search({ words: "quokka" });
    expect(all.total).toBe(3);
    expect(all.facets.map(({ name }) => name)).toEqual([
      "kind",
      "area",
      "role",
      "country",
      "citySize",
      "stage",
      "evidence",
      "language",
      "region",
      "grid",
      "cityLanguage",
    ]);
    expect(facet(all, "kind")).toEqual({ practice: 3 });
    expect(facet(all, "area")).toEqual({ buildings: 2, water: 1 });
    expect(facet(all, "citySize")).toEqual({ "50k_100k": 2, over_500k: 1 });
    expect(facet(all, "language")).toEqual({ en: 3, de: 1 });
    expect(facet(all, "stage")).toEqual({ deployed: 2 });
    expect(facet(all, "evidence")).toEqual({});

    const narrowed = await search({ words: "quokka", filters: { area: ["buildings"], country: ["FR"] } });
    expect(narrowed.total).toBe(1);
    expect(facet(narrowed, "area")).toEqual({ buildings: 1, water: 1 });
    expect(facet(narrowed, "country")).toEqual({ FR: 1, DE: 1 });
    expect(facet(narrowed, "citySize")).toEqual({ "50k_100k": 1 });
    expect(narrowed.facets.find(({ name }) => name === "area")?.values).toContainEqual({
      value: "buildings",
      count: 1,
      selected: true,
    });
    expect((await search({ words: "quokka", filters: { country: ["FR", "DE"], language: ["de"] } })).total).toBe(1);
    const none = await search({ words: "quokka", filters: { stage: ["ended"] } });
    expect(none.total).toBe(0);
    expect(none.facets.find(({ name }) => name === "stage")?.values).toEqual([
      { value: "deployed", count: 2, selected: false },
      { value: "ended", count: 0, selected: true },
    ]);
  });

  it("ignores and reports values that do not exist", async () => {
    const found = await search({
      words: "quokka",
      filters: { area: ["nonsense"], country: ["FR", "france'"], language: [] },
    });
    expect(found.ignored).toEqual(["area:nonsense", "country:france'"]);
    expect(found.total).toBe(2);
  });
});

describe("pages", () => {
  it("divide the total without doubles, and one that does not exist is said to be so", async () => {
    for (let index = 0; index < 7; index += 1)
      await indexed({ title: "Wombat bridges", publishedOn: new Date(`2025-01-0${index + 1}`) });
    const pages = await Promise.all([1, 2, 3].map((page) => search({ words: "wombat", page, pageSize: 3 })));
    expect(pages.map(({ total, pageCount, outOfRange, hits }) => [total, pageCount, outOfRange, hits.length])).toEqual([
      [7, 3, false, 3],
      [7, 3, false, 3],
      [7, 3, false, 1],
    ]);
    expect(new Set(pages.flatMap(slugs)).size).toBe(7);
    for (const page of [4, 0, -1, 2_147_483_647]) {
      expect(await search({ words: "wombat", page, pageSize: 3 }), String(page)).toMatchObject({
        total: 7,
        page,
        pageCount: 3,
        outOfRange: true,
        hits: [],
      });
    }
    expect((await search({ words: "wombat", pageSize: 100_000 })).hits).toHaveLength(7);
    expect((await search({ words: "wombat", pageSize: 0 })).hits).toHaveLength(1);
    expect(await search({ words: "unfindable zzz" })).toMatchObject({ total: 0, pageCount: 0, outOfRange: false });
    const newest = await search({ words: "", sort: "newest", pageSize: 50 });
    expect(newest.total).toBe(await api().prisma.practice.count({ where: { state: "published" } }));
  });
});

describe("what the index holds", () => {
  it("never lets a draft out, even from a stale index", async () => {
    const { prisma } = api();
    const city = await makeCity(prisma);
    const editor = await makeMember(prisma, city.id);
    const practice = await indexed({ title: "Axolotl secret", cityId: city.id });
    await prisma.practice.update({ where: { id: practice.id }, data: { state: "draft" } });
    expect(await search({ words: "axolotl" })).toMatchObject({ hits: [], total: 0 });
    expect(slugs(await search({ words: "axolotl" }, editor))).toEqual([practice.slug]);
    await rebuildSearch(prisma, api().search);
    expect((await search({ words: "axolotl" }, editor)).total).toBe(0);
  });

  it("follows publishing, an edit and unpublishing once the jobs ran", async () => {
    const { prisma, drain } = api();
    const city = await makeCity(prisma);
    const approver = await makeMember(prisma, city.id, "approver");
    const coordinator = await makeNetworkPerson(prisma);
    const practice = await makePractice(prisma, { cityId: city.id, state: "submitted", title: "Pangolin ledger" });
    const id = encodeGlobalID("Practice", practice.id);
    const run = async (person: string, mutation: string) => {
      const { data } = await api().ask(
        person,
        `mutation($id: ID!, $version: Int!) { it: ${mutation} { __typename } }`,
        { id, version: await versionOf(prisma, id) },
      );
      expect(data?.it).toEqual({ __typename: "Practice" });
      await drain();
    };
    expect((await search({ words: "pangolin" })).total).toBe(0);
    await run(coordinator, "movePractice(action: publish, id: $id, version: $version)");
    expect(slugs(await search({ words: "pangolin" }))).toEqual([practice.slug]);
    await run(
      approver,
      `savePracticeTranslation(id: $id, version: $version, language: "fr", title: "Registre des tatous")`,
    );
    expect(slugs(await search({ words: "tatou" }))).toEqual([practice.slug]);
    await run(coordinator, `movePractice(action: reopen, id: $id, version: $version, comment: "Please check.")`);
    expect((await search({ words: "pangolin" })).total).toBe(0);
  });

  it("holds pilots beside practices, with the names of their cities in all languages", async () => {
    const { prisma } = api();
    const city = await makeCity(prisma, { name: "Łódź", countryCode: "PL" });
    await prisma.cityName.create({ data: { cityId: city.id, locale: "de", name: "Lodsch" } });
    const pilot = await makePilot(prisma, { cityId: city.id, state: "accepted" });
    await indexRow(prisma, api().search, "pilot", pilot.id);
    const practice = await indexed({ cityId: city.id });
    for (const words of ["lodz", "Lodsch"])
      expect(slugs(await search({ words, filters: { kind: ["practice", "pilot"] } })).toSorted(), words).toEqual(
        [pilot.slug, practice.slug].toSorted(),
      );
    expect(slugs(await search({ words: "łódź", filters: { kind: ["pilot"] } }))).toEqual([pilot.slug]);
  });
});
