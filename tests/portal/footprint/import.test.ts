import { beforeAll, describe, expect, it } from "vitest";
import { writeXlsx } from "#graphql/sheets/write.ts";
import { cityDesk } from "../../support/desks/city.ts";
import { type LineOptions, makeInventory, makeReference } from "../../support/factories/inventory.ts";
import { usePortal } from "../../support/portal.ts";

const origin = "http://quintet.test";
const portal = usePortal({ origin });
const { team } = cityDesk(portal);
const prisma = () => portal().prisma;

beforeAll(async () => {
  await makeReference(prisma());
});

/** A city with a draft of one line, and ways to send it files. */
async function desk(
  of: LineOptions[] = [{ label: "Before" }],
  options: { scope?: "territory"; state?: "submitted" } = {},
) {
  const { city, editor } = await team();
  const perimeters = options.scope ? (["households"] as const) : (["administration"] as const);
  const inventory = await makeInventory(prisma(), { cityId: city.id, of, perimeters: [...perimeters], ...options });
  const page = (locale = "en") => `/${locale}/cities/${city.slug}/footprint/2024/import`;

  /** Sends the form as a browser does, with a file or with an empty file field. */
  async function send(content: BlobPart | null, { locale = "en", name = "it.csv", search = "" } = {}) {
    const body = new FormData();
    body.set("file", content === null ? new File([], "") : new File([content], name));
    const headers = { cookie: editor.cookie, origin, "sec-fetch-site": "same-origin", accept: "text/html" };
    const request = new Request(`${origin}${page(locale)}${search}`, { method: "POST", headers, body });
    const response = await portal().fetch(request);
    return { status: response.status, location: response.headers.get("location"), html: await response.text() };
  }
  /** Sends a file and reads the page that shows what was read. */
  async function read(content: BlobPart, locale = "en") {
    const { location } = await send(content, { locale });
    return { location: location ?? "", html: (await editor.get(location ?? "")).html };
  }
  const lines = () =>
    prisma().inventoryLine.findMany({ where: { inventoryId: inventory.id }, orderBy: { position: "asc" } });
  const imports = () => prisma().sheetImport.count({ where: { inventoryId: inventory.id } });
  return { city, editor, inventory, page, send, read, lines, imports };
}

const german = "Farbe;Anzahl;Kategorie;Strom je Stück und Jahr (kWh)\nrot;1.200;Laptop;39,75\n;3;monitor;\n";

describe("a good sheet", () => {
  it("is shown as it was read, and taken over only when that is confirmed", async () => {
    const { city, editor, read, lines, imports } = await desk();
    const { html, location } = await read(german, "de");
    expect(html).toContain("2 Zeilen aus it.csv sind in Ordnung");
    expect(html).toContain("Diese Spalten werden nicht gelesen: Farbe");
    for (const cell of ["1.200", "39,75", "typischer Wert"]) expect(html).toContain(cell);
    expect(html).toContain("Zeilen jetzt: 1. Danach: 3.");
    expect(await lines()).toHaveLength(1);

    const undecided = await editor.post(location, { intent: "apply" });
    expect(undecided.status).toBe(400);
    expect(undecided.html).toContain('href="#f-mode"');
    expect(await lines()).toHaveLength(1);

    const applied = await editor.post(location, { intent: "apply", mode: "add" });
    expect(applied.location).toContain(`/de/cities/${city.slug}/footprint/2024/edit?`);
    expect((await lines()).map(({ label, quantity }) => [label, quantity.toFixed()])).toEqual([
      ["Before", "100"],
      [null, "1200"],
      [null, "3"],
    ]);
    expect(await imports()).toBe(0);
    expect((await editor.get(location)).status).toBe(404);
  });

  it("replaces what is there when that is chosen, as xlsx too", async () => {
    const { editor, send, lines } = await desk([{ label: "One" }, { label: "Two" }]);
    const rows = [
      [{ text: "Quantity" }, { text: "Category" }],
      [{ number: "7.5" }, { text: "Server" }],
    ];
    const file = await writeXlsx([{ name: "Lines", widths: [10, 10], rows }]);
    const { location } = await send(new Uint8Array(file), { name: "it.xlsx" });
    const { html } = await editor.get(location ?? "");
    expect(html).toContain("1 line of it.xlsx is in order");
    expect(html).toContain("All 2 lines that are there now are removed first");
    await editor.post(location ?? "", { intent: "apply", mode: "replace" });
    expect((await lines()).map(({ categoryCode, quantity }) => [categoryCode, quantity.toFixed()])).toEqual([
      ["server", "7.5"],
    ]);
  });

  it("can be discarded", async () => {
    const { editor, page, read, lines, imports } = await desk();
    const { location } = await read(german, "de");
    const answer = await editor.post(location, { intent: "discard" });
    expect(answer.location).toContain(`${page("de")}?discarded`);
    expect((await editor.get(answer.location ?? "")).html).toContain("Die Tabelle ist verworfen");
    expect([(await lines()).length, await imports()]).toEqual([1, 0]);
  });

  it("stays in its scope", async () => {
    const { send, editor } = await desk([{}], { scope: "territory" });
    const { location } = await send("Category;Quantity;Part of the city\nlaptop;5;households\n", {
      search: "?scope=territory",
    });
    expect(location).toMatch(/\?scope=territory$/);
    expect((await editor.get(location ?? "")).html).toContain("Households");
  });
});

