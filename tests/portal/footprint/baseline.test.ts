import { describe, expect, it } from "vitest";
import { cityDesk } from "../../support/desks/city.ts";
import { makeBaseline, makeSet, makeYear } from "../../support/factories/baseline.ts";
import { makeNetworkPerson } from "../../support/factories/person.ts";
import { gid } from "../../support/desks/footprint.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal();
const { team, browse } = cityDesk(portal);
const prisma = () => portal().prisma;

async function desk() {
  const people = await team();
  const at = (page: string, locale = "en") => `/${locale}/cities/${people.city.slug}/footprint/${page}`;
  const baselines = () => prisma().baseline.findMany({ where: { cityId: people.city.id }, orderBy: { kg: "asc" } });
  return { ...people, at, baselines };
}

/** With a baseline of 2020 in force, 70,000 kg. */
async function founded() {
  const found = await desk();
  const year = await makeYear(prisma(), found.city, 2020);
  await makeBaseline(prisma(), found.city.id, [year]);
  const request = {
    inventories: gid(year),
    reason: "structure",
    explanation: "The schools joined.",
    language: "en",
    adjustmentKg: "",
    factorSet: "test-set",
  };
  return { ...found, year, request };
}

describe("choosing the baseline", () => {
  it("takes one year or several, by the approver, once", async () => {
    const { city, editor, approver, at, baselines } = await desk();
    expect((await approver.get(at("baseline"))).html).toContain("there is none yet");
    const years = [await makeYear(prisma(), city, 2020), await makeYear(prisma(), city, 2021, { laptops: 500 })];
    const form = await approver.get(at("baseline", "de"));
    expect(form.html).toContain("2020: 70 t CO₂e");
    expect((await editor.get(at("baseline"))).html).not.toContain('name="inventories"');
    const none = await approver.post(at("baseline"), { language: "en" });
    expect(none.status).toBe(400);
    expect(none.html).toContain('href="#f-inventories"');
    const choice = {
      inventories: years.map((year) => gid(year)),
      language: "en",
      explanation: "They are our best years.",
    };
    expect((await editor.post(at("baseline"), choice)).status).toBe(403);
    const chosen = await approver.post(at("baseline"), choice);
    expect(chosen.location).toBe(`${at("baseline")}?saved`);
    const [made] = await baselines();
    expect(made).toMatchObject({ state: "active" });
    expect(made?.kg.toFixed()).toBe("52500");
    const shown = await portal().get(at("baseline"));
    expect(shown.html).toContain("52,500.000 kg");
    expect(shown.html).toContain("They are our best years.");
    const again = await approver.post(at("baseline"), choice);
    expect([400, 403]).toContain(again.status);
    expect(await baselines()).toHaveLength(1);
  });
});

describe("asking for a recalculation", () => {
  it("shows the threshold, refuses what is below it with its figures, and keeps what was typed", async () => {
    const { editor, at, request, baselines } = await founded();
    expect((await editor.get(at("recalculation"))).html).toMatch(/from a change of 5\s?%/);
    const unreasoned = await editor.post(at("recalculation"), { ...request, reason: "" });
    expect(unreasoned.html).toContain('href="#f-reason">Choose the reason');
    const small = await editor.post(at("recalculation", "de"), { ...request, adjustmentKg: "1.750,5" });
    expect(small.status).toBe(400);
    expect(small.html).toMatch(/2,5/);
    expect(small.html).toContain('value="1.750,5"');
    expect(small.html).toContain("The schools joined.</textarea>");
    const wrong = await editor.post(at("recalculation"), { ...request, reason: "error", adjustmentKg: "20000" });
    expect(wrong.html).toContain('href="#f-adjustmentKg"');
    expect(await baselines()).toHaveLength(1);
  });

  it("sends it, shows where it stands, and takes it back", async () => {
    const { city, editor, at, request, baselines } = await founded();
    const wider = { ...request, adjustmentKg: "7.000", perimeters: ["administration", "schools"] };
    const sent = await editor.post(at("recalculation", "de"), wider);
    expect(sent.location).toBe(`${at("recalculation", "de")}?sent`);
    const page = await editor.get(sent.location ?? "");
    expect(page.html).toContain("Der Antrag liegt beim Sekretariat.");
    expect(page.html).toContain("77 t CO₂e");
    expect(page.html).not.toContain('name="reason"');
    expect((await portal().get(at("baseline"))).html).not.toContain("The schools joined.");
    const stranger = (await team()).editor;
    expect((await stranger.get(at("recalculation"))).status).toBe(403);
    expect((await portal().get(at("recalculation"))).location).toContain("/en/sign-in?next=");
    const taken = await editor.post(at("recalculation"), { intent: "withdraw" });
    expect(taken.location).toBe(`${at("recalculation")}?withdrawn`);
    expect((await baselines()).map(({ state }) => state)).toEqual(["active", "withdrawn"]);
    expect((await editor.get(taken.location ?? "")).html).toContain('name="reason"');
    expect(await prisma().baseline.count({ where: { cityId: city.id, state: "proposed" } })).toBe(0);
  });

  it("is decided by the coordinator: old and new side by side", async () => {
    const { city, editor, at, request, baselines } = await founded();
    await editor.post(at("recalculation"), { ...request, adjustmentKg: "7000" });
    const coordinator = await browse(await makeNetworkPerson(prisma(), "coordinator"));
    const queue = await coordinator.get("/en/network/review");
    const proposed = (await baselines()).find(({ state }) => state === "proposed")?.id ?? "";
    const page = `/en/network/review/recalculations/${encodeURIComponent(gid(proposed, "Baseline"))}`;
    expect(queue.html).toContain(page);
    expect((await editor.get(page)).status).toBe(403);
    const shown = await coordinator.get(page);
    for (const text of ["70 t CO₂e", "77 t CO₂e", "+10.0%", "The schools joined."]) expect(shown.html).toContain(text);
    const silent = await coordinator.post(page, { decision: "refuse", comment: "" });
    expect(silent.html).toContain('href="#f-comment">Write a comment');
    const done = await coordinator.post(page, { decision: "approve", comment: "Agreed." });
    expect(done.location).toBe("/en/network/review?done=approve_recalculation");
    expect((await baselines()).map(({ state }) => state)).toEqual(["superseded", "active"]);
    expect((await coordinator.post(page, { decision: "approve", comment: "" })).status).toBe(403);
    const open = await portal().get(`/en/cities/${city.slug}/footprint/baseline`);
    for (const text of ["77,000.000", "70,000.000"]) expect(open.html).toContain(text);
  });
});

describe("threshold and path", () => {
  it("are the approver's to set, in local numbers; two who save see each other", async () => {
    await makeSet(prisma());
    const { city, editor, approver, at } = await desk();
    expect((await editor.get(at("plan"))).status).toBe(403);
    const saved = await approver.post(at("plan", "de"), {
      version: "1",
      thresholdPercent: "7,5",
      path: "constant_rate",
    });
    expect(saved.location).toBe(`${at("plan", "de")}?saved`);
    expect(await prisma().footprintPlan.findUnique({ where: { cityId: city.id } })).toMatchObject({
      path: "constant_rate",
      version: 2,
    });
    const late = await approver.post(at("plan"), { version: "1", thresholdPercent: "3", path: "linear" });
    expect(late.status).toBe(409);
    expect(late.html).toContain("Someone else saved this meanwhile");
    const wrong = await approver.post(at("plan"), { version: "2", thresholdPercent: "120", path: "linear" });
    expect(wrong.html).toContain('href="#f-thresholdPercent"');
    expect(wrong.html).toContain('value="120"');
  });
});
