import { describe, expect, it } from "vitest";
import { cityDesk } from "../../support/desks/city.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeBaseline, makeYear } from "../../support/factories/baseline.ts";
import { makeInventory } from "../../support/factories/inventory.ts";
import { makeNetworkPerson } from "../../support/factories/person.ts";
import { gid } from "../../support/desks/footprint.ts";
import { usePortal } from "../../support/portal.ts";

const portal = usePortal();
const { team, browse } = cityDesk(portal);
const prisma = () => portal().prisma;
const person = async (role: "coordinator" | "reviewer") => browse(await makeNetworkPerson(prisma(), role));

describe("the network's footprints", () => {
  it("counts cities with two comparable inventories, hides medians of few cities, and sorts by the address", async () => {
    for (const laptops of [1000, 500]) {
      const city = await makeCity(prisma(), { signedOn: "2019-05-01" });
      const base = await makeYear(prisma(), city, 2020);
      await makeYear(prisma(), city, 2024, { laptops });
      await makeBaseline(prisma(), city.id, [base]);
    }
    const coordinator = await person("coordinator");
    const { html } = await coordinator.get("/en/network/footprint");
    expect(html).toMatch(/Cities with two comparable inventories<\/dt><dd class="value">2</);
    expect(html).toContain("Too few cities to show: it takes 5");
    expect(html).toContain("it is never added to footprints");
    const byCharter = await coordinator.get("/de/network/footprint?by=charter&sort=perEmployee");
    expect(byCharter.html).toContain("zu wenige");
    expect(byCharter.html).toContain('aria-sort="descending"');
    expect(byCharter.html.indexOf("70 kg")).toBeLessThan(byCharter.html.indexOf("35 kg"));
  });

  it("is for the network's people", async () => {
    const { editor } = await team();
    expect((await editor.get("/en/network/footprint")).status).toBe(403);
    expect((await portal().get("/en/network/footprint")).location).toContain("/en/sign-in?next=");
    expect((await (await person("reviewer")).get("/en/network/footprint")).status).toBe(200);
  });
});

describe("reviewing an inventory", () => {
  async function submitted() {
    const { city, editor, approver } = await team();
    await makeInventory(prisma(), { cityId: city.id, year: 2023, state: "published" });
    const inventory = await makeInventory(prisma(), {
      ...{ cityId: city.id, state: "submitted", note: "Counted <twice>" },
      of: [{ quantity: "2000" }],
    });
    const page = `/en/network/review/footprints/${encodeURIComponent(gid(inventory))}`;
    const stateOf = async () => (await prisma().inventory.findUniqueOrThrow({ where: { id: inventory.id } })).state;
    return { city, editor, approver, inventory, page, stateOf };
  }

  it("shows result, bridge, warnings and factors, and publishes", async () => {
    const { city, inventory, page, stateOf } = await submitted();
    await prisma().warningAcceptance.create({
      data: {
        ...{ inventoryId: inventory.id, key: "quantity_jump:laptop", reason: "Two departments joined." },
        acceptedOn: new Date("2026-10-10"),
      },
    });
    const coordinator = await person("coordinator");
    expect((await coordinator.get("/en/network/review")).html).toContain(page);
    const { html, status } = await coordinator.get(page);
    expect(status).toBe(200);
    for (const text of [
      "Counted &lt;twice&gt;",
      "From 2023 to 2024",
      "Two departments joined.",
      "A publisher: Set typical",
    ])
      expect(html).toContain(text);
    expect(html).toContain(`/en/cities/${city.slug}/footprint/2024?revision=1#lines`);
    const undecided = await coordinator.post(page, { version: "1" });
    expect(undecided.html).toContain('href="#f-decision"');
    await prisma().inventory.update({ where: { id: inventory.id }, data: { version: 4 } });
    const stale = await coordinator.post(page, { version: "1", decision: "publish", comment: "Good work" });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain("Good work</textarea>");
    expect(await stateOf()).toBe("submitted");
    const done = await coordinator.post(page, { version: "4", decision: "publish", comment: "" });
    expect(done.location).toBe("/en/network/review?done=publish_footprint");
    expect(await stateOf()).toBe("published");
    const back = await coordinator.get(done.location ?? "");
    expect(back.html).toContain("The year can be read by everyone now");
    expect((await coordinator.get(page)).html).toContain("does not wait for a decision");
  });

  it("sends it back with a comment, also by a reviewer, who does not publish", async () => {
    const { editor, page, stateOf } = await submitted();
    const reviewer = await person("reviewer");
    const { html } = await reviewer.get(page);
    expect(html).toContain('value="request_changes"');
    expect(html).not.toContain('value="publish"');
    const publish = { version: "1", decision: "publish", comment: "" };
    expect((await reviewer.post(page, publish)).status).toBe(403);
    const silent = await reviewer.post(page, { version: "1", decision: "request_changes", comment: " " });
    expect(silent.html).toContain('href="#f-comment">Write a comment');
    const asked = { version: "1", decision: "request_changes", comment: "Which servers?" };
    expect((await reviewer.post(page, asked)).location).toBe("/en/network/review?done=footprint_changes");
    expect(await stateOf()).toBe("changes_requested");
    expect((await editor.get(page)).status).toBe(403);
    expect((await portal().get(page)).location).toContain("/en/sign-in?next=");
    expect((await reviewer.get("/en/network/review/footprints/nonsense")).status).toBeGreaterThanOrEqual(400);
  });
});
