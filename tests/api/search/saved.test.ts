import { beforeAll, describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson, makePerson } from "../../support/factories/person.ts";
import { makeSaved } from "../../support/desks/saved-search.ts";

const api = useApi();

const save = `mutation($words: String, $filters: SearchFilters, $like: LikeInput, $locale: String = "en", $cadence: SearchCadence = weekly) {
  saveSearch(words: $words, filters: $filters, like: $like, locale: $locale, cadence: $cadence) {
    __typename ... on SavedSearch { id words path cadence filters { name values } } ... on InvalidInput { issues { path code params { name value } } }
  } }`;
const change = `mutation($id: ID!, $cadence: SearchCadence!) { changeSavedSearch(id: $id, cadence: $cadence) {
  __typename ... on SavedSearch { cadence } } }`;
const remove = "mutation($id: ID!) { deleteSavedSearch(id: $id) { __typename } }";
const list = "{ savedSearches { id words cadence } }";
const stop = "mutation($token: String!) { unsubscribe(token: $token) { __typename ... on Unsubscribed { done } } }";

type Saved = { __typename: string; id: string; path: string; words: string; cadence: string; issues: object[] };

async function saved(person: string | null, variables: object): Promise<Saved> {
  const { data, errors } = await api().ask(person, save, variables);
  expect(errors).toBeUndefined();
  return data?.saveSearch as Saved;
}

