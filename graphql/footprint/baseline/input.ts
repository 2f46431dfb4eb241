import { z } from "zod";
import { Perimeter, RecalculationReason, Tenure } from "#prisma/generated/client/enums.ts";
import { decimal, language, lines, optionalText } from "#graphql/kernel/fields.ts";

const inventories = z.array(z.string()).min(1).max(10);

export const chooseBaselineInput = z.object({ inventories, explanation: optionalText(2000), language });

/** Kilograms to the gram. */
const adjustment = z.preprocess(
  (value) => (typeof value === "string" && value.trim() === "" ? null : value),
  decimal.refine((text) => !/\.\d{4}/.test(text), { params: { code: "too_precise", params: { max: 3 } } }).nullish(),
);

export const recalculationInput = z.object({
  inventories,
  factorSet: z.string().max(100).nullish(),
  reason: z.enum(RecalculationReason),
  explanation: lines(2000),
  language,
  adjustmentKg: adjustment,
  perimeters: z.array(z.enum(Perimeter)).nullish(),
  tenures: z.array(z.enum(Tenure)).nullish(),
});
