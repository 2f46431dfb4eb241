import { z } from "zod";
import { InventoryScope, Perimeter, Tenure } from "#prisma/generated/client/enums.ts";
import { Decimal } from "#graphql/kernel/decimal.ts";
import { decimal, language, lines, optionalText, url, version } from "#graphql/kernel/fields.ts";
import { fault } from "#graphql/kernel/parse.ts";

/** The first year that anyone may count for: the base year of the Kyoto protocol. */
export const FIRST_YEAR = 1990;

/** A country by its two letters (ISO 3166-1 alpha-2). */
export const countryCode = z
  .string()
  .trim()
  .transform((code) => code.toUpperCase())
  .refine((code) => isCountry(code), { params: { code: "unknown_country" } });

const names = new Intl.DisplayNames("en", { type: "region", fallback: "none" });
const noCountries = ["EU", "EZ", "QO", "UN", "XA", "XB", "ZZ"];

/** True for codes of countries as they are now; not for groups, test codes and codes that another one replaced. */
function isCountry(code: string): boolean {
  if (!/^[A-Z]{2}$/.test(code) || noCountries.includes(code) || names.of(code) === undefined) return false;
  return Intl.getCanonicalLocales(`und-${code}`)[0] === `und-${code}`;
}

/** The current year may be begun, as a draft; a later one may not. */
export function startInput(today: string) {
  const thisYear = Number(today.slice(0, 4));
  return z.object({
    year: z
      .number()
      .int()
      .min(FIRST_YEAR)
      .refine((year) => year <= thisYear, { params: { code: "year_in_future" } }),
    scope: z.enum(InventoryScope).nullish(),
    copyFrom: z.string().nullish(),
    language,
  });
}

function distinct<Value>(values: readonly Value[]): Value[] {
  return [...new Set(values)];
}

/** Fields left out stay as they are; null clears. */
export const updateInput = z.object({
  version,
  perimeters: z.array(z.enum(Perimeter)).max(20).transform(distinct).optional(),
  tenures: z.array(z.enum(Tenure)).max(20).transform(distinct).optional(),
  employees: z.number().int().min(1).max(10_000_000).nullish(),
  inhabitants: z.number().int().min(1).max(100_000_000).nullish(),
  note: optionalText(4000),
  language: language.optional(),
  factorSet: z.string().max(100).optional(),
});

const intensity = decimal.superRefine((text, ctx) => {
  if (!/^-?\d+(\.\d+)?$/.test(text)) return;
  const value = new Decimal(text);
  if (value.lessThan(0)) ctx.addIssue(fault("too_small", { min: 0 }));
  else if (value.greaterThan(3000)) ctx.addIssue(fault("too_big", { max: 3000 }));
  else if (value.greaterThan(0) && value.lessThan(1)) ctx.addIssue(fault("grid_unit"));
});

/** A factor of the reference, or one's own in g CO2e/kWh with its source. */
export const gridInput = z
  .object({
    country: countryCode,
    gridFactor: z.string().nullish(),
    value: intensity.nullish(),
    low: intensity.nullish(),
    high: intensity.nullish(),
    sourceTitle: optionalText(300),
    sourceUrl: url,
  })
  .superRefine(({ gridFactor, value, low, high, sourceTitle }, ctx) => {
    if (gridFactor != null) {
      if (value != null) ctx.addIssue(fault("grid_either", undefined, ["value"]));
      return;
    }
    if (value == null) return ctx.addIssue(fault("required", undefined, ["value"]));
    if (!sourceTitle) ctx.addIssue(fault("required", undefined, ["sourceTitle"]));
    if (low != null && new Decimal(low).greaterThan(value)) ctx.addIssue(fault("range_order", undefined, ["low"]));
    if (high != null && new Decimal(high).lessThan(value)) ctx.addIssue(fault("range_order", undefined, ["high"]));
  });

export const correctInput = z.object({ reason: lines(2000) });
export const acceptInput = z.object({ key: z.string().max(200), reason: lines(2000) });
export const keyInput = z.object({ key: z.string().max(200) });
