/** Reads a number as people write it in the given language, and answers it as an exact decimal text.
 *  Spaces, apostrophes and the language's grouping mark may group digits; comma and point may both mark decimals
 *  when that is unambiguous. What is no number is answered as typed, for the API to refuse. */
export function canonicalNumber(typed: string, locale: string): string {
  const text = typed.replace(/[\s\u00a0\u202f'’]/g, "");
  if (!/^[-+−]?[\d.,]+$/.test(text)) return typed.trim();
  const sign = /^[-−]/.test(text) ? "-" : "";
  const digits = text.replace(/^[-+−]/, "");
  const decimalMark = markOf(digits, locale);
  const plain = Array.from(digits)
    .filter((char) => /\d/.test(char) || char === decimalMark)
    .join("");
  return (
    sign +
    plain
      .replace(decimalMark || "none", ".")
      .replace(/^\./, "0.")
      .replace(/\.$/, "")
  );
}

/** Which mark in these digits is the decimal one, or "" when all of them group. */
function markOf(digits: string, locale: string): string {
  const marks = Array.from(digits).filter((char) => char === "." || char === ",");
  const last = marks.at(-1);
  if (!last) return "";
  if (new Set(marks).size === 2) return last;
  if (marks.length > 1) return "";
  const grouped = /^\d{1,3}[.,]\d{3}$/.test(digits);
  return grouped && last !== localMark(locale) ? "" : last;
}

function localMark(locale: string): string {
  const part = new Intl.NumberFormat(locale).formatToParts(1.5).find(({ type }) => type === "decimal");
  return part?.value ?? ".";
}
