import type { Cell, SheetIssue as Issue } from "#graphql/sheets/cell.ts";

export const SHEET_FIELDS = [
  "category",
  "label",
  "quantity",
  "perimeter",
  "tenure",
  "country",
  "lifetimeYears",
  "energySource",
  "kwhPerYear",
  "embodiedKg",
  "embodiedSource",
  "quality",
  "note",
] as const;
export type SheetField = (typeof SHEET_FIELDS)[number];

export const REQUIRED_FIELDS: readonly SheetField[] = ["category", "quantity"];

/** Columns whose cells are codes or their names. */
export const CHOICES = ["category", "perimeter", "tenure", "energySource", "country"] as const;
export type ChoiceField = (typeof CHOICES)[number];

/** The words of one language: names of columns, names of codes, and what people write into sheets. */
export type SheetWords = {
  columns: Record<SheetField, string>;
  choices: Record<ChoiceField, Record<string, string>>;
  /** What a row of sums begins with, and units that may follow a number. */
  totals: readonly string[];
  pieces: readonly string[];
  years: readonly string[];
  /** The names of the sheet with the lines and of the one that explains it, and what stands there. */
  lines: string;
  explanation: string;
  advice: string;
  headings: Record<"column" | "code" | "needed" | "meaning" | "values" | "example", string>;
  hints: Record<SheetField, string>;
  example: { label: string; embodiedSource: string; note: string };
};

/** The words of every language of the interface, by locale. */
export type Vocabulary = Readonly<Record<string, SheetWords>>;

export type InventorySheetIssue = Issue<string, SheetField>;

/** Names are shorter; what is longer is no name, and need not be looked at whole. */
const LONGEST_NAME = 100;

/** A text without case, accents, punctuation and spaces, so that what looks alike is alike. */
export function matchKey(text: string): string {
  return text
    .slice(0, LONGEST_NAME)
    .normalize("NFKD")
    .slice(0, LONGEST_NAME)
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll("ł", "l")
    .replaceAll("ß", "ss")
    .replaceAll("ς", "σ")
    .replaceAll(/[^\p{L}\p{N}]/gu, "");
}

/** Also without what stands in brackets, where headers have their units. */
function foldHeader(text: string): string {
  return matchKey(text.slice(0, LONGEST_NAME).replaceAll(/\([^)]*\)|\[[^\]]*\]/g, "")) || matchKey(text);
}

export type Lookup = {
  field: (header: string) => SheetField | null;
  code: (choice: ChoiceField, text: string) => string | null;
  isTotal: (text: string) => boolean;
  isUnit: (kind: "pieces" | "years", folded: string) => boolean;
};

/** Finds columns and codes by any language's word. Where two languages mean different things by one word, the reader's
 *  language decides; a code always means itself. */
export function lookup(vocabulary: Vocabulary, locale: string): Lookup {
  const words = Object.entries(vocabulary)
    .toSorted(([a], [b]) => Number(a === locale) - Number(b === locale))
    .map(([, one]) => one);
  const codes = new Map(SHEET_FIELDS.map((field) => [matchKey(field), field]));
  const named = words.flatMap(({ columns }) => SHEET_FIELDS.map((field) => [columns[field], field] as const));
  const fields = new Map([
    ...named.map(([name, field]) => [foldHeader(name), field] as const),
    ...named.map(([name, field]) => [matchKey(name), field] as const),
    ...codes,
  ]);
  const values = new Map(CHOICES.map((choice) => [choice, valuesOf(words, choice)]));
  const totals = new Set(words.flatMap((one) => one.totals.map(matchKey)));
  const units = {
    pieces: new Set(words.flatMap((one) => one.pieces.map(matchKey))),
    years: new Set(words.flatMap((one) => one.years.map(matchKey))),
  };
  return {
    field: (header) => fields.get(matchKey(header)) ?? fields.get(foldHeader(header)) ?? null,
    code: (choice, text) => values.get(choice)?.get(matchKey(text)) ?? null,
    isTotal: (text) => totals.has(matchKey(text)),
    isUnit: (kind, folded) => units[kind].has(folded),
  };
}

/** The codes that the European Union uses for Greece and the United Kingdom. */
const unionCodes = [
  ["el", "GR"],
  ["uk", "GB"],
] as const;

function valuesOf(words: readonly SheetWords[], choice: ChoiceField): Map<string, string> {
  const entries = words.flatMap(({ choices }) => Object.entries(choices[choice]));
  return new Map([
    ...(choice === "country" ? unionCodes : []),
    ...entries.map(([code, name]) => [matchKey(name), code] as const),
    ...entries.map(([code]) => [matchKey(code), code] as const),
  ]);
}

export type SheetHeader = {
  row: number;
  /** The field of each known column, by its letters. */
  fields: Map<string, SheetField>;
  ignored: Cell[];
};

/** The columns that a row names; a row with fewer than two names is no header. */
export function headerOf(cells: readonly Cell[], words: Lookup): Map<string, SheetField> | null {
  const fields = new Map<string, SheetField>();
  for (const cell of cells) {
    const field = cell.kind === "text" ? words.field(cell.text) : null;
    if (field) fields.set(cell.column, field);
  }
  return new Set(fields.values()).size >= 2 ? fields : null;
}
