import { describe, expect, it } from "vitest";
import { Decimal, sum } from "#graphql/kernel/decimal.ts";
import { useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeBaseline, makeSet, makeYear, type YearOptions } from "../../support/factories/baseline.ts";
import { makeMember, makePerson } from "../../support/factories/person.ts";

const api = useApi();
const prisma = () => api().prisma;

async function footprint(person: string | null, slug: string, fields: string, scope = "administration") {
  const query = `query($slug: String!) { city(slug: $slug) { footprint(scope: ${scope}) { ${fields} } } }`;
  const { data, errors } = await api().ask(person, query, { slug });
  expect(errors).toBeUndefined();
  return ((data ?? {}).city as { footprint: Record<string, unknown> }).footprint;
}

/** Signed in 2016, so that ten years have passed; base year 2016 with 70 000 kg. */
async function home(options: Parameters<typeof makeCity>[1] = {}) {
  const city = await makeCity(prisma(), { signedOn: "2016-05-01", ...options });
  const year = (of: number, more: YearOptions = {}) => makeYear(prisma(), city, of, more);
  return { city, year };
}

const yearFields =
  "years { year total { low central high } use manufacture constantGridKg changePercent constantGridChangePercent status why level certain inventory { year } }";

describe("a city's years", () => {
  it("stand against the baseline and the path, with gaps as gaps and the same line at constant grid", async () => {
    const { city, year } = await home();
    await makeBaseline(prisma(), city.id, [await year(2016)]);
    await year(2020, { laptops: 900, grid: 300 });
    await year(2022, { laptops: 900, perimeters: ["administration", "schools"] });
    await year(2023, { laptops: 900, cloud: 2 });
    await year(2025, { laptops: 800, grid: 200 });
    await year(2024, { state: "draft" });
    const { years, aim, latest, paths } = await footprint(
      null,
      city.slug,
      `${yearFields} aim { baseYear year percent targetKg deadline passed } latest { year } paths { form levels { year kg } }`,
    );
    const rows = new Map((years as { year: number }[]).map((row) => [row.year, row]));
    expect([...rows.keys()]).toEqual([2016, 2017, 2018, 2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect(rows.get(2016)).toMatchObject({ status: "baseline", changePercent: "0.00", constantGridKg: "70000.000" });
    expect(rows.get(2017)).toEqual({
      ...{ year: 2017, total: null, use: null, manufacture: null, constantGridKg: null, changePercent: null },
      ...{ constantGridChangePercent: null, status: "no_data", why: [], certain: null, inventory: null },
      level: "67900.000",
    });
    expect(rows.get(2020)).toMatchObject({
      ...{ use: "13500.000", manufacture: "45000.000", changePercent: "-16.43", inventory: { year: 2020 } },
      ...{ constantGridKg: "63000.000", constantGridChangePercent: "-10.00", status: "on_track", level: "61600.000" },
      certain: false,
    });
    expect(rows.get(2022)).toMatchObject({ status: "not_comparable", why: ["boundary"], changePercent: null });
    expect(rows.get(2023)).toMatchObject({ status: "not_comparable", why: ["unknown_parts"], total: { high: null } });
    expect(rows.get(2024)).toMatchObject({ status: "no_data" });
    expect(rows.get(2025)).toMatchObject({ status: "met", level: "49000.000", changePercent: "-31.43" });
    expect(aim).toEqual({
      ...{ baseYear: 2016, year: 2026, percent: 30, targetKg: "49000.000" },
      ...{ deadline: "2026-05-01", passed: true },
    });
    expect(latest).toEqual({ year: 2025 });
    const [linear, constant] = paths as { form: string; levels: { year: number; kg: string }[] }[];
    expect([linear?.form, constant?.form]).toEqual(["linear", "constant_rate"]);
    expect(linear?.levels.at(-1)).toEqual({ year: 2026, kg: "49000.000" });
    expect(constant?.levels[1]).toEqual({ year: 2017, kg: "67547.277" });
  });

  it("have no status without a baseline, no path without a deadline, and no aim in the territory", async () => {
    const { city, year } = await home({ signedOn: null, listed: true });
    await prisma().accession.updateMany({ where: { cityId: city.id }, data: { listedOn: new Date("2020-01-01") } });
    await prisma().city.update({ where: { id: city.id }, data: { listed: true } });
    const base = await year(2020);
    await year(2022);
    await year(2022, { scope: "territory", perimeters: ["households"] });
    const statuses = async () => (await footprint(null, city.slug, "years { year status } aim { year }")) as object;
    expect(await statuses()).toMatchObject({
      aim: null,
      years: [{ status: "no_baseline" }, {}, { status: "no_baseline" }],
    });
    await makeBaseline(prisma(), city.id, [base]);
    expect(await statuses()).toEqual({
      aim: null,
      years: [
        { year: 2020, status: "baseline" },
        { year: 2021, status: "no_data" },
        { year: 2022, status: "no_deadline" },
      ],
    });
    expect(await footprint(null, city.slug, "years { year status } baseline { id } aim { year }", "territory")).toEqual(
      {
        years: [{ year: 2022, status: "no_baseline" }],
        baseline: null,
        aim: null,
      },
    );
  });

  it("say when an inventory of the baseline was corrected since", async () => {
    const { city, year } = await home();
    const first = await year(2016);
    await makeBaseline(prisma(), city.id, [first]);
    const read = () =>
      footprint(null, city.slug, "baselineOutdated baseline { kg years { revision } } years { year status }");
    expect(await read()).toMatchObject({ baselineOutdated: false });
    await prisma().inventory.update({ where: { id: first.id }, data: { state: "superseded" } });
    await year(2016, { revision: 2, laptops: 1100 });
    expect(await read()).toMatchObject({
      baselineOutdated: true,
      baseline: { kg: "70000.000", years: [{ revision: 1 }] },
    });
  });

  it("can be read again with another factor set", async () => {
    const { city, year } = await home();
    await makeSet(prisma(), "twice", 2);
    await year(2016);
    await year(2018, { cloud: 1 });
    const { restated } = await footprint(
      null,
      city.slug,
      `restated(factorSet: "twice") { year totalKg highKg complete }`,
    );
    expect(restated).toMatchObject([
      { year: 2016, totalKg: "120000.000", complete: true },
      { year: 2018, totalKg: "120400.000", highKg: null, complete: false },
    ]);
    expect(await footprint(null, city.slug, `restated(factorSet: "no-such") { year }`)).toEqual({ restated: null });
  });
});

describe("why it changed", () => {
  type Told = { fromKg: string; toKg: string; parts: { part: string; kg: string }[] };
  const fields = "from to fromKg toKg comparable why parts { part kg }";

  it("adds up to the gram", async () => {
    const { city, year } = await home();
    const other = await makeSet(prisma(), "odd", 1.037);
    await year(2016, { laptops: 1000 });
    await year(2020, { laptops: 900, grid: 300 });
    await year(2021, {
      laptops: 777,
      grid: 333.3333,
      cloud: 7,
      factorSetId: other.id,
      perimeters: ["administration", "schools"],
    });
    const of = async (from: number, to: number) =>
      (await footprint(null, city.slug, `bridge(from: ${from}, to: ${to}) { ${fields} }`)).bridge as Told;
    expect(await of(2016, 2020)).toMatchObject({
      ...{ fromKg: "70000.000", toKg: "58500.000", comparable: true, why: [] },
      parts: [
        { part: "boundary", kg: "0.000" },
        { part: "equipment", kg: "-7000.000" },
        { part: "use", kg: "0.000" },
        { part: "grid", kg: "-4500.000" },
        { part: "method", kg: "0.000" },
      ],
    });
    const odd = await of(2020, 2021);
    expect(odd).toMatchObject({ comparable: false, why: ["boundary", "method", "unknown_parts"] });
    const parts = sum(odd.parts.map(({ kg }) => new Decimal(kg)));
    expect(parts.toFixed(3)).toBe(new Decimal(odd.toKg).minus(odd.fromKg).toFixed(3));
  });

  it("is not told of a year without a published inventory", async () => {
    const { city, year } = await home();
    await year(2016);
    await year(2017, { state: "draft" });
    expect(await footprint(null, city.slug, `bridge(from: 2016, to: 2017) { ${fields} }`)).toEqual({ bridge: null });
  });
});

describe("what is not published", () => {
  it("is seen by the city's own people only, who are told what they may do", async () => {
    const { city, year } = await home();
    const approver = await makeMember(prisma(), city.id, "approver");
    await year(2016);
    await year(2017, { state: "draft" });
    await year(2018, { state: "superseded" });
    const fields = "drafts { year } inventories { year } viewerCan";
    expect(await footprint(approver, city.slug, fields)).toEqual({
      ...{ drafts: [{ year: 2017 }], inventories: [{ year: 2016 }] },
      viewerCan: ["footprint_start", "footprint_choose_baseline", "footprint_plan"],
    });
    expect(await footprint(await makePerson(prisma()), city.slug, fields)).toEqual({
      ...{ drafts: [], inventories: [{ year: 2016 }], viewerCan: [] },
    });
  });
});

describe("the city's tasks", () => {
  it("name the year and the inventory", async () => {
    const { city, year } = await home();
    const editor = await makeMember(prisma(), city.id);
    await year(2024, { state: "changes_requested" });
    const query = "query($slug: String!) { city(slug: $slug) { tasks { code urgency year inventory { year } } } }";
    const { data } = await api().ask(editor, query, { slug: city.slug });
    const tasks = ((data ?? {}).city as { tasks: { code: string }[] }).tasks.filter(({ code }) =>
      /inventory|baseline/.test(code),
    );
    expect(tasks).toEqual([
      { code: "change_inventory", urgency: "now", year: 2024, inventory: { year: 2024 } },
      { code: "start_inventory", urgency: "later", year: 2025, inventory: null },
    ]);
  });
});
