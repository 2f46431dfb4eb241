import { type ReadFault, type Sheet, type SheetIssue, sheetLimits, Unreadable } from "./cell.ts";
import { readCsv } from "./csv.ts";
import { readXlsx } from "./xlsx.ts";

export type ReadResult = ({ ok: true } & Sheet) | { ok: false; issue: SheetIssue<ReadFault> };

/** Reads a csv or xlsx file, told apart by what is in it and not by its name. Never throws for what a file holds.
 *  `locale` is the reader's: it says in which code page an older csv may be written. `prefer` names the sheets to look for. */
export async function readSheet(
  bytes: Uint8Array,
  { locale, prefer = [] }: { locale: string; prefer?: readonly string[] },
): Promise<ReadResult> {
  try {
    const sheet = await read(bytes, locale, prefer);
    if (sheet.rows.length === 0) throw new Unreadable("sheet_empty");
    return { ok: true, ...sheet };
  } catch (error) {
    const { issue } = error instanceof Unreadable ? error : new Unreadable("sheet_unreadable");
    return { ok: false, issue };
  }
}

async function read(bytes: Uint8Array, locale: string, prefer: readonly string[]): Promise<Sheet> {
  if (bytes.length > sheetLimits.megabytes * 1024 * 1024) {
    throw new Unreadable("sheet_too_large", { megabytes: sheetLimits.megabytes });
  }
  if (starts(bytes, [0x50, 0x4b, 0x03, 0x04])) return readXlsx(bytes, prefer);
  if (starts(bytes, [0xd0, 0xcf, 0x11, 0xe0])) throw new Unreadable(compound(bytes));
  if (foreign.some((mark) => starts(bytes, mark))) throw new Unreadable("sheet_wrong_type");
  return readCsv(bytes, locale);
}

/** The beginnings of PDF, PNG, JPEG, GIF, RTF, gzip, 7-Zip and RAR files. */
const foreign = [
  [0x25, 0x50, 0x44, 0x46],
  [0x89, 0x50, 0x4e, 0x47],
  [0xff, 0xd8, 0xff],
  [0x47, 0x49, 0x46, 0x38],
  [0x7b, 0x5c, 0x72, 0x74, 0x66],
  [0x1f, 0x8b],
  [0x37, 0x7a, 0xbc, 0xaf],
  [0x52, 0x61, 0x72, 0x21],
];

function starts(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** Excel keeps xlsx files with a password, and its older format, in the same kind of container. */
function compound(bytes: Uint8Array): ReadFault {
  const name = Buffer.from("EncryptedPackage", "utf16le");
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(name)
    ? "sheet_password"
    : "sheet_old_format";
}