describe("a faulty sheet", () => {
  it("is answered by row and column in the reader's language, and nothing of it can be applied", async () => {
    const { editor, read, lines } = await desk();
    const bad = "Category;Quantity;Lifetime (years);kWhPerYear\nlaptop;120;0;35\nunicorn;5;;\nserver;-3;5;2,2 MWh\n";
    const found = { en: "“unicorn” is not one of", de: "„unicorn“", fr: "unicorn" };
    for (const [locale, text] of Object.entries(found)) {
      const { html, location } = await read(bad, locale);
      const rows = [...html.matchAll(/<tr role="row"><td[^>]*>(\d+)<\/td><td[^>]*>([A-Z])/g)].map(
        ([, row, at]) => `${row}${at}`,
      );
      expect(rows).toEqual(["2C", "3A", "4B", "4D"]);
      expect(html).toContain(text);
      expect(html).not.toContain('name="mode"');
      expect((await editor.post(location, { intent: "apply", mode: "replace" })).status).toBe(400);
    }
    expect(await lines()).toHaveLength(1);
  });

  const whole: [string, BlobPart | null, string][] = [
    ["no file", null, "Choose a file"],
    ["an empty file", "", "The sheet is empty"],
    ["a picture", new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]), "This is not a spreadsheet"],
    ["the old format", new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 1, 2]), "old format"],
    [
      "a password",
      Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0]), Buffer.from("EncryptedPackage", "utf16le")]),
      "password",
    ],
    ["a damaged xlsx", new Uint8Array([0x50, 0x4b, 3, 4, 9, 9]), "damaged"],
    ["a text without header", "hello\nworld\n", "No header was found"],
    ["a header alone", "Category;Quantity\n", "no row below the header"],
  ];

  it.each(whole)("%s is told at the field", async (_name, content, text) => {
    const { send, lines, imports } = await desk();
    const { status, html } = await send(content);
    expect(status).toBe(400);
    expect(html).toMatch(new RegExp(`<a href="#f-file">[^<]*${text}`));
    expect(html).toMatch(new RegExp(`id="f-file-error"[^>]*>[^<]*${text}`));
    expect(html).toContain("<title>Error: ");
    expect([(await lines()).length, await imports()]).toEqual([1, 0]);
  });

  it("too large, it comes back to its page, which says so", async () => {
    const { editor, page, send, imports } = await desk();
    const heavy = await send("x".repeat(9_000_000), { locale: "fr" });
    expect(heavy).toMatchObject({ status: 303, location: `${page("fr")}?too-large=` });
    const { html } = await editor.get(`${page("fr")}?too-large`);
    expect(html).toContain('href="#f-file"');
    expect(html).toContain("<title>Erreur");
    const between = await send(`Category;Quantity\n${"laptop;1\n".repeat(620_000)}`);
    expect(between.status).toBe(400);
    expect(between.html).toContain("larger than 5 MB");
    expect(await imports()).toBe(0);
  });
});

describe("who may send a sheet", () => {
  it("the city's people, while the inventory is open", async () => {
    const { editor, page, send } = await desk([{}], { state: "submitted" });
    const locked = await editor.get(page());
    expect(locked.status).toBe(200);
    expect(locked.html).not.toContain('type="file"');
    expect((await send(german)).status).toBe(403);
    const stranger = (await team()).editor;
    expect((await stranger.get(page())).status).toBe(404);
    expect((await portal().get(page())).location).toContain("/en/sign-in?next=");
  });
});
