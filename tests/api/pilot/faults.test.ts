import { describe, expect, it } from "vitest";
import { today, useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember } from "../../support/factories/person.ts";
import { makePilot, sharePilot } from "../../support/factories/pilot.ts";
import { cityId, pilotDesk, pilotId } from "../../support/desks/pilot.ts";

const api = useApi();
const { prisma, call, move, row, read, counting, team } = pilotDesk(api);

describe("what may go wrong", () => {
  it("answers Conflict to a stale form and writes nothing", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, bare: true });
    const id = `id: "${pilotId(pilot.id)}"`;
    expect(await call(editor, "updatePilot", `${id} input: { version: 1, title: "First" }`)).toMatchObject({
      version: 2,
    });
    expect(await call(editor, "updatePilot", `${id} input: { version: 1, title: "Second" }`)).toMatchObject({
      __typename: "Conflict",
      currentVersion: 2,
    });
    expect(await call(editor, "setPilotScale", `${id} version: 1 list: [{ kind: staff, value: "3" }]`)).toMatchObject({
      currentVersion: 2,
    });
    expect(await row(pilot.id)).toMatchObject({ title: "First", version: 2 });
    expect(await prisma().scaleFigure.count({ where: { pilotId: pilot.id } })).toBe(0);
  });

  it("marks a translation stale only when the texts change", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, bare: true });
    const id = `id: "${pilotId(pilot.id)}"`;
    const reading = `reading(locale: "en") { stale title }`;
    await call(editor, "savePilotTranslation", `${id} language: "en" title: "Lamps"`);
    expect(await call(editor, "updatePilot", `${id} input: { version: 1, area: water }`, reading)).toMatchObject({
      reading: { stale: false },
    });
    expect(
      await call(editor, "updatePilot", `${id} input: { version: 2, title: "Lampadaires" }`, reading),
    ).toMatchObject({ reading: { stale: true } });
    expect(await call(editor, "savePilotTranslation", `${id} language: "fr" title: "x"`)).toMatchObject({
      issues: [{ code: "same_language" }],
    });
  });

  it("names each fault of entries, results, figures, dates and slots", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id });
    const id = `id: "${pilotId(pilot.id)}"`;
    const faults = async (name: string, args: string) => (await call(editor, name, `${id} ${args}`)).issues;
    expect(
      await faults("addPilotEntry", `input: { enteredOn: "2026-11-23", stage: planned, language: "xx", text: " " }`),
    ).toEqual(
      expect.arrayContaining([
        { path: "language", code: "unknown_language" },
        { path: "text", code: "required" },
      ]),
    );
    expect(
      await faults(
        "addPilotEntry",
        `input: { enteredOn: "2026-11-23", stage: ended, language: "fr", text: "x", nextMilestoneOn: "2026-01-01" }`,
      ),
    ).toEqual([
      { path: "enteredOn", code: "date_in_future" },
      { path: "nextMilestoneOn", code: "date_order" },
    ]);
    const result = (more: string) => `input: { indicatorCode: "building_energy_use" language: "fr" ${more} }`;
    expect(await faults("saveResult", result(`value: "1" unitCode: "percent" evidence: target`))).toEqual([
      { path: "unitCode", code: "unit_mismatch" },
    ]);
    expect(await faults("saveResult", result(`value: "1" unitCode: "inch" evidence: target`))).toEqual([
      { path: "unitCode", code: "unknown_code" },
    ]);
    expect(
      await faults(
        "saveResult",
        result(`value: "1" unitCode: "kWh" evidence: claimed periodStart: "2025-01-01" periodEnd: "2024-01-01"`),
      ),
    ).toEqual([
      { path: "periodEnd", code: "date_order" },
      { path: "sourceTitle", code: "source_required" },
    ]);
    expect(await faults("setPilotFunding", `list: [{ programme: "X", amount: "-1.005" }]`)).toEqual(
      expect.arrayContaining([
        { path: "list.0.amount", code: "too_precise" },
        { path: "list.0.amount", code: "too_small" },
      ]),
    );
    expect(await faults("setPilotConcepts", `slugs: ["nothing-of-the-kind"]`)).toEqual([
      { path: "slugs.0", code: "unknown_code" },
    ]);
    expect(
      await faults("updatePilot", `input: { version: 1, ended: { date: "2024-01-01", precision: year } }`),
    ).toEqual([{ path: "ended.date", code: "date_order" }]);
    expect(await faults("updatePilot", `input: { version: 1, stage: planned }`)).toEqual([
      { path: "stage", code: "note_needed" },
    ]);
    const create = (slot: number) =>
      call(
        editor,
        "createPilot",
        `cityId: "${cityId(city.id)}" slot: ${slot} title: "${pilot.title}" language: "fr"`,
        "slug",
      );
    expect(await create(1)).toMatchObject({ issues: [{ path: "slot", code: "slot_taken" }] });
    expect(await create(6)).toMatchObject({ issues: [{ path: "slot", code: "too_big" }] });
    expect(await create(2)).toMatchObject({ slug: `${pilot.slug}-2` });
    expect(await row(pilot.id)).toMatchObject({ version: 1, entries: [{}] });
  });

  it("keeps the newest entry's stage when an older one is added", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id });
    const entry = (on: string, stage: string) =>
      call(
        editor,
        "addPilotEntry",
        `id: "${pilotId(pilot.id)}" input: { enteredOn: "${on}", stage: ${stage}, language: "fr", text: "x" }`,
        "stage entries { enteredOn }",
      );
    expect(await entry("2026-10-01", "planned")).toMatchObject({ stage: "under_way" });
    expect(await entry(today, "planned")).toMatchObject({
      stage: "planned",
      entries: [{ enteredOn: today }, { enteredOn: "2026-11-01" }, { enteredOn: "2026-10-01" }],
    });
  });
});

