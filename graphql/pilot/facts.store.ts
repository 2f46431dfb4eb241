import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { type CommitmentDeadline, clockInclude, clockOf, governing, stepsOf } from "../charter/store.ts";
import { isSigned } from "../charter/rules.ts";
import { type PartialDate, toIsoDate, toPartialDate } from "#graphql/kernel/dates.ts";
import { health, missing, type PilotFacts } from "./rules.ts";
import { type Counting, counts } from "#graphql/charter/counting.rules.ts";

/** From rows to what the rules of pilots ask: shared by the pilot's page, its submission, the city's five slots and the report. */

/** What must be loaded of a city to judge its pilots. */
export const clockColumns = { accessions: { include: clockInclude } } satisfies P.CitySelect;
type CityClock = P.CityGetPayload<{ select: typeof clockColumns }>;

/** What must be loaded of a pilot to judge it; cities are not filtered, so never show these rows. */
export const factColumns = {
  cities: { include: { city: { select: clockColumns } } },
  results: { select: { evidence: true, sourceTitle: true, sourceUrl: true } },
  scale: { select: { id: true } },
  entries: {
    select: { enteredOn: true, nextMilestoneOn: true },
    orderBy: [{ enteredOn: "desc" }, { createdAt: "desc" }],
  },
} satisfies P.PilotSelect;
export type PilotWithFacts = P.PilotGetPayload<{ include: typeof factColumns }>;

/** When a city signed the charter text that governs it, as far as known; null when it has signed none. */
export function signedOf({ accessions }: CityClock): PartialDate | null {
  const accession = governing(accessions);
  if (!accession || !isSigned(stepsOf(accession))) return null;
  return toPartialDate(accession.signedOn, accession.signedPrecision, accession.signedNotLaterThan);
}

/** The pilot commitment of the charter text that governs a city with its deadline; null when it has no accession. */
export function pilotsClock({ accessions }: CityClock, today: string): CommitmentDeadline | null {
  const accession = governing(accessions);
  const clock = accession ? clockOf(accession, today) : [];
  return clock.find(({ commitment }) => commitment.kind === "pilots") ?? null;
}

type PilotStart = Pick<P.PilotGetPayload<object>, "state" | "startedOn" | "startedPrecision">;
type Share = { confirmed: boolean; earlyStartAccepted: boolean; city: CityClock };
export type ShareCounting = Counting | { counts: false; why: "not_joined" };

/** Whether the pilot counts for the city of this share; an invited city has to join first. */
export function countingOf(pilot: PilotStart, { confirmed, earlyStartAccepted, city }: Share): ShareCounting {
  if (!confirmed) return { counts: false, why: "not_joined" };
  const startedOn = toPartialDate(pilot.startedOn, pilot.startedPrecision);
  return counts({ state: pilot.state, startedOn, signed: signedOf(city), earlyStartAccepted });
}

/** What the pilot still lacks to count, under the charter text of its lead city. */
export function missingForPilot(pilot: PilotWithFacts, today: string) {
  const lead = pilot.cities.find((share) => share.lead);
  const commitment = lead && pilotsClock(lead.city, today)?.commitment;
  const facts: PilotFacts = {
    ...pilot,
    startedOn: toPartialDate(pilot.startedOn, pilot.startedPrecision),
    scaleFigures: pilot.scale.length,
    entries: pilot.entries.length,
  };
  const { replicable = false, communicateImpact = false } = commitment ?? {};
  return missing(facts, { replicable, communicateImpact });
}

/** The health of the pilot, by the deadline of its lead city. */
export function healthOf(pilot: PilotWithFacts, today: string) {
  const lead = pilot.cities.find((share) => share.lead);
  const deadline = lead && pilotsClock(lead.city, today)?.deadline;
  const milestone = pilot.entries[0]?.nextMilestoneOn ?? null;
  return health({
    entries: pilot.entries.map((entry) => ({ on: toIsoDate(entry.enteredOn) })),
    stage: pilot.stage,
    nextMilestoneOn: milestone && toIsoDate(milestone),
    deadline: deadline?.status === "known" ? deadline.due : null,
    today,
    state: pilot.state,
    counts: lead && countingOf(pilot, lead).counts,
    createdOn: toIsoDate(pilot.createdAt),
  });
}

export type PilotReading = {
  language: string;
  origin: P.PilotTranslationGetPayload<object>["origin"];
  stale: boolean;
  title: string;
  purpose: string | null;
  description: string | null;
  availableLanguages: string[];
};

/** The texts of a pilot for a reader of `locale`: the translation if there is one, else the original. */
export function readingOf(pilot: P.PilotGetPayload<{ include: { translations: true } }>, locale: string): PilotReading {
  const { translations, version } = pilot;
  const translation = pilot.language === locale ? null : translations.find(({ language }) => language === locale);
  const { language, title, purpose, description } = translation ?? pilot;
  return {
    language,
    title,
    purpose,
    description,
    origin: translation?.origin ?? "original",
    stale: (translation?.sourceVersion ?? version) < version,
    availableLanguages: [...new Set([pilot.language, ...translations.map((entry) => entry.language)])],
  };
}
