import { promisify } from "node:util";
import { inflateRaw } from "node:zlib";
import { sheetLimits, Unreadable } from "./cell.ts";

const inflate = promisify(inflateRaw);

type Entry = { method: number; packed: number; unpacked: number; offset: number };

/** The files in a zip archive, by lower-case name. Nothing is unpacked before its declared size was looked at, and unpacking
 *  stops at the limit whatever was declared: our own reading of the directory because the libraries trust it. */
export class Archive {
  readonly #view: DataView;
  readonly #bytes: Uint8Array;
  readonly #entries: ReadonlyMap<string, Entry>;
  #left: number = sheetLimits.unpackedMegabytes * 1024 * 1024;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
    this.#view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
    this.#entries = directory(this.#view, bytes);
  }

  has(name: string): boolean {
    return this.#entries.has(name.toLowerCase());
  }

  /** A file's text, or "" when the archive has none of this name. */
  async text(name: string): Promise<string> {
    const entry = this.#entries.get(name.toLowerCase());
    if (!entry) return "";
    if (entry.unpacked > this.#left) throw tooLarge();
    const start =
      entry.offset + 30 + this.#view.getUint16(entry.offset + 26, true) + this.#view.getUint16(entry.offset + 28, true);
    const unpacked = await this.#unpack(entry.method, this.#bytes.subarray(start, start + entry.packed));
    this.#left -= unpacked.length;
    if (this.#left < 0) throw tooLarge();
    const utf16 = (unpacked[0] === 0xff && unpacked[1] === 0xfe) || (unpacked[0] === 0xfe && unpacked[1] === 0xff);
    const big = unpacked[0] === 0xfe;
    return new TextDecoder(utf16 ? (big ? "utf-16be" : "utf-16le") : "utf-8").decode(unpacked);
  }

  async #unpack(method: number, packed: Uint8Array): Promise<Uint8Array> {
    if (method === 0) return packed;
    if (method !== 8) throw new Unreadable("sheet_unreadable");
    try {
      return await inflate(packed, { maxOutputLength: Math.max(this.#left, 1) });
    } catch (error) {
      const beyond = error instanceof Error && "code" in error && error.code === "ERR_BUFFER_TOO_LARGE";
      throw beyond ? tooLarge() : new Unreadable("sheet_unreadable");
    }
  }
}

function tooLarge() {
  return new Unreadable("sheet_unpacks_too_large", { megabytes: sheetLimits.unpackedMegabytes });
}

/** The central directory at the archive's end. An encrypted file reads as a password. */
function directory(view: DataView, bytes: Uint8Array): Map<string, Entry> {
  const end = endRecord(view);
  const count = view.getUint16(end + 10, true);
  const entries = new Map<string, Entry>();
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index += 1) {
    if (view.getUint32(at, true) !== 0x02014b50) throw new Unreadable("sheet_unreadable");
    if (view.getUint16(at + 8, true) & 1) throw new Unreadable("sheet_password");
    const [nameLength, extraLength, noteLength] = [28, 30, 32].map((offset) => view.getUint16(at + offset, true)) as [
      number,
      number,
      number,
    ];
    const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameLength));
    const extra = { from: at + 46 + nameLength, to: at + 46 + nameLength + extraLength };
    entries.set(name.replaceAll("\\", "/").toLowerCase(), {
      method: view.getUint16(at + 10, true),
      ...sizes(view, at, extra),
    });
    at = extra.to + noteLength;
  }
  return entries;
}

function endRecord(view: DataView): number {
  for (let at = view.byteLength - 22; at >= Math.max(0, view.byteLength - 65_557); at -= 1) {
    if (view.getUint32(at, true) === 0x06054b50) return at;
  }
  throw new Unreadable("sheet_unreadable");
}

/** Sizes and place of a file; those that are all ones stand in the zip64 field, in this order. */
function sizes(view: DataView, at: number, { from, to }: { from: number; to: number }) {
  let long = from;
  while (long + 4 <= to && view.getUint16(long, true) !== 1) long += 4 + view.getUint16(long + 2, true);
  let next = long + 4;
  const read = (offset: number) => {
    const short = view.getUint32(at + offset, true);
    if (short !== 0xffffffff || next + 8 > to) return short;
    next += 8;
    return Number(view.getBigUint64(next - 8, true));
  };
  return { unpacked: read(24), packed: read(20), offset: read(42) };
}
