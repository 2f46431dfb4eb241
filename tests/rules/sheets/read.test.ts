import { strToU8, zipSync } from "fflate";
import { describe, expect, test } from "vitest";
import { columnLetters, columnNumber, sheetLimits } from "#graphql/sheets/cell.ts";
import { storedDecimal } from "#graphql/sheets/decimal.ts";
import { readSheet } from "#graphql/sheets/read.ts";

const bytes = (text: string) => new TextEncoder().encode(text);
const read = (file: Uint8Array, locale = "en") => readSheet(file, { locale });
const codeOf = async (file: Uint8Array) => {
  const result = await read(file);
  return result.ok ? "ok" : result.issue.code;
};

/** What cells hold, by their address. */
async function cellsOf(file: Uint8Array, locale = "en") {
  const result = await read(file, locale);
  if (!result.ok) throw new Error(result.issue.code);
  return Object.fromEntries(
    result.rows
      .flat()
      .map((cell) => [
        `${cell.column}${cell.row}`,
        cell.kind === "number"
          ? `#${cell.text}${cell.unit && ` ${cell.unit}`}`
          : "text" in cell
            ? cell.text
            : cell.kind,
      ]),
  );
}

const main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
const office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";

type Parts = { sheet: string; strings?: string; formats?: [number, string][]; workbook?: string };

function xlsx({ sheet, strings = "", formats = [], workbook = '<sheet name="S" sheetId="1" r:id="rId1"/>' }: Parts) {
  const numFmts = formats.map(([id, code]) => `<numFmt numFmtId="${id}" formatCode="${code}"/>`).join("");
  const xfs = [0, 14, ...formats.map(([id]) => id)].map((id) => `<xf numFmtId="${id}"/>`).join("");
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${office}/${type}" Target="${target}"/>`;
  return zipSync({
    "_rels/.rels": strToU8(`<Relationships>${link("r", "officeDocument", "xl/workbook.xml")}</Relationships>`),
    "xl/workbook.xml": strToU8(`<workbook xmlns="${main}" xmlns:r="${office}"><sheets>${workbook}</sheets></workbook>`),
    "xl/_rels/workbook.xml.rels": strToU8(
      `<Relationships>${link("rId1", "worksheet", "worksheets/sheet1.xml")}${link("rId2", "worksheet", "/xl/worksheets/sheet2.xml")}${link("rId3", "sharedStrings", "sharedStrings.xml")}${link("rId4", "styles", "styles.xml")}</Relationships>`,
    ),
    "xl/sharedStrings.xml": strToU8(`<sst>${strings}</sst>`),
    "xl/styles.xml": strToU8(
      `<styleSheet><numFmts>${numFmts}</numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${xfs}</cellXfs></styleSheet>`,
    ),
    "xl/worksheets/sheet1.xml": strToU8(`<?xml version="1.0"?><worksheet xmlns="${main}">${sheet}</worksheet>`),
    "xl/worksheets/sheet2.xml": strToU8(`<worksheet><sheetData><row><c><v>2</v></c></row></sheetData></worksheet>`),
  });
}

describe("csv", () => {
  test("is read in every encoding that spreadsheet programs write", async () => {
    const wanted = { A1: "Größe", B1: "5" };
    expect(await cellsOf(bytes("Größe;5"))).toEqual(wanted);
    expect(await cellsOf(bytes("\ufeffGröße;5"))).toEqual(wanted);
    expect(await cellsOf(Buffer.from("\ufeffGröße\t5", "utf16le"))).toEqual(wanted);
    expect(await cellsOf(Buffer.from("\ufeffGröße\t5", "utf16le").swap16())).toEqual(wanted);
    expect(await cellsOf(Buffer.from("Größe;5", "latin1"), "de")).toEqual(wanted);
    expect(await cellsOf(Buffer.from([0xa3, 0xf3, 0x64, 0x9f, 0x3b, 0x35]), "pl")).toEqual({ A1: "Łódź", B1: "5" });
    expect(await cellsOf(Buffer.from([0xd0, 0xfc, 0xeb, 0xe7, 0x3b, 0x35]), "el")).toEqual({ A1: "Πόλη", B1: "5" });
  });

  test.each([";", ",", "\t"])("is separated by %j", async (mark) => {
    const text = [
      ["a", "b", "c"],
      ["x", '"1;2,3\t4"', "y"],
      ["z", "", "w"],
    ]
      .map((row) => row.join(mark))
      .join("\r\n");
    expect(await cellsOf(bytes(text))).toEqual({
      A1: "a", B1: "b", C1: "c", A2: "x", B2: "1;2,3\t4", C2: "y", A3: "z", C3: "w",
    }); // prettier-ignore
  });

  test("a decimal comma is no separator", async () => {
    const text = "a;b;c\n1,5;2,5;3,5\n1,5;2,5;3,5\n";
    expect(await cellsOf(bytes(text))).toMatchObject({ C1: "c", A2: "1,5", C3: "3,5" });
  });

  test("keeps rows as a spreadsheet program counts them", async () => {
    const text = 'a;b\n\n"two\r\nlines";1\n;;;\n12" screen;2';
    expect(await cellsOf(bytes(text))).toEqual({
      A1: "a", B1: "b", A3: "two\nlines", B3: "1", A5: '12" screen', B5: "2",
    }); // prettier-ignore
    expect(await cellsOf(bytes("sep=,\na,b"))).toEqual({ A1: "a", B1: "b" });
  });

  test("knows formulas, and takes away the apostrophe that kept a text from being one", async () => {
    expect(await cellsOf(bytes("=1+1;'=1+1;'-x;''=x;'quoted';-5"))).toEqual({
      A1: "formula", B1: "=1+1", C1: "-x", D1: "'=x", E1: "'quoted'", F1: "-5",
    }); // prettier-ignore
  });

  test("names the row of a quotation mark that is never closed", async () => {
    expect(await read(bytes('a;b\n1;"open\n2;3'))).toMatchObject({ ok: false, issue: { code: "sheet_open_quote" } });
  });
});

