import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { makeHome, makeRows } from "../../support/schema/hidden-rows.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal();
const prisma = () => portal().prisma;

async function written(pilotId: string, cityId: string, actorId: string, changes: Partial<Record<string, unknown>>[]) {
  for (const change of changes)
    await prisma().auditEntry.create({
      data: {
        subject: "Pilot",
        subjectId: pilotId,
        cityId,
        actorId,
        action: "pilot.update",
        role: "editor",
        ...change,
      },
    });
}

describe("the page of a history", () => {
  it.each([
    ["en", "Area of application: nothing → Buildings", "Started: January 2025 → 1 June 2025"],
    ["de", "Anwendungsbereich: nichts → Gebäude", "1. Juni 2025"],
    ["fr", "Bâtiments", "1er juin 2025"],
    ["pl", "Budynki", "1 czerwca 2025"],
    ["el", "Κτίρια", "1 Ιουνίου 2025"],
  ])("tells in %s who changed which field, in the form's words", async (locale, area, started) => {
    const city = await makeCity(prisma(), { name: "Fontclara" });
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "draft" });
    const editor = await makeMember(prisma(), city.id);
    await written(pilot.id, city.id, editor, [
      { before: { area: null }, after: { area: "buildings" } },
      {
        before: { startedOn: "2025-01-01T00:00:00.000Z", startedPrecision: "month" },
        after: { startedOn: "2025-06-01T00:00:00.000Z", startedPrecision: "day" },
      },
      { action: "pilot.log", role: "coordinator", onBehalf: true, after: { entry: { text: "It runs." } } },
    ]);
    const cookie = await portal().signIn(editor);
    const { status, html } = await portal().get(`/${locale}/pilots/${pilot.slug}/history`, { cookie });
    expect(status).toBe(200);
    expect(html).toContain(area);
    expect(html).toContain(started);
    expect(html).toContain("Fontclara");
    expect(html).not.toMatch(/history:|undefined|startedOn|pilot\.update/);
    expect((await portal().get(`/${locale}/pilots/${pilot.slug}`, { cookie })).html).toContain("/history");
  });

  it("turns back to older changes, twenty at a time", async () => {
    const city = await makeCity(prisma());
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "draft" });
    const editor = await makeMember(prisma(), city.id);
    const many = Array.from({ length: 21 }, (_, index) => ({ after: { licence: `Licence ${index}.` } }));
    await written(pilot.id, city.id, editor, many);
    const cookie = await portal().signIn(editor);
    const page = `/en/pilots/${pilot.slug}/history`;
    const { html } = await portal().get(page, { cookie });
    expect(html).not.toContain("Licence 0.");
    const [, older = ""] = /rel="next" href="([^"]+)"/.exec(html) ?? [];
    const back = await portal().get(page + older.replaceAll("&amp;", "&"), { cookie });
    expect(back.html).toContain("Licence 0.");
    expect(back.html).not.toContain("Licence 1.");
    expect(back.html).toContain("To the newest changes");
  });

  it("shows the public no names and no drafts, and links only where there is something", async () => {
    const city = await makeCity(prisma());
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "accepted" });
    const coordinator = await makeNetworkPerson(prisma());
    const page = `/en/pilots/${pilot.slug}`;
    expect((await portal().get(page, {})).html).not.toContain(`${page}/history`);
    await written(pilot.id, city.id, coordinator, [
      { after: { purpose: "A draft." } },
      {
        action: "pilot.accept",
        role: "coordinator",
        before: { state: "draft" },
        after: { state: "accepted", comment: "!" },
      },
    ]);
    expect((await portal().get(page, {})).html).toContain(`${page}/history`);
    const { html } = await portal().get(`${page}/history`, {});
    expect(html).toContain("State: nothing → Accepted");
    expect(html).toContain("Network coordinator");
    expect(html).not.toMatch(/A draft\.|Person \d/);
  });

  it("stands beside every kind of thing", async () => {
    const home = await makeHome(prisma());
    const rows = await makeRows(prisma(), home, true);
    const cookie = await portal().signIn(home.userId);
    const practice = await prisma().practice.findFirstOrThrow({ where: { cityId: home.city.id } });
    const { slug } = home.city;
    const accession = await prisma().accession.findFirstOrThrow({ where: { cityId: home.city.id } });
    const pages = [
      `/cities/${slug}/history`,
      `/practices/${practice.slug}/history`,
      `/cities/${slug}/footprint/2022/history`,
      `/cities/${slug}/footprint/baselines/${encodeURIComponent(rows.Baseline ?? "")}/history`,
      `/network/accessions/${encodeURIComponent(encodeGlobalID("Accession", accession.id))}/history`,
    ];
    for (const page of pages)
      for (const reader of [{ cookie }, {}]) {
        const { status, html } = await portal().get(`/en${page}`, reader);
        expect([page, status]).toEqual([page, 200]);
        expect(html).toContain("History of changes: ");
      }
    expect((await portal().get("/en/pilots/none/history", {})).status).toBe(404);
  });

  it("lays two versions side by side and brings the earlier one back", async () => {
    const city = await makeCity(prisma());
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "draft", purpose: "Third." });
    const editor = await makeMember(prisma(), city.id);
    await written(pilot.id, city.id, editor, [
      { before: {}, after: { purpose: "First.", area: "buildings" } },
      { before: { purpose: "First." }, after: { purpose: "Second." } },
      { before: { purpose: "Second." }, after: { purpose: "Third." } },
    ]);
    const entries = await prisma().auditEntry.findMany({ where: { subjectId: pilot.id }, orderBy: { at: "asc" } });
    const [first, , third] = entries.map(({ id }) => id);
    const page = `/en/pilots/${pilot.slug}/history`;
    const compared = `${page}?from=${first}&to=${third}`;
    const cookie = await portal().signIn(editor);
    const { html } = await portal().get(compared, { cookie });
    expect(html).toMatch(/<td[^>]*>First\.<\/td><td[^>]*>Third\.<\/td>/);
    expect(html).toContain("Restore the version of");
    const reader = await portal().signIn(await makeNetworkPerson(prisma(), "reviewer"));
    expect((await portal().get(compared, { cookie: reader })).html).not.toContain("Restore the version of");
    const late = await portal().post(compared, { entry: first ?? "", version: "9" }, { cookie });
    expect(late.html).toContain("Someone else saved this meanwhile");
    const done = await portal().post(compared, { entry: first ?? "", version: "1" }, { cookie });
    expect(done).toMatchObject({ status: 302, location: `${page}?restored` });
    expect(await prisma().pilot.findUnique({ where: { id: pilot.id } })).toMatchObject({
      purpose: "First.",
      version: 2,
    });
    expect((await portal().get(`${page}?restored`, { cookie })).html).toContain("The earlier version is restored.");
    expect((await portal().post(page, { entry: first ?? "", version: "2" }, { cookie: reader })).status).toBe(403);
  });
});
