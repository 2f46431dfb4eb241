import { describe, expect, it } from "vitest";
import { admit, ask, change, issue, madeAccession } from "../../support/desks/accession.ts";
import { today, useApi } from "../../support/api.ts";
import { makeMember, makePerson } from "../../support/factories/person.ts";

const api = useApi();

describe("deadlines", () => {
  it.each([
    ["2009", "2010-02-23", "2014-12-31", "2020-12-31"],
    ["2011", "2012-02-29", "2017-02-28", "2022-02-28"],
    ["2016", "2016-10-18", "2021-10-18", "2026-10-18"],
  ] as const)("of the %s text signed on %s", async (charter, signedOn, pilots, footprint) => {
    const { id, coordinator } = await madeAccession(api(), { charter, signedOn });
    const result = await ask(api(), coordinator, change("updateAccession"), {
      id,
      input: { version: 1, note: "seen" },
    });
    expect(result.clock).toMatchObject([
      { kind: "pilots", due: { date: pilots } },
      { kind: "footprint", due: { date: footprint } },
    ]);
  });

  it("follow the text when the coordinator moves the accession to another one", async () => {
    const { id, coordinator } = await madeAccession(api(), { charter: "2011", signedOn: "2016-10-18" });
    const moved = await ask(api(), coordinator, change("updateAccession"), {
      id,
      input: { version: 1, charterVersionCode: "2009" },
    });
    expect(moved).toMatchObject({
      charterVersion: { code: "2009" },
      city: { charterCode: "2009" },
      clock: [{ due: { date: "2014-12-31" } }, {}],
    });
  });

  it("are moved by an extension, which leaves its trace; an earlier one is refused", async () => {
    const { id, coordinator, city } = await madeAccession(api(), { charter: "2016", signedOn: "2022-05-01" });
    const extend = (input: object) =>
      ask(api(), coordinator, change("grantExtension"), {
        id,
        input: { commitment: "pilots", reason: "Staff shortage", decidedOn: "2026-06-01", ...input },
      });
    expect(await extend({ newDate: "2027-05-01" })).toEqual(issue("newDate", "not_after_deadline"));
    expect(await extend({ newDate: "2028-05-01", reason: " " })).toEqual(issue("reason", "required"));
    expect(await extend({ newDate: "2028-05-01", decidedOn: "2026-11-23" })).toEqual(
      issue("decidedOn", "date_in_future"),
    );
    expect(await extend({ newDate: "2028-05-01", commitment: "cooperation" })).toEqual(
      issue("commitment", "no_deadline_to_extend"),
    );
    const granted = await extend({ newDate: "2028-05-01" });
    expect(granted.clock).toMatchObject([
      { due: { date: "2028-05-01" }, sentences: [{ key: "withinYearsDay" }, { key: "extended" }] },
      {},
    ]);
    expect(await extend({ newDate: "2029-05-01", decidedOn: "2026-05-31" })).toEqual(
      issue("decidedOn", "before_last_decision"),
    );
    const trail = `query($id: ID!) { node(id: $id) { ... on Accession { history {
      edges { node { action role actorName onBehalf changes { field before after } } } } } } }`;
    const { data } = await api().ask(coordinator, trail, { id });
    const moved = { field: "deadline", before: "2027-05-01", after: "2028-05-01" };
    const entry = {
      action: "accession.extend",
      onBehalf: false,
      role: "coordinator",
      actorName: expect.any(String),
      changes: expect.arrayContaining([moved]),
    };
    type History = { history: { edges: { node: object }[] } };
    const nodes = (answer: typeof data) => (answer?.node as History | undefined)?.history.edges;
    expect(nodes(data)).toEqual([{ node: expect.objectContaining(entry) }]);
    const person = await makePerson(api().prisma);
    for (const stranger of [null, person])
      expect(nodes((await api().ask(stranger, trail, { id })).data)).toMatchObject([{ node: { actorName: null } }]);
    const member = await makeMember(api().prisma, city.id);
    expect(nodes((await api().ask(member, trail, { id })).data)).toEqual([{ node: expect.objectContaining(entry) }]);
  });

  it("that have passed are not moved by a rule added later", async () => {
    const { prisma } = api();
    const past = await madeAccession(api(), { charter: "2011", signedOn: "2012-02-29" });
    const open = await madeAccession(api(), { charter: "2011", signedOn: "2024-02-29" });
    const commitment = await prisma.commitment.findFirstOrThrow({
      where: { kind: "pilots", version: { code: "2011" } },
    });
    const rule = await prisma.deadlineRule.create({
      data: {
        commitmentId: commitment.id,
        inForceFrom: new Date("2026-01-01"),
        type: "years_after_signing",
        years: 7,
        wording: "within",
      },
    });
    const see = (id: string) =>
      ask(api(), past.coordinator, change("updateAccession"), { id, input: { version: 1, note: "seen" } });
    expect((await see(past.id)).clock).toMatchObject([
      { due: { date: "2017-02-28" }, sentences: [{}, { key: "frozen" }] },
      {},
    ]);
    expect((await see(open.id)).clock).toMatchObject([
      { due: { date: "2031-02-28" }, sentences: [{ count: 7 }, { key: "ruleChanged" }] },
      {},
    ]);
    await prisma.deadlineRule.delete({ where: { id: rule.id } });
  });
});

