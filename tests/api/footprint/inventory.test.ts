import { describe, expect, it } from "vitest";
import { useApi } from "../../support/api.ts";
import { makeInventory, makeReference } from "../../support/factories/inventory.ts";
import { makePerson } from "../../support/factories/person.ts";
import { footprintDesk, gid } from "../../support/desks/footprint.ts";

const api = useApi();
const { call, read, query, team } = footprintDesk(api);

describe("starting an inventory", () => {
  it("proposes the electricity factor of that very place and year, and says where it is from", async () => {
    const { city, editor } = await team();
    const fields =
      "id year scope state revision factorSet { code } missingGrid grid { country own value factor { series year } }";
    const args = (year: number) => `cityId: "${gid(city, "City")}", input: { year: ${year}, language: "fr" }`;
    expect(await call(editor, "startInventory", args(2024), fields)).toMatchObject({
      year: 2024,
      scope: "administration",
      state: "draft",
      revision: 1,
      factorSet: { code: "typical" },
      missingGrid: [],
      grid: [{ country: "FR", own: false, value: "44.18", factor: { series: "ember", year: 2024 } }],
    });
    expect(await call(editor, "startInventory", args(2023), fields)).toMatchObject({
      grid: [{ value: "60", factor: { series: "electricity_maps", year: 2023 } }],
    });
    expect(await call(editor, "startInventory", args(2019), fields)).toMatchObject({ missingGrid: ["FR"], grid: [] });
  });

  it("refuses a year that has not begun, one that is there already, and people of elsewhere", async () => {
    const { city, editor } = await team();
    const { prisma } = api();
    const start = (person: string, year: number, more = "") =>
      call(
        person,
        "startInventory",
        `cityId: "${gid(city, "City")}", input: { year: ${year}, language: "fr" ${more} }`,
      );
    expect(await start(editor, 2027)).toMatchObject({ issues: [{ path: "year", code: "year_in_future" }] });
    expect(await start(editor, 1989)).toMatchObject({ issues: [{ path: "year", code: "too_small" }] });
    expect(await start(editor, 2026)).toMatchObject({ __typename: "Inventory" });
    expect(await start(editor, 2026)).toMatchObject({ issues: [{ path: "year", code: "inventory_exists" }] });
    expect(await start(editor, 2026, "scope: territory")).toMatchObject({ __typename: "Inventory" });
    expect(await start(await makePerson(prisma), 2024)).toMatchObject({ reason: "not_your_right" });
    const foreign = await makeInventory(prisma, { state: "published" });
    expect(await start(editor, 2023, `copyFrom: "${gid(foreign)}"`)).toMatchObject({ subject: "Inventory" });
  });

  it("takes last year's lines and boundary over, but not its electricity factor", async () => {
    const { city, editor } = await team();
    const of = [{ label: "Offices", quantity: "12.5" }, { categoryCode: "desktop", country: "PL" }, { country: "DE" }];
    const old = await makeInventory(api().prisma, { cityId: city.id, year: 2023, employees: 40, of });
    const input = `{ year: 2024, language: "fr", copyFrom: "${gid(old)}" }`;
    const fields = `employees perimeters tenures lineCount missingGrid grid { country value } copiedFrom { year }
      lines { totalCount edges { node { category label quantity country version } } }`;
    const copy = await call(editor, "startInventory", `cityId: "${gid(city, "City")}", input: ${input}`, fields);
    expect(copy).toMatchObject({
      employees: 40,
      perimeters: ["administration"],
      tenures: ["owned"],
      lineCount: 3,
      copiedFrom: { year: 2023 },
      missingGrid: ["DE"],
      grid: [
        { country: "FR", value: "44.18" },
        { country: "PL", value: "614.98" },
      ],
      lines: {
        totalCount: 3,
        edges: [
          { node: { category: "laptop", label: "Offices", quantity: "12.5", country: "FR", version: 1 } },
          { node: { category: "desktop", country: "PL" } },
          { node: { country: "DE" } },
        ],
      },
    });
    const other = `{ year: 2024, language: "fr", scope: territory, copyFrom: "${gid(old)}" }`;
    expect(await call(editor, "startInventory", `cityId: "${gid(city, "City")}", input: ${other}`)).toMatchObject({
      issues: [{ path: "copyFrom", code: "other_scope" }],
    });
  });
});

