import { Unreadable } from "./cell.ts";

/** Called with names without their namespace prefix. A self-closing element opens and closes. */
export type XmlHandler = {
  open: (name: string, attributes: string) => void;
  close: (name: string) => void;
  text: (text: string) => void;
};

/** A tag, a comment, a CDATA section or a processing instruction. No DOCTYPE: nothing may define entities. */
const markup =
  /<(?:!--[\s\S]*?-->|!\[CDATA\[([\s\S]*?)\]\]>|\?[\s\S]*?\?>|(\/?)([^\s/>!?][^\s/>]*)((?:[^"'<>]|"[^"]*"|'[^']*')*)>)/y;

/** No spreadsheet nests deeper, and no cell holds more than 32,767 characters, each written with ten at most. */
const limits = { depth: 50, text: 330_000 } as const;

/** Reads the XML of a spreadsheet's part from beginning to end, in one pass; throws Unreadable where it is none. */
export function scanXml(xml: string, { open, close, text }: XmlHandler): void {
  const opened: string[] = [];
  let at = xml.indexOf("<");
  while (at !== -1) {
    markup.lastIndex = at;
    const match = markup.exec(xml);
    if (!match) throw new Unreadable("sheet_unreadable");
    const [, cdata, ending, qualified, attributes = ""] = match;
    if (cdata !== undefined) text(cdata);
    if (qualified !== undefined) {
      const name = qualified.slice(qualified.indexOf(":") + 1);
      if (!ending) {
        if (opened.push(name) > limits.depth) throw new Unreadable("sheet_unreadable");
        open(name, attributes);
      }
      if (ending || attributes.endsWith("/")) {
        if (opened.pop() !== name) throw new Unreadable("sheet_unreadable");
        close(name);
      }
    }
    const from = markup.lastIndex;
    at = xml.indexOf("<", from);
    const between = xml.slice(from, Math.min(at === -1 ? xml.length : at, from + limits.text));
    if (between !== "") text(unescapeXml(between));
  }
  if (opened.length > 0) throw new Unreadable("sheet_unreadable");
}

const patterns = new Map<string, RegExp>();

/** An attribute's value by its name without prefix; undefined when it is not there. */
export function attribute(attributes: string, name: string): string | undefined {
  const pattern = patterns.get(name) ?? new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
  patterns.set(name, pattern);
  const found = pattern.exec(attributes);
  return found ? unescapeXml(found[1] ?? found[2] ?? "") : undefined;
}

const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', apos: "'" };

function unescapeXml(text: string): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(lt|gt|amp|quot|apos));/gi, (whole, hex, decimal, name) => {
    if (name) return named[String(name).toLowerCase()] ?? whole;
    const code = hex ? Number.parseInt(hex, 16) : Number(decimal);
    return code <= 0x10ffff ? String.fromCodePoint(code) : "";
  });
}
