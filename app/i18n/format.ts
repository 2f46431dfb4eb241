import type { DatePrecision } from "#app/api/generated/graphql.ts";
import { useTranslation } from "#app/i18n/words.ts";

const dateStyles = {
  day: { day: "numeric", month: "long", year: "numeric" },
  month: { month: "long", year: "numeric" },
  year: { year: "numeric" },
} as const satisfies Record<Exclude<DatePrecision, "unknown">, Intl.DateTimeFormatOptions>;

/** European English writes the day before the month. */
const regional: Record<string, string> = { en: "en-GB" };

/** Numbers, dates and names in one locale; the only place that formats them. */
export function formats(language: string) {
  const locale = regional[language] ?? language;
  return {
    /** A day, month or year written yyyy-mm-dd; null when the date is unknown. */
    date(date: string | null | undefined, precision: DatePrecision = "day"): string | null {
      if (!date || precision === "unknown") return null;
      const text = new Intl.DateTimeFormat(locale, { ...dateStyles[precision], timeZone: "UTC" }).format(
        new Date(`${date.slice(0, 10)}T00:00:00Z`),
      );
      return language === "fr" ? text.replace(/^1 /, "1er ") : text;
    },
    /** An instant, to the minute, in UTC. */
    instant(instant: string): string {
      const style = { dateStyle: "medium", timeStyle: "short", timeZone: "UTC" } as const;
      return new Intl.DateTimeFormat(locale, style).format(new Date(instant));
    },
    /** A number or an exact decimal text; digits are kept as they are, up to four decimals. */
    number(value: number | string): string {
      const options = { maximumFractionDigits: 4 } as const;
      return new Intl.NumberFormat(locale, options).format(value as Intl.StringNumericLiteral);
    },
    money(amount: string, currency: string): string {
      const options = {
        style: "currency",
        currency,
        maximumFractionDigits: 2,
        trailingZeroDisplay: "stripIfInteger",
      } as const;
      return new Intl.NumberFormat(locale, options).format(amount as Intl.StringNumericLiteral);
    },
    percent(share: number): string {
      return new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 0 }).format(share);
    },
    country(code: string): string {
      return new Intl.DisplayNames(locale, { type: "region" }).of(code) ?? code;
    },
    language(code: string): string {
      return new Intl.DisplayNames(locale, { type: "language" }).of(code) ?? code;
    },
    /** The name of a language that is not the page's own; null for the page's own. */
    foreign(code: string): string | null {
      return code === language ? null : this.language(code);
    },
    list(items: readonly string[]): string {
      return new Intl.ListFormat(locale, { type: "conjunction" }).format(items);
    },
    /** For toSorted(): names in the order that readers of this language expect. */
    compare: new Intl.Collator(locale, { sensitivity: "base", numeric: true }).compare,
  };
}

export type Formats = ReturnType<typeof formats>;

/** The formats of the page's language. */
export function useFormats(): Formats {
  return formats(useTranslation().i18n.language);
}
