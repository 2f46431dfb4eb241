import { z } from "zod";
import { ActivityType, Area, IctRole, Stage } from "#prisma/generated/client/enums.ts";
import { conceptsInput, fundingInput, scaleInput, sourcesInput } from "#graphql/vocabulary/figure.input.ts";
import { language, line, optionalText, partialDate, version } from "#graphql/kernel/fields.ts";

export { licences, toolKinds } from "./tool/rules.ts";

/** Codes of the bands; their labels are in locales/{locale}/codes.json under `band`. */
const costBands = ["under_10k", "10k_100k", "100k_1m", "over_1m", "unknown"] as const;
const staffBands = ["under_1", "1_3", "3_10", "over_10", "unknown"] as const;
const timeBands = ["under_6m", "6_12m", "1_3y", "over_3y", "unknown"] as const;

export const createPracticeInput = z.object({ title: line(200), language });

const texts = {
  summary: optionalText(1000),
  problem: optionalText(4000),
  solution: optionalText(8000),
  wentWrong: optionalText(4000),
  conditions: optionalText(4000),
};

/** What a city may change of its practice; a step's page sends its part. Fields left out stay as they are; null clears. */
export const updatePracticeInput = z.object({
  version,
  language: language.optional(),
  title: line(200).optional(),
  ...texts,
  costBand: z.enum(costBands).optional(),
  staffBand: z.enum(staffBands).optional(),
  timeBand: z.enum(timeBands).optional(),
  mayChange: optionalText(4000),
  mustNotChange: optionalText(4000),
  area: z.enum(Area).nullish(),
  activityType: z.enum(ActivityType).nullish(),
  role: z.enum(IctRole).nullish(),
  stage: z.enum(Stage).nullish(),
  started: partialDate.nullish(),
  ended: partialDate.nullish(),
  partners: z.array(line(200)).max(50).optional(),
  contactId: optionalText(200),
  sources: sourcesInput.optional(),
  funding: fundingInput.optional(),
  scale: scaleInput.optional(),
  concepts: conceptsInput.optional(),
});

export const practiceTranslationInput = z.object({ language, title: line(200), ...texts });

export const placesInput = z.object({ cityIds: z.array(z.string()).min(1).max(100) });
