import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import fc from "fast-check";
import { readSheet as readWithLibrary } from "read-excel-file/node";
import { describe, expect, test } from "vitest";
import { lineInput } from "#graphql/footprint/line/input.ts";
import { PERIMETERS, TENURES } from "#graphql/footprint/rules.ts";
import { readLines } from "#graphql/footprint/sheet/rules.ts";
import { lineSheets, templateSheets, type WritableLine } from "#graphql/footprint/sheet/template.rules.ts";
import type { OutCell } from "#graphql/sheets/cell.ts";
import { writeCsv } from "#graphql/sheets/csv.ts";
import { readSheet } from "#graphql/sheets/read.ts";
import { writeXlsx } from "#graphql/sheets/write.ts";
import { sheetVocabulary } from "#graphql/footprint/sheet/words.store.ts";

const categories = ["laptop", "desktop_home", "server", "wifi_access_point", "cloud_compute"];
const vocabulary = sheetVocabulary(categories);
const locales = Object.keys(vocabulary);

function decimals(max: number, places: number): fc.Arbitrary<string> {
  return fc
    .tuple(
      fc.oneof(fc.integer({ min: 0, max: Math.min(2_000, max - 1) }), fc.integer({ min: 0, max: max - 1 })),
      fc.nat(10 ** places - 1),
    )
    .map(([whole, part]) => {
      const fraction = String(part).padStart(places, "0").replace(/0+$/, "");
      return fraction ? `${whole}.${fraction}` : String(whole);
    });
}

const marks = fc.constantFrom(
  ..."=+-@'\"\t;,\n_x0041_ńß€😀".split(""),
  "=HYPERLINK(",
  "constructor",
  "__proto__",
  "'=",
  "''-",
);
const texts = (max: number) =>
  fc
    .tuple(fc.array(marks, { maxLength: 4 }), fc.string({ maxLength: max / 2, unit: "grapheme" }))
    .map(([before, rest]) => before.join("") + rest)
    .map((text) =>
      text
        .replaceAll(/[\p{Cc}\p{Cn}\p{Co}\p{Cs}\ufffd]/gu, " ")
        .slice(0, max)
        .toWellFormed()
        .trim(),
    )
    .filter((text) => text !== "" && !text.includes("\ufffd"));
const oneLine = fc
  .oneof(texts(200), fc.constantFrom("valueOf", "__proto__", "constructor"))
  .map((text) => text.replaceAll(/\s+/g, " "));
const note = fc.tuple(texts(400), texts(400)).map(([a, b]) => `${a}\n${b}`);

const energy = fc.oneof(
  fc.record({
    energySource: fc.constant("typical" as const),
    kwhPerYear: fc.constant(null),
    quality: fc.integer({ min: 3, max: 5 }),
  }),
  fc.record({
    energySource: fc.constantFrom("meter" as const, "supplier" as const),
    kwhPerYear: decimals(10_000_000, 4),
    quality: fc.integer({ min: 2, max: 5 }),
  }),
);

const manufacture = fc.oneof(
  fc.record({ embodiedKg: fc.constant(null), embodiedSource: fc.option(oneLine) }),
  fc.record({ embodiedKg: decimals(10_000_000, 4), embodiedSource: oneLine }),
);

const line: fc.Arbitrary<WritableLine> = fc
  .tuple(
    fc.record({
      category: fc.constantFrom(...categories),
      label: fc.option(oneLine),
      quantity: decimals(1_000_000_000, 3).filter((value) => Number(value) > 0),
      tenure: fc.constantFrom(...TENURES),
      perimeter: fc.constantFrom(...PERIMETERS.administration),
      country: fc.option(fc.constantFrom("DE", "GR", "PL", "FR", "GB")),
      lifetimeYears: fc.option(decimals(50, 2).filter((value) => Number(value) >= 0.1)),
      note: fc.option(note),
    }),
    energy,
    manufacture,
  )
  .map(([rest, used, made]) => ({ ...rest, ...used, ...made }));

async function readBack(file: Uint8Array, locale: string, prefer?: string[]) {
  const sheet = await readSheet(file, { locale, prefer });
  if (!sheet.ok) throw new Error(sheet.issue.code);
  const { lines, issues, notices } = readLines(sheet, { locale, vocabulary, scope: "administration" });
  expect(issues).toEqual([]);
  expect(notices).toEqual([]);
  for (const one of lines.slice(0, 10)) expect(lineInput("administration").safeParse(one).error).toBeUndefined();
  return lines.map(({ row, ...rest }) => (row > 1 ? rest : null));
}

const shuffled = (rows: readonly (readonly OutCell[])[], order: readonly number[]) =>
  rows.map((row) => order.map((index) => row[index] ?? null));
const orders = fc.shuffledSubarray([...Array(13).keys()], { minLength: 13 });