describe("leaving, and the number of signatories on a day", () => {
  const count = async (on: string) =>
    (await api().ask(null, `query($on: Date!) { signatoryCount(on: $on) { certain possible } }`, { on })).data
      ?.signatoryCount as {
      certain: number;
      possible: number;
    };

  it("a city counts once however many texts it signed, and from its withdrawal on no more", async () => {
    const days = ["2009-11-26", "2009-11-27", "2018-01-01", "2025-06-29", "2025-06-30", today];
    const before = await Promise.all(days.map(count));
    const { city, id, coordinator } = await madeAccession(api(), { charter: "2009", signedOn: "2009-11-27" });
    const cityId = Buffer.from(`City:${city.id}`).toString("base64");
    const newer = await ask(api(), coordinator, admit, { cityId, input: { charterVersionCode: "2016" } });
    await ask(api(), coordinator, change("updateAccession"), {
      id: newer.id,
      input: { version: 1, signed: { date: "2017-06-01", precision: "day" } },
    });
    const withdrawal = { id: newer.id, input: { on: "2025-06-30", reason: "" } };
    expect(await ask(api(), coordinator, change("withdrawCity"), withdrawal)).toEqual(issue("reason", "required"));
    const early = { ...withdrawal, input: { on: "2016-12-31", reason: "New council" } };
    expect(await ask(api(), coordinator, change("withdrawCity"), early)).toEqual(issue("on", "before_signature"));
    const left = await ask(api(), coordinator, change("withdrawCity"), {
      ...withdrawal,
      input: { on: "2025-06-30", reason: "New council" },
    });
    expect(left).toMatchObject({ state: "withdrawn", city: { standing: "withdrawn" } });
    const after = await Promise.all(days.map(count));
    expect(after.map(({ certain }, index) => certain - (before[index]?.certain ?? 0))).toEqual([0, 1, 1, 1, 0, 0]);
    expect(
      (await ask(api(), coordinator, change("withdrawCity"), { id, input: { on: today, reason: "x" } })).__typename,
    ).toBe("Accession");
  });

  it("one whose withdrawal is taken back counts on every day, as if it had not left", async () => {
    const days = ["2019-12-31", "2020-01-01", today];
    const before = await Promise.all(days.map(count));
    const { id, coordinator } = await madeAccession(api(), { charter: "2016", signedOn: "2017-06-01" });
    await ask(api(), coordinator, change("withdrawCity"), { id, input: { on: "2020-01-01", reason: "A mistake" } });
    const reinstate = (reason: string) => ask(api(), coordinator, change("reinstateCity"), { id, input: { reason } });
    expect(await reinstate(" ")).toEqual(issue("reason", "required"));
    expect(await reinstate("It was another city")).toMatchObject({ city: { standing: "signatory" } });
    const after = await Promise.all(days.map(count));
    expect(after.map(({ certain }, index) => certain - (before[index]?.certain ?? 0))).toEqual([1, 1, 1]);
    expect(await reinstate("Again")).toMatchObject({ __typename: "Forbidden", reason: "not_in_this_state" });
  });

  it("one that lapsed and renewed counts again", async () => {
    const days = ["2019-12-31", "2020-01-01", "2021-03-31", "2021-04-01"];
    const before = await Promise.all(days.map(count));
    const { id, coordinator } = await madeAccession(api(), { charter: "2016", signedOn: "2017-06-01" });
    await ask(api(), coordinator, change("lapseCity"), {
      id,
      input: { on: "2020-01-01", reason: "No answer for three years" },
    });
    const { version } = await api().prisma.accession.findFirstOrThrow({ where: { lapsedOn: new Date("2020-01-01") } });
    const renewed = await ask(api(), coordinator, change("updateAccession"), {
      id,
      input: { version, renewedOn: "2021-04-01" },
    });
    expect(renewed).toMatchObject({ state: "renewed", city: { standing: "signatory" } });
    const after = await Promise.all(days.map(count));
    expect(after.map(({ certain }, index) => certain - (before[index]?.certain ?? 0))).toEqual([1, 0, 0, 1]);
  });

  it("one whose day is not known is possible, certain from its bound on", async () => {
    const before = await Promise.all(["2013-06-29", "2013-06-30"].map(count));
    const { id, coordinator } = await madeAccession(api(), { charter: "2011", signedOn: null });
    await ask(api(), coordinator, change("updateAccession"), {
      id,
      input: { version: 1, signedNotLaterThan: "2013-06-30" },
    });
    const after = await Promise.all(["2013-06-29", "2013-06-30"].map(count));
    expect(after.map(({ certain }, index) => certain - (before[index]?.certain ?? 0))).toEqual([0, 1]);
    expect(after.map(({ possible }, index) => possible - (before[index]?.possible ?? 0))).toEqual([1, 1]);
  });
});
