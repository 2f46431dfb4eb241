import { describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makeInventory, makeReference } from "../../support/factories/inventory.ts";
import { footprintDesk, gid } from "../../support/desks/footprint.ts";

const api = useApi();
const { call, read, team } = footprintDesk(api);

const total = "result { kwh total { low central high } use { central } manufacture { central } complete }";
const line = (more: string) => `perimeter: administration, ${more}`;

describe("filling an inventory", () => {
  it("answers the worked example to the printed digit, each figure with the factor it rests on", async () => {
    const { city, editor } = await team();
    const draft = await makeInventory(api().prisma, { cityId: city.id, of: [] });
    const fleet = { laptop: 2000, desktop: 1000, monitor: 2500, smartphone: 800 };
    for (const [category, quantity] of Object.entries(fleet)) {
      const input = `{ ${line(`category: "${category}", quantity: "${quantity}"`)} }`;
      expect(await call(editor, "saveInventoryLine", `id: "${gid(draft)}", input: ${input}`)).toMatchObject({
        __typename: "InventoryLine",
      });
    }
    const found = await read(
      editor,
      gid(draft),
      `${total} lines(category: "laptop") { totalCount edges { node { kwh use { central } gaps
        energyFactor { value kind set { code } } embodiedFactor { value } lifetimeFactor { value } } } }`,
    );
    expect(found).toMatchObject({
      result: {
        kwh: "544900",
        use: { central: "24073.682" },
        manufacture: { central: "163824.453" },
        total: { central: "187898.135" },
        complete: true,
      },
      lines: {
        totalCount: 1,
        edges: [
          {
            node: {
              kwh: "79500",
              use: { central: "3512.310" },
              gaps: [],
              energyFactor: { value: "39.75", kind: "energy", set: { code: "typical" } },
              embodiedFactor: { value: "185.09" },
              lifetimeFactor: { value: "5" },
            },
          },
        ],
      },
    });
    const stored = await api().prisma.inventory.findUniqueOrThrow({ where: { id: draft.id } });
    expect([stored.totalKg.toFixed(3), stored.lineCount, stored.complete]).toEqual(["187898.135", 4, true]);
    expect(stored.version).toBe(draft.version);
  });

  it("shows no factor where the city's own figure stands", async () => {
    const { city, editor } = await team();
    const draft = await makeInventory(api().prisma, { cityId: city.id, of: [] });
    const own = `kwhPerYear: "30.5", energySource: meter, lifetimeYears: "6", embodiedKg: "150", embodiedSource: "Maker", quality: 1`;
    const input = `{ ${line(`category: "laptop", quantity: "10", country: "pl", ${own}`)} }`;
    const fields = `country countryOwn quality kwh energyFactor { value } embodiedFactor { value } lifetimeFactor { value }
      gaps use { central high } inventory { missingGrid }`;
    expect(await call(editor, "saveInventoryLine", `id: "${gid(draft)}", input: ${input}`, fields)).toMatchObject({
      country: "PL",
      countryOwn: "PL",
      quality: 1,
      kwh: "305",
      energyFactor: null,
      embodiedFactor: null,
      lifetimeFactor: null,
      gaps: ["grid"],
      use: { central: "0.000", high: null },
      inventory: { missingGrid: ["PL"] },
    });
  });

  it.each([
    [`category: "laptop", quantity: "0"`, "quantity", "not_positive"],
    [`category: "laptop", quantity: "-3"`, "quantity", "not_positive"],
    [`category: "laptop", quantity: "1.2345"`, "quantity", "too_precise"],
    [`category: "laptop", quantity: "1,5"`, "quantity", "number"],
    [`category: "laptop", quantity: "1000000001"`, "quantity", "too_big"],
    [`category: "toaster", quantity: "1"`, "category", "unknown_code"],
    [`category: "laptop", quantity: "1", lifetimeYears: "0"`, "lifetimeYears", "too_small"],
    [`category: "laptop", quantity: "1", lifetimeYears: "51"`, "lifetimeYears", "too_big"],
    [`category: "laptop", quantity: "1", kwhPerYear: "-1"`, "kwhPerYear", "too_small"],
    [`category: "laptop", quantity: "1", energySource: meter`, "kwhPerYear", "energy_figure_needed"],
    [`category: "laptop", quantity: "1", energySource: typical, kwhPerYear: "3"`, "kwhPerYear", "typical_with_figure"],
    [`category: "laptop", quantity: "1", embodiedKg: "3"`, "embodiedSource", "embodied_source_needed"],
    [`category: "laptop", quantity: "1", quality: 1`, "quality", "quality_too_good"],
    [`category: "laptop", quantity: "1", quality: 6`, "quality", "too_big"],
    [`category: "laptop", quantity: "1", country: "XX"`, "country", "unknown_country"],
  ])("names the field and the fault of { %s }", async (more, path, code) => {
    const { city, editor } = await team();
    const draft = await makeInventory(api().prisma, { cityId: city.id });
    const answer = await call(editor, "saveInventoryLine", `id: "${gid(draft)}", input: { ${line(more)} }`);
    expect(answer).toMatchObject({ issues: [{ path, code }] });
    expect(await api().prisma.inventoryLine.count({ where: { inventoryId: draft.id } })).toBe(1);
  });

  it("keeps households apart from the administration", async () => {
    const { city, editor } = await team();
    const draft = await makeInventory(api().prisma, { cityId: city.id, scope: "territory", of: [] });
    const save = (perimeter: string) =>
      call(
        editor,
        "saveInventoryLine",
        `id: "${gid(draft)}", input: { category: "laptop", quantity: "1", perimeter: ${perimeter} }`,
      );
    expect(await save("administration")).toMatchObject({ issues: [{ path: "perimeter", code: "perimeter_scope" }] });
    expect(await save("households")).toMatchObject({ __typename: "InventoryLine" });
    const input = "{ version: 1, perimeters: [households, schools] }";
    expect(await call(editor, "updateInventory", `id: "${gid(draft)}", input: ${input}`)).toMatchObject({
      issues: [{ path: "perimeters.1", code: "perimeter_scope" }],
    });
  });

  it("lets two people work on different lines, and warns of the same one", async () => {
    const { city, editor, approver } = await team();
    const draft = await makeInventory(api().prisma, { cityId: city.id, of: [{}, { categoryCode: "monitor" }] });
    const [a, b] = draft.lines;
    const save = (person: string, row: typeof a, category: string, quantity: number) =>
      call(
        person,
        "saveInventoryLine",
        `id: "${gid(draft)}", lineId: "${gid(row ?? "", "InventoryLine")}",
         input: { version: 1, ${line(`category: "${category}", quantity: "${quantity}"`)} }`,
        "version quantity",
      );
    const both = await Promise.all([save(editor, a, "laptop", 7), save(approver, b, "monitor", 8)]);
    expect(both).toMatchObject([
      { quantity: "7", version: 2 },
      { quantity: "8", version: 2 },
    ]);
    expect(await save(approver, a, "laptop", 9)).toMatchObject({ __typename: "Conflict", currentVersion: 2 });
    const remove = `id: "${gid(draft)}", lineId: "${gid(a ?? "", "InventoryLine")}"`;
    expect(await call(editor, "removeInventoryLine", remove, "lineCount")).toMatchObject({ lineCount: 1 });
    expect(await call(editor, "removeInventoryLine", remove)).toMatchObject({ subject: "InventoryLine" });
  });

  it("takes an electricity factor of the place and the nearest year, or the city's own with a source", async () => {
    const { city, editor } = await team();
    const { prisma } = api();
    const draft = await makeInventory(prisma, { cityId: city.id, electricity: {} });
    const set = (input: string) =>
      call(
        editor,
        "setInventoryGrid",
        `id: "${gid(draft)}", input: { ${input} }`,
        `missingGrid grid { country value low high own sourceTitle factor { year } } ${total}`,
      );
    const factor = async (country: string, year: number, series = "ember") =>
      gid(await prisma.gridFactor.findFirstOrThrow({ where: { country, year, series } }), "GridFactor");
    expect(await set(`country: "FR", gridFactor: "${await factor("PL", 2024)}"`)).toMatchObject({
      issues: [{ path: "gridFactor", code: "grid_country" }],
    });
    expect(await set(`country: "DE", gridFactor: "${await factor("DE", 2021)}"`)).toMatchObject({
      issues: [{ path: "gridFactor", code: "grid_year" }],
    });
    expect(await set(`country: "DE", gridFactor: "${await factor("DE", 2022)}"`)).toMatchObject({
      grid: [{ country: "DE", own: false, factor: { year: 2022 } }],
      missingGrid: ["FR"],
    });
    expect(await set(`country: "FR", value: "0.044", sourceTitle: "Bill"`)).toMatchObject({
      issues: [{ path: "value", code: "grid_unit" }],
    });
    expect(await set(`country: "FR", value: "44000", sourceTitle: "Bill"`)).toMatchObject({
      issues: [{ path: "value", code: "too_big" }],
    });
    expect(await set(`country: "FR", value: "50"`)).toMatchObject({
      issues: [{ path: "sourceTitle", code: "required" }],
    });
    expect(await set(`country: "FR", value: "50", low: "60", sourceTitle: "Bill"`)).toMatchObject({
      issues: [{ path: "low", code: "range_order" }],
    });
    expect(await set(`country: "FR", value: "50", sourceTitle: "Regional grid"`)).toMatchObject({
      missingGrid: [],
      grid: [{ country: "DE" }, { country: "FR", own: true, value: "50", low: "45", high: "55", factor: null }],
      result: { use: { central: "198.750" }, complete: true },
    });
  });

  it("restates the same lines with another factor set without changing them", async () => {
    const { city, editor } = await team();
    await makeReference(api().prisma);
    const draft = await makeInventory(api().prisma, { cityId: city.id });
    const fields = `own: result { restated factorSet { code } total { central } } other: result(factorSet: "other") { restated factorSet { code } total { central } }`;
    expect(await read(editor, gid(draft), fields)).toMatchObject({
      own: { restated: false, factorSet: { code: "typical" }, total: { central: "3877.416" } },
      other: { restated: true, factorSet: { code: "other" }, total: { central: "5728.316" } },
    });
    const input = `{ version: 1, factorSet: "other", employees: 30 }`;
    expect(
      await call(
        editor,
        "updateInventory",
        `id: "${gid(draft)}", input: ${input}`,
        "version employees result { total { central } }",
      ),
    ).toMatchObject({ version: 2, employees: 30, result: { total: { central: "5728.316" } } });
  });
});
