import type { Prisma } from "#prisma/client.ts";
import type { OutCell } from "#graphql/sheets/cell.ts";
import { writeCsv } from "#graphql/sheets/csv.ts";
import { type OutSheet, writeXlsx } from "#graphql/sheets/write.ts";
import { wordLocales, words } from "#graphql/kernel/words.ts";
import { wholeInventory } from "./export.store.ts";
import { lineResult } from "../rules.ts";
import { vocabularyOf } from "./store.ts";
import { factorTable, gridTable, linesOf, workColumns } from "../store.ts";
import { lineSheets, templateSheets } from "./template.rules.ts";

export const SHEET_FORMATS = ["csv", "xlsx", "json"] as const;
export type SheetFormat = (typeof SHEET_FORMATS)[number];

/** A file to take along. */
export type SheetFile = { fileName: string; mediaType: string; content: Uint8Array };

const mediaTypes: Record<SheetFormat, string> = {
  csv: "text/csv; charset=utf-8",
  xlsx: "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
  json: "application/json",
};

/** The sheet to fill in, in a language of ours (English for others); the header alone as csv, explained as xlsx. */
export async function templateFile(prisma: Prisma, format: "csv" | "xlsx", wanted: string): Promise<SheetFile> {
  const locale = localeOf(wanted);
  const sheets = templateSheets(locale, await vocabularyOf(prisma));
  return { ...(await written(sheets, format, locale)), fileName: `quintet-inventory-${locale}.${format}` };
}

/** An inventory as a sheet that can be read in again, with each line's result beside it; or whole as JSON. */
export async function inventoryFile(
  prisma: Prisma,
  id: string,
  format: SheetFormat,
  wanted: string,
): Promise<SheetFile> {
  const include = { ...workColumns, city: { select: { countryCode: true, slug: true } } };
  const inventory = await prisma.inventory.findUniqueOrThrow({ where: { id }, include });
  const { city, year, scope, revision } = inventory;
  const fileName = `${city.slug}-${year}-${scope}-${revision}.${format}`;
  if (format === "json") {
    const text = `${JSON.stringify(await wholeInventory(prisma, id), null, 2)}\n`;
    return { fileName, mediaType: mediaTypes.json, content: Buffer.from(text) };
  }
  const locale = localeOf(wanted);
  const [table, grid] = [await factorTable(prisma, inventory.factorSetId), gridTable(inventory)];
  const lines = linesOf(inventory);
  const rows = inventory.lines.map(({ country, label, tenure, perimeter, embodiedSource, note }, index) => ({
    ...(lines[index] as (typeof lines)[number]),
    country,
    label,
    tenure,
    perimeter,
    embodiedSource,
    note,
  }));
  const [first, ...rest] = lineSheets(rows, locale, await vocabularyOf(prisma));
  const results = lines.map((line) => resultCells(lineResult(line, table, grid)));
  const sheets = first ? [beside(first, [resultHeader(locale), ...results]), ...rest] : [];
  return { ...(await written(sheets, format, locale)), fileName };
}

async function written(sheets: readonly OutSheet[], format: "csv" | "xlsx", locale: string) {
  const content = format === "csv" ? writeCsv(sheets[0]?.rows ?? [], locale) : await writeXlsx(sheets);
  return { mediaType: mediaTypes[format], content };
}

function localeOf(wanted: string): string {
  return wordLocales.includes(wanted) ? wanted : "en";
}

function beside(sheet: OutSheet, columns: readonly (readonly OutCell[])[]): OutSheet {
  const rows = sheet.rows.map((row, index) => [...row, ...(columns[index] ?? [])]);
  return { ...sheet, rows, widths: [...sheet.widths, ...(columns[0] ?? []).map(() => 18)] };
}

function resultHeader(locale: string): OutCell[] {
  const t = words(locale, "footprint");
  const names = ["kwh", "use", "manufacture", "low", "total", "high"] as const;
  return names.map((name) => ({ text: t(`sheet.results.${name}`) }));
}

/** A part with a gap is left empty: it is not known, and not nothing. */
function resultCells({ kwh, use, manufacture, total, gaps }: ReturnType<typeof lineResult>): OutCell[] {
  const known = (cell: { number: string }, missing: boolean) => (missing ? null : cell);
  const [noUse, noMake] = [
    gaps.includes("energy") || gaps.includes("grid"),
    gaps.includes("embodied") || gaps.includes("lifetime"),
  ];
  return [
    kwh && { number: kwh.toFixed() },
    known({ number: use.central.toFixed(3) }, noUse),
    known({ number: manufacture.central.toFixed(3) }, noMake),
    { number: total.low.toFixed(3) },
    { number: total.central.toFixed(3) },
    total.high && { number: total.high.toFixed(3) },
  ];
}
