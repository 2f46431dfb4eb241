import { describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makeInventory } from "../../support/factories/inventory.ts";
import { makePerson } from "../../support/factories/person.ts";
import { footprintDesk, gid } from "../../support/desks/footprint.ts";

const api = useApi();
const { call, read, query, team } = footprintDesk(api);

type File = { fileName: string; mediaType: string; contentBase64: string };
const base64 = (text: string) => Buffer.from(text).toString("base64");
const bytesOf = (file: unknown) => Buffer.from((file as File).contentBase64, "base64");

const shown = `id lineCount issues { row column field code } notices { code }
  preview { row category quantity kwhPerYear energySource quality perimeter }`;

async function desk(of = [{ label: "Before" }]) {
  const { city, editor } = await team();
  const draft = await makeInventory(api().prisma, { cityId: city.id, of });
  const id = `id: "${gid(draft)}"`;
  return {
    city,
    editor,
    draft,
    id,
    send: (content: string, locale = "en", person = editor) =>
      call(
        person,
        "readInventorySheet",
        `${id}, input: { fileName: "it.csv", contentBase64: "${content}", locale: "${locale}" }`,
        shown,
      ),
    lines: () =>
      api().prisma.inventoryLine.findMany({ where: { inventoryId: draft.id }, orderBy: { position: "asc" } }),
  };
}

describe("a sheet", () => {
  it("is read, shown, and taken over only when it is confirmed", async () => {
    const { draft, editor, id, send, lines } = await desk();
    const german = "Anzahl;Kategorie;kWh per year\n1.200;Laptop;39,75\n3;monitor;\n";
    const sheet = await send(base64(german), "de");
    expect(sheet).toMatchObject({
      lineCount: 2,
      issues: [],
      preview: [
        { row: 2, category: "laptop", quantity: "1200", kwhPerYear: "39.75", energySource: "supplier", quality: 2 },
        { row: 3, category: "monitor", quantity: "3", energySource: "typical", quality: 3 },
      ],
    });
    expect(await lines()).toHaveLength(1);
    expect(await read(editor, gid(draft), `import(id: "${sheet.id}") { fileName lineCount }`)).toEqual({
      import: { fileName: "it.csv", lineCount: 2 },
    });
    const apply = (mode: string) =>
      call(editor, "applyInventorySheet", `${id}, importId: "${sheet.id}", mode: ${mode}`, "lineCount missing");
    expect(await apply("add")).toMatchObject({ lineCount: 3 });
    expect((await lines()).map(({ label, quantity }) => [label, quantity.toFixed()])).toEqual([
      ["Before", "100"],
      [null, "1200"],
      [null, "3"],
    ]);
    expect(await apply("add")).toMatchObject({ subject: "SheetImport" });
    const stored = await api().prisma.inventory.findUniqueOrThrow({ where: { id: draft.id } });
    expect(stored.lineCount).toBe(3);

    const again = await send(base64("category,quantity\nlaptop,5\n"));
    const replace = `${id}, importId: "${again.id}", mode: replace`;
    expect(await call(editor, "applyInventorySheet", replace, "lineCount")).toMatchObject({ lineCount: 1 });
    expect(await api().prisma.sheetImport.count({ where: { inventoryId: draft.id } })).toBe(0);
  });

  it("with faults is told by row and column, and nothing of it can be applied", async () => {
    const { editor, id, send, lines } = await desk();
    const bad =
      "category,quantity,kwhPerYear,quality\nlaptop,0,,\ntoaster,1,,\nlaptop,2,=A1,\nlaptop,3,40,1\nmonitor,4,,\n";
    const sheet = await send(base64(bad));
    const { issues } = sheet as unknown as { issues: { row: number; column: string; field: string; code: string }[] };
    expect(issues.map(({ row, column, field }) => `${row}${column} ${field}`)).toEqual([
      "2B quantity",
      "3A category",
      "4C kwhPerYear",
      "5D quality",
    ]);
    expect(sheet).toMatchObject({ lineCount: 1 });
    const apply = `${id}, importId: "${sheet.id}", mode: replace`;
    expect(await call(editor, "applyInventorySheet", apply)).toMatchObject({ issues: [{ code: "sheet_has_issues" }] });
    expect(await lines()).toHaveLength(1);
    expect(await call(editor, "discardInventorySheet", `${id}, importId: "${sheet.id}"`)).toMatchObject({
      __typename: "Inventory",
    });
    expect(await api().prisma.sheetImport.count()).toBe(0);
  });

  it("that is none is refused with a reason, never with an error", async () => {
    const { send, editor, id } = await desk();
    for (const content of [base64("%PDF-1.7"), base64("PK\x03\x04broken"), "!!!", base64("\0\x01\x02")]) {
      const { issues } = (await send(content)) as unknown as { issues: { code: string }[] };
      expect(issues.map(({ code }) => code)).toEqual([expect.stringMatching(/^sheet_/)]);
    }
    const large = `${id}, input: { fileName: "a", contentBase64: "${"A".repeat(7_100_000)}", locale: "en" }`;
    expect(await call(editor, "readInventorySheet", large)).toMatchObject({
      issues: [{ path: "contentBase64", code: "sheet_too_large" }],
    });
  });

  it("belongs to its inventory and its people", async () => {
    const { id, send, editor, city } = await desk();
    const sheet = await send(base64("category,quantity\nlaptop,5\n"));
    expect(await send(base64("a"), "en", await makePerson(api().prisma))).toMatchObject({ subject: "Inventory" });
    const other = await makeInventory(api().prisma, { cityId: city.id, year: 2020 });
    const elsewhere = `id: "${gid(other)}", importId: "${sheet.id}", mode: add`;
    expect(await call(editor, "applyInventorySheet", elsewhere)).toMatchObject({ subject: "SheetImport" });
    expect(await call(editor, "applyInventorySheet", `${id}, importId: "${sheet.id}", mode: add`)).toMatchObject({
      __typename: "Inventory",
    });
  });

  it("of five thousand rows is taken over, and a line can be changed in no time afterwards", async () => {
    const { draft, editor, id, send } = await desk([]);
    const rows = Array.from({ length: 5000 }, (_, index) => `${index % 2 ? "laptop" : "monitor"},${index + 1}`);
    const sheet = await send(base64(`category,quantity\n${rows.join("\n")}\n`));
    expect(sheet).toMatchObject({ lineCount: 5000, issues: [] });
    const apply = `${id}, importId: "${sheet.id}", mode: add`;
    const fields = "lineCount lines(first: 1) { totalCount edges { node { id version } } }";
    const applied = await call(editor, "applyInventorySheet", apply, fields);
    expect(applied).toMatchObject({ lineCount: 5000, lines: { totalCount: 5000 } });
    const more = await send(base64("category,quantity\nlaptop,1\n"));
    expect(await call(editor, "applyInventorySheet", `${id}, importId: "${more.id}", mode: add`)).toMatchObject({
      issues: [{ code: "too_many_lines" }],
    });
    const line = (applied.lines as unknown as { edges: { node: { id: string } }[] }).edges[0]?.node.id;
    const input = `input: { version: 1, category: "laptop", quantity: "7", perimeter: administration }`;
    await call(editor, "saveInventoryLine", `${id}, lineId: "${line}", ${input}`);
    const stored = await api().prisma.inventory.findUniqueOrThrow({ where: { id: draft.id } });
    expect(stored.totalKg.toNumber()).toBeGreaterThan(0);
  }, 120_000);
});

