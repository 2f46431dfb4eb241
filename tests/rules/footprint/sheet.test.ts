import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { lookup } from "#graphql/footprint/sheet/columns.rules.ts";
import { countryCode } from "#graphql/footprint/inventory/input.ts";
import { readLines } from "#graphql/footprint/sheet/rules.ts";
import { splitUnit, writtenNumber } from "#graphql/footprint/sheet/numbers.rules.ts";
import { readSheet } from "#graphql/sheets/read.ts";
import { sheetVocabulary } from "#graphql/footprint/sheet/words.store.ts";

const vocabulary = sheetVocabulary(["laptop", "monitor", "server", "wifi_access_point"]);

async function reading(text: string, locale = "en", scope: "administration" | "territory" = "administration") {
  const sheet = await readSheet(new TextEncoder().encode(text), { locale });
  if (!sheet.ok) throw new Error(sheet.issue.code);
  return readLines(sheet, { locale, vocabulary, scope });
}

const issuesOf = async (text: string, locale = "en") =>
  (await reading(text, locale)).issues.map(({ code, row, column, field }) => `${code} ${row}${column} ${field}`);

const linesOf = async (text: string, locale = "en") => {
  const { lines, issues } = await reading(text, locale);
  expect(issues).toEqual([]);
  return lines;
};

describe("columns", () => {
  test("stand in any order, in any language, with titles before them", async () => {
    const [line] = await linesOf(
      "IT inventory 2024\n;;\n\nANZAHL;  Anmerkung ;catégorie;Lifetime [in years];kWh per year\n12;neu;laptop;5;40",
    );
    expect(line).toMatchObject({ row: 5, quantity: "12", note: "neu", category: "laptop", lifetimeYears: "5" });
    expect((await linesOf("quantity,category\n3,wifi access point"))[0]?.category).toBe("wifi_access_point");
  });

  test("that are not ours are named and left out", async () => {
    const { notices, lines } = await reading("category,quantity,bought on,price\nlaptop,1,=TODAY(),x");
    expect(notices).toMatchObject([{ code: "sheet_ignored_columns", row: 1, params: { names: "bought on, price" } }]);
    expect(lines).toHaveLength(1);
  });

  test("that are missing or doubled are told", async () => {
    expect(await issuesOf("category,label\nlaptop,x")).toEqual(["sheet_missing_column 1null quantity"]);
    expect(await issuesOf("category,quantity,Anzahl\nlaptop,1,2")).toEqual(["sheet_duplicate_column 1C quantity"]);
    expect(await issuesOf("a,b\n1,2")).toEqual(["sheet_no_header nullnull null"]);
    expect(await issuesOf("category,quantity\n")).toEqual(["sheet_no_lines nullnull null"]);
  });

  test("a second header and a row of totals are told by their row", async () => {
    const text = "category,label,quantity\nlaptop,x,1\ncategory,label,quantity\nmonitor,Total,1\n,Razem,=SUM(C2:C4)\n";
    expect(await issuesOf(text)).toEqual(["sheet_second_header 3null null", "sheet_total_row 5B label"]);
    expect(await issuesOf("category,quantity\nlaptop,1\nΣύνολο,1")).toEqual(["sheet_total_row 3A category"]);
  });

  test("merged cells matter from the header on", () => {
    const cell = { kind: "text", row: 2 } as const;
    const rows = [
      [{ ...cell, column: "A", text: "category" } as const, { ...cell, column: "B", text: "quantity" } as const],
    ];
    const merges = [
      { range: "A1:C1", column: "A", top: 1, bottom: 1 },
      { range: "B3:B4", column: "B", top: 3, bottom: 4 },
    ];
    const { issues } = readLines({ rows, merges }, { locale: "en", vocabulary, scope: "administration" });
    expect(issues).toMatchObject([
      { code: "sheet_no_lines" },
      { code: "sheet_merged", row: 3, column: "B", field: "quantity", params: { range: "B3:B4" } },
    ]);
  });
});

describe("defaults", () => {
  test("of blank cells", async () => {
    const [plain, own] = await linesOf("category,quantity,kwhPerYear\nlaptop,5,\nlaptop,5,40\n");
    expect(plain).toEqual({
      row: 2, category: "laptop", label: null, quantity: "5", tenure: "owned", perimeter: "administration",
      country: null, lifetimeYears: null, energySource: "typical", kwhPerYear: null, embodiedKg: null,
      embodiedSource: null, quality: 3, note: null,
    }); // prettier-ignore
    expect(own).toMatchObject({ energySource: "supplier", kwhPerYear: "40", quality: 2 });
    expect((await linesOf("category,quantity,kwhPerYear,energySource\nlaptop,5,1,meter"))[0]?.quality).toBe(1);
  });

  test("the territory has no part that goes without saying", async () => {
    const { issues } = await reading("category,quantity,perimeter\nlaptop,5,\nlaptop,5,schools\n", "en", "territory");
    expect(issues.map(({ code, row, field }) => [code, row, field])).toEqual([
      ["required", 2, "perimeter"],
      ["perimeter_scope", 3, "perimeter"],
    ]);
  });
});

