import { z } from "zod";
import { languages } from "./languages.ts";
import { isValidIsoDate } from "./dates.ts";
import { fault } from "./parse.ts";

/** Pieces that the rooms' input.ts files are made of. Blank text means "nothing given". */

const blankToNull = (value: unknown) => (typeof value === "string" && value.trim() === "" ? null : value);

/** Text of one line, required. */
export function line(max = 200) {
  return z
    .string()
    .transform((text) => text.replaceAll(/[\s\p{Cc}]+/gu, " ").trim())
    .pipe(z.string().min(1).max(max));
}

/** Text of any number of lines, required. */
export function lines(max: number) {
  return z.string().trim().min(1).max(max);
}

/** Text that may be left out; null clears it. */
export function optionalText(max: number) {
  return z.preprocess(blankToNull, z.string().trim().max(max).nullish());
}

export const language = z.string().refine((code) => languages.includes(code), { params: { code: "unknown_language" } });

/** A day that exists, in a year that this network can mean: 24 for 2024 is a slip. */
export function isUsableDay(text: string): boolean {
  return isValidIsoDate(text) && text >= "1900-01-01" && text <= "2199-12-31";
}

/** A day that exists, yyyy-mm-dd. */
export const day = z.string().refine(isUsableDay, { params: { code: "invalid_date" } });

export const optionalDay = z.preprocess(blankToNull, day.nullish());

export const precision = z.enum(["day", "month", "year", "unknown"]);

/** A date with what is known of it: `date` is the first day of the known period. */
export const partialDate = z.object({ date: optionalDay, precision }).superRefine(({ date, precision }, ctx) => {
  if (precision !== "unknown" && !date) ctx.addIssue(fault("required", undefined, ["date"]));
});

/** An exact decimal: digits, one point, no grouping. The portal turns local formats into this before it asks. */
export const decimal = z
  .string()
  .trim()
  .regex(/^-?\d{1,15}(\.\d{1,4})?$/, { error: "number" })
  .refine((value) => value.length <= 21, { params: { code: "too_long", params: { max: 21 } } });

export const url = z.preprocess(
  blankToNull,
  z
    .url({ protocol: /^https?$/ })
    .max(500)
    .nullish(),
);
export const email = z.email().max(200);
export const version = z.number().int().min(1);

/** The input of a change that says all by being asked for. */
export const nothing = z.object({});
