import { beforeAll, describe, expect, it } from "vitest";
import { cityDesk } from "../../support/desks/city.ts";
import { makeInventory, makeReference } from "../../support/factories/inventory.ts";
import { makeNetworkPerson } from "../../support/factories/person.ts";
import { usePortal } from "../../support/portal.ts";
import { gid } from "../../support/desks/footprint.ts";

const portal = usePortal();
const { team, browse } = cityDesk(portal);
const prisma = () => portal().prisma;

beforeAll(async () => {
  await makeReference(prisma());
});

const laptops = {
  ...{ category: "laptop", quantity: "1.250,5", perimeter: "administration", tenure: "owned", quality: "3" },
  ...{ energySource: "typical", kwhPerYear: "", embodiedKg: "", embodiedSource: "", lifetimeYears: "", country: "" },
};

/** A city with people and a draft of 2024. */
async function draft(options: Parameters<typeof makeInventory>[1] = {}) {
  const people = await team();
  const inventory = await makeInventory(prisma(), { cityId: people.city.id, ...options });
  const at = `/de/cities/${people.city.slug}/footprint/${inventory.year}`;
  return { ...people, inventory, at, line: inventory.lines[0]?.id ?? "" };
}

const lineId = (id: string) => gid(id, "InventoryLine");

describe("starting an inventory", () => {
  it("begins from the year before, from nothing, or goes on to a spreadsheet; a taken year says what to do", async () => {
    const { city, editor } = await team();
    const before = await makeInventory(prisma(), { cityId: city.id, year: 2023, state: "published", of: [{}, {}] });
    const at = `/de/cities/${city.slug}/footprint`;
    const page = await editor.get(`${at}/new`);
    expect(page.html).toMatch(/<option value="2025" selected="">2025</);
    expect(page.html).toContain("2 Zeilen");
    const unanswered = await editor.post(`${at}/new`, { year: "2024", scope: "administration" });
    expect(unanswered).toMatchObject({ status: 400 });
    expect(unanswered.html).toContain('href="#f-begin"');
    const copied = { year: "2024", scope: "administration", begin: gid(before.id) };
    expect(await editor.post(`${at}/new`, copied)).toMatchObject({ location: `${at}/2024/edit?done=copied` });
    expect((await editor.get(`${at}/2024/edit`)).html).toContain("2 Zeilen");

    const again = await editor.post(`${at}/new`, { ...copied, begin: "nothing" });
    expect(again.status).toBe(400);
    expect(again.html).toContain('href="#f-year"');
    const territory = { year: "2024", scope: "territory", begin: "spreadsheet" };
    expect(await editor.post(`${at}/new`, territory)).toMatchObject({ location: `${at}/2024/import?scope=territory` });
    const mixed = await editor.post(`${at}/new`, { year: "2025", scope: "territory", begin: gid(before.id) });
    expect(mixed.html).toContain('href="#f-begin"');
  });

  it("is for the city's people", async () => {
    const { city } = await team();
    const stranger = (await team()).editor;
    const at = `/en/cities/${city.slug}/footprint/new`;
    expect((await stranger.get(at)).status).toBe(403);
    expect((await stranger.post(at, { year: "2024", begin: "nothing" })).status).toBe(403);
    expect((await portal().get(at)).location).toContain("/en/sign-in?next=");
    expect((await stranger.get("/en/cities/nowhere/footprint/new")).status).toBe(404);
  });
});

