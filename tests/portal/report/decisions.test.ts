import { describe, expect, it } from "vitest";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal();
const prisma = () => portal().prisma;

async function desk(pilotFields: Parameters<typeof makePilot>[1] = {}) {
  const city = await makeCity(prisma());
  const pilot = await makePilot(prisma(), { cityId: city.id, state: "submitted", ...pilotFields });
  const page = `/en/network/review/pilots/${pilot.slug}`;
  const coordinator = { cookie: await portal().signIn(await makeNetworkPerson(prisma(), "coordinator")) };
  const decide = (fields: Record<string, string>) =>
    portal().post(page, { intent: "decide", version: String(pilot.version), ...fields }, coordinator);
  return { city, pilot, page, coordinator, decide };
}
const stateOf = async (id: string) => (await prisma().pilot.findUniqueOrThrow({ where: { id } })).state;

describe("the network's decision on a pilot", () => {
  it("needs a named exception where something is lacking, which everybody then reads", async () => {
    const { pilot, page, coordinator, decide } = await desk({ purpose: null });
    expect((await portal().get(page, coordinator)).html).toContain('name="exception"');
    const silent = await decide({ decision: "accept", comment: "", exception: "" });
    expect(silent.status).toBe(400);
    expect(silent.html).toContain('href="#f-exception"');
    expect(await stateOf(pilot.id)).toBe("submitted");
    const reason = "Its purpose is told in the council’s plan.";
    expect((await decide({ decision: "accept", comment: "", exception: reason })).location).toContain("?done=accept");
    const { html } = await portal().get(`/en/pilots/${pilot.slug}`, {});
    expect(html).toContain(reason);
    expect(html).toContain("Lacking then: its purpose");
  });

  it("is taken back with a reason, and the city can go on", async () => {
    const { pilot, page, coordinator, decide } = await desk({ state: "accepted", acceptedOn: new Date("2026-11-01") });
    expect((await portal().get(page, coordinator)).html).toContain('value="reopen"');
    const silent = await decide({ decision: "reopen", comment: "" });
    expect(silent.html).toContain('href="#f-comment"');
    expect((await decide({ decision: "reopen", comment: "A figure is wrong." })).location).toContain("?done=reopen");
    expect(await stateOf(pilot.id)).toBe("changes_requested");
  });

  it("is refused to whoever has a part in the city, by membership or by their own word", async () => {
    const { city, pilot, page, coordinator, decide } = await desk();
    const declared = await portal().post(
      page,
      {
        intent: "declareInterest",
        cityId: Buffer.from(`City:${city.id}`).toString("base64"),
        reason: "We advised it.",
      },
      coordinator,
    );
    expect(declared.location).toBe(page);
    const { html } = await portal().get(page, coordinator);
    expect(html).toContain("others decide here");
    expect(html).not.toContain('name="decision"');
    expect((await decide({ decision: "accept", comment: "" })).status).toBe(403);
    const both = await makeMember(prisma(), city.id);
    await prisma().networkRole.create({ data: { userId: both, role: "coordinator" } });
    const member = { cookie: await portal().signIn(both) };
    const answer = await portal().post(page, { intent: "decide", version: "1", decision: "accept" }, member);
    expect(answer.status).toBe(403);
    const seen = (await portal().get(page, member)).html;
    expect(seen).toContain("others decide here");
    expect(seen).not.toContain("Take my declaration back");
    expect(await stateOf(pilot.id)).toBe("submitted");
  });

  it("asks what one did for a city before one's part in it is declared", async () => {
    const { city, page, coordinator } = await desk();
    const cityId = Buffer.from(`City:${city.id}`).toString("base64");
    const blank = await portal().post(page, { intent: "declareInterest", cityId, reason: " " }, coordinator);
    expect(blank.status).toBe(400);
    expect(blank.html).toContain('href="#f-reason"');
    expect(blank.html).toMatch(/<details[^>]* open[^>]*>/);
    expect(await prisma().interest.count({ where: { cityId: city.id } })).toBe(0);
  });

  it("shows what came since the city handed it in", async () => {
    const { city, pilot, page, coordinator } = await desk({ state: "awaiting_sign_off" });
    const approver = { cookie: await portal().signIn(await makeMember(prisma(), city.id, "approver")) };
    await portal().post(`/en/pilots/${pilot.slug}/check`, { intent: "sign", version: "1" }, approver);
    await prisma().result.create({
      data: {
        pilotId: pilot.id,
        indicatorCode: "energy_reduction_share",
        value: "9",
        unitCode: "percent",
        evidence: "estimate",
        language: "fr",
        note: "Counted late",
      },
    });
    const { html } = await portal().get(page, coordinator);
    expect(html).toContain("Compared with what was submitted on");
    expect(html).toContain("<mark>added since</mark>");
    expect(html).toContain("Counted late");
  });
});

it("an approver moves a pilot to another slot of the city on the page of its cities", async () => {
  const { city, pilot } = await desk({ state: "draft", slot: 1 });
  const editor = { cookie: await portal().signIn(await makeMember(prisma(), city.id)) };
  const page = `/en/pilots/${pilot.slug}/sharing`;
  expect((await portal().get(page, editor)).html).toContain("Move it to another slot");
  const cityId = Buffer.from(`City:${city.id}`).toString("base64");
  const fields = { intent: "move", version: "1", cityId, citySlug: city.slug, slot: "4" };
  expect((await portal().post(page, fields, editor)).location).toBe(`/en/cities/${city.slug}?saved`);
  expect(await prisma().pilotCity.findFirst({ where: { pilotId: pilot.id } })).toMatchObject({ slot: 4 });
});
