import { encodeGlobalID } from "@pothos/plugin-relay";
import { beforeAll, describe, expect, it } from "vitest";
import { cityDesk } from "../../support/desks/city.ts";
import { makeConcept, makeIndicators, makePilot, sharePilot } from "../../support/factories/pilot.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal();
const { team } = cityDesk(portal);

beforeAll(async () => {
  await makeIndicators(portal().prisma);
  await makeConcept(portal().prisma, "school-energy", { en: "school energy", fr: "énergie scolaire" });
});

describe("a form that was open too long", () => {
  it("shows both texts, loses neither, and saves on the second try", async () => {
    const { city, editor, approver } = await team();
    const pilot = await makePilot(portal().prisma, { cityId: city.id, language: "en", title: "Warm schools" });
    const path = `/en/pilots/${pilot.slug}/edit/about`;
    const version = await editor.versionOf(path);
    const fields = { title: "Warm schools", description: "", language: "en" };
    expect((await approver.post(path, { ...fields, version, purpose: "The approver's words." })).status).toBe(302);
    const stale = await editor.post(path, { ...fields, version, purpose: "The editor's words." });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain("Someone else saved this meanwhile");
    expect(stale.html).toContain("The approver&#x27;s words.");
    expect(stale.html).toContain("The editor&#x27;s words.");
    const current = /name="version" value="(\d+)"/.exec(stale.html)?.[1] ?? "";
    expect((await editor.post(path, { ...fields, version: current, purpose: "The editor's words." })).status).toBe(302);
    expect((await portal().prisma.pilot.findUniqueOrThrow({ where: { id: pilot.id } })).purpose).toBe(
      "The editor's words.",
    );
  });

  it("keeps the version that the form showed when the form comes back with faults", async () => {
    const { city, editor, approver } = await team();
    const pilot = await makePilot(portal().prisma, { cityId: city.id, language: "en" });
    const path = `/en/pilots/${pilot.slug}/edit/about`;
    const version = await editor.versionOf(path);
    await approver.post(path, { version, title: "Another title", purpose: "", description: "", language: "en" });
    const faulty = await editor.post(path, { version, title: "", purpose: "Mine", description: "", language: "en" });
    expect(faulty.status).toBe(400);
    expect(faulty.html).toContain(`name="version" value="${version}"`);
  });
});

describe("who may", () => {
  it("answers 404 to another city's officer and to the public, 403 to those who only see it", async () => {
    const { city } = await team();
    const { editor: stranger } = await team();
    const draft = await makePilot(portal().prisma, { cityId: city.id });
    const open = await makePilot(portal().prisma, { cityId: city.id, slot: 2, state: "submitted" });
    const pages = ["edit", "edit/about", "edit/scale", "check", "log/new", "results/new", "translations/pl", "sharing"];
    for (const page of pages) {
      expect((await stranger.get(`/en/pilots/${draft.slug}/${page}`)).status, page).toBe(404);
      expect(
        (await stranger.post(`/en/pilots/${draft.slug}/${page}`, { intent: "request", title: "Mine" })).status,
        page,
      ).toBe(404);
      expect((await portal().get(`/en/pilots/${draft.slug}/${page}`)).status, page).toBe(404);
      expect((await stranger.get(`/en/pilots/${open.slug}/${page}`)).status, page).toBe(403);
      const outside = await portal().get(`/en/pilots/${open.slug}/${page}`);
      expect(outside.location, page).toBe(`/en/sign-in?next=${encodeURIComponent(`/en/pilots/${open.slug}/${page}`)}`);
    }
    expect((await stranger.get(`/en/cities/${city.slug}/pilots/new`)).status).toBe(403);
  });
});

describe("several cities", () => {
  it("share a pilot: invited on the page, joined by the invited city with a slot", async () => {
    const { city, editor } = await team();
    const { city: other, editor: colleague } = await team();
    await portal().prisma.cityName.create({ data: { cityId: other.id, locale: "en", name: other.name } });
    const pilot = await makePilot(portal().prisma, { cityId: city.id });
    const path = `/en/pilots/${pilot.slug}/sharing`;
    const cityId = encodeGlobalID("City", other.id);
    const found = await editor.get(`${path}?city=${encodeURIComponent(other.name)}`);
    expect(found.html).toContain(`name="cityId" value="${cityId}"`);
    expect(await editor.post(path, { cityId, intent: "invite" })).toMatchObject({
      status: 302,
      location: `${path}?saved`,
    });
    expect((await colleague.get(path)).html).toContain("Join the pilot");
    const joined = await colleague.post(path, { cityId, citySlug: other.slug, slot: "4", intent: "join" });
    expect(joined).toMatchObject({ status: 302, location: `/en/cities/${other.slug}?saved` });
    const share = await portal().prisma.pilotCity.findFirstOrThrow({ where: { pilotId: pilot.id, cityId: other.id } });
    expect(share).toMatchObject({ confirmed: true, slot: 4 });
  });

  it("may say no", async () => {
    const { city } = await team();
    const { city: other, editor: colleague } = await team();
    const pilot = await makePilot(portal().prisma, { cityId: city.id });
    await sharePilot(portal().prisma, pilot.id, other.id, null);
    const path = `/en/pilots/${pilot.slug}/sharing`;
    const cityId = /name="cityId" value="([^"]+)"/.exec((await colleague.get(path)).html)?.[1] ?? "";
    expect((await colleague.post(path, { cityId, citySlug: other.slug, intent: "decline" })).status).toBe(302);
    expect(await portal().prisma.pilotCity.count({ where: { pilotId: pilot.id, cityId: other.id } })).toBe(0);
  });
});

describe("the public page", () => {
  it("sets targets apart from what was achieved, and contradictory figures side by side with their sources", async () => {
    const { prisma } = portal();
    const pilot = await makePilot(prisma, { state: "accepted", language: "en" });
    const common = {
      pilotId: pilot.id,
      indicatorCode: "energy_reduction_share",
      unitCode: "percent",
      direction: "reduction" as const,
    };
    await prisma.result.create({ data: { ...common, value: 18, evidence: "claimed", sourceTitle: "Press release" } });
    await prisma.result.create({ data: { ...common, value: 37, evidence: "target" } });
    const { html } = await portal().get(`/en/pilots/${pilot.slug}`);
    const [before = "", after = ""] = html.split("Targets and expectations");
    expect(before).toContain("2 figures for the same thing");
    expect(before).toContain("Press release");
    expect(before).toContain("Energy report 2025");
    expect(before).not.toContain("37");
    expect(after).toContain("37 %");
  });

  it("reads in another language, with its translation kept by the city", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(portal().prisma, { cityId: city.id, language: "fr", title: "Écoles sobres" });
    const path = `/en/pilots/${pilot.slug}`;
    const texts = { title: "Oszczędne szkoły", purpose: "Mniej energii.", description: "" };
    expect(await editor.post(`${path}/translations/pl`, texts)).toMatchObject({
      status: 302,
      location: `${path}?text=pl&saved`,
    });
    expect((await editor.get(`/pl/pilots/${pilot.slug}`)).html).toContain("Oszczędne szkoły");
    const page = await editor.get(path);
    expect(page.html).toContain('<h1 lang="fr">Écoles sobres</h1>');
    expect(page.html).toContain(`href="${path}?text=pl"`);
    expect((await editor.get(`${path}/translations/xx`)).status).toBe(404);
  });

  it("sends /pilots to the finder", async () => {
    expect(await portal().get("/fr/pilots")).toMatchObject({ status: 302, location: "/fr/search?kind=pilot" });
  });
});
