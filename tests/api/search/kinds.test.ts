import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";
import { indexRow, renewSearch } from "#graphql/search/index/store.ts";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { makePractice, makeTool } from "../../support/factories/practice.ts";
import { hostile } from "./contract-data.ts";
import { versionOf } from "../../support/schema/version.ts";

const api = useApi({ filling: "reference" });
type Hit = {
  kind: string;
  savedCarbonKg: number | null;
  practice: { title: string } | null;
  pilot: { title: string } | null;
  result: { note: string | null; practice: { title: string } | null; pilot: { title: string } | null } | null;
  tool: { title: string } | null;
  city: { name: string } | null;
};
type Found = { total: number; pageCount: number; outOfRange: boolean; hits: Hit[]; facets: Facet[]; ignored: string[] };
type Facet = { name: string; values: { value: string; count: number }[] };

async function search(variables: object, person: string | null = null): Promise<Found> {
  const query = `query($words: String, $filters: SearchFilters, $sort: SearchSort, $page: Int, $pageSize: Int) {
    search(words: $words, filters: $filters, sort: $sort, page: $page, pageSize: $pageSize) {
      total pageCount outOfRange ignored facets { name values { value count } }
      hits { kind savedCarbonKg practice { title } pilot { title } result { note practice { title } pilot { title } }
        tool { title } city { name } } } }`;
  const { data, errors } = await api().ask(person, query, variables);
  expect(errors).toBeUndefined();
  return data?.search as Found;
}
const names = ({ hits }: Found) =>
  hits.map(
    ({ kind, practice, pilot, result, tool, city }) =>
      `${kind}: ${practice?.title ?? pilot?.title ?? result?.note ?? tool?.title ?? city?.name}`,
  );
const counts = ({ facets }: Found, name: string) =>
  Object.fromEntries(
    facets.find((facet) => facet.name === name)?.values.map(({ value, count }) => [value, count]) ?? [],
  );

const saved = {
  indicatorCode: "co2_reduction",
  unitCode: "t_co2",
  value: 45,
  direction: "reduction",
  span: "year",
  evidence: "monitored",
  sourceTitle: "Report",
} as const;

/** A practice about the given word, with a result and a tool, all indexed. */
async function makeFamily(word: string, more: { cityId?: string; state?: "draft" } = {}) {
  const { prisma, search: engine } = api();
  const practice = await makePractice(prisma, { title: `${word} practice`, ...more });
  const note = `${word} result`;
  const result = await prisma.result.create({ data: { ...saved, note, practiceId: practice.id } });
  const tool = await makeTool(prisma, { practiceId: practice.id, title: `${word} tool` });
  await indexRow(prisma, engine, "practice", practice.id);
  return { practice, result, tool };
}

