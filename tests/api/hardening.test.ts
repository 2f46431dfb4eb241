import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";
import { refreshCity } from "#graphql/charter/standing.store.ts";
import { type Answer, useApi } from "../support/api.ts";
import { makeCity } from "../support/factories/city.ts";
import { makeMember, makeNetworkPerson } from "../support/factories/person.ts";
import { makePilot } from "../support/factories/pilot.ts";
import { cityId, pilotId } from "../support/desks/pilot.ts";

/** Input that no database can keep, and changes asked for at the same moment: a clear answer, never an unexpected error. */
const api = useApi();

const outcome = `__typename
  ... on InvalidInput { issues { path code } }
  ... on NotFound { subject }
  ... on Conflict { currentVersion }`;

type Member = { __typename: string; issues?: { path: string; code: string }[] };

/** The members that each of several simultaneous calls answered, those that did something first. */
function members(answers: Answer[]): Member[] {
  for (const { errors } of answers) expect(errors).toBeUndefined();
  return answers
    .map(({ data }) => Object.values(data ?? {})[0] as Member)
    .toSorted((a, b) => Number(refused(a)) - Number(refused(b)));
}

const refused = ({ __typename }: Member) => ["InvalidInput", "NotFound", "Conflict", "Forbidden"].includes(__typename);