describe("a second look", () => {
  it("shows what stands out with its reference to the city, and keeps its reason", async () => {
    const { city, editor } = await team();
    const { prisma } = api();
    await makeInventory(prisma, { cityId: city.id, year: 2022, state: "published", of: [{ quantity: "10" }] });
    for (const each of [1, 1.2, 1.1, 0.9, 1.3])
      await makeInventory(prisma, { state: "published", employees: 100, of: [{ quantity: 100 * each }] });
    const draft = await makeInventory(prisma, { cityId: city.id, employees: 10 });
    const fields = "warnings { key code value reference acceptance { reason acceptedOn } }";
    const jump = { key: "quantity_jump:laptop", value: "100", reference: "10", acceptance: null };
    expect(await read(editor, gid(draft), fields)).toEqual({
      warnings: [
        { ...jump, code: "quantity_jump" },
        { key: "devices_per_employee", code: "devices_per_employee", value: "10", reference: "1.1", acceptance: null },
      ],
    });
    const accept = (key: string) => `id: "${gid(draft)}", key: "${key}", reason: "We merged."`;
    expect(await call(editor, "acceptWarning", accept("nothing"))).toMatchObject({ issues: [{ path: "key" }] });
    expect(await call(editor, "acceptWarning", accept("quantity_jump:laptop"), fields)).toMatchObject({
      warnings: [{ acceptance: { reason: "We merged.", acceptedOn: "2026-11-22" } }, { acceptance: null }],
    });
    const withdraw = `id: "${gid(draft)}", key: "quantity_jump:laptop"`;
    expect(await call(editor, "withdrawAcceptance", withdraw, fields)).toMatchObject({
      warnings: [{ acceptance: null }, {}],
    });
    await prisma.inventory.update({ where: { id: draft.id }, data: { state: "published" } });
    expect(await read(null, gid(draft), fields)).toEqual({ warnings: [] });
  });
});

describe("the reference", () => {
  it("is public with its provenance", async () => {
    await makeReference(api().prisma);
    const answer = await query(
      null,
      `{ factorSets { code isDefault factors { category kind value sourceTitle licence } }
         factorSet(code: "other") { title usedBy }
         equipmentCategories { code group position }
         gridFactors(country: "fr") { year series } only: gridFactors(country: "FR", year: 2023) { value } }`,
    );
    expect(answer).toMatchObject({
      factorSets: [
        { code: "typical", isDefault: true },
        { code: "other", isDefault: false },
      ],
      factorSet: { title: "Set other", usedBy: 0 },
      gridFactors: [{ year: 2024 }, { year: 2024 }, { year: 2023, series: "electricity_maps" }],
      only: [{ value: "60" }],
    });
  });

  it("answers the published inventory of a year, and the open one to who may see it", async () => {
    const { city, editor } = await team();
    const { prisma } = api();
    const open = await makeInventory(prisma, { cityId: city.id, year: 2021 });
    const both = { cityId: city.id, year: 2020 };
    const published = await makeInventory(prisma, { ...both, state: "published" });
    const correction = await makeInventory(prisma, { ...both, revision: 2 });
    const ask = async (person: string | null, year: number, more = "") =>
      (
        (await query(person, `{ inventory(city: "${city.slug}", year: ${year} ${more}) { id } }`)).inventory as {
          id: string;
        } | null
      )?.id;
    expect(await ask(null, 2021)).toBeUndefined();
    expect(await ask(editor, 2021)).toBe(gid(open));
    expect(await ask(editor, 2020)).toBe(gid(published));
    expect(await ask(editor, 2020, "revision: 2")).toBe(gid(correction));
    expect(await ask(null, 2020, "revision: 2")).toBeUndefined();
  });
});