describe("a download", () => {
  it("as csv and xlsx can be read in again, as it was", async () => {
    const { prisma } = api();
    const of = [
      { label: "=HYPERLINK(1)", quantity: "12.345", lifetimeYears: "4.5", country: "PL", note: "a; b" },
      {
        categoryCode: "server",
        energySource: "meter" as const,
        kwhPerYear: "1234.5",
        quality: 1,
        embodiedSource: "Unknown",
      },
    ];
    const { city, editor } = await team();
    const published = await makeInventory(prisma, { cityId: city.id, of, state: "published" });
    const draft = await makeInventory(prisma, { cityId: city.id, year: 2023, of: [] });
    for (const [format, locale] of [
      ["csv", "fr"],
      ["csv", "en"],
      ["xlsx", "el"],
    ] as const) {
      const found = await read(
        null,
        gid(published),
        `sheet(format: ${format}, locale: "${locale}") { fileName mediaType contentBase64 }`,
      );
      const { fileName, contentBase64 } = (found as unknown as { sheet: File }).sheet;
      expect(fileName).toBe(`${city.slug}-2024-administration-1.${format}`);
      const input = `input: { fileName: "x", contentBase64: "${contentBase64}", locale: "${locale}" }`;
      const sheet = await call(
        editor,
        "readInventorySheet",
        `id: "${gid(draft)}", ${input}`,
        "id issues { code row column }",
      );
      expect(sheet).toMatchObject({ issues: [] });
      await call(editor, "applyInventorySheet", `id: "${gid(draft)}", importId: "${sheet.id}", mode: replace`);
      const keep = ({ id: _id, inventoryId: _inventory, position: _position, ...row }: Record<string, unknown>) =>
        JSON.stringify(row);
      const rows = await prisma.inventoryLine.findMany({
        where: { inventoryId: draft.id },
        orderBy: { position: "asc" },
      });
      expect(rows.map(keep)).toEqual(published.lines.map(keep));
    }
  });

  it("as json holds what it takes to work the total out again", async () => {
    const inventory = await makeInventory(api().prisma, {
      state: "published",
      of: [{ quantity: "2000" }, { categoryCode: "monitor", quantity: "2500" }],
    });
    const found = await read(
      null,
      gid(inventory),
      `sheet(format: json, locale: "en") { contentBase64 } result { total { central } }`,
    );
    const { sheet, result } = found as unknown as { sheet: File; result: { total: { central: string } } };
    const whole = JSON.parse(bytesOf(sheet).toString()) as {
      lines: { category: string; quantity: string; country: string }[];
      factors: { category: string; kind: string; value: string; sourceTitle: string }[];
      grid: { country: string; value: string; sourceTitle: string }[];
    };
    const factor = (category: string, kind: string) =>
      Number(whole.factors.find((entry) => entry.category === category && entry.kind === kind)?.value);
    const gram = (kg: number) => Math.round(kg * 1000) / 1000;
    const sum = whole.lines.reduce((total, { category, quantity, country }) => {
      const grid = Number(whole.grid.find((entry) => entry.country === country)?.value);
      const use = gram((Number(quantity) * factor(category, "energy") * grid) / 1000);
      return total + use + gram((Number(quantity) * factor(category, "embodied")) / factor(category, "lifetime"));
    }, 0);
    expect(sum.toFixed(3)).toBe(result.total.central);
    expect([...whole.factors, ...whole.grid].every(({ sourceTitle }) => sourceTitle)).toBe(true);
  });

  it("as template is there in every language and format", async () => {
    const { inventoryTemplate } = await query(
      null,
      `{ inventoryTemplate(format: csv, locale: "de") { fileName mediaType contentBase64 } }`,
    );
    expect(bytesOf(inventoryTemplate).toString()).toMatch(/^\uFEFFKategorie;/);
    const xlsx = await query(null, `{ inventoryTemplate(format: xlsx, locale: "pl") { contentBase64 } }`);
    expect(bytesOf(xlsx.inventoryTemplate).subarray(0, 2).toString()).toBe("PK");
  });
});