describe("who reaches a draft", () => {
  const pages = ["edit", "boundary", "grid", "lines/new", "warnings", "check"];

  it.each(pages)("%s: its editors do, others get 404, visitors sign in, reviewers only read", async (page) => {
    const { editor, at } = await draft();
    expect((await editor.get(`${at}/${page}`)).status).toBe(200);
    expect((await (await team()).editor.get(`${at}/${page}`)).status).toBe(404);
    expect((await portal().get(`${at}/${page}`)).location).toContain("/sign-in?next=");
    const reviewer = await browse(await makeNetworkPerson(prisma(), "reviewer"));
    expect((await reviewer.get(`${at}/${page}`)).status).toBe(["edit", "warnings"].includes(page) ? 200 : 403);
    expect((await editor.get(`${at.replace("2024", "1999")}/${page}`)).status).toBe(404);
    expect((await editor.get(`${at.replace("2024", "first")}/${page}`)).status).toBe(404);
  });

  it("leads from a published year to its page", async () => {
    const { editor, at } = await draft({ state: "published" });
    expect(await editor.get(`${at}/edit`)).toMatchObject({ status: 302, location: at });
  });

  it("says to whom it goes next while it cannot be changed", async () => {
    const { editor, at } = await draft({ state: "awaiting_sign_off" });
    const page = await editor.get(`${at}/boundary`);
    expect(page.html).not.toContain('name="perimeters"');
    expect(page.html).toContain("Zurückziehen und ändern");
    const late = await editor.post(`${at}/lines/new`, laptops);
    expect(late.status).toBe(409);
    expect(await editor.fill(`${at}/check`, { intent: "withdraw" })).toMatchObject({
      location: `${at}/edit?done=withdraw`,
    });
  });
});

describe("boundary and electricity", () => {
  it("saves what is counted, warns of another factor set, and keeps what was typed", async () => {
    const { editor, at, city } = await draft();
    await makeInventory(prisma(), { cityId: city.id, year: 2023, state: "published" });
    const fields = { perimeters: ["administration", "schools"], tenures: ["owned", "leased"], employees: "1.200" };
    const more = { inhabitants: "", factorSet: "other", note: "Ohne Museen.", language: "de" };
    const bad = await editor.fill(`${at}/boundary`, { ...fields, ...more, employees: "viele" });
    expect(bad.status).toBe(400);
    expect(bad.html).toContain('href="#f-employees"');
    expect(bad.html).toContain('value="viele"');
    expect(bad.html).toContain("Ohne Museen.");
    expect(bad.html).toContain("nicht der Faktorensatz von 2023");
    expect(await editor.fill(`${at}/boundary`, { ...fields, ...more })).toMatchObject({
      location: `${at}/edit?done=saved`,
    });
    const stored = await prisma().inventory.findFirstOrThrow({
      where: { cityId: city.id, year: 2024 },
      include: { factorSet: true },
    });
    expect(stored).toMatchObject({ employees: 1200, perimeters: ["administration", "schools"], note: "Ohne Museen." });
    expect(stored.factorSet.code).toBe("other");
    const stale = await editor.post(`${at}/boundary`, { ...fields, ...more, version: "1", note: "Meine." });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain("Meine.");
    expect(stale.html).toContain("Ohne Museen.");
  });

  it("offers the reference's factors of the year, or takes the city's own with its source", async () => {
    const { editor, at, inventory } = await draft({ of: [{}, { country: "DE" }], electricity: {} });
    const french = await editor.get(`${at}/grid?country=FR`);
    expect(french.html).toContain("44,18 g");
    expect(french.html).toContain("Electricity Maps, 2024");
    expect((await editor.post(`${at}/grid?country=FR`, {})).html).toContain('href="#f-choice"');
    const factor = await prisma().gridFactor.findFirstOrThrow({
      where: { country: "FR", year: 2024, series: "ember" },
    });
    const chosen = await editor.post(`${at}/grid?country=FR`, { choice: gid(factor.id, "GridFactor") });
    expect(chosen.location).toBe(`${at}/grid?country=DE`);

    const german = await editor.get(`${at}/grid?country=DE`);
    expect(german.html).toContain("hat keine Zahl für Deutschland im Jahr 2024");
    expect(german.html).toContain("2021 und 2022");
    expect(german.html).toContain("aus dem früheren Jahr 2022");
    const own = { choice: "own", value: "0,38", low: "", high: "", sourceTitle: "", sourceUrl: "" };
    const bad = await editor.post(`${at}/grid?country=DE`, own);
    expect(bad.status).toBe(400);
    expect(bad.html).toMatch(/href="#f-value".*href="#f-sourceTitle"/s);
    expect(bad.html).toContain('value="0,38"');
    const good = { ...own, value: "380,5", sourceTitle: "Umweltbundesamt 2025" };
    expect(await editor.post(`${at}/grid?country=DE`, good)).toMatchObject({ location: `${at}/edit?done=saved` });
    const row = await prisma().inventoryGrid.findFirstOrThrow({ where: { inventoryId: inventory.id, country: "DE" } });
    expect(row.ownValue?.toString()).toBe("380.5");
    expect((await editor.get(`${at}/grid?country=ES`)).status).toBe(404);
  });
});

