import { z } from "zod";
import {
  isUsableDay,
  language,
  line,
  lines,
  optionalDay,
  optionalText,
  partialDate,
  precision,
  url,
  version,
} from "#graphql/kernel/fields.ts";
import { fault } from "#graphql/kernel/parse.ts";

const regions = new Intl.DisplayNames("en", { type: "region", fallback: "none" });

const country = z
  .string()
  .refine((code) => /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined, { params: { code: "unknown_code" } });

/** A day that must be given: blank reads as missing, not as a day that does not exist. */
const requiredDay = z
  .string()
  .min(1, { abort: true })
  .refine(isUsableDay, { params: { code: "invalid_date" } });

const charterCode = z.string().min(1).max(20);

/** A place that is new to the network. `namesake` says that another city of the same name and country is meant to be there. */
export const newCityInput = z
  .object({
    name: line(120),
    country,
    type: z.enum(["commune", "metropolis", "agency_led", "region_group"]),
    language,
    namesake: z.boolean().nullish(),
    population: z.number().int().min(1).max(50_000_000).nullish(),
    populationYear: z.number().int().min(1990).max(2100).nullish(),
    populationSource: optionalText(300),
    latitude: z.number().min(-90).max(90).nullish(),
    longitude: z.number().min(-180).max(180).nullish(),
  })
  .superRefine((input, ctx) => {
    if (input.population && !input.populationYear) ctx.addIssue(fault("required", undefined, ["populationYear"]));
    const [latitude, longitude] = [input.latitude != null, input.longitude != null];
    if (latitude !== longitude) ctx.addIssue(fault("required", undefined, [latitude ? "longitude" : "latitude"]));
  });

/** Who joins: an existing city, named apart from this input, or a new one. */
export const admitCityInput = z.object({
  city: newCityInput.nullish(),
  charterVersionCode: charterCode,
  interestedOn: optionalDay,
});

/** Everything that the secretariat records of an accession. Fields left out stay as they are; null clears. */
export const updateAccessionInput = z
  .object({
    version,
    charterVersionCode: charterCode.optional(),
    interestedOn: optionalDay,
    councilDecided: partialDate.nullish(),
    applicationReceivedOn: optionalDay,
    signed: partialDate.nullish(),
    signedNotLaterThan: optionalDay,
    signatoryName: optionalText(120),
    signatoryRole: optionalText(120),
    documentsCompleteOn: optionalDay,
    listedOn: optionalDay,
    renewedOn: optionalDay,
    groupName: optionalText(200),
    groupSize: z.number().int().min(2).max(2000).nullish(),
    groupMembers: z.array(line(120)).max(300).nullish(),
    note: optionalText(2000),
  })
  .superRefine(({ groupSize, groupMembers }, ctx) => {
    const named = groupMembers?.length ?? 0;
    if (groupSize && groupSize < named) ctx.addIssue(fault("too_small", { min: named }, ["groupSize"]));
  });

/** What the city itself reports: the day on which its council decided to join. */
export const councilDecisionInput = z.object({ version, councilDecided: partialDate });

export const ceremonyInput = z.object({
  on: partialDate,
  kind: z.enum(["local", "european", "renewal"]),
  place: optionalText(200),
  note: optionalText(500),
});

export const documentInput = z.object({
  kind: z.enum(["signed_charter", "council_decision", "application_form", "photo", "statement", "press"]),
  title: line(200),
  url,
  receivedOn: optionalDay,
});

export const extensionInput = z.object({
  commitment: z.enum(["cooperation", "local_partnership", "pilots", "footprint"]),
  newDate: requiredDay,
  reason: lines(1000),
  decidedOn: requiredDay,
});

/** The end of a membership: a reason is needed once the city has signed. */
export const endingInput = z.object({ on: requiredDay, reason: optionalText(1000) });

/** Why an end is taken back. */
export const reinstatementInput = z.object({ reason: lines(1000) });

export type PartialInput = { date?: string | null; precision: z.output<typeof precision> };
