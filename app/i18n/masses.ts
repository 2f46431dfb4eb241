/** How masses are written: pure, so that a page's island may use it too. */

/** The gas that every mass here stands for. */
const gas = "CO₂e";

const regional: Record<string, string> = { en: "en-GB" };

export type Mass = ReturnType<typeof masses>;

/** Masses in one language, from kg as exact decimal text: nothing is calculated, the decimal mark moves. */
export function masses(language: string) {
  const locale = regional[language] ?? language;
  const text = (value: string, options: Intl.NumberFormatOptions) =>
    new Intl.NumberFormat(locale, options).format(value as Intl.StringNumericLiteral).replace("-", "−");

  /** Three significant digits, from a hundred on one decimal, from ten thousand on none. */
  function short(value: string, options: Intl.NumberFormatOptions = {}): string {
    const digits = wholeDigits(value);
    if (digits <= 2) return text(value, { maximumSignificantDigits: 3, minimumSignificantDigits: 1, ...options });
    const decimals = digits > 4 ? 0 : 1;
    return text(value, { maximumFractionDigits: decimals, minimumFractionDigits: decimals, ...options });
  }

  const named = (kg: string, options?: Intl.NumberFormatOptions) =>
    wholeDigits(kg) >= 4 ? `${short(tonnesOf(kg), options)} t ${gas}` : `${short(kg, options)} kg ${gas}`;

  return {
    gas,
    /** A total: "187.9 t CO₂e", below one tonne in kg. */
    total: (kg: string) => named(kg),
    /** A difference with its sign: "−12.4 t CO₂e". */
    change: (kg: string) => named(kg, { signDisplay: "exceptZero" }),
    /** A line: "1,234.6 kg CO₂e". */
    line: (kg: string) => `${short(kg)} kg ${gas}`,
    /** To the gram and without unit, for tables: "187,912.345". */
    exact: (kg: string) => text(kg, { minimumFractionDigits: 3, maximumFractionDigits: 3 }),
    /** To the gram with its sign. */
    exactChange: (kg: string) =>
      text(kg, { minimumFractionDigits: 3, maximumFractionDigits: 3, signDisplay: "exceptZero" }),
    /** Tonnes of a drawing's axis, without unit. */
    axis: (tonnes: number) =>
      new Intl.NumberFormat(locale, { maximumFractionDigits: 4 }).format(Number(tonnes.toPrecision(3))),
    /** A change in percent with its sign: "−38.2 %"; a whole number given without decimals stays one. */
    percent: (value: string) =>
      text(value, { style: "unit", unit: "percent", ...tenths(value), signDisplay: "exceptZero" }),
    /** A share in percent without sign, for sentences that say "less" or "more". */
    size: (value: string) =>
      text(value.replace(/^-/, ""), { style: "unit", unit: "percent", maximumFractionDigits: 1 }),
  };
}

/** Kilograms as tonnes: the decimal mark three places to the left. */
export function tonnesOf(kg: string): string {
  const [, sign = "", whole = "0", rest = ""] = /^(-?)(\d+)\.?(\d*)$/.exec(kg) ?? [];
  const padded = whole.padStart(4, "0");
  return `${sign}${padded.slice(0, -3)}.${padded.slice(-3)}${rest}`;
}

/** Digits before the decimal mark; 0 below one. */
function wholeDigits(value: string): number {
  return (
    value
      .replace(/^-/, "")
      .replace(/^0+(?=\d)/, "")
      .split(".")[0]
      ?.replace(/^0$/, "").length ?? 0
  );
}

function tenths(value: string) {
  const decimals = value.includes(".") ? 1 : 0;
  return { minimumFractionDigits: decimals, maximumFractionDigits: decimals };
}
