import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { found } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { readSheet } from "#graphql/sheets/read.ts";
import { sheetVocabulary } from "./words.store.ts";
import type { InventorySheetIssue, Vocabulary } from "./columns.rules.ts";
import { lineInput } from "../line/input.ts";
import type { SheetLine } from "./line.rules.ts";
import { appendLines } from "../line/store.ts";
import type { Scope } from "../rules.ts";
import type { readSheetInput } from "./input.ts";
import { readLines, type SheetReading } from "./rules.ts";
import { follow, refreshInventory, type StoredInventory } from "../store.ts";

/** Spreadsheets that are read, shown, and only then taken over. */

/** The words of sheets in all our languages, for the categories that there are. */
export async function vocabularyOf(prisma: Prisma | Transaction): Promise<Vocabulary> {
  const categories = await prisma.equipmentCategory.findMany({ orderBy: { position: "asc" }, select: { code: true } });
  return sheetVocabulary(categories.map(({ code }) => code));
}

/** What a file holds, for an inventory of this scope. Never throws for what is in the file. */
export async function readFile(
  prisma: Prisma,
  scope: Scope,
  { contentBase64, locale }: z.output<typeof readSheetInput>,
): Promise<SheetReading> {
  const vocabulary = await vocabularyOf(prisma);
  const prefer = Object.values(vocabulary).map(({ lines }) => lines);
  const known = vocabulary[locale] ? locale : "en";
  const sheet = await readSheet(Buffer.from(contentBase64, "base64"), { locale: known, prefer });
  if (!sheet.ok) return { lines: [], issues: [{ ...sheet.issue, field: null }], notices: [] };
  return readLines(sheet, { locale: known, vocabulary, scope });
}

/** Keeps a reading until it is confirmed; it takes the place of what the same person read before. */
export async function keepReading(
  tx: Transaction,
  { viewer }: Pick<StoreServices, "viewer">,
  { id: inventoryId }: StoredInventory,
  fileName: string,
  { lines, issues, notices }: SheetReading,
): Promise<string> {
  await tx.sheetImport.deleteMany({ where: { inventoryId, createdById: viewer.userId } });
  const kept = { rows: lines, issues: { issues, notices } } satisfies { rows: SheetLine[]; issues: SheetFindings };
  const { id } = await tx.sheetImport.create({ data: { inventoryId, fileName, createdById: viewer.userId, ...kept } });
  return id;
}

type SheetFindings = { issues: InventorySheetIssue[]; notices: InventorySheetIssue[] };
type ImportRow = Pick<P.SheetImportGetPayload<object>, "rows" | "issues">;

/** The reading that was kept. */
export function storedReading({ rows, issues }: ImportRow): SheetReading {
  return { lines: rows as SheetLine[], ...(issues as SheetFindings) };
}

/** Takes the lines of a reading over, all or none. Throws NotFound, or InvalidInput while it has issues. */
export async function applyReading(
  tx: Transaction,
  services: StoreServices,
  inventory: StoredInventory,
  importId: string,
  mode: "add" | "replace",
): Promise<void> {
  const kept = await importOf(tx, inventory, importId);
  const { lines, issues } = storedReading(kept);
  if (issues.length > 0) throw new InvalidInput([{ path: "importId", code: "sheet_has_issues" }]);
  const schema = lineInput(inventory.scope);
  const parsed = lines.map((line) => parse(schema, line));
  const removed =
    mode === "replace" ? await tx.inventoryLine.deleteMany({ where: { inventoryId: inventory.id } }) : { count: 0 };
  await appendLines(tx, inventory.id, parsed);
  await tx.sheetImport.delete({ where: { id: kept.id } });
  await refreshInventory(tx, inventory.id);
  const after = { fileName: kept.fileName, mode, added: parsed.length, removed: removed.count };
  await follow(tx, services, inventory, { action: "footprint.apply_sheet", after });
}

/** Forgets a reading. */
export async function discardReading(
  tx: Transaction,
  _services: StoreServices,
  inventory: StoredInventory,
  importId: string,
): Promise<void> {
  const { id } = await importOf(tx, inventory, importId);
  await tx.sheetImport.delete({ where: { id } });
}

async function importOf(tx: Transaction, { id: inventoryId }: StoredInventory, id: string) {
  return found(await tx.sheetImport.findFirst({ where: { id, inventoryId } }), "SheetImport");
}
