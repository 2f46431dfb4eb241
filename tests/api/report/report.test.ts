import { describe, expect, it, vi } from "vitest";
import { refreshCity } from "#graphql/charter/standing.store.ts";
import { type Answer, useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson, makePerson } from "../../support/factories/person.ts";
import { makePilot, sharePilot } from "../../support/factories/pilot.ts";

const api = useApi();
const prisma = () => api().prisma;
const read = async (person: string | null, query: string, variables: object = {}): Promise<Answer["data"]> => {
  const answer = await api().ask(person, query, variables);
  expect(answer.errors).toBeUndefined();
  return answer.data;
};

/** Cities of one country at a time, so that tests in this file do not see each other's. */
const city = (countryCode: string, name: string, signedOn: string | null, charter: "2009" | "2011" | "2016" = "2016") =>
  makeCity(prisma(), { countryCode, name, signedOn, charter });

/** Signed on an unknown day, in 2014 at the latest. */
const signedSomeDay = async (countryCode: string, name: string) => {
  const made = await city(countryCode, name, null, "2011");
  await prisma().accession.updateMany({
    where: { cityId: made.id },
    data: { signedNotLaterThan: new Date("2014-12-31") },
  });
  await prisma().$transaction((tx) => refreshCity(tx, made.id));
  return made;
};

const accept = async (cityId: string, count: number) => {
  for (let slot = 1; slot <= count; slot += 1) await makePilot(prisma(), { cityId, slot, state: "accepted" });
};

describe("progress of the network", () => {
  it("counts by country, by text and in all, for everyone", async () => {
    const [late, done] = [await city("SE", "Late", "2011-06-01", "2011"), await city("SE", "Done", "2024-06-01")];
    await signedSomeDay("SE", "Unknown");
    await city("SE", "Candidate", null);
    await accept(late.id, 2);
    await accept(done.id, 5);
    const group = "key signatories counting distribution rate standings { met onTrack atRisk late unknown }";
    const commitments = "byCommitment { kind signatories known overdue measured }";
    const data = await read(
      null,
      `{ networkProgress { asOf total { ${group} } byCountry { ${group} } byCharter { ${group} } ${commitments} } }`,
    );
    const progress = data?.networkProgress as { byCountry: object[]; total: object };
    expect(progress.byCountry).toContainEqual({
      key: "SE",
      signatories: 3,
      counting: 7,
      distribution: [1, 0, 1, 0, 0, 1],
      rate: 0.5,
      standings: {
        met: 1,
        onTrack: 0,
        atRisk: 0,
        late: 1,
        unknown: 1,
      },
    });
    expect(progress).toMatchObject({
      asOf: "2026-11-22",
      total: { key: "", signatories: 3, rate: 0.5 },
      byCharter: [
        { key: "2011", signatories: 2, rate: 0 },
        { key: "2016", signatories: 1, rate: 1 },
      ],
      byCommitment: [
        { kind: "cooperation", signatories: 0, measured: false },
        { kind: "local_partnership", signatories: 0, measured: false },
        { kind: "pilots", signatories: 3, known: 2, overdue: 1, measured: true },
        { kind: "footprint", signatories: 3, known: 2, overdue: 1, measured: false },
      ],
    });
  });
});

describe("the list of late cities", () => {
  const query = `query($country: [String!]) {
    lateCities(country: $country) {
      slug name(locale: "fr") country standing reason counting required daysLeft dueOn
      pilots { slug health reasons }
    }
  }`;

  it("shows the worst first, each with its late and silent pilots", async () => {
    const coordinator = await makeNetworkPerson(prisma());
    const late = await city("AT", "Late", "2018-03-10");
    const older = await city("AT", "Older", "2011-03-10", "2009");
    const risk = await city("AT", "At risk", "2023-05-01");
    await city("AT", "On track", "2025-06-01");
    const unknown = await signedSomeDay("AT", "Unknown");
    const silent = await makePilot(prisma(), {
      cityId: risk.id,
      entries: { create: [] } as never,
      createdAt: new Date("2026-01-01"),
    });
    const waiting = await makePilot(prisma(), { cityId: late.id, state: "submitted" });
    await makePilot(prisma(), { cityId: late.id, slot: 2, state: "refused" });
    await sharePilot(prisma(), silent.id, late.id, 3);
    await sharePilot(prisma(), silent.id, older.id, null);
    const data = await read(coordinator, query, { country: ["AT"] });
    expect(data?.lateCities).toEqual([
      {
        slug: older.slug,
        name: "Older",
        country: "AT",
        standing: "late",
        reason: "deadline_passed",
        counting: 0,
        required: 5,
        ...{
          dueOn: "2014-12-31",
          daysLeft: -4344,
          pilots: [],
        },
      },
      expect.objectContaining({
        slug: late.slug,
        dueOn: "2023-03-10",
        standing: "late",
        pilots: [
          {
            slug: silent.slug,
            health: "silent",
            reasons: ["no_entry_yet"],
          },
          {
            slug: waiting.slug,
            health: "late",
            reasons: ["deadline_passed"],
          },
        ],
      }),
      expect.objectContaining({
        slug: risk.slug,
        standing: "at_risk",
        reason: "under_two_years_left",
        dueOn: "2028-05-01",
      }),
      expect.objectContaining({
        slug: unknown.slug,
        standing: "unknown",
        reason: "date_to_be_confirmed",
        dueOn: null,
        daysLeft: null,
      }),
    ]);
  });

  it("is for the secretariat: not for reviewers, city people, strangers or the public", async () => {
    const home = await city("AT", "Curious", "2024-01-01");
    const outsiders = [
      await makeNetworkPerson(prisma(), "reviewer"),
      await makeMember(prisma(), home.id, "approver"),
      await makePerson(prisma()),
      null,
    ];
    for (const person of outsiders) {
      const { data, errors } = await api().ask(person, query);
      expect(data).toBeNull();
      expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    }
  });

  it("asks the database as often for many cities as for one", async () => {
    const coordinator = await makeNetworkPerson(prisma());
    const statements = async () => {
      const spied = vi.spyOn(api().prisma.pilot, "findMany");
      await read(coordinator, query, { country: ["HU"] });
      const { length } = spied.mock.calls;
      spied.mockRestore();
      return length;
    };
    await makePilot(prisma(), { cityId: (await city("HU", "One", "2018-01-01")).id });
    const one = await statements();
    expect(one).toBe(1);
    for (const name of ["Two", "Three", "Four"])
      await makePilot(prisma(), { cityId: (await city("HU", name, "2018-01-01")).id });
    expect(await statements()).toBe(one);
  });
});