describe("results and tools", () => {
  it("are found with their practice, after it, and say where they belong", async () => {
    await makeFamily("Quoll");
    const found = await search({ words: "quoll" });
    expect(names(found)).toEqual(["practice: Quoll practice", "tool: Quoll tool", "result: Quoll result"]);
    expect(found.hits[2]?.result?.practice?.title).toBe("Quoll practice");
    expect(counts(found, "kind")).toEqual({ practice: 1, result: 1, tool: 1 });
    expect(counts(found, "evidence")).toEqual({ monitored: 3 });
    expect(names(await search({ words: "quoll", filters: { kind: ["result"] } }))).toEqual(["result: Quoll result"]);
    for (const words of ["CO₂ emissions avoided", "émissions de CO₂ évitées"])
      expect(names(await search({ words, filters: { kind: ["result"] } })), words).toContain("result: Quoll result");
  });

  it("are seen by whoever sees the practice, even from a stale index", async () => {
    const { prisma, search: engine } = api();
    const city = await makeCity(prisma);
    const editor = await makeMember(prisma, city.id);
    const { practice } = await makeFamily("Bilby", { cityId: city.id });
    expect((await search({ words: "bilby" })).total).toBe(3);
    await prisma.practice.update({ where: { id: practice.id }, data: { state: "draft" } });
    expect(await search({ words: "bilby" })).toMatchObject({ hits: [], total: 0 });
    expect((await search({ words: "bilby" }, editor)).hits).toHaveLength(3);
    await indexRow(prisma, engine, "practice", practice.id);
    expect((await search({ words: "bilby" }, editor)).total).toBe(0);
    await makeFamily("Dunnart", { cityId: city.id, state: "draft" });
    expect((await search({ words: "dunnart" }, editor)).total).toBe(0);
  });

  it("of a pilot are seen with it, and count in the practice that tells of it", async () => {
    const { prisma, search: engine } = api();
    const pilot = await makePilot(prisma, {
      ...{ title: "Quokka pilot", state: "accepted", acceptedOn: new Date("2026-01-01") },
    });
    const practice = await makePractice(prisma, { title: "Quokka practice", pilotId: pilot.id });
    await prisma.result.create({ data: { ...saved, note: "Quokka result", value: 7, pilotId: pilot.id } });
    await indexRow(prisma, engine, "pilot", pilot.id);
    const found = await search({ words: "quokka", sort: "carbon" });
    expect(found.hits.map(({ savedCarbonKg }) => savedCarbonKg)).toEqual([7000, 7000, 7000, null]);
    expect(found.hits.map(({ kind }) => kind)).toEqual(["practice", "pilot", "result", "result"]);
    await prisma.pilot.update({ where: { id: pilot.id }, data: { state: "draft" } });
    await indexRow(prisma, engine, "pilot", pilot.id);
    const after = await search({ words: "quokka", sort: "carbon" });
    expect(after.hits.map(({ practice: row, savedCarbonKg }) => [row?.title, savedCarbonKg])).toEqual([
      [practice.title, null],
    ]);
  });
});

describe("a result that is taken away", () => {
  it("leaves the index, also when its pilot left it in the same moment", async () => {
    const { prisma, drain, search: engine } = api();
    const pilot = await makePilot(prisma, { title: "Echidna pilot", state: "accepted" });
    const { id } = await prisma.result.create({ data: { ...saved, note: "Echidna result", pilotId: pilot.id } });
    await indexRow(prisma, engine, "pilot", pilot.id);
    expect(names(await search({ words: "echidna", sort: "carbon" }))).toContain("result: Echidna result");
    await prisma.pilot.update({ where: { id: pilot.id }, data: { state: "changes_requested" } });
    const editor = await makeMember(prisma, pilot.cityId);
    const mutation =
      "mutation($id: ID!, $resultId: ID!) { removeResult(id: $id, version: 1, resultId: $resultId) { __typename } }";
    const ids = { id: encodeGlobalID("Pilot", pilot.id), resultId: encodeGlobalID("Result", id) };
    const { data } = await api().ask(editor, mutation, ids);
    expect(data).toEqual({ removeResult: { __typename: "Pilot" } });
    await drain();
    expect(await prisma.searchDocument.count({ where: { rowId: { in: [id, pilot.id] } } })).toBe(0);
    expect((await search({ words: "echidna" })).total).toBe(0);
  });
});