describe("a line", () => {
  it("is added in local numbers and shows what it comes to", async () => {
    const { editor, at, inventory } = await draft({ of: [] });
    const page = await editor.get(`${at}/lines/new?category=laptop`);
    expect(page.headers.get("content-security-policy")).toContain("script-src 'self'");
    expect((await editor.get(`${at}/edit`)).headers.get("content-security-policy")).not.toContain("script-src");
    expect(page.html.match(/<script/g)).toHaveLength(1);
    expect(page.html).toMatch(/<script type="module" src="\/assets\/live-[\w-]+\.js"/);
    expect(page.html).toContain("Laptop: typisch 39,75 kWh");
    const saved = await editor.post(`${at}/lines/new`, { ...laptops, intent: "save" });
    expect(saved.status).toBe(302);
    const line = await prisma().inventoryLine.findFirstOrThrow({ where: { inventoryId: inventory.id } });
    expect(line.quantity.toString()).toBe("1250.5");
    expect(saved.location).toBe(`${at}/lines/${lineId(line.id)}?saved=yes`);
    const shown = await editor.get(saved.location ?? "");
    expect(shown.html).toContain("Gespeichert: Laptop");
    expect(shown.html).toContain('value="1.250,5"');
    const another = await editor.post(`${at}/lines/new`, { ...laptops, intent: "another" });
    expect(another.location).toContain(`${at}/lines/new?saved=`);
    expect((await editor.get(another.location ?? "")).html).toContain("Gespeichert: Laptop");
  });

  it("keeps what was typed and names field and remedy", async () => {
    const { editor, at } = await draft();
    const bad = { ...laptops, quantity: "viele", energySource: "meter", quality: "1", embodiedKg: "-3" };
    const page = await editor.post(`${at}/lines/new`, bad);
    expect(page.status).toBe(400);
    expect(page.html).toContain('value="viele"');
    expect(page.html).toContain('href="#f-quantity"');
    expect(page.html).toMatch(/<title>Fehler/);
    const meter = await editor.post(`${at}/lines/new`, { ...bad, quantity: "3", embodiedKg: "" });
    expect(meter.html).toContain('href="#f-kwhPerYear"');
    const shown = await editor.post(`${at}/lines/new`, { ...laptops, category: "server", intent: "show" });
    expect(shown.status).toBe(200);
    expect(shown.html).toContain('value="1.250,5"');
    expect(shown.html).toContain("hat keine Zahl für die Herstellung");
  });

  it("tells of another's change, and is removed only after being asked", async () => {
    const { editor, at, line } = await draft();
    const page = `${at}/lines/${lineId(line)}`;
    expect((await editor.fill(page, { ...laptops, quantity: "7", intent: "save" })).status).toBe(302);
    const stale = await editor.post(page, { ...laptops, quantity: "9", version: "1", intent: "save" });
    expect(stale.status).toBe(409);
    expect(stale.html).toContain('value="9"');
    const asked = await editor.get(`${page}?remove=yes`);
    expect(asked.html).toContain("Diese Zeile entfernen?");
    expect(await editor.post(page, { intent: "remove" })).toMatchObject({ location: `${at}/edit?done=removed` });
    expect((await editor.get(page)).status).toBe(404);
    const other = await draft();
    expect((await editor.get(`${at}/lines/${lineId(other.line)}`)).status).toBe(404);
    expect((await editor.get(`${at}/lines/nonsense`)).status).toBe(404);
  });
});

