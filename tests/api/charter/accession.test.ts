import { describe, expect, it } from "vitest";
import type { Prisma } from "#prisma/client.ts";
import { admit, ask, change, issue, madeAccession, outcome } from "../../support/desks/accession.ts";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson, makePerson } from "../../support/factories/person.ts";

const api = useApi();

const porto = {
  name: "Porto Novo",
  country: "PT",
  type: "commune",
  language: "pt",
  population: 232000,
  populationYear: 2021,
};

describe("admitting a city", () => {
  it("opens an accession, gives a free address and shows the city to nobody outside yet", async () => {
    const { prisma } = api();
    await makeCity(prisma, { slug: "porto-novo", name: "Porto Novo", countryCode: "BJ" });
    const coordinator = await makeNetworkPerson(prisma);
    const result = await ask(api(), coordinator, admit, {
      input: { city: porto, charterVersionCode: "2016", interestedOn: "2026-10-02" },
    });
    expect(result).toMatchObject({
      state: "interested",
      city: { slug: "porto-novo-2", standing: "interested", charterCode: "2016" },
    });
    const { data } = await api().ask(null, `{ city(slug: "porto-novo-2") { id } }`);
    expect(data?.city).toBeNull();
    const [entry] = await prisma.auditEntry.findMany({ where: { action: "accession.admit" } });
    expect(entry).toMatchObject({
      actorId: coordinator,
      onBehalf: true,
      after: { charterVersion: "2016", interestedOn: "2026-10-02" },
    });
  });

  it("asks again before it makes a second city of the same name and country", async () => {
    const { prisma } = api();
    const coordinator = await makeNetworkPerson(prisma);
    const input = { city: { ...porto, name: "Saint-Denis", country: "FR" }, charterVersionCode: "2016" };
    expect((await ask(api(), coordinator, admit, { input })).__typename).toBe("Accession");
    expect(await ask(api(), coordinator, admit, { input })).toEqual(issue("city.namesake", "city_exists"));
    const namesake = { ...input, city: { ...input.city, namesake: true } };
    expect(await ask(api(), coordinator, admit, { input: namesake })).toMatchObject({
      city: { slug: "saint-denis-2" },
    });
  });

  it("lets a signatory accede to a newer text and keeps its old dates until it has signed it", async () => {
    const { city, coordinator } = await madeAccession(api(), { charter: "2009", signedOn: "2009-11-27" });
    const cityId = Buffer.from(`City:${city.id}`).toString("base64");
    const result = await ask(api(), coordinator, admit, { cityId, input: { charterVersionCode: "2016" } });
    expect(result).toMatchObject({ state: "interested", city: { standing: "signatory", charterCode: "2009" } });
    const clock = `query($slug: String!) { city(slug: $slug) { charterCode clock { kind due { date } } } }`;
    const before = await api().ask(coordinator, clock, { slug: city.slug });
    expect(before.data?.city).toMatchObject({
      clock: [{ due: { date: "2014-12-31" } }, { due: { date: "2020-12-31" } }],
    });
    const signed = { version: 1, signed: { date: "2020-03-01", precision: "month" } };
    await ask(api(), coordinator, change("updateAccession"), { id: result.id, input: signed });
    const after = await api().ask(null, clock, { slug: city.slug });
    expect(after.data?.city).toMatchObject({
      charterCode: "2016",
      clock: [{ due: { date: "2025-03-31" } }, { due: { date: "2030-03-31" } }],
    });
    expect(await ask(api(), coordinator, admit, { cityId, input: { charterVersionCode: "2016" } })).toEqual(
      issue("charterVersionCode", "already_acceded"),
    );
    expect(await ask(api(), coordinator, admit, { cityId, input: { charterVersionCode: "2011" } })).toEqual(
      issue("charterVersionCode", "newer_text_signed"),
    );
  });
});