describe("values", () => {
  test.each([
    ["quantity", "0", "sheet_quantity"],
    ["quantity", "-5", "sheet_quantity"],
    ["quantity", "a few", "sheet_number"],
    ["quantity", "12 boxes", "sheet_unit"],
    ["quantity", "1.2345", "too_precise"],
    ["quantity", "1000000000.5", "too_big"],
    ["lifetimeYears", "0", "too_small"],
    ["lifetimeYears", "-1", "too_small"],
    ["lifetimeYears", "51", "too_big"],
    ["lifetimeYears", "36 months", "sheet_unit"],
    ["kwhPerYear", "-1", "too_small"],
    ["kwhPerYear", "3 MWh", "sheet_unit_kwh"],
    ["kwhPerYear", "1 200 W", "sheet_unit_kwh"],
    ["kwhPerYear", "3 kWh/month", "sheet_unit_kwh"],
    ["kwhPerYear", "10000001", "too_big"],
    ["embodiedKg", "0.2 t", "sheet_unit_kg"],
    ["embodiedKg", "#REF", "sheet_number"],
    ["quality", "0", "sheet_quality"],
    ["quality", "2.5", "sheet_quality"],
    ["quality", "good", "sheet_quality"],
    ["energySource", "meter", "energy_figure_needed"],
    ["embodiedKg", "5", "embodied_source_needed"],
    ["quality", "2", "quality_too_good"],
    ["energySource", "guess", "sheet_unknown_value"],
    ["tenure", "stolen", "sheet_unknown_value"],
    ["perimeter", "households", "perimeter_scope"],
    ["country", "XX", "sheet_country"],
    ["country", "Atlantis", "sheet_country"],
    ["label", "x".repeat(201), "too_long"],
    ["note", "x".repeat(1001), "too_long"],
    ["embodiedSource", "x".repeat(201), "too_long"],
    ["label", "=1+1", "sheet_formula"],
  ])("%s %s is refused: %s", async (field, value, code) => {
    const head = field === "quantity" ? "category\tlabel\tquantity" : `category\tquantity\t${field}`;
    const row = field === "quantity" ? `laptop\tx\t${value}` : `laptop\t1\t${value}`;
    const elsewhere: Record<string, string> = {
      energy_figure_needed: "2null kwhPerYear",
      embodied_source_needed: "2null embodiedSource",
    };
    const place = elsewhere[code] ?? `2C ${field}`;
    expect(await issuesOf(`${head}\n${row}`)).toEqual([`${code} ${place}`]);
  });

  test.each([
    ["quantity", "12 pcs", "12"],
    ["quantity", "0,5", "0.5"],
    ["lifetimeYears", "5 Jahre", "5"],
    ["lifetimeYears", "0.1", "0.1"],
    ["kwhPerYear", "12 kWh", "12"],
    ["kwhPerYear", "12kWh/a", "12"],
    ["quality", "3,0", 3],
    ["country", "Deutschland", "DE"],
    ["country", "grèce", "GR"],
    ["country", "EL", "GR"],
    ["country", "pl", "PL"],
    ["perimeter", "Public Enterprises", "public_enterprises"],
    ["note", "x".repeat(1000), "x".repeat(1000)],
    ["label", "  two\t words ", "two words"],
  ])("%s %s is read", async (field, value, wanted) => {
    const cell = `"${value}"`;
    const text =
      field === "quantity" ? `category;quantity\nlaptop;${cell}` : `category;quantity;${field}\nlaptop;1;${cell}`;
    expect((await linesOf(text))[0]).toMatchObject({ [field]: wanted });
  });

  test("a figure excludes the typical value, and a manufacture figure has its source", async () => {
    const head = "category;quantity;energySource;kwhPerYear;embodiedKg;embodiedSource\n";
    expect(await issuesOf(`${head}laptop;1;typical;40;;`)).toEqual(["typical_with_figure 2D kwhPerYear"]);
    expect((await linesOf(`${head}laptop;1;meter;40;185.10 kg CO2e;datasheet`))[0]).toMatchObject({
      embodiedKg: "185.1",
    });
  });

  test("every fault of a row is told, and good rows are read beside it", async () => {
    const { issues, lines } = await reading("category,quantity,quality\ntoaster,0,9\nlaptop,1,\n,,3\n");
    expect(issues.map(({ code, row, column }) => `${code} ${row}${column}`)).toEqual([
      "sheet_unknown_value 2A", "sheet_quantity 2B", "sheet_quality 2C", "required 4A", "required 4B",
    ]); // prettier-ignore
    expect(lines.map(({ row }) => row)).toEqual([3]);
  });

  test("a sheet full of faults is not listed without end", async () => {
    const { issues } = await reading(`category,quantity\n${"toaster,0\n".repeat(400)}`);
    expect(issues).toHaveLength(501);
    expect(issues.at(-1)).toMatchObject({ code: "sheet_more_issues", params: { count: 300 } });
  });
});

