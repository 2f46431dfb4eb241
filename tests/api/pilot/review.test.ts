import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";

import { today, useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeNetworkPerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { cityId, pilotDesk, pilotId } from "../../support/desks/pilot.ts";

const api = useApi();
const { prisma, call, move, row, read, counting, team } = pilotDesk(api);

describe("review", () => {
  it("refuses only with a rule and a reason, and tells them to the city", async () => {
    const { city, editor, coordinator } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "submitted" });
    expect(await move(coordinator, "refuse", pilot.id)).toMatchObject({
      __typename: "InvalidInput",
      issues: [
        { path: "rule", code: "required" },
        { path: "comment", code: "required" },
      ],
    });
    expect((await row(pilot.id)).state).toBe("submitted");
    expect(await move(coordinator, "refuse", pilot.id, `rule: not_large_scale comment: "One school"`)).toMatchObject({
      state: "refused",
    });
    const query = `query($slug: String!) { pilot(slug: $slug) { reviews { decision rule comment } } }`;
    const answer = await read(editor, query, { slug: pilot.slug });
    expect(answer?.pilot).toEqual({
      reviews: [{ decision: "refused", rule: "not_large_scale", comment: "One school" }],
    });
    expect((await read(null, query, { slug: pilot.slug }))?.pilot).toBeNull();
  });

  it("takes a recommendation without moving the pilot", async () => {
    const reviewer = await makeNetworkPerson(prisma(), "reviewer");
    const pilot = await makePilot(prisma(), { state: "submitted" });
    expect(await move(reviewer, "recommend", pilot.id, `comment: "Accept"`)).toMatchObject({ state: "submitted" });
    expect((await row(pilot.id)).reviews).toMatchObject([{ decision: "recommended", comment: "Accept" }]);
    expect(await move(reviewer, "accept", pilot.id)).toMatchObject({ reason: "not_your_right" });
  });

  it("locks the description while others judge it, and keeps the log open", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "submitted" });
    const locked = { __typename: "Forbidden", reason: "not_in_this_state" };
    const id = `id: "${pilotId(pilot.id)}"`;
    const resultId = `resultId: "${encodeGlobalID("Result", pilot.results[0]?.id ?? "")}"`;
    const result = `input: { indicatorCode: "energy_reduction_share" value: "99" unitCode: "percent" evidence: estimate language: "fr" }`;
    expect(await call(editor, "updatePilot", `${id} input: { version: 1, title: "New" }`)).toMatchObject(locked);
    expect(await call(editor, "setPilotScale", `${id} list: []`)).toMatchObject(locked);
    expect(await call(editor, "removeResult", `${id} ${resultId}`)).toMatchObject(locked);
    expect(await call(editor, "saveResult", `${id} ${resultId} ${result}`)).toMatchObject(locked);
    expect(await call(editor, "inviteCity", `${id} cityId: "${cityId((await makeCity(prisma())).id)}"`)).toMatchObject(
      locked,
    );
    const entry = `input: { enteredOn: "${today}", stage: deployed, language: "fr", text: "En service" }`;
    expect(await call(editor, "addPilotEntry", `${id} ${entry}`, "stage")).toMatchObject({ stage: "deployed" });
    expect(await row(pilot.id)).toMatchObject({ title: pilot.title, version: 1 });
    expect(await prisma().result.findFirst({ where: { pilotId: pilot.id } })).toMatchObject({ evidence: "monitored" });
  });

  it("reopens, withdraws and archives by the table, and an archived pilot frees its slot", async () => {
    const { city, approver, coordinator } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "accepted", acceptedOn: new Date(today) });
    expect(await counting(city.id)).toBe(1);
    expect(await move(approver, "archive", pilot.id)).toMatchObject({
      __typename: "Forbidden",
      reason: "not_your_right",
    });
    expect(await move(coordinator, "reopen", pilot.id)).toMatchObject({
      issues: [{ path: "comment", code: "required" }],
    });
    expect(await move(coordinator, "reopen", pilot.id, `comment: "Check"`)).toMatchObject({
      state: "changes_requested",
    });
    expect(await row(pilot.id)).toMatchObject({ acceptedOn: null });
    expect(await counting(city.id)).toBe(0);
    expect(await move(approver, "archive", pilot.id)).toMatchObject({ state: "archived" });
    expect((await row(pilot.id)).cities).toMatchObject([{ slot: null }]);
  });
});