describe("xlsx", () => {
  test("texts, shared, formatted in parts, inline and escaped", async () => {
    const strings = "<si><t>one</t></si><si><r><t>t</t></r><r><t>wo</t></r><rPh><t>X</t></rPh></si><si/>";
    const sheet = `<sheetData><row r="2"><c r="B2" t="s"><v>0</v></c><c r="AB2" t="s"><v>1</v></c><c t="s"><v>2</v></c></row>
      <x:row xmlns:x="${main}"><x:c t="inlineStr"><x:is><x:t>a&amp;b _x0041_&#x20AC;</x:t></x:is></x:c><c><v>  </v></c></x:row></sheetData>`;
    expect(await cellsOf(xlsx({ sheet, strings }))).toEqual({ B2: "one", AB2: "two", A3: "a&b A€" });
  });

  test("numbers come back as people see them", async () => {
    const row = ["39.75", "1.1000000000000001", "0.30000000000000004", "1E-3", "1.5e+20", "-0", "123456789012.345"];
    const sheet = `<sheetData><row>${row.map((value) => `<c><v>${value}</v></c>`).join("")}</row></sheetData>`;
    expect(Object.values(await cellsOf(xlsx({ sheet })))).toEqual(
      ["39.75", "1.1", "0.3", "0.001", "150000000000000000000", "0", "123456789012.345"].map((text) => `#${text}`),
    );
  });

  test("number formats tell dates and units", async () => {
    const formats: [number, string][] = [
      [164, "dd\\.mm\\.yyyy"],
      [165, "#,##0.0\\ &quot;MWh&quot;"],
      [166, "_-* #,##0.00\\ _€_-;-* #,##0.00"],
      [167, "[$€-407] 0.00"],
      [168, "[Red]0.00"],
      [169, "0.0%"],
      [170, "[h]:mm"],
    ];
    const cells = [1, 2, 3, 4, 5, 6, 7, 8].map((style) => `<c s="${style}"><v>3</v></c>`).join("");
    expect(
      Object.values(await cellsOf(xlsx({ sheet: `<sheetData><row>${cells}</row></sheetData>`, formats }))),
    ).toEqual(["date", "date", "#3 MWh", "#3", "#3 €", "#3", "#3 %", "date"]);
  });

  test("formulas, errors, truths and merged cells are told by their place", async () => {
    const sheet = `<sheetData><row r="7"><c r="A7"><f>1+1</f><v>2</v></c><c r="B7"><f t="shared" si="0"/><v>2</v></c>
      <c r="C7" t="e"><v>#REF!</v></c><c r="D7" t="b"><v>1</v></c><c r="E7" t="d"><v>2024-01-01</v></c></row></sheetData>
      <mergeCells><mergeCell ref="A9:B10"/></mergeCells>`;
    const file = xlsx({ sheet });
    expect(await cellsOf(file)).toEqual({ A7: "formula", B7: "formula", C7: "#REF!", D7: "boolean", E7: "date" });
    expect(await read(file)).toMatchObject({ merges: [{ range: "A9:B10", column: "A", top: 9, bottom: 10 }] });
  });

  test("the sheet that is asked for, else the first that is visible", async () => {
    const sheet = "<sheetData><row><c><v>1</v></c></row></sheetData>";
    const workbook = '<sheet name="S" state="hidden" r:id="rId1"/><sheet name="T" r:id="rId2"/>';
    expect(await cellsOf(xlsx({ sheet, workbook }))).toEqual({ A1: "#2" });
    const two = xlsx({ sheet, workbook: workbook.replace(' state="hidden"', "") });
    expect(await cellsOf(two)).toEqual({ A1: "#1" });
    const named = await readSheet(two, { locale: "en", prefer: ["T"] });
    expect(named).toMatchObject({ rows: [[{ text: "2" }]] });
  });
});

