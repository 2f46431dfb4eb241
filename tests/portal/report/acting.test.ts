import { describe, expect, it } from "vitest";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal();
const prisma = () => portal().prisma;
const words = "What you do is shown as done by the secretariat.";

async function household() {
  const city = await makeCity(prisma(), { name: "Gorsmark" });
  const pilot = await makePilot(prisma(), { cityId: city.id, state: "draft" });
  const practice = await makePractice(prisma(), { cityId: city.id, state: "draft" });
  const changing = [
    `/cities/${city.slug}/edit`,
    `/cities/${city.slug}/contacts`,
    `/cities/${city.slug}/footprint/new`,
    `/pilots/${pilot.slug}/edit/about`,
    `/pilots/${pilot.slug}/log/new`,
    `/practices/${practice.slug}/edit`,
  ];
  const reading = [`/cities/${city.slug}`, `/pilots/${pilot.slug}`, `/pilots/${pilot.slug}/history`, "/progress"];
  return { city, pilot, changing, reading };
}

describe("acting for a city", () => {
  it("is said above every page where the secretariat changes what is a city's", async () => {
    const { city, changing, reading } = await household();
    const coordinator = await makeNetworkPerson(prisma());
    const cookie = await portal().signIn(coordinator);
    for (const page of changing) {
      const { status, html } = await portal().get(`/en${page}`, { cookie });
      expect([page, status]).toEqual([page, 200]);
      expect(html).toContain(`You are acting for Gorsmark. ${words}`);
    }
    for (const page of reading) expect((await portal().get(`/en${page}`, { cookie })).html).not.toContain(words);
    await prisma().membership.create({ data: { userId: coordinator, cityId: city.id, role: "editor" } });
    for (const page of changing) expect((await portal().get(`/en${page}`, { cookie })).html).not.toContain(words);
  });

  it("is not said to the city's own people", async () => {
    const { city, changing } = await household();
    const cookie = await portal().signIn(await makeMember(prisma(), city.id));
    for (const page of changing) expect((await portal().get(`/en${page}`, { cookie })).html).not.toContain(words);
  });

  it.each(["de", "el", "fr", "pl"])("is said in %s, too, and again when a form comes back", async (locale) => {
    const { pilot } = await household();
    const cookie = await portal().signIn(await makeNetworkPerson(prisma()));
    const page = `/${locale}/pilots/${pilot.slug}/edit/about`;
    const band = /<div class="notice warning" role="note">([^<]*Gorsmark[^<]*)</;
    const [, said] = band.exec((await portal().get(page, { cookie })).html) ?? [];
    expect(said).toBeTruthy();
    const refused = await portal().post(page, { title: "", version: "1" }, { cookie });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain(said);
  });

  it("stands beside what the secretariat wrote into a log", async () => {
    const { pilot } = await household();
    await prisma().pilotEntry.updateMany({ where: { pilotId: pilot.id }, data: { onBehalf: true } });
    const cookie = await portal().signIn(await makeNetworkPerson(prisma()));
    const { html } = await portal().get(`/en/pilots/${pilot.slug}`, { cookie });
    expect(html).toContain("Entered by the secretariat for the city.");
  });
});
