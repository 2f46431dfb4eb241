/** The decimal that a spreadsheet shows for the number it stores, as plain digits; null when it is no finite number.
 *  A file stores binary doubles, often with 17 digits (1.1 as 1.1000000000000001), of which spreadsheet programs keep 15.
 *  Every decimal of up to 15 significant digits comes back exactly from 15 digits of its double, and the dust of sums
 *  (0.30000000000000004) goes. */
export function storedDecimal(raw: string): string | null {
  const value = raw.trim() === "" ? Number.NaN : Number(raw);
  return Number.isFinite(value) ? plain(value.toPrecision(15)) : null;
}

/** Digits without exponent and without zeros at the end. */
function plain(text: string): string {
  const [, sign = "", whole = "", fraction = "", exponent = "0"] =
    /^(-?)(\d+)(?:\.(\d+))?(?:e([+-]\d+))?$/.exec(text) ?? [];
  const shift = Number(exponent);
  const digits = whole + fraction;
  const point = whole.length + shift;
  const padded = point <= 0 ? "0".repeat(1 - point) + digits : digits.padEnd(point, "0");
  const at = Math.max(point, 1);
  const integer = padded.slice(0, at).replace(/^0+(?=\d)/, "");
  const rest = padded.slice(at).replace(/0+$/, "");
  const result = rest === "" ? integer : `${integer}.${rest}`;
  return result === "0" ? "0" : sign + result;
}
