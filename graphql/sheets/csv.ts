import { CsvError, type Options } from "csv-parse";
import { parse } from "csv-parse/sync";
import { stringify } from "csv-stringify/sync";
import { type CellContent, type OutCell, type Sheet, SheetRows, textContent, Unreadable } from "./cell.ts";

/** Reads separated values: UTF-8, UTF-16 with its mark, or the reader's older code page; separated by ; , or tab.
 *  A record is a row, as in a spreadsheet program: line breaks within quotes do not count. */
export function readCsv(bytes: Uint8Array, locale: string): Sheet {
  const text = decode(bytes, locale);
  if (text.includes("\0") || text.trimStart().startsWith("<")) throw new Unreadable("sheet_wrong_type");
  const named = /^sep=([;,\t])\r?\n/i.exec(text);
  const body = named ? text.slice(named[0].length) : text;
  const rows = new SheetRows();
  let row = 0;
  records(body, {
    delimiter: named?.[1] ?? delimiterOf(body),
    on_record(record: string[]) {
      row += 1;
      for (const [index, field] of record.entries()) {
        const content = contentOf(field);
        if (content) rows.add(row, index + 1, content);
      }
      return null;
    },
  });
  return { rows: rows.rows, merges: [] };
}

function decode(bytes: Uint8Array, locale: string): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder("utf-16le").decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return new TextDecoder("utf-16be").decode(bytes);
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder(codePages[locale] ?? "windows-1252").decode(bytes);
  }
}

/** What spreadsheet programs on Windows write where they do not write UTF-8. */
const codePages: Record<string, string> = { pl: "windows-1250", el: "windows-1253" };

function records(text: string, options: Options): string[][] {
  try {
    return parse(text, {
      relax_quotes: true,
      relax_column_count: true,
      record_delimiter: ["\r\n", "\n", "\r"],
      ...options,
    });
  } catch (error) {
    if (error instanceof CsvError && error.code === "CSV_QUOTE_NOT_CLOSED") {
      throw new Unreadable("sheet_open_quote", {}, typeof error.lines === "number" ? error.lines : null);
    }
    throw error;
  }
}

/** The mark that most often stands the same number of times in the first rows. */
function delimiterOf(text: string): string {
  const scores = [";", "\t", ","].map((delimiter) => {
    const alike = Map.groupBy(sample(text, delimiter), (width) => width);
    return { delimiter, score: Math.max(0, ...[...alike].map(([width, rows]) => (width - 1) * rows.length)) };
  });
  return scores.toSorted((a, b) => b.score - a.score)[0]?.delimiter ?? ";";
}

function sample(text: string, delimiter: string): number[] {
  try {
    return records(text, { delimiter, to: 50, skip_empty_lines: true }).map((record) => record.length);
  } catch {
    return [];
  }
}

/** A spreadsheet program would calculate what begins with = and the like. */
const dangerous = /^'*[=+\-@\t\r\n＝＋－＠]/;

function contentOf(field: string): CellContent | null {
  if (field.startsWith("=")) return { kind: "formula" };
  const guarded = field.startsWith("'") && dangerous.test(field);
  return textContent((guarded ? field.slice(1) : field).replaceAll(/\r\n?/g, "\n"));
}

/** Separated values in UTF-8 with a mark, as the spreadsheet programs of this language open them by a double click: they
 *  separate by ";" where the decimal mark is a comma, else by ",". A text that a program would calculate gets an
 *  apostrophe before it, which readCsv() takes away again; numbers stay numbers. */
export function writeCsv(rows: readonly (readonly OutCell[])[], locale: string): Uint8Array {
  const comma = new Intl.NumberFormat(locale).format(1.5).includes(",");
  const written = rows.map((row) => row.map((cell) => fieldOf(cell, comma ? "," : ".")));
  const text = stringify(written, {
    delimiter: comma ? ";" : ",",
    record_delimiter: "windows",
    quoted_match: /[\r\n]/,
    bom: true,
  });
  return new TextEncoder().encode(text);
}

function fieldOf(cell: OutCell, mark: string): string {
  if (cell === null) return "";
  if ("number" in cell) return unambiguous(cell.number).replace(".", mark);
  return dangerous.test(cell.text) ? `'${cell.text}` : cell.text;
}

/** 1.234 may be read as a thousand and more elsewhere; 1.2340 may not. */
function unambiguous(decimal: string): string {
  return /^-?[1-9]\d{0,2}\.\d{3}$/.test(decimal) ? `${decimal}0` : decimal;
}
