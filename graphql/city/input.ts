import { z } from "zod";
import { email, language, line, optionalText, url, version } from "#graphql/kernel/fields.ts";
import { fault } from "#graphql/kernel/parse.ts";

/** What an officer may change of the city's page. Fields left out stay as they are; null clears. */
export const updateCityInput = z
  .object({
    version,
    summary: optionalText(2000),
    summaryLanguage: language.nullish(),
    website: url,
    department: optionalText(200),
    population: z.number().int().min(1).max(50_000_000).nullish(),
    populationYear: z.number().int().min(1990).max(2100).nullish(),
    populationSource: optionalText(300),
  })
  .superRefine((input, ctx) => {
    if (input.summary && !input.summaryLanguage) ctx.addIssue(fault("required", undefined, ["summaryLanguage"]));
    if (input.population && !input.populationYear) ctx.addIssue(fault("required", undefined, ["populationYear"]));
  });

export const contactInput = z
  .object({
    version: version.nullish(),
    name: line(120),
    role: optionalText(120),
    email: z.preprocess((value) => (value === "" ? null : value), email.nullish()),
    phone: optionalText(40),
    shown: z.boolean(),
  })
  .superRefine((input, ctx) => {
    if (!input.email && !input.phone) ctx.addIssue(fault("email_or_phone", undefined, ["email"]));
  });

export const memberInput = z.object({ name: line(120), email, role: z.enum(["editor", "approver"]) });
