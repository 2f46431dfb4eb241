import { z } from "zod";
import { ActivityType, Area, IctRole, Stage } from "#prisma/generated/client/enums.ts";
import { conceptsInput, fundingInput, scaleInput, sourcesInput } from "#graphql/vocabulary/figure.input.ts";
import { day, language, line, lines, optionalDay, optionalText, partialDate, version } from "#graphql/kernel/fields.ts";
import { fault } from "#graphql/kernel/parse.ts";

const slot = z.number().int().min(1).max(5);

export const createPilotInput = z.object({ slot, title: line(200), language });

/** What a city may change of its pilot; a step's page sends its part. Fields left out stay as they are; null clears. */
export const updatePilotInput = z.object({
  version,
  language: language.optional(),
  title: line(200).optional(),
  purpose: optionalText(1000),
  description: optionalText(8000),
  activityType: z.enum(ActivityType).nullish(),
  area: z.enum(Area).nullish(),
  role: z.enum(IctRole).nullish(),
  stage: z.enum(Stage).optional(),
  started: partialDate.nullish(),
  ended: partialDate.nullish(),
  partners: z.array(line(200)).max(50).optional(),
  replicationConditions: optionalText(4000),
  replicationCost: optionalText(4000),
  replicationSkills: optionalText(4000),
  licence: optionalText(300),
  impactCommunicated: optionalText(4000),
  contactId: optionalText(200),
  sources: sourcesInput.optional(),
});

export const pilotScaleInput = z.object({ list: scaleInput });
export const pilotFundingInput = z.object({ list: fundingInput });
export const pilotConceptsInput = z.object({ slugs: conceptsInput });

/** A log entry; `today` is yyyy-mm-dd. The text is also the note that a step back of the stage needs. */
export function logEntryInput(today: string) {
  return z
    .object({
      enteredOn: day,
      stage: z.enum(Stage),
      language,
      text: lines(4000),
      nextMilestone: optionalText(300),
      nextMilestoneOn: optionalDay,
    })
    .superRefine(({ enteredOn, nextMilestoneOn }, ctx) => {
      if (enteredOn > today) ctx.addIssue(fault("date_in_future", undefined, ["enteredOn"]));
      if (nextMilestoneOn && nextMilestoneOn < enteredOn)
        ctx.addIssue(fault("date_order", undefined, ["nextMilestoneOn"]));
    });
}

export const translationInput = z.object({
  language,
  title: line(200),
  purpose: optionalText(1000),
  description: optionalText(8000),
});

export const slotInput = z.object({ slot });
export const earlyStartInput = z.object({ accepted: z.boolean() });