describe("warnings, sign-off and correction", () => {
  it("explains a figure and takes the explanation back", async () => {
    const { editor, at } = await draft({ of: [{ lifetimeYears: "20" }] });
    const key = "lifetime_far:laptop";
    expect((await editor.get(`${at}/warnings`)).html).toContain("20 Jahre");
    const empty = await editor.post(`${at}/warnings`, { key, [`reason.${key}`]: " " });
    expect(empty.status).toBe(400);
    expect(empty.html).toContain('href="#f-reason-lifetime_far-laptop"');
    const said = { key, [`reason.${key}`]: "Sie stehen im Archiv." };
    expect(await editor.post(`${at}/warnings`, said)).toMatchObject({ location: `${at}/warnings?saved=yes` });
    expect((await editor.get(`${at}/warnings`)).html).toContain("Sie stehen im Archiv.");
    await editor.post(`${at}/warnings`, { key, intent: "withdraw" });
    expect((await editor.get(`${at}/warnings`)).html).not.toContain("Sie stehen im Archiv.");
    const reviewer = await browse(await makeNetworkPerson(prisma(), "reviewer"));
    expect((await reviewer.post(`${at}/warnings`, said)).status).toBe(403);
  });

  it("asks for what is missing, then goes by the approver to the network", async () => {
    const { editor, approver, at, city } = await draft({ of: [] });
    const refused = await editor.fill(`${at}/check`, { intent: "request" });
    expect(refused.status).toBe(400);
    expect(refused.html).toContain('href="#f-missing"');
    await editor.post(`${at}/lines/new`, { ...laptops, intent: "save" });
    expect((await editor.get(`${at}/check`)).html).toContain("Es fehlt nichts");
    expect((await editor.fill(`${at}/check`, { intent: "sign" })).status).toBe(403);
    expect(await editor.fill(`${at}/check`, { intent: "request" })).toMatchObject({
      location: `${at}/edit?done=request`,
    });
    const back = { intent: "sendBack", comment: "Die Server fehlen." };
    expect((await approver.fill(`${at}/check`, back)).location).toBe(`${at}/edit?done=sendBack`);
    expect((await editor.get(`${at}/edit`)).html).toContain("Die Server fehlen.");
    expect((await approver.get(`${at}/check`)).html).toContain('value="requestAndSign"');
    expect((await approver.fill(`${at}/check`, { intent: "requestAndSign" })).location).toBe(`${at}/edit?done=sign`);
    const { state } = await prisma().inventory.findFirstOrThrow({ where: { cityId: city.id } });
    expect(state).toBe("submitted");
  });

  it("closes a draft", async () => {
    const { approver, at, city } = await draft();
    expect((await approver.fill(`${at}/check`, { intent: "archive" })).location).toBe(
      `/de/cities/${city.slug}/footprint`,
    );
  });

  it("starts a correction of a published year with its reason", async () => {
    const { editor, at } = await draft({ state: "published" });
    const empty = await editor.post(`${at}/correct`, { reason: "" });
    expect(empty.status).toBe(400);
    expect(empty.html).toContain('href="#f-reason"');
    const begun = await editor.post(`${at}/correct`, { reason: "Server doppelt gezählt." });
    expect(begun.location).toBe(`${at}/edit?done=correct`);
    expect((await editor.get(`${at}/edit`)).html).toContain("Server doppelt gezählt.");
    expect((await editor.get(`${at}/correct`)).html).toContain("schon begonnen");
    expect((await (await team()).editor.get(`${at}/correct`)).status).toBe(403);
    expect((await portal().get(`${at}/correct`)).location).toContain("/sign-in?next=");
    expect((await editor.get((await draft()).at.concat("/correct"))).status).toBe(404);
  });
});