describe("text that cannot be kept", () => {
  it.each([
    ["a null character", "a\0b"],
    ["half a character", "a\ud800b"],
  ])("refuses %s in what is looked for", async (_what, text) => {
    for (const query of [
      "query($text: String!) { city(slug: $text) { id } }",
      "query($text: String!) { cities(filter: { name: $text, country: [$text] }) { totalCount } }",
      "query($text: String!) { search(words: $text) { total } }",
    ]) {
      const { errors } = await api().ask(null, query, { text });
      expect(errors?.[0]?.extensions?.code, query).toBe("BAD_USER_INPUT");
    }
  });

  it("refuses a null character that is written into the document", async () => {
    const { errors } = await api().ask(null, String.raw`{ city(slug: "a\u0000b") { id } }`);
    expect(errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
  });

  it("refuses it in what is to be saved, however deep, and saves nothing", async () => {
    const city = await makeCity(api().prisma);
    const editor = await makeMember(api().prisma, city.id, "editor");
    const pilot = await makePilot(api().prisma, { cityId: city.id, slot: 1 });
    const mutation = `mutation($id: ID!, $list: [FundingInput!]!) { setPilotFunding(id: $id, version: 1, list: $list) { ${outcome} } }`;
    for (const programme of ["LI\0FE", "LI\udc00FE"]) {
      const { errors } = await api().ask(editor, mutation, { id: pilotId(pilot.id), list: [{ programme }] });
      expect(errors?.[0]?.extensions?.code).toBe("BAD_USER_INPUT");
    }
    expect(await api().prisma.funding.count({ where: { pilotId: pilot.id } })).toBe(0);
  });

  it("does not find an id that cannot be one", async () => {
    const { errors } = await api().ask(null, "query($id: ID!) { node(id: $id) { id } }", {
      id: encodeGlobalID("User", "\0"),
    });
    expect(errors?.[0]?.extensions?.code).toBe("NOT_FOUND");
  });
});

describe("values at the edge", () => {
  it("refuses days that no calendar of the database has", async () => {
    const { prisma } = api();
    const city = await makeCity(prisma);
    const coordinator = await makeNetworkPerson(prisma);
    const accession = await prisma.accession.findFirstOrThrow({ where: { cityId: city.id } });
    const mutation = `mutation($id: ID!, $on: Date!) {
      addCeremony(id: $id, input: { kind: local, on: { date: $on, precision: day } }) { ${outcome} } }`;
    for (const on of ["0000-01-01", "0024-02-03", "9999-12-31"]) {
      const answer = await api().ask(coordinator, mutation, { id: encodeGlobalID("Accession", accession.id), on });
      expect(members([answer])[0]?.issues?.[0]?.code, on).toMatch(/invalid_date|date_in_future/);
    }
  });

  it("keeps what is one line on one line", async () => {
    const city = await makeCity(api().prisma);
    const approver = await makeMember(api().prisma, city.id, "approver");
    const mutation = `mutation($id: ID!, $name: String!) {
      addMember(cityId: $id, input: { name: $name, email: "line@example.org", role: editor }) { ${outcome} } }`;
    const name = "Ada\r\nBcc: someone@example.org";
    expect(members([await api().ask(approver, mutation, { id: cityId(city.id), name })])[0]?.__typename).toBe(
      "Membership",
    );
    const user = await api().prisma.user.findUniqueOrThrow({ where: { email: "line@example.org" } });
    expect(user.name).toBe("Ada Bcc: someone@example.org");
  });
});

describe("an accession that has ended", () => {
  it("gets no extension, and is not offered one", async () => {
    const { prisma } = api();
    const city = await makeCity(prisma, { charter: "2016" });
    const coordinator = await makeNetworkPerson(prisma);
    const accession = await prisma.accession.findFirstOrThrow({ where: { cityId: city.id } });
    const id = encodeGlobalID("Accession", accession.id);
    const extend = `mutation { grantExtension(id: "${id}", version: 1, input: { commitment: pilots, newDate: "2031-01-01",
      reason: "More time", decidedOn: "2026-11-21" }) { ${outcome} } }`;
    const offered = async () =>
      JSON.stringify((await api().ask(coordinator, `{ node(id: "${id}") { ... on Accession { viewerCan } } }`)).data);
    expect(await offered()).toContain("accession_extend");
    await prisma.accession.update({ where: { id: accession.id }, data: { withdrawnOn: new Date("2026-11-20") } });
    expect(members([await api().ask(coordinator, extend)])[0]?.__typename).toBe("Forbidden");
    expect(await offered()).not.toContain("accession_extend");
    expect(await prisma.extension.count({ where: { accessionId: accession.id } })).toBe(0);
  });
});

describe("changes at the same moment", () => {
  it("admits one city of a name, and says to the others that it is there", async () => {
    await makeCity(api().prisma);
    const coordinator = await makeNetworkPerson(api().prisma);
    const mutation = `mutation { admitCity(input: { charterVersionCode: "2016",
      city: { name: "Twinborough", country: "FR", type: commune, language: "fr" } }) { ${outcome} } }`;
    const [first, ...others] = members(await Promise.all([1, 2, 3].map(() => api().ask(coordinator, mutation))));
    expect(first?.__typename).toBe("Accession");
    for (const other of others) expect(other.issues).toEqual([{ path: "city.namesake", code: "city_exists" }]);
  });

  it("opens one accession to a text", async () => {
    const city = await makeCity(api().prisma, { charter: "2011" });
    const coordinator = await makeNetworkPerson(api().prisma);
    const mutation = `mutation { admitCity(cityId: "${cityId(city.id)}", input: { charterVersionCode: "2016" }) { ${outcome} } }`;
    const [first, ...others] = members(await Promise.all([1, 2, 3].map(() => api().ask(coordinator, mutation))));
    expect(first?.__typename).toBe("Accession");
    for (const other of others) expect(other.issues?.[0]?.code).toBe("already_acceded");
  });

  it("gives pilots of one title addresses of their own", async () => {
    const made = [];
    for (let serial = 0; serial < 3; serial += 1) {
      const city = await makeCity(api().prisma);
      made.push({ city, editor: await makeMember(api().prisma, city.id, "editor") });
    }
    const answers = await Promise.all(
      made.map(({ city, editor }) =>
        api().ask(
          editor,
          `mutation { createPilot(cityId: "${cityId(city.id)}", slot: 1, title: "Same title", language: "en") { ${outcome} } }`,
        ),
      ),
    );
    expect(members(answers).map(({ __typename }) => __typename)).toEqual(["Pilot", "Pilot", "Pilot"]);
  });

  it("adds one person and one invitation once", async () => {
    const [city, other] = [await makeCity(api().prisma), await makeCity(api().prisma)];
    const approver = await makeMember(api().prisma, city.id, "approver");
    const add = `mutation { addMember(cityId: "${cityId(city.id)}",
      input: { name: "Twin", email: "twin@example.org", role: editor }) { ${outcome} } }`;
    const added = members(await Promise.all([1, 2, 3].map(() => api().ask(approver, add))));
    expect(added.map(({ __typename }) => __typename)).toEqual(["Membership", "Membership", "Membership"]);
    const pilot = await makePilot(api().prisma, { cityId: city.id, slot: 1 });
    const invite = `mutation { inviteCity(id: "${pilotId(pilot.id)}", version: 1, cityId: "${cityId(other.id)}") { ${outcome} } }`;
    const [first, ...others] = members(await Promise.all([1, 2, 3].map(() => api().ask(approver, invite))));
    expect(first?.__typename).toBe("Pilot");
    for (const again of others) expect(again.issues?.[0]?.code).toBe("already_shared");
  });

  it("declines an invitation once", async () => {
    const [city, other] = [await makeCity(api().prisma), await makeCity(api().prisma)];
    const editor = await makeMember(api().prisma, other.id, "editor");
    const pilot = await makePilot(api().prisma, { cityId: city.id, slot: 1 });
    await api().prisma.pilotCity.create({ data: { pilotId: pilot.id, cityId: other.id, confirmed: false } });
    const decline = `mutation { declinePilot(id: "${pilotId(pilot.id)}", version: 1, cityId: "${cityId(other.id)}") { ${outcome} } }`;
    const [first, ...others] = members(await Promise.all([1, 2, 3].map(() => api().ask(editor, decline))));
    expect(first?.__typename).toBe("City");
    for (const again of others) expect(again.__typename).toBe("NotFound");
  });

  it("counts every pilot that is accepted, also those of one city, also shared ones", async () => {
    const { prisma } = api();
    const [one, two] = [await makeCity(prisma), await makeCity(prisma)];
    const coordinator = await makeNetworkPerson(prisma);
    const pilots = [];
    for (const slot of [1, 2, 3, 4, 5]) {
      const [lead, guest] = slot % 2 === 0 ? [one, two] : [two, one];
      const pilot = await makePilot(prisma, { cityId: lead.id, slot, state: "submitted" });
      await prisma.pilotCity.create({ data: { pilotId: pilot.id, cityId: guest.id, slot, confirmed: true } });
      pilots.push(pilot);
    }
    const accept = ({ id }: { id: string }) =>
      api().ask(coordinator, `mutation { movePilot(action: accept, version: 1, id: "${pilotId(id)}") { ${outcome} } }`);
    expect(members(await Promise.all(pilots.map(accept))).map(({ __typename }) => __typename)).toEqual(
      pilots.map(() => "Pilot"),
    );
    for (const { id } of [one, two]) {
      const stored = await prisma.city.findUniqueOrThrow({ where: { id } });
      await prisma.$transaction((tx) => refreshCity(tx, id));
      const fresh = await prisma.city.findUniqueOrThrow({ where: { id } });
      expect(fresh.countingPilots).toBe(5);
      expect(stored.countingPilots).toBe(5);
    }
  });
});
