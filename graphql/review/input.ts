import { z } from "zod";
import { RefusalRule } from "#prisma/generated/client/enums.ts";
import { optionalText } from "#graphql/kernel/fields.ts";

/** What is said with a step of a review. */
export const stepInput = z.object({
  comment: optionalText(4000),
  rule: z.enum(RefusalRule).nullish(),
  exception: optionalText(2000),
});
