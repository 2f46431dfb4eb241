import { z } from "zod";
import { PathForm } from "#prisma/generated/client/enums.ts";
import { decimal, version } from "#graphql/kernel/fields.ts";

/** A share in percent, with two decimals at most. */
const threshold = decimal
  .refine((text) => !/\.\d{3}/.test(text), { params: { code: "too_precise", params: { max: 2 } } })
  .refine((text) => Number(text) >= 0, { params: { code: "too_small", params: { min: 0 } } })
  .refine((text) => Number(text) <= 100, { params: { code: "too_big", params: { max: 100 } } });

export const footprintPlanInput = z.object({
  version,
  thresholdPercent: threshold.optional(),
  path: z.enum(PathForm).optional(),
});
