import { describe, expect, it } from "vitest";
import { encodeGlobalID } from "@pothos/plugin-relay";
import { record, type AuditRecord } from "#graphql/kernel/audit.ts";
import { anonymous, type Viewer } from "#graphql/kernel/authorization.ts";
import { viewerOf } from "#graphql/kernel/context.ts";
import { publicFields } from "#graphql/report/history/rules.ts";
import { useApi } from "../../support/api.ts";
import { pilotDesk, pilotId } from "../../support/desks/pilot.ts";
import { makePerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { makeHome, makeRows, secret } from "../../support/schema/hidden-rows.ts";

const api = useApi();
const desk = pilotDesk(api);

type Entry = {
  id: string;
  action: string;
  role: string | null;
  actorName: string | null;
  onBehalf: boolean;
  city: { id: string } | null;
  changes: { field: string; before: string | null; after: string | null }[];
};
const entryFields = "id at action role actorName onBehalf city { id } changes { field before after }";
const kinds = ["City", "Accession", "Pilot", "Practice", "Inventory", "Baseline", "Contact", "SavedSearch"] as const;

async function historyOf(person: string | null, type: string, id: string): Promise<Entry[] | null> {
  const query = `query($id: ID!) { node(id: $id) { ... on ${type} { history(first: 50) { edges { node { ${entryFields} } } } } } }`;
  const { data } = await api().ask(person, query, { id });
  const node = data?.node as { history: { edges: { node: Entry }[] } } | null | undefined;
  return node ? node.history.edges.map(({ node: entry }) => entry) : null;
}

/** Writes a change as the store of its room would. */
async function write(viewer: Viewer, change: AuditRecord) {
  await api().prisma.$transaction((tx) => record(tx, viewer, change));
}

describe("a history of every kind", () => {
  it.each([...kinds, "SearchQuestion"])("of a hidden %s is its own people's and the network's", async (type) => {
    const { prisma } = api();
    const home = await makeHome(prisma, { candidate: true });
    const rows = await makeRows(prisma, home, false);
    const id = rows[type] ?? "";
    const local = Buffer.from(id, "base64").toString().split(":")[1] ?? "";
    const own = type === "SavedSearch";
    const viewer = await viewerOf(prisma, home.userId);
    await write(viewer, {
      action: "some.change",
      subject: type as AuditRecord["subject"],
      subjectId: local,
      cities: { cityIds: own ? [] : [home.city.id] },
      after: { note: secret },
    });
    const { coordinator } = await desk.team();
    expect((await historyOf(home.userId, type, id))?.slice(0, 1)).toMatchObject([
      { actorName: expect.stringContaining(secret), changes: [{ field: "note", after: secret }] },
    ]);
    const network = await historyOf(coordinator, type, id);
    if (own) expect(network).toBeNull();
    else expect(network?.slice(0, 1)).toMatchObject([{ role: "approver", actorName: expect.stringContaining(secret) }]);
    for (const stranger of [null, await makePerson(prisma)]) expect(await historyOf(stranger, type, id)).toBeNull();
  });

  it.each(kinds)("of an open %s shows strangers no name and nothing that is not public", async (type) => {
    const { prisma } = api();
    const home = await makeHome(prisma);
    const rows = await makeRows(prisma, home, true);
    const id = rows[type] ?? "";
    const local = Buffer.from(id, "base64").toString().split(":")[1] ?? "";
    const viewer = await viewerOf(prisma, home.userId);
    for (const action of [...Object.keys(publicFields), "pilot.recommend", "contact.save"])
      await write(viewer, {
        action,
        subject: type as AuditRecord["subject"],
        subjectId: local,
        cities: { cityIds: [home.city.id] },
        after: { comment: secret, contactId: secret, email: secret, decisionComment: secret, authorId: secret },
      });
    for (const stranger of [null, await makePerson(prisma)]) {
      const seen = (await historyOf(stranger, type, id)) ?? [];
      expect(JSON.stringify(seen)).not.toContain(secret);
      expect(seen.every(({ actorName }) => actorName === null)).toBe(true);
      if (type === "Contact" || type === "SavedSearch") expect(seen).toEqual([]);
      else expect(seen.length).toBeGreaterThan(0);
    }
  });
});

describe("a pilot's history", () => {
  it("begins for the public when it was handed in, and pauses while it is taken back", async () => {
    const { city, editor, approver, coordinator } = await desk.team();
    const { id } = await makePilot(api().prisma, { cityId: city.id });
    await desk.call(editor, "updatePilot", `id: "${pilotId(id)}", input: { version: 1, purpose: "A draft's words." }`);
    await desk.move(editor, "request_sign_off", id);
    await desk.move(approver, "sign_off", id);
    await desk.move(coordinator, "request_changes", id, `comment: "Say ${secret} more."`);
    await desk.call(coordinator, "updatePilot", `id: "${pilotId(id)}", input: { version: 5, purpose: "Corrected." }`);
    const seen = (await historyOf(null, "Pilot", pilotId(id))) ?? [];
    expect(seen).toEqual([]);
    const own = (await historyOf(editor, "Pilot", pilotId(id))) ?? [];
    expect(own.map(({ action }) => action)).toEqual([
      "pilot.update",
      "pilot.request_changes",
      "pilot.sign_off",
      "pilot.request_sign_off",
      "pilot.update",
    ]);
    expect(own.map(({ role, onBehalf }) => [role, onBehalf])).toEqual([
      ["coordinator", true],
      ["coordinator", false],
      ["approver", false],
      ["editor", false],
      ["editor", false],
    ]);
    await desk.move(approver, "request_sign_off", id);
    await desk.move(approver, "sign_off", id);
    const again = (await historyOf(null, "Pilot", pilotId(id))) ?? [];
    expect(again.map(({ action, changes }) => [action, changes])).toEqual([
      ["pilot.sign_off", [{ field: "state", before: null, after: "submitted" }]],
      ["pilot.sign_off", [{ field: "state", before: null, after: "submitted" }]],
    ]);
  });

  it("turns its pages by cursor", async () => {
    const { city, editor } = await desk.team();
    const { id } = await makePilot(api().prisma, { cityId: city.id, state: "draft" });
    for (const version of [1, 2, 3])
      await desk.call(
        editor,
        "updatePilot",
        `id: "${pilotId(id)}", input: { version: ${version}, licence: "v${version}" }`,
      );
    const page = async (after: string | null) => {
      const query = `query($id: ID!, $after: String) { node(id: $id) { ... on Pilot { history(first: 2, after: $after) {
        edges { node { changes { after } } } pageInfo { hasNextPage endCursor } } } } }`;
      const { data } = await api().ask(editor, query, { id: pilotId(id), after });
      type Node = { history: { edges: object[]; pageInfo: { hasNextPage: boolean; endCursor: string } } };
      return (data as { node: Node }).node.history;
    };
    const first = await page(null);
    expect(first.edges).toEqual([{ node: { changes: [{ after: "v3" }] } }, { node: { changes: [{ after: "v2" }] } }]);
    expect(first.pageInfo.hasNextPage).toBe(true);
    const second = await page(first.pageInfo.endCursor);
    expect(second.edges).toEqual([{ node: { changes: [{ after: "v1" }] } }]);
    expect(second.pageInfo.hasNextPage).toBe(false);
  });
});

describe("an entry", () => {
  it("says a day with its precision, though only one of them changed", async () => {
    const { city, editor } = await desk.team();
    const { id } = await makePilot(api().prisma, { cityId: city.id });
    const started = `{ date: "2025-06-01", precision: month }`;
    await desk.call(editor, "updatePilot", `id: "${pilotId(id)}", input: { version: 1, started: ${started} }`);
    const [entry] = (await historyOf(editor, "Pilot", pilotId(id))) ?? [];
    expect(entry?.changes).toEqual([{ field: "started", before: "2025-01", after: "2025-06" }]);
  });

  it("names what a field points to, and the machine where nobody acted", async () => {
    const { prisma } = api();
    const { city, editor } = await desk.team();
    const practice = await makePractice(prisma, { cityId: city.id, state: "draft" });
    const contact = await prisma.contact.create({ data: { cityId: city.id, name: "Ada", email: "ada@example.org" } });
    await write(anonymous, {
      action: "practice.update",
      subject: "Practice",
      subjectId: practice.id,
      cities: { cityIds: [city.id] },
      after: { contactId: contact.id },
    });
    const [entry] = (await historyOf(editor, "Practice", encodeGlobalID("Practice", practice.id))) ?? [];
    expect(entry).toMatchObject({ role: "system", changes: [{ field: "contact", after: "Ada" }] });
  });
});

describe("a log entry of the network", () => {
  it("says that it was written for the city", async () => {
    const { city, editor, coordinator } = await desk.team();
    const { id } = await makePilot(api().prisma, { cityId: city.id, state: "accepted" });
    const input = `input: { enteredOn: "2026-11-20", stage: deployed, language: "en", text: "It runs." }`;
    await desk.call(coordinator, "addPilotEntry", `id: "${pilotId(id)}", ${input}`);
    await desk.call(editor, "addPilotEntry", `id: "${pilotId(id)}", ${input.replace("It", "All")}`);
    const { data } = await api().ask(
      null,
      `query($id: ID!) { node(id: $id) { ... on Pilot { entries { onBehalf } } } }`,
      {
        id: pilotId(id),
      },
    );
    expect(data?.node).toEqual({ entries: [{ onBehalf: false }, { onBehalf: true }, { onBehalf: false }] });
  });
});
