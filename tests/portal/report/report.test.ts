import { describe, expect, it } from "vitest";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal();
const prisma = () => portal().prisma;

async function submitted() {
  const city = await makeCity(prisma(), { signedOn: "2024-05-01" });
  const pilot = await makePilot(prisma(), { cityId: city.id, state: "submitted" });
  return { city, pilot, page: `/en/network/review/pilots/${pilot.slug}` };
}

const signedIn = async (role: "coordinator" | "reviewer") => ({
  cookie: await portal().signIn(await makeNetworkPerson(prisma(), role)),
});
const stateOf = async (id: string) => (await prisma().pilot.findUniqueOrThrow({ where: { id } })).state;
const decide = { intent: "decide", version: "1" };

describe("the secretariat's review", () => {
  it("leads a coordinator from the queue to an accepted pilot that counts", async () => {
    const { city, pilot, page } = await submitted();
    const coordinator = await signedIn("coordinator");
    const queue = await portal().get("/en/network/review", coordinator);
    expect(queue.html).toContain(page);
    const shown = await portal().get(page, coordinator);
    expect(shown.status).toBe(200);
    expect(shown.html).toContain("Energy report 2025");
    const answer = await portal().post(page, { ...decide, decision: "accept", comment: "" }, coordinator);
    expect(answer).toMatchObject({ status: 302, location: "/en/network/review?done=accept" });
    expect(await stateOf(pilot.id)).toBe("accepted");
    expect((await prisma().city.findUniqueOrThrow({ where: { id: city.id } })).countingPilots).toBe(1);
    const back = await portal().get("/en/network/review?done=accept", coordinator);
    expect(back.html).toContain("Accepted.");
    expect(back.html).not.toContain(page);
    expect(back.html).not.toContain("Next in the queue");
    const other = await submitted();
    const further = await portal().get("/en/network/review?done=accept", coordinator);
    const above = further.html.split("<table")[0]?.replaceAll("<!-- -->", "");
    expect(above).toContain(`Next in the queue: <a href="${other.page}"`);
  });

  it("refuses only by a named rule, keeps what was typed, and asks once more", async () => {
    const { pilot, page } = await submitted();
    const coordinator = await signedIn("coordinator");
    const comment = "Only one room was lit. <b>Sorry</b>";
    const refusal = { ...decide, decision: "refuse", comment };
    const lacking = await portal().post(page, { ...refusal, rule: "" }, coordinator);
    expect(lacking.status).toBe(400);
    expect(lacking.html).toContain("<title>Error: ");
    expect(lacking.html).toContain("Only one room was lit. &lt;b&gt;Sorry&lt;/b&gt;</textarea>");
    expect(lacking.html).toContain('href="#f-rule">Name the rule');
    const asked = await portal().post(page, { ...refusal, rule: "not_large_scale" }, coordinator);
    expect(asked.status).toBe(200);
    expect(asked.html).toContain("Refuse this pilot?");
    expect(await stateOf(pilot.id)).toBe("submitted");
    const back = await portal().post(page, { ...refusal, rule: "not_large_scale", confirm: "back" }, coordinator);
    expect(back.html).toContain("Only one room was lit.");
    expect(await stateOf(pilot.id)).toBe("submitted");
    const done = await portal().post(page, { ...refusal, rule: "not_large_scale", confirm: "yes" }, coordinator);
    expect(done.location).toBe("/en/network/review?done=refuse");
    expect(await prisma().review.findFirst({ where: { pilotId: pilot.id } })).toMatchObject({
      decision: "refused",
      rule: "not_large_scale",
      comment,
    });
  });

  it("lets a reviewer ask for changes with a comment, and not accept", async () => {
    const { pilot, page } = await submitted();
    const reviewer = await signedIn("reviewer");
    const shown = await portal().get(page, reviewer);
    expect(shown.html).toContain('value="request_changes"');
    expect(shown.html).not.toContain('value="accept"');
    expect((await portal().post(page, { ...decide, decision: "accept" }, reviewer)).status).toBe(403);
    expect((await portal().post(page, { ...decide, decision: "request_changes", comment: " " }, reviewer)).status).toBe(
      400,
    );
    expect((await portal().post(page, { ...decide }, reviewer)).status).toBe(400);
    expect(await stateOf(pilot.id)).toBe("submitted");
    const done = await portal().post(
      page,
      { ...decide, decision: "request_changes", comment: "Say how large it is." },
      reviewer,
    );
    expect(done.location).toBe("/en/network/review?done=request_changes");
    expect(await stateOf(pilot.id)).toBe("changes_requested");
  });

  it("says so when the city changed the pilot meanwhile, and keeps the comment", async () => {
    const { pilot, page } = await submitted();
    const coordinator = await signedIn("coordinator");
    await prisma().pilot.update({ where: { id: pilot.id }, data: { version: 4 } });
    const answer = await portal().post(page, { ...decide, decision: "accept", comment: "Well done." }, coordinator);
    expect(answer.status).toBe(409);
    expect(answer.html).toContain("Well done.</textarea>");
    expect(answer.html).toContain("changed while you were reading");
    expect(await stateOf(pilot.id)).toBe("submitted");
  });

  it("asks the early start question where the pilot began before the signing, and records the answer", async () => {
    const city = await makeCity(prisma(), { signedOn: "2025-06-01" });
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "submitted" });
    const page = `/en/network/review/pilots/${pilot.slug}`;
    const coordinator = await signedIn("coordinator");
    const { html } = await portal().get(page, coordinator);
    expect(html).toContain("Begun before signing");
    const cityId = /name="cityId" value="([^"]+)"/.exec(html)?.[1] ?? "";
    const answer = await portal().post(page, { intent: "earlyStart", cityId, accepted: "yes" }, coordinator);
    expect(answer.location).toBe(`${page}?saved`);
    expect(await prisma().pilotCity.findFirst({ where: { pilotId: pilot.id } })).toMatchObject({
      earlyStartAccepted: true,
    });
    expect((await portal().get(page, await signedIn("reviewer"))).html).not.toContain('name="accepted"');
  });

  it("is closed to a city's people, and asks the public to sign in", async () => {
    const { city, page } = await submitted();
    const officer = { cookie: await portal().signIn(await makeMember(prisma(), city.id, "approver")) };
    for (const path of ["/en/network", "/en/network/review", page, "/en/network/late"]) {
      expect((await portal().get(path, officer)).status, path).toBe(403);
      expect(await portal().get(path), path).toMatchObject({
        status: 302,
        location: `/en/sign-in?next=${encodeURIComponent(path)}`,
      });
    }
    expect((await portal().post(page, { ...decide, decision: "accept" }, officer)).status).toBe(403);
    expect((await portal().get("/en/network/late", await signedIn("reviewer"))).status).toBe(403);
  });

  it("publishes a practice, or sends it back", async () => {
    const city = await makeCity(prisma());
    const contact = await prisma().contact.create({ data: { cityId: city.id, name: "Ada", email: "ada@example.org" } });
    const texts = {
      title: "Éclairage",
      summary: "s",
      problem: "p",
      solution: "s",
      mayChange: "m",
      mustNotChange: "n",
      wentWrong: "w",
      conditions: "c",
    };
    const practice = await prisma().practice.create({
      data: { slug: "eclairage", cityId: city.id, language: "fr", state: "submitted", contactId: contact.id, ...texts },
    });
    const coordinator = await signedIn("coordinator");
    const page = "/en/network/review/practices/eclairage";
    expect((await portal().get(page, coordinator)).html).toContain('lang="fr"');
    expect(
      (await portal().post(page, { ...decide, decision: "request_changes", comment: "" }, coordinator)).status,
    ).toBe(400);
    const done = await portal().post(page, { ...decide, decision: "publish", comment: "" }, coordinator);
    expect(done.location).toBe("/en/network/review?done=publish");
    expect(await prisma().practice.findUniqueOrThrow({ where: { id: practice.id } })).toMatchObject({
      state: "published",
    });
  });
});

describe("my city's tasks", () => {
  it("ask the public to sign in, let someone with two cities choose, and refuse another city's", async () => {
    expect((await portal().get("/fr/tasks")).location).toBe("/fr/sign-in?next=%2Ffr%2Ftasks");
    const [first, second, foreign] = [await makeCity(prisma()), await makeCity(prisma()), await makeCity(prisma())];
    const person = await makeMember(prisma(), first.id);
    const cookie = { cookie: await portal().signIn(person) };
    const single = await portal().get("/en/tasks", cookie);
    expect(single.html).toContain(`/en/cities/${first.slug}/pilots/new?slot=1`);
    await prisma().membership.create({ data: { userId: person, cityId: second.id, role: "approver" } });
    const choice = await portal().get("/en/tasks", cookie);
    expect(choice.html).toContain(`/en/tasks?city=${second.slug}`);
    expect((await portal().get(`/en/tasks?city=${second.slug}`, cookie)).html).toContain(second.name);
    expect((await portal().get(`/en/tasks?city=${foreign.slug}`, cookie)).status).toBe(403);
    expect((await portal().get("/en/tasks?city=nowhere", cookie)).status).toBe(404);
  });
});