describe("what is refused", () => {
  test.each([
    ["%PDF-1.7", "sheet_wrong_type"],
    ["\u0089PNG\r\n", "sheet_wrong_type"],
    ["<html><table>", "sheet_wrong_type"],
    ["a\0b", "sheet_wrong_type"],
    ["\u00d0\u00cf\u0011\u00e0 Workbook", "sheet_old_format"],
    ["\u00d0\u00cf\u0011\u00e0" + Buffer.from("EncryptedPackage", "utf16le").toString("latin1"), "sheet_password"],
    ["PK\u0003\u0004 and no more", "sheet_unreadable"],
    ["", "sheet_empty"],
    [" ; \n;", "sheet_empty"],
  ])("%j", async (start, code) => {
    expect(await codeOf(Buffer.from(start, "latin1"))).toBe(code);
  });

  test("other documents in zip files, and damaged ones", async () => {
    expect(await codeOf(zipSync({ mimetype: strToU8("application/vnd.oasis.opendocument.spreadsheet") }))).toBe(
      "sheet_wrong_type",
    );
    expect(await codeOf(xlsx({ sheet: "" }))).toBe("sheet_empty");
    expect(await codeOf(xlsx({ sheet: "<sheetData><row><c><v>1" }))).toBe("sheet_unreadable");
    expect(await codeOf(xlsx({ sheet: "<sheetData><row <" }))).toBe("sheet_unreadable");
    expect(await codeOf(xlsx({ sheet: '<!DOCTYPE a [<!ENTITY b "c">]>' }))).toBe("sheet_unreadable");
    const whole = xlsx({ sheet: "<sheetData><row><c><v>1</v></c></row></sheetData>" });
    for (let length = 0; length < whole.length; length += 97) {
      expect(await codeOf(whole.subarray(0, length))).not.toBe("ok");
    }
    const flipped = Uint8Array.from(whole);
    for (let at = 30; at < flipped.length; at += 13) flipped[at] = (flipped[at] ?? 0) ^ 0xff;
    expect(await codeOf(flipped)).toBe("sheet_unreadable");
  });

  test("50 MB, at once", async () => {
    const file = new Uint8Array(50 * 1024 * 1024);
    expect(await read(file)).toMatchObject({ ok: false, issue: { code: "sheet_too_large", params: { megabytes: 5 } } });
  });

  test("a small file that unpacks to a large one, also when it lies about that", async () => {
    const bomb = xlsx({ sheet: `<sheetData>${" ".repeat(sheetLimits.unpackedMegabytes * 1024 * 1024)}</sheetData>` });
    expect(bomb.length).toBeLessThan(100_000);
    expect(await codeOf(bomb)).toBe("sheet_unpacks_too_large");
    const lying = Uint8Array.from(bomb);
    const view = new DataView(lying.buffer);
    for (let at = 0; at < lying.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50) view.setUint32(at + 24, 100, true);
    }
    expect(await codeOf(lying)).toBe("sheet_unpacks_too_large");
  });

  test("too many rows and columns; formatted empty ones do not count", async () => {
    const csv = (rows: number) => bytes("a;b\n".repeat(rows));
    expect(await codeOf(csv(sheetLimits.rows + sheetLimits.titles))).toBe("ok");
    expect(await codeOf(csv(sheetLimits.rows + sheetLimits.titles + 1))).toBe("sheet_too_many_rows");
    expect(await codeOf(bytes(`a;b${";;\n".repeat(100_000)}`))).toBe("ok");
    expect(await codeOf(bytes(`${";".repeat(60)}a`))).toBe("sheet_too_many_columns");
    const rows = Array.from({ length: 6_000 }, (_, index) => `<row r="${index + 1}"><c s="1"/></row>`).join("");
    expect(await codeOf(xlsx({ sheet: `<sheetData>${rows}<row><c><v>1</v></c></row></sheetData>` }))).toBe("ok");
  });
});

describe("addresses and decimals", () => {
  test("letters and numbers of columns", () => {
    expect([1, 26, 27, 52, 53, 702, 703].map(columnLetters)).toEqual(["A", "Z", "AA", "AZ", "BA", "ZZ", "AAA"]);
    expect(["A", "Z", "AA", "ZZ", "AAA", "", "a1"].map(columnNumber)).toEqual([1, 26, 27, 702, 703, 0, 0]);
  });

  test("what is no number has no decimal", () => {
    expect(["", " ", "x", "NaN", "Infinity"].map(storedDecimal)).toEqual([null, null, null, null, null]);
  });
});