describe.each(locales)("written in %s", (locale) => {
  test("csv is read back the same, in any order of columns, by readers of every language", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        orders,
        fc.constantFrom(...locales),
        async (lines, order, reader) => {
          const rows = lineSheets(lines, locale, vocabulary)[0]?.rows ?? [];
          expect(await readBack(writeCsv(shuffled(rows, order), locale), reader)).toEqual(lines);
        },
      ),
      { numRuns: 60 },
    );
  });

  test("xlsx is read back the same, in any order of columns, by readers of every language", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { minLength: 1, maxLength: 6 }),
        orders,
        fc.constantFrom(...locales),
        async (lines, order, reader) => {
          const sheets = lineSheets(lines, locale, vocabulary).map((sheet, index) =>
            index === 0 ? { ...sheet, rows: shuffled(sheet.rows, order) } : sheet,
          );
          const file = await writeXlsx(sheets.toReversed());
          expect(await readBack(file, reader, [vocabulary[locale]?.lines ?? ""])).toEqual(lines);
        },
      ),
      { numRuns: 20 },
    );
  });

  test("the template holds a header and no data, and explains every column", async () => {
    const [data, explanation] = templateSheets(locale, vocabulary);
    expect(data?.rows).toHaveLength(1);
    expect(JSON.stringify(explanation)).not.toContain("sheet.");
    for (const { text } of (data?.rows[0] ?? []) as { text: string }[])
      expect(JSON.stringify(explanation)).toContain(text);
    const sheet = await readSheet(await writeXlsx(templateSheets(locale, vocabulary)), { locale });
    const read = sheet.ok && readLines(sheet, { locale, vocabulary, scope: "administration" });
    expect(read && read.issues.map(({ code }) => code)).toEqual(["sheet_no_lines"]);
  });
});

describe("csv for spreadsheet programs", () => {
  const rows = [[{ text: "=1+1" }, { text: "'=" }, { number: "-1.5" }, { number: "1.234" }, { text: "a;b" }]];
  const written = (locale: string) => Buffer.from(writeCsv(rows, locale)).toString("utf8");

  test("has the separator and the decimal mark of the language, and guards texts only", () => {
    expect(written("en")).toBe("\ufeff'=1+1,''=,-1.5,1.2340,a;b\r\n");
    expect(written("de")).toBe("\ufeff'=1+1;''=;-1,5;1,2340;\"a;b\"\r\n");
  });
});

const example: WritableLine = {
  category: "laptop", label: "=HYPERLINK(\"x\")", quantity: "1234.567", tenure: "owned", perimeter: "schools",
  country: "GR", lifetimeYears: "5.5", energySource: "meter", kwhPerYear: "39.7501", embodiedKg: "185.09",
  embodiedSource: "Ετικέτα", quality: 1, note: "two\nlines",
}; // prettier-ignore

function office(): string | undefined {
  return (process.env.PATH ?? "")
    .split(delimiter)
    .map((folder) => join(folder, "soffice"))
    .find(existsSync);
}

describe("xlsx elsewhere", () => {
  test("another reader sees numbers as numbers and texts as texts", async () => {
    const file = await writeXlsx(lineSheets([example], "en", vocabulary));
    const rows = await readWithLibrary(Buffer.from(file));
    expect(rows[1]).toEqual([
      vocabulary.en?.choices.category.laptop, example.label, 1234.567, vocabulary.en?.choices.perimeter.schools,
      vocabulary.en?.choices.tenure.owned, "GR", 5.5, vocabulary.en?.choices.energySource.meter, 39.7501, 185.09,
      "Ετικέτα", 1, "two\nlines",
    ]); // prettier-ignore
  });

  test.skipIf(!office())("LibreOffice opens it, and saves it as we read it", { timeout: 120_000 }, async () => {
    const folder = mkdtempSync(join(tmpdir(), "sheet-"));
    try {
      writeFileSync(join(folder, "in.xlsx"), await writeXlsx(lineSheets([example], "el", vocabulary)));
      execFileSync(office() ?? "", [
        "--headless", `-env:UserInstallation=file://${folder}/profile`, "--convert-to", "xlsx", "--outdir",
        join(folder, "out"), join(folder, "in.xlsx"),
      ]); // prettier-ignore
      expect(await readBack(readFileSync(join(folder, "out", "in.xlsx")), "el")).toEqual([example]);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
});

test("5,000 rows are read back", async () => {
  const lines = Array.from({ length: 5_000 }, (_, index) => ({ ...example, quantity: String(index + 1) }));
  const sheets = lineSheets(lines, "de", vocabulary);
  for (const file of [await writeXlsx(sheets), writeCsv(sheets[0]?.rows ?? [], "de")]) {
    expect(await readBack(file, "de")).toHaveLength(5_000);
  }
});
