import type { OutCell } from "#graphql/sheets/cell.ts";
import type { OutSheet } from "#graphql/sheets/write.ts";
import {
  type ChoiceField,
  CHOICES,
  lookup,
  type Lookup,
  REQUIRED_FIELDS,
  SHEET_FIELDS,
  type SheetField,
  type SheetWords,
  type Vocabulary,
} from "./columns.rules.ts";
import type { SheetLine } from "./line.rules.ts";

export type WritableLine = Omit<SheetLine, "row">;

/** The sheet to fill in, with its header and no data, and the sheet that explains its columns. */
export function templateSheets(locale: string, vocabulary: Vocabulary): OutSheet[] {
  return lineSheets([], locale, vocabulary);
}

/** Lines as readLines() reads them back, in the words of a language (English where we do not know it), and the
 *  explanation of the columns. For csv take the first sheet. */
export function lineSheets(lines: readonly WritableLine[], locale: string, vocabulary: Vocabulary): OutSheet[] {
  const words = vocabulary[locale] ?? vocabulary.en;
  if (!words) return [];
  const find = lookup(vocabulary, locale);
  const header = SHEET_FIELDS.map((field) => ({ text: words.columns[field] }));
  const widths = header.map(({ text }) => Math.max(12, text.length + 3));
  const rows = lines.map((line) => rowOf(line, words, find));
  return [{ name: words.lines, widths, rows: [header, ...rows] }, explanation(words, find)];
}

const numbers: readonly SheetField[] = ["quantity", "lifetimeYears", "kwhPerYear", "embodiedKg", "quality"];

function rowOf(line: WritableLine, words: SheetWords, find: Lookup): OutCell[] {
  return SHEET_FIELDS.map((field) => {
    const value = line[field];
    if (value === null) return null;
    if (numbers.includes(field)) return { number: String(value) };
    const choice = CHOICES.find((one) => one === field);
    return { text: choice ? named(choice, String(value), words, find) : String(value) };
  });
}

/** A code's name where it leads back to the code, else the code; countries are short as codes. */
function named(choice: ChoiceField, code: string, words: SheetWords, find: Lookup): string {
  const name = words.choices[choice][code] ?? code;
  return choice !== "country" && find.code(choice, name) === code ? name : code;
}

function explanation(words: SheetWords, find: Lookup): OutSheet {
  const { headings } = words;
  const text = (...texts: string[]) => texts.map((one) => ({ text: one }));
  const columns = SHEET_FIELDS.map((field) =>
    text(words.columns[field], field, REQUIRED_FIELDS.includes(field) ? "✓" : "", words.hints[field]),
  );
  const values = CHOICES.filter((choice) => choice !== "country").flatMap((choice) =>
    Object.entries(words.choices[choice]).map(([code, name]) => text(words.columns[choice], code, "", name)),
  );
  const example = rowOf(exampleLine(words), words, find);
  return {
    name: words.explanation,
    widths: [30, 24, 12, 80],
    rows: [
      text(headings.column, headings.code, headings.needed, headings.meaning),
      ...columns,
      [],
      text(words.advice),
      [],
      text(headings.values),
      ...values,
      [],
      text(headings.example),
      ...SHEET_FIELDS.map((field, index) => [{ text: words.columns[field] }, example[index] ?? null]),
    ],
  };
}

/** Invented, to show the form of each cell. */
function exampleLine({ choices, example }: SheetWords): WritableLine {
  return {
    category: Object.keys(choices.category)[0] ?? "",
    label: example.label,
    quantity: "120",
    tenure: "leased",
    perimeter: "schools",
    country: null,
    lifetimeYears: "5",
    energySource: "supplier",
    kwhPerYear: "39.75",
    embodiedKg: "185.1",
    embodiedSource: example.embodiedSource,
    quality: 2,
    note: example.note,
  };
}