describe("an exception", () => {
  const reviews = `query($id: ID!) { node(id: $id) { ... on Pilot { reviews { decision exception lacking comment deciderName } } } }`;

  it("is needed to accept what lacks something, and everybody reads it", async () => {
    const { city, coordinator } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "submitted", purpose: null, contactId: null });
    expect(await move(coordinator, "accept", pilot.id)).toMatchObject({
      issues: [{ path: "exception", code: "exception_needed" }],
    });
    expect(await row(pilot.id)).toMatchObject({ state: "submitted", reviews: [] });
    const reason = "The contact left; the city names a new one in spring.";
    expect(await move(coordinator, "accept", pilot.id, `exception: "${reason}" comment: "Fine"`)).toMatchObject({
      state: "accepted",
    });
    const answer = await read(null, reviews, { id: pilotId(pilot.id) });
    expect(answer?.node).toEqual({
      reviews: [
        { decision: "accepted", exception: reason, lacking: ["purpose", "contact"], comment: null, deciderName: null },
      ],
    });
  });

  it("is refused where nothing is lacking, and not kept with another step", async () => {
    const { city, coordinator } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "submitted" });
    expect(await move(coordinator, "accept", pilot.id, `exception: "Why not"`)).toMatchObject({
      issues: [{ path: "exception", code: "nothing_missing" }],
    });
    await move(coordinator, "request_changes", pilot.id, `exception: "Why not" comment: "More, please"`);
    expect((await row(pilot.id)).reviews).toMatchObject([{ decision: "changes_requested", exception: null }]);
  });
});

describe("what was archived", () => {
  it("comes back as a draft, with a reason that its history keeps", async () => {
    const { city, editor, approver } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "archived", slot: null });
    expect(await move(editor, "restore", pilot.id, `comment: "x"`)).toMatchObject({ reason: "not_your_right" });
    expect(await move(approver, "restore", pilot.id)).toMatchObject({ issues: [{ path: "comment" }] });
    expect(await move(approver, "restore", pilot.id, `comment: "Archived by mistake"`)).toMatchObject({
      state: "draft",
    });
    expect((await row(pilot.id)).reviews).toMatchObject([{ decision: "restored", comment: "Archived by mistake" }]);
  });
});

it("what was submitted is read beside what stands now: what came since is told apart", async () => {
  const { city, editor, approver } = await team();
  const pilot = await makePilot(prisma(), { cityId: city.id, state: "awaiting_sign_off" });
  await move(approver, "sign_off", pilot.id);
  const entry = `input: { enteredOn: "${today}", stage: deployed, language: "fr", text: "En service" }`;
  await call(editor, "addPilotEntry", `id: "${pilotId(pilot.id)}" ${entry}`, "stage");
  const query = `query($id: ID!) { node(id: $id) { ... on Pilot { reviews { decision differences { field before after } } } } }`;
  const { reviews } = ((await read(editor, query, { id: pilotId(pilot.id) }))?.node ?? {}) as {
    reviews: { differences: { field: string; before: string | null; after: string | null }[] }[];
  };
  const found = reviews[0]?.differences ?? [];
  expect(found.filter(({ before }) => before === null).map(({ field }) => field)).toContain("entries");
  expect(found.find(({ field }) => field === "entries")?.after).toContain("En service");
  expect(found.map(({ field }) => field)).not.toContain("title");
});