describe("cities", () => {
  it("are found by their names, their country and what they are like, once they are listed", async () => {
    const { prisma, search: engine } = api();
    const listed = { name: "Łomża", countryCode: "PL", language: "pl", population: 63_000 };
    const city = await makeCity(prisma, listed);
    await prisma.cityName.create({ data: { cityId: city.id, locale: "el", name: "Γουόμζα" } });
    const candidate = await makeCity(prisma, { ...listed, name: "Łomża candidate", signedOn: null });
    for (const { id } of [city, candidate]) await indexRow(prisma, engine, "city", id);
    for (const words of ["lomza", "Γουόμζα", "Polska"])
      expect(names(await search({ words, filters: { kind: ["city"] } })), words).toEqual(["city: Łomża"]);
    const filters = { region: ["eastern"], grid: ["over_400"], cityLanguage: ["pl"], citySize: ["50k_100k"] };
    const found = await search({ filters });
    expect(names(found)).toEqual(["city: Łomża"]);
    expect(counts(found, "region")).toEqual({ eastern: 1 });
  });

  it("and what was done there follow a change of the city's page", async () => {
    const { prisma, drain, search: engine } = api();
    const city = await makeCity(prisma, { name: "Wombatville", countryCode: "SE", language: "sv" });
    await makeFamily("Wombat", { cityId: city.id });
    await indexRow(prisma, engine, "city", city.id);
    expect(counts(await search({ words: "wombat" }), "citySize")).toEqual({ "100k_250k": 4 });
    const editor = await makeMember(prisma, city.id);
    const mutation = `mutation($id: ID!, $input: UpdateCityInput!) { updateCity(id: $id, input: $input) { __typename } }`;
    const input = { version: city.version, population: 700_000, populationYear: 2025, populationSource: "Census" };
    const { data } = await api().ask(editor, mutation, { id: encodeGlobalID("City", city.id), input });
    expect(data).toEqual({ updateCity: { __typename: "City" } });
    await drain();
    expect(counts(await search({ words: "wombat" }), "citySize")).toEqual({ over_500k: 4 });
    expect(counts(await search({ words: "wombatville", filters: { kind: ["city"] } }), "citySize")).toEqual({
      over_500k: 1,
    });
  });

  it("come with the first practice that is published there, and go with it; so do its results and tools", async () => {
    const { prisma, drain } = api();
    const city = await makeCity(prisma, { name: "Zirkonia", signedOn: null });
    const coordinator = await makeNetworkPerson(prisma);
    const practice = await makePractice(prisma, { title: "Beryl practice", cityId: city.id, state: "submitted" });
    await prisma.result.create({
      data: { ...saved, note: "Beryl result", practiceId: practice.id },
    });
    const id = encodeGlobalID("Practice", practice.id);
    const run = async (mutation: string) => {
      const { data } = await api().ask(
        coordinator,
        `mutation($id: ID!, $version: Int!) { it: ${mutation} { __typename } }`,
        { id, version: await versionOf(prisma, id) },
      );
      expect(data?.it).toEqual({ __typename: "Practice" });
      await drain();
    };
    await run("movePractice(action: publish, id: $id, version: $version)");
    expect(names(await search({ words: "zirkonia" }))[0]).toBe("city: Zirkonia");
    expect(names(await search({ words: "beryl" }))).toContain("result: Beryl result");
    await run(`movePractice(action: reopen, id: $id, version: $version, comment: "Please check.")`);
    expect((await search({ words: "zirkonia" })).total).toBe(0);
    expect((await search({ words: "beryl" })).total).toBe(0);
  });
});

describe("bad input", () => {
  it("is answered: any words, pages that do not exist, filters that contradict each other or do not exist", async () => {
    for (const words of hostile) {
      const found = await search({ words, filters: { kind: ["result", "city", "tool"] }, sort: "carbon" });
      expect(found.total, words.slice(0, 30)).toBeGreaterThanOrEqual(found.hits.length);
    }
    for (const page of [0, -7, 99_999])
      expect(await search({ words: "e", page }), String(page)).toMatchObject({ hits: [], outOfRange: true });
    const contradictory = { kind: ["city"], evidence: ["verified"], region: ["southern"], grid: ["under_100"] };
    expect(await search({ filters: contradictory })).toMatchObject({ total: 0, pageCount: 0, hits: [] });
    const { ignored, total } = await search({ filters: { region: ["Atlantis"], cityLanguage: ["Polish", "pl'"] } });
    expect(ignored).toEqual(["region:Atlantis", "cityLanguage:Polish", "cityLanguage:pl'"]);
    expect(total).toBeGreaterThan(5);
  });
});

describe("an update of the form of the documents", () => {
  it("has them all written again, once", async () => {
    const { prisma, search: engine } = api();
    await prisma.searchState.deleteMany();
    await prisma.searchDocument.deleteMany();
    expect(await renewSearch(prisma, engine)).toBeGreaterThan(5);
    expect(await prisma.searchDocument.count()).toBeGreaterThan(5);
    expect(await renewSearch(prisma, engine)).toBeNull();
  });
});
