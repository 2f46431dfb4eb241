/** Numbers as people write them in cells. A sheet is written in one hand: its unambiguous numbers settle how to read the rest. */

export type Mark = "." | ",";

export type WrittenNumber = {
  /** Which decimal mark this number proves, or null when it would read the same with either. */
  proves: Mark | null;
  /** Like 1,234: a thousand and more, or one and a bit. */
  ambiguous: boolean;
  /** The canonical decimal text. */
  read: (mark: Mark) => string;
};

const groupSpace = "[ \\u00a0\\u2007\\u2009\\u202f'’]";
const spaced = new RegExp(`^\\d{1,3}(?:(${groupSpace})\\d{3})(?:\\1\\d{3})*(?:([.,])\\d+)?$`);
const ungrouped = /^\d*(?:([.,])\d+)?$/;
const onePlace = /^[1-9]\d{0,2}[.,]\d{3}$/;
const grouped = /^[1-9]\d{0,2}(?:([.,])\d{3})(?:\1\d{3})*(?:([.,])\d+)?$/;

/** Reads a text as a number, or answers null when it is none. */
export function writtenNumber(typed: string): WrittenNumber | null {
  if (typed.length > 40) return null;
  const [, sign = "", digits = ""] = /^([-+−–]?)\s*(.*)$/su.exec(typed.trim()) ?? [];
  const found = marked(digits);
  if (!found || !/\d/.test(digits)) return null;
  const negative = sign === "" || sign === "+" ? "" : "-";
  const plain = digits.replaceAll(/[^\d.,]/g, "");
  return { ...found, read: (mark) => canonical(negative, plain, found.ambiguous ? mark : (found.proves ?? mark)) };
}

function marked(digits: string): Omit<WrittenNumber, "read"> | null {
  if (onePlace.test(digits)) return { proves: null, ambiguous: true };
  const simple = ungrouped.exec(digits) ?? null;
  if (simple) return { proves: asMark(simple[1]), ambiguous: false };
  const bySpaces = spaced.exec(digits);
  if (bySpaces) return { proves: asMark(bySpaces[2]), ambiguous: false };
  const [whole, group, decimal] = grouped.exec(digits) ?? [];
  if (!whole || group === decimal) return null;
  return { proves: group === "," ? "." : ",", ambiguous: false };
}

function asMark(text: string | undefined): Mark | null {
  return text === "." || text === "," ? text : null;
}

function canonical(sign: string, digits: string, mark: Mark): string {
  const [whole = "", fraction = ""] = digits.replaceAll(mark === "." ? "," : ".", "").split(mark);
  const integer = whole.replace(/^0+(?=\d)/, "") || "0";
  const rest = fraction.replace(/0+$/, "");
  const result = rest === "" ? integer : `${integer}.${rest}`;
  return result === "0" ? "0" : sign + result;
}

/** A cell's number apart from the unit that follows it; the unit is "" when there is none. */
export function splitUnit(typed: string): { number: string; unit: string } {
  const text = typed.trim();
  const found = text.length > 60 ? null : /^([-+−–]?[\d.,'’\s]*\d)\s*([\p{L}%€$£].*)$/su.exec(text);
  return found ? { number: found[1] ?? "", unit: (found[2] ?? "").trim() } : { number: text, unit: "" };
}

/** How many decimals a canonical number has. */
export function decimalsOf(canonicalText: string): number {
  return canonicalText.split(".")[1]?.length ?? 0;
}