describe("who may", () => {
  it("nobody but a coordinator writes, and nothing is written otherwise", async () => {
    const { prisma } = api();
    const { city, id } = await madeAccession(api(), { signedOn: "2024-05-01" });
    const stranger = await makeCity(prisma, {});
    const people = [
      null,
      await makePerson(prisma),
      await makeMember(prisma, city.id),
      await makeMember(prisma, city.id, "approver"),
      await makeMember(prisma, stranger.id, "approver"),
      await makeNetworkPerson(prisma, "reviewer"),
    ];
    const written = await counted(prisma);
    const tries: [string, Record<string, unknown>][] = [
      [admit, { input: { city: porto, charterVersionCode: "2016" } }],
      [change("updateAccession"), { id, input: { version: 1, note: "mine" } }],
      [change("addCeremony"), { id, input: { on: { date: "2024-05-01", precision: "day" }, kind: "local" } }],
      [change("addAccessionDocument"), { id, input: { kind: "photo", title: "mine" } }],
      [
        change("grantExtension"),
        { id, input: { commitment: "pilots", newDate: "2031-01-01", reason: "mine", decidedOn: "2026-01-01" } },
      ],
      [change("withdrawCity"), { id, input: { on: "2026-01-01", reason: "mine" } }],
      [change("lapseCity"), { id, input: { on: "2026-01-01", reason: "mine" } }],
      [change("reinstateCity"), { id, input: { reason: "mine" } }],
    ];
    for (const person of people) {
      for (const [query, variables] of tries)
        expect((await ask(api(), person, query, variables)).__typename).toBe("Forbidden");
    }
    expect(await counted(prisma)).toEqual(written);
    expect(await prisma.accession.count({ where: { note: "mine" } })).toBe(0);
  });

  it("an approver records the own council's decision once, and may step back before signing", async () => {
    const { prisma } = api();
    const { city, id } = await madeAccession(api(), { signedOn: null });
    const approver = await makeMember(prisma, city.id, "approver");
    const input = { version: 1, councilDecided: { date: "2026-09-26", precision: "day" } };
    const other = await makeMember(prisma, (await makeCity(prisma, {})).id, "approver");
    expect((await ask(api(), other, change("recordCouncilDecision"), { id, input })).__typename).toBe("NotFound");
    expect(
      (await ask(api(), await makeMember(prisma, city.id), change("recordCouncilDecision"), { id, input })).__typename,
    ).toBe("Forbidden");
    expect(await ask(api(), approver, change("recordCouncilDecision"), { id, input })).toMatchObject({
      state: "adopting",
      version: 2,
    });
    const again = await ask(api(), approver, change("recordCouncilDecision"), { id, input: { ...input, version: 2 } });
    expect(again).toEqual({ __typename: "Forbidden", reason: "not_in_this_state" });
    expect(await ask(api(), approver, change("withdrawCity"), { id, input: { on: "2026-11-01" } })).toMatchObject({
      state: "withdrawn",
    });
  });

  it("an accession, its ceremonies and its documents are not there for who may not see them", async () => {
    const { prisma } = api();
    const { city, id, coordinator } = await madeAccession(api(), { signedOn: null });
    const held = { on: { date: "2026-10-18", precision: "day" }, kind: "local" };
    await ask(api(), coordinator, change("addCeremony"), { id, input: held });
    const filed = await ask(api(), coordinator, change("addAccessionDocument"), {
      id,
      input: { kind: "photo", title: "Photo" },
    });
    const ids = [
      id,
      ...[filed.ceremonies, filed.documents].flatMap((rows) => (rows as { id: string }[]).map((row) => row.id)),
    ];
    const see = async (person: string | null, one: string) => {
      const answer = await api().ask(person, `query($id: ID!) { node(id: $id) { id __typename } }`, { id: one });
      expect(answer.errors).toBeUndefined();
      return (answer.data?.node as { id: string } | null)?.id ?? null;
    };
    const stranger = await makeMember(prisma, (await makeCity(prisma, {})).id, "approver");
    for (const one of ids) expect([await see(null, one), await see(stranger, one)]).toEqual([null, null]);
    const editor = await makeMember(prisma, city.id);
    expect(await Promise.all(ids.map((one) => see(editor, one)))).toEqual(ids);
    const malformed = await api().ask(coordinator, `{ node(id: "xyz") { id } }`);
    expect(malformed.errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
  });

  it("the list is the network's", async () => {
    const { prisma } = api();
    const { city, coordinator } = await madeAccession(api(), { signedOn: null, name: "Kandidat" });
    await prisma.cityName.create({ data: { cityId: city.id, locale: "fr", name: "Kandidat" } });
    const list = `query($filter: AccessionFilter) { accessions(filter: $filter) { totalCount edges { node { state city { slug } checklist { step } } } } }`;
    const { data } = await api().ask(coordinator, list, { filter: { state: ["interested"], name: "kandi" } });
    expect(data?.accessions).toMatchObject({
      totalCount: 1,
      edges: [{ node: { state: "interested", city: { slug: city.slug } } }],
    });
    const refused = await api().ask(await makeMember(prisma, city.id), list);
    expect(refused.errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
  });
});

describe("several dates, each as far as it is known", () => {
  it("takes a group of municipalities that joins together through the seven steps", async () => {
    const { id, coordinator } = await madeAccession(api(), { signedOn: null });
    const save = (version: number, input: object) =>
      ask(api(), coordinator, change("updateAccession"), { id, input: { version, ...input } });
    expect(await save(1, { councilDecided: { date: "2016-09-26", precision: "day" } })).toMatchObject({
      state: "adopting",
    });
    const members = ["Tampere", "Kangasala", "Lempäälä"];
    const group = {
      groupName: "Tampere region",
      groupSize: 9,
      groupMembers: members,
      applicationReceivedOn: "2016-10-01",
    };
    expect(await save(2, group)).toMatchObject({ state: "application_received", groupSize: 9, groupMembers: members });
    expect(await save(3, { groupSize: 2, groupMembers: members })).toEqual(issue("groupSize", "too_small"));
    const signed = {
      signed: { date: "2016-10-18", precision: "day" },
      signatoryName: "A mayor",
      signatoryRole: "mayor",
    };
    expect(await save(3, signed)).toMatchObject({ state: "signed", city: { standing: "signatory" } });
    expect(await save(4, { listedOn: "2016-12-01" })).toEqual(issue("listedOn", "step_out_of_order"));
    const ceremony = { on: { date: "2016-10-18", precision: "day" }, kind: "local", place: "Tampere Hall" };
    await ask(api(), coordinator, change("addCeremony"), { id, input: ceremony });
    await ask(api(), coordinator, change("addCeremony"), {
      id,
      input: { on: { date: "2017-01-01", precision: "year" }, kind: "european" },
    });
    for (const kind of ["signed_charter", "photo", "statement", "press"]) {
      await ask(api(), coordinator, change("addAccessionDocument"), {
        id,
        input: { kind, title: kind, receivedOn: "2016-11-01" },
      });
    }
    const listed = await save(4, { documentsCompleteOn: "2016-11-02", listedOn: "2016-12-01" });
    expect(listed).toMatchObject({
      state: "listed",
      ceremonies: [{ kind: "local" }, { kind: "european", on: { precision: "year" } }],
    });
    expect((listed.checklist as { status: string }[]).every(({ status }) => status === "done")).toBe(true);
    const remove = `mutation($id: ID!) { result: removeAccessionDocument(id: $id) { ${outcome} ... on Accession { checklist { step missing } } } }`;
    const photo = (listed.documents as { id: string; kind: string }[]).find(({ kind }) => kind === "photo");
    const after = await ask(api(), coordinator, remove, { id: photo?.id });
    expect(after.checklist).toContainEqual({ step: "documents", missing: ["photo"] });
  });

  it.each([
    ["a day to come", { interestedOn: "2026-11-23" }, "interestedOn", "date_in_future"],
    ["a month to come", { signed: { date: "2026-12-01", precision: "month" } }, "signed", "date_in_future"],
    ["a day that does not exist", { signed: { date: "2023-02-29", precision: "day" } }, "signed.date", "invalid_date"],
    [
      "a decision after the signature",
      { councilDecided: { date: "2024-05-02", precision: "day" } },
      "councilDecided",
      "after_signature",
    ],
    [
      "documents before the signature",
      { documentsCompleteOn: "2024-04-30" },
      "documentsCompleteOn",
      "before_signature",
    ],
    [
      "a signature before the text",
      { signed: { date: "2015-01-01", precision: "year" } },
      "signed",
      "before_charter_text",
    ],
    ["a bound before the date", { signedNotLaterThan: "2024-04-01" }, "signedNotLaterThan", "bound_before_date"],
    ["a text that there is not", { charterVersionCode: "1999" }, "charterVersionCode", "unknown_code"],
  ])("refuses %s", async (_what, input, path, code) => {
    const { id, coordinator } = await madeAccession(api(), { signedOn: "2024-05-01" });
    expect(await ask(api(), coordinator, change("updateAccession"), { id, input: { version: 1, ...input } })).toEqual(
      issue(path, code),
    );
  });

  it("lets a decision of the same month stand, because the days are not known", async () => {
    const { id, coordinator } = await madeAccession(api(), { signedOn: "2024-05-01" });
    const input = {
      version: 1,
      signed: { date: "2024-05-17", precision: "month" },
      councilDecided: { date: "2024-05-20", precision: "day" },
    };
    const result = await ask(api(), coordinator, change("updateAccession"), { id, input });
    expect(result).toMatchObject({
      signed: { date: "2024-05-01", precision: "month" },
      clock: [{ due: { date: "2029-05-31", precision: "month" } }, {}],
    });
    const unknown = await ask(api(), coordinator, change("updateAccession"), {
      id,
      input: { version: 2, signed: null, signedNotLaterThan: "2024-06-30" },
    });
    expect(unknown).toMatchObject({
      state: "signed",
      signed: { date: null, precision: "unknown" },
      clock: [{ status: "unknown" }, { status: "unknown" }],
    });
  });

  it("answers a conflict when someone saved meanwhile", async () => {
    const { id, coordinator } = await madeAccession(api(), {});
    await ask(api(), coordinator, change("updateAccession"), { id, input: { version: 1, note: "first" } });
    const late = await ask(api(), coordinator, change("updateAccession"), {
      id,
      input: { version: 1, note: "second" },
    });
    expect(late).toEqual({ __typename: "Conflict", currentVersion: 2 });
  });
});

async function counted(prisma: Prisma) {
  return [
    await prisma.city.count(),
    await prisma.accession.count(),
    await prisma.ceremony.count(),
    await prisma.accessionDocument.count(),
    await prisma.extension.count(),
    await prisma.auditEntry.count(),
  ];
}