describe("decimal marks", () => {
  const quantities = async (locale: string, ...typed: string[]) => {
    const text = `category;quantity\n${typed.map((one) => `laptop;"${one}"`).join("\n")}`;
    const { lines, issues, notices } = await reading(text, locale);
    return { values: lines.map(({ quantity }) => quantity), issues, notices: notices.map(({ code }) => code) };
  };

  test("are settled by the sheet's own unambiguous numbers", async () => {
    expect((await quantities("en", "1,5", "1.234")).values).toEqual(["1.5", "1234"]);
    expect((await quantities("de", "1.5", "1,234")).values).toEqual(["1.5", "1234"]);
    expect((await quantities("en", "1.234.567", "1,234")).values).toEqual(["1234567", "1.234"]);
    expect((await quantities("de", "0.125", "2,125")).values).toEqual(["0.125", "2125"]);
  });

  test("are the reader's where nothing settles them, and that is said", async () => {
    expect(await quantities("en", "1,234")).toEqual({
      values: ["1234"],
      issues: [],
      notices: ["sheet_decimals_guessed"],
    });
    expect((await quantities("de", "1,234")).values).toEqual(["1.234"]);
    expect((await quantities("de", "12", "1 234")).notices).toEqual([]);
  });

  test("of both kinds are an issue with a row of each", async () => {
    const { issues } = await quantities("en", "1", "1.5", "2", "2,5", "3.5");
    expect(issues).toEqual([
      { row: 5, column: "B", field: "quantity", code: "sheet_mixed_decimals", params: { pointRow: 3, commaRow: 5 } },
    ]);
  });

  test.each([
    ["1 234,5", "1234.5"], ["1\u202f234\u202f567", "1234567"], ["1'234.50", "1234.5"], ["1’234", "1234"],
    ["1,234.5", "1234.5"], ["1.234,5", "1234.5"], [".5", "0.5"], ["+7", "7"], ["−7", "-7"], ["007", "7"], ["-0", "0"],
  ])("%s is %s", (typed, value) => expect(writtenNumber(typed)?.read(".")).toBe(value)); // prettier-ignore

  test.each(["", "-", ".", "1 23", "1,2,3", "1.234,567.8", "12 34 567", "1e5", "0x1F", "1,23,456", "3.5.2024", "٣"])(
    "%j is no number",
    (typed) => expect(writtenNumber(typed)).toBeNull(),
  );

  test("a unit is what follows the number", () => {
    expect(splitUnit("1 200 W")).toEqual({ number: "1 200", unit: "W" });
    expect(splitUnit(`1${" ".repeat(100_000)}x`).unit).toBe("");
  });
});

describe("words", () => {
  test("every issue has a sentence in every language", () => {
    const files = ["graphql/footprint", "graphql/sheets"].flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".ts"))
        .map((name) => `${folder}/${name}`),
    );
    const codes = new Set(files.flatMap((path) => readFileSync(path, "utf8").match(/(?<=")sheet_[a-z_]+(?=")/g) ?? []));
    expect(codes.size).toBeGreaterThan(30);
    for (const locale of Object.keys(vocabulary)) {
      const { issue } = JSON.parse(readFileSync(`locales/${locale}/errors.json`, "utf8")) as { issue: object };
      expect(
        [...codes].filter((code) => !(code in issue || `${code}_other` in issue)),
        locale,
      ).toEqual([]);
    }
  });

  test.each(Object.keys(vocabulary))("names of columns, codes and countries in %s lead back to them", (locale) => {
    const find = lookup(vocabulary, locale);
    for (const [field, name] of Object.entries(vocabulary[locale]?.columns ?? {})) expect(find.field(name)).toBe(field);
    for (const [code, name] of Object.entries(vocabulary[locale]?.choices.country ?? {})) {
      expect(find.code("country", name), name).toBe(code);
      expect(countryCode.safeParse(code).success, code).toBe(true);
    }
  });
});