describe("keeping a search", () => {
  it("is for everyone who is signed in, whatever their role", async () => {
    const { prisma } = api();
    const city = await makeCity(prisma);
    const people = [
      await makePerson(prisma),
      await makeMember(prisma, city.id),
      await makeNetworkPerson(prisma, "reviewer"),
      await makeNetworkPerson(prisma, "administrator"),
    ];
    for (const person of people) expect((await saved(person, { words: "lanterns" })).__typename).toBe("SavedSearch");
    expect((await saved(null, { words: "lanterns" })).__typename).toBe("Forbidden");
    expect((await api().ask(null, list)).errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });

  it("keeps words, filters and likeness as the finder has them, without what does not exist", async () => {
    const person = await makePerson(api().prisma);
    const filters = { country: ["PL", "Poland"], citySize: ["under_50k"], area: ["nonsense"], language: ["pl"] };
    const like = { city: "ghent", without: ["size"] };
    expect(await saved(person, { words: "  street\n\u0007 light ", filters, like })).toMatchObject({
      words: "street light",
      path: "/search?q=street+light&country=PL&size=under_50k&lang=pl&like=ghent&unlike=size",
      filters: [
        { name: "country", values: ["PL"] },
        { name: "citySize", values: ["under_50k"] },
        { name: "language", values: ["pl"] },
      ],
    });
    expect((await saved(person, { words: "\u{1F4A1}".repeat(500) })).words).toBe("\u{1F4A1}".repeat(200));
  });

  it("keeps the same search once, with the newest cadence", async () => {
    const person = await makePerson(api().prisma);
    const first = await saved(person, { words: "heat", filters: { country: ["PL", "SE"] }, cadence: "none" });
    const again = await saved(person, { words: "heat", filters: { country: ["SE", "PL"] }, cadence: "daily" });
    expect(again).toMatchObject({ id: first.id, cadence: "daily" });
    expect((await api().ask(person, list)).data?.savedSearches).toHaveLength(1);
  });

  it("keeps fifty at most, also when asked at once", async () => {
    const { prisma } = api();
    const person = await makePerson(prisma);
    for (let number = 1; number <= 49; number += 1) await makeSaved(prisma, person, { words: `number ${number}` });
    const answers = await Promise.all(["one", "two"].map((words) => saved(person, { words })));
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(["InvalidInput", "SavedSearch"]);
    const refused = answers.find(({ issues }) => issues);
    expect(refused?.issues).toMatchObject([
      { code: "too_many_saved_searches", params: [{ name: "max", value: "50" }] },
    ]);
    expect(await prisma.savedSearch.count({ where: { userId: person } })).toBe(50);
  });

  it("refuses a language that the interface does not have", async () => {
    const person = await makePerson(api().prisma);
    expect(await saved(person, { words: "x", locale: "xx" })).toMatchObject({
      issues: [{ path: "locale", code: "unknown_code" }],
    });
  });
});

describe("whose it is", () => {
  let owner = "";
  let stranger = "";
  let mine: Saved;

  beforeAll(async () => {
    owner = await makePerson(api().prisma);
    stranger = await makeNetworkPerson(api().prisma, "administrator");
    mine = await saved(owner, { words: "a private matter" });
  });

  it("is seen and changed by nobody else, the network's people included", async () => {
    expect((await api().ask(stranger, list)).data).toEqual({ savedSearches: [] });
    for (const [query, name] of [
      [change, "changeSavedSearch"],
      [remove, "deleteSavedSearch"],
    ] as const) {
      const { data } = await api().ask(stranger, query, { id: mine.id, cadence: "none" });
      expect(data?.[name]).toEqual({ __typename: "NotFound" });
    }
    const { data } = await api().ask(stranger, "query($id: ID!) { node(id: $id) { id } }", { id: mine.id });
    expect(data).toEqual({ node: null });
  });

  it("does not leave its words in the history", async () => {
    const entries = await api().prisma.auditEntry.findMany({ where: { subject: "SavedSearch", actorId: owner } });
    expect(entries.map(({ action }) => action)).toEqual(["search.save"]);
    expect(JSON.stringify(entries)).not.toContain("private");
  });

  it("is changed and deleted by its owner", async () => {
    const { data } = await api().ask(owner, change, { id: mine.id, cadence: "daily" });
    expect(data?.changeSavedSearch).toEqual({ __typename: "SavedSearch", cadence: "daily" });
    expect((await api().ask(owner, remove, { id: mine.id })).data?.deleteSavedSearch).toEqual({
      __typename: "SavedSearchDeleted",
    });
    expect((await api().ask(owner, remove, { id: mine.id })).data?.deleteSavedSearch).toEqual({
      __typename: "NotFound",
    });
  });

  it("goes with its owner's account", async () => {
    const { prisma } = api();
    const person = await makePerson(prisma);
    await makeSaved(prisma, person);
    await prisma.user.delete({ where: { id: person } });
    expect(await prisma.savedSearch.count({ where: { userId: person } })).toBe(0);
  });

  it("hears only of what is new once its mails are taken up again", async () => {
    const { prisma } = api();
    const row = await makeSaved(prisma, owner, { cadence: "none", checkedUntil: new Date("2026-01-01") });
    const id = Buffer.from(`SavedSearch:${row.id}`).toString("base64");
    await api().ask(owner, change, { id, cadence: "weekly" });
    const { checkedUntil } = await prisma.savedSearch.findUniqueOrThrow({ where: { id: row.id } });
    expect(checkedUntil).toEqual(api().clock.now());
  });
});

describe("unsubscribing", () => {
  it("needs no sign-in, may be repeated, and leaves the search to its owner", async () => {
    const { prisma } = api();
    const row = await makeSaved(prisma, await makePerson(prisma));
    for (let time = 1; time <= 2; time += 1) {
      const { data } = await api().ask(null, stop, { token: row.token });
      expect(data?.unsubscribe).toEqual({ __typename: "Unsubscribed", done: true });
    }
    expect(await prisma.savedSearch.findUnique({ where: { id: row.id } })).toMatchObject({ cadence: "none" });
  });

  it("says of every other token only that it is no longer valid", async () => {
    for (const token of ["", "unknown", "\u0007", "%", "a".repeat(5000), "' OR 1=1 --"]) {
      const { data } = await api().ask(null, stop, { token });
      expect(data?.unsubscribe, token.slice(0, 20)).toEqual({ __typename: "Unsubscribed", done: false });
    }
  });

  it("has a token that cannot be guessed, and that the API tells nobody", async () => {
    const { prisma } = api();
    const person = await makePerson(prisma);
    await saved(person, { words: "lanterns" });
    const { token } = await prisma.savedSearch.findFirstOrThrow({ where: { userId: person } });
    expect(token).toMatch(/^[\w-]{32}$/);
    const asked = await api().ask(person, "{ savedSearches { token } }");
    expect(asked.errors?.[0]?.message).toContain("Cannot query field");
  });
});
