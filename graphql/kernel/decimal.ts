import { Decimal as Library } from "decimal.js";

/** Exact decimals for published figures: 40 significant digits, halves rounded away from zero. Never mix with floats. */
export const Decimal = Library.clone({ precision: 40, rounding: Library.ROUND_HALF_UP });
export type Decimal = Library;

export const zero = new Decimal(0);

/** Kilograms to the gram: the one place where footprint figures are rounded. */
export function toGram(kilograms: Decimal): Decimal {
  return kilograms.toDecimalPlaces(3);
}

/** The exact sum, the same in any order. */
export function sum(values: readonly Decimal[]): Decimal {
  return values.reduce((total, value) => total.plus(value), zero);
}

/** The mean; zero for none. */
export function mean(values: readonly Decimal[]): Decimal {
  return values.length === 0 ? zero : sum(values).dividedBy(values.length);
}

/** As plain digits without exponent, for the database and the API. */
export function digits(value: Decimal): string {
  return value.toFixed();
}

/** A figure of the database as the rules calculate with it. */
export function exact(value: { toFixed(): string }): Decimal {
  return new Decimal(value.toFixed());
}