describe("the review queue", () => {
  const query = `{ reviewQueue { kind since by pilot { slug } practice { slug } } }`;

  it("shows what was submitted and nothing else, the longest wait first, with who signed it off", async () => {
    const reviewer = await makeNetworkPerson(prisma(), "reviewer");
    const home = await city("IT", "Home", "2024-01-01");
    const approver = await makeMember(prisma(), home.id, "approver");
    await prisma().pilot.updateMany({ where: { state: "submitted" }, data: { state: "accepted" } });
    for (const state of ["draft", "awaiting_sign_off", "changes_requested", "accepted", "refused", "archived"] as const)
      await makePilot(prisma(), { cityId: home.id, slot: null, state });
    const signedOff = (day: string) =>
      ({
        create: { decision: "signed_off", decidedOn: new Date(day), createdAt: new Date(day), decidedById: approver },
      }) as const;
    const newer = await makePilot(prisma(), {
      cityId: home.id,
      slot: 1,
      state: "submitted",
      reviews: signedOff("2026-11-20"),
    });
    const practice = { cityId: home.id, language: "it", title: "Practice", problem: "p" };
    const older = await prisma().practice.create({
      data: { ...practice, slug: "waiting-practice", state: "submitted", reviews: signedOff("2026-11-10") },
    });
    await prisma().practice.create({ data: { ...practice, slug: "draft-practice" } });
    const { name } = await prisma().user.findUniqueOrThrow({ where: { id: approver } });
    await prisma().pilot.update({ where: { id: newer.id }, data: { stage: "deployed" } });
    expect((await read(reviewer, query))?.reviewQueue).toEqual([
      { kind: "practice", since: "2026-11-10T00:00:00.000Z", by: name, pilot: null, practice: { slug: older.slug } },
      { kind: "pilot", since: "2026-11-20T00:00:00.000Z", by: name, pilot: { slug: newer.slug }, practice: null },
    ]);
  });

  it("is for the network's people only", async () => {
    const home = await city("IT", "Elsewhere", "2024-01-01");
    for (const person of [await makeMember(prisma(), home.id, "approver"), await makePerson(prisma()), null]) {
      const { errors } = await api().ask(person, query);
      expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    }
  });
});

describe("a city's tasks", () => {
  const query = `query($slug: String!) { city(slug: $slug) { tasks { code urgency dueOn count reasons pilot { slug } practice { slug } } } }`;

  it("are told to its own people, with sign-off for the approver, and to nobody else", async () => {
    const home = await makeCity(prisma(), { signedOn: "2023-05-01", summary: "Nous.", populationSource: "INSEE" });
    const [editor, approver] = [await makeMember(prisma(), home.id), await makeMember(prisma(), home.id, "approver")];
    const waiting = await makePilot(prisma(), { cityId: home.id, slot: 1, state: "awaiting_sign_off" });
    const begun = await makePilot(prisma(), { cityId: home.id, slot: 2, bare: true });
    const guest = await makePilot(prisma());
    await sharePilot(prisma(), guest.id, home.id, null);
    const empty = { pilot: null, practice: null, reasons: [], count: null, dueOn: null };
    const rest = [
      { ...empty, code: "invitation", urgency: "soon", dueOn: "2028-05-01", pilot: { slug: guest.slug } },
      expect.objectContaining({ code: "finish_pilot", urgency: "soon", count: 11, pilot: { slug: begun.slug } }),
      { ...empty, code: "fill_slots", urgency: "soon", dueOn: "2028-05-01", count: 3 },
      { ...empty, code: "start_inventory", urgency: "later" },
      { ...empty, code: "show_contact", urgency: "later" },
    ];
    const tasks = async (person: string | null) =>
      ((await read(person, query, { slug: home.slug }))?.city as { tasks: object[] } | undefined)?.tasks;
    expect(await tasks(editor)).toEqual(rest);
    const signOff = {
      ...empty,
      code: "sign_off_wanted",
      urgency: "now",
      dueOn: "2028-05-01",
      pilot: { slug: waiting.slug },
    };
    expect(await tasks(approver)).toEqual([signOff, ...rest]);
    const neighbour = await makeMember(prisma(), (await makeCity(prisma())).id, "approver");
    for (const person of [neighbour, await makePerson(prisma()), null]) expect(await tasks(person)).toEqual([]);
  });
});