describe("sharing", () => {
  it("counts a shared pilot for each city that has joined", async () => {
    const { city, editor, coordinator } = await team();
    const other = await makeCity(prisma());
    const third = await makeCity(prisma());
    const guest = await makeMember(prisma(), other.id, "editor");
    const outsider = await makeMember(prisma(), third.id, "approver");
    const pilot = await makePilot(prisma(), { cityId: city.id });
    const share = (id: string) => `id: "${pilotId(pilot.id)}" cityId: "${cityId(id)}"`;
    expect(await call(guest, "joinPilot", `${share(other.id)} slot: 4`)).toMatchObject({ __typename: "NotFound" });
    await call(editor, "inviteCity", share(other.id));
    await call(editor, "inviteCity", share(third.id));
    expect(await call(editor, "inviteCity", share(other.id))).toMatchObject({ issues: [{ code: "already_shared" }] });
    const invited = `query($slug: String!) { city(slug: $slug) { pilotInvitations { slug viewerCan } pilots { slug } } }`;
    expect((await read(guest, invited, { slug: other.slug }))?.city).toEqual({
      pilotInvitations: [{ slug: pilot.slug, viewerCan: ["pilot_join", "pilot_decline"] }],
      pilots: [],
    });
    expect((await read(null, invited, { slug: other.slug }))?.city).toEqual({ pilotInvitations: [], pilots: [] });
    expect(
      await call(guest, "updatePilot", `id: "${pilotId(pilot.id)}" input: { version: 1, title: "Mine" }`),
    ).toMatchObject({ reason: "not_your_right" });
    expect(await call(editor, "joinPilot", `${share(other.id)} slot: 4`)).toMatchObject({ reason: "not_your_right" });
    expect(await call(guest, "joinPilot", `${share(other.id)} slot: 4`)).toMatchObject({ __typename: "City" });
    expect(await call(outsider, "declinePilot", share(third.id))).toMatchObject({ __typename: "City" });
    expect(await prisma().pilotCity.count({ where: { pilotId: pilot.id } })).toBe(2);
    await sharePilot(prisma(), pilot.id, third.id, null);
    await prisma().pilot.update({ where: { id: pilot.id }, data: { state: "submitted" } });
    await move(coordinator, "accept", pilot.id);
    expect([await counting(city.id), await counting(other.id), await counting(third.id)]).toEqual([1, 1, 0]);
    const cities = `query($slug: String!) { pilot(slug: $slug) { cities { slot counting { why } } } }`;
    expect((await read(null, cities, { slug: pilot.slug }))?.pilot).toMatchObject({
      cities: [{ slot: 1 }, { slot: 4 }],
    });
    expect((await read(editor, cities, { slug: pilot.slug }))?.pilot).toMatchObject({
      cities: [{}, {}, { counting: { why: "not_joined" } }],
    });
  });

  it("counts a pilot begun before signing only after the secretariat's word", async () => {
    const { city, approver, coordinator } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "submitted", startedOn: new Date("2020-01-01") });
    await move(coordinator, "accept", pilot.id);
    expect(await counting(city.id)).toBe(0);
    const args = (accepted: boolean) => `id: "${pilotId(pilot.id)}" cityId: "${cityId(city.id)}" accepted: ${accepted}`;
    expect(await call(approver, "acceptEarlyStart", args(true))).toMatchObject({ reason: "not_your_right" });
    expect(await counting(city.id)).toBe(0);
    await call(coordinator, "acceptEarlyStart", args(true));
    expect(await counting(city.id)).toBe(1);
    await call(coordinator, "acceptEarlyStart", args(false));
    expect(await counting(city.id)).toBe(0);
  });

  it("lets two pilots change places", async () => {
    const { city, editor } = await team();
    const first = await makePilot(prisma(), { cityId: city.id, slot: 1 });
    const second = await makePilot(prisma(), { cityId: city.id, slot: 5 });
    await call(editor, "moveSlot", `id: "${pilotId(first.id)}" cityId: "${cityId(city.id)}" slot: 5`);
    expect([(await row(first.id)).cities[0]?.slot, (await row(second.id)).cities[0]?.slot]).toEqual([5, 1]);
  });
});
