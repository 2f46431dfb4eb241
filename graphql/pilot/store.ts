import type { Aggregate } from "#graphql/kernel/change.ts";
import { dateColumns, isBefore, toPartialDate } from "#graphql/kernel/dates.ts";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import { actsOnBehalf, type Subject } from "#graphql/kernel/authorization.ts";
import { slugify } from "#graphql/kernel/slug.ts";
import type { StoreServices } from "#graphql/kernel/context.ts";
import type { resultInput } from "#graphql/vocabulary/figure.input.ts";
import { resultColumns } from "#graphql/vocabulary/figure.store.ts";
import { type Lists, replaceLists } from "#graphql/vocabulary/list.store.ts";
import { Conflict, InvalidInput } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import type { logEntryInput, translationInput, updatePilotInput } from "./input.ts";
import { pilotSubject, visiblePilots } from "./policy.ts";
import { moveStage } from "./rules.ts";

/** Pilots as mutations change them. */
export const pilots: Aggregate<StoredPilot> = {
  type: "Pilot",
  versions: true,
  find: (db, { viewer }, id) =>
    db.pilot.findFirst({ where: { id, AND: visiblePilots(viewer) }, include: { cities: true } }),
  subject: pilotSubject,
  lock: ({ id }) => ({ table: "Pilot", id }),
};

export type StoredPilot = P.PilotGetPayload<{ include: { cities: true } }>;

/** Writes the history of a change and lets the search index follow. */
export async function follow(
  tx: Transaction,
  { viewer, jobs }: StoreServices,
  pilotId: string,
  change: { action: string; cities: Subject; before?: object; after?: object },
): Promise<void> {
  await record(tx, viewer, { ...change, subject: "Pilot", subjectId: pilotId });
  await jobs.send(tx, "search.index", { kind: "pilot", id: pilotId });
}

/** Saves columns of the pilot as it was read. Throws Conflict when it was saved or moved on since. */
export async function savePilot(
  tx: Transaction,
  { id, state }: StoredPilot,
  version: number,
  data: P.PilotUncheckedUpdateManyInput,
  textsChange = false,
): Promise<void> {
  const { count } = await tx.pilot.updateMany({
    where: { id, version, state },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict((await tx.pilot.findUniqueOrThrow({ where: { id } })).version);
  if (textsChange) return;
  await tx.pilotTranslation.updateMany({
    where: { pilotId: id, sourceVersion: version },
    data: { sourceVersion: version + 1 },
  });
}

/** Makes a draft in a free slot of the city, led by it. Returns its id. */
export async function createPilot(
  tx: Transaction,
  services: StoreServices,
  { id: cityId }: { id: string },
  { slot, title, language }: { slot: number; title: string; language: string },
): Promise<string> {
  await takeSlot(tx, cityId, slot);
  const data = { title, language, slug: await freeSlug(tx, title), cities: { create: { cityId, lead: true, slot } } };
  const after = await tx.pilot.create({ data });
  await follow(tx, services, after.id, { action: "pilot.create", cities: { cityIds: [cityId] }, after });
  return after.id;
}

/** Throws InvalidInput when another pilot holds the slot; until the transaction ends nobody else takes a slot of that city. */
export async function takeSlot(tx: Transaction, cityId: string, slot: number): Promise<void> {
  await tx.$queryRaw`SELECT 1 FROM "City" WHERE "id" = ${cityId}::uuid FOR NO KEY UPDATE`;
  const holder = await tx.pilotCity.findFirst({ where: { cityId, slot } });
  if (holder) throw new InvalidInput([{ path: "slot", code: "slot_taken" }]);
}

async function freeSlug(tx: Transaction, title: string): Promise<string> {
  const base = slugify(title).slice(0, 80).replace(/-+$/, "");
  const taken = await tx.pilot.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const slugs = new Set(taken.map(({ slug }) => slug));
  let free = base;
  for (let serial = 2; slugs.has(free); serial += 1) free = `${base}-${serial}`;
  return free;
}

/** Saves what a step's page sent. Throws Conflict, InvalidInput, or NotFound for a contact of another city. */
export async function updatePilot(
  tx: Transaction,
  services: StoreServices,
  pilot: StoredPilot,
  input: z.output<typeof updatePilotInput>,
): Promise<void> {
  const { version, started, ended, contactId, ...columns } = input;
  const cities = pilotSubject(pilot);
  const dates = { ...dateColumns("started", started), ...dateColumns("ended", ended) };
  const next = { ...pilot, ...dates };
  const begun = toPartialDate(next.startedOn, next.startedPrecision);
  if (isBefore(toPartialDate(next.endedOn, next.endedPrecision), begun) === "yes")
    throw new InvalidInput([{ path: "ended.date", code: "date_order" }]);
  if (input.stage && !moveStage(pilot.stage, input.stage).ok)
    throw new InvalidInput([{ path: "stage", code: "note_needed" }]);
  const contact = contactId ? await contactOf(tx, contactId, cities) : contactId;
  const texts = ["language", "title", "purpose", "description"] as const;
  const textsChange = texts.some((name) => input[name] !== undefined && input[name] !== pilot[name]);
  await savePilot(tx, pilot, version, { ...columns, ...dates, contactId: contact }, textsChange);
  const after = await tx.pilot.findUniqueOrThrow({ where: { id: pilot.id } });
  const { cities: _shares, ...before } = pilot;
  await follow(tx, services, pilot.id, { action: "pilot.update", cities, before, after });
}

async function contactOf(tx: Transaction, globalId: string, { cityIds }: Subject): Promise<string> {
  const where = { id: localId(globalId, "Contact"), cityId: { in: [...cityIds] } };
  return found(await tx.contact.findFirst({ where }), "Contact").id;
}

/** Replaces lists of the pilot. Throws InvalidInput for concepts that do not exist. */
export async function setLists(
  tx: Transaction,
  services: StoreServices,
  pilot: StoredPilot,
  name: keyof Lists,
  lists: Lists,
): Promise<void> {
  await savePilot(tx, pilot, pilot.version, {});
  const before = await replaceLists(tx, { pilotId: pilot.id }, lists);
  const change = { action: `pilot.${name}`, before, after: lists };
  await follow(tx, services, pilot.id, { cities: pilotSubject(pilot), ...change });
}

/** Adds a log entry; the newest one's stage becomes the pilot's. Throws InvalidInput for a step back without a note. */
export async function addLogEntry(
  tx: Transaction,
  services: StoreServices,
  pilot: StoredPilot,
  input: z.output<ReturnType<typeof logEntryInput>>,
): Promise<void> {
  const enteredOn = new Date(input.enteredOn);
  const newer = await tx.pilotEntry.findFirst({ where: { pilotId: pilot.id, enteredOn: { gt: enteredOn } } });
  if (!newer && !moveStage(pilot.stage, input.stage, input.text).ok)
    throw new InvalidInput([{ path: "text", code: "note_needed" }]);
  const nextMilestoneOn = input.nextMilestoneOn ? new Date(input.nextMilestoneOn) : null;
  const { viewer } = services;
  const written = { authorId: viewer.userId, onBehalf: actsOnBehalf(viewer, pilotSubject(pilot)) };
  const entry = await tx.pilotEntry.create({
    data: { ...input, ...written, enteredOn, nextMilestoneOn, pilotId: pilot.id },
  });
  if (!newer) await tx.pilot.update({ where: { id: pilot.id }, data: { stage: input.stage } });
  const change = { before: { stage: pilot.stage }, after: { stage: newer ? pilot.stage : input.stage, entry } };
  await follow(tx, services, pilot.id, { action: "pilot.log", cities: pilotSubject(pilot), ...change });
}

/** Adds a result to the pilot, or replaces the one with `resultId`. Throws NotFound when that is another pilot's. */
export async function saveResult(
  tx: Transaction,
  services: StoreServices,
  pilot: StoredPilot,
  resultId: string | null,
  input: z.output<typeof resultInput>,
): Promise<void> {
  const data = await resultColumns(tx, input);
  const before = resultId ? await resultOf(tx, pilot, resultId) : undefined;
  if (before) await savePilot(tx, pilot, pilot.version, {});
  const after = before
    ? await tx.result.update({ where: { id: before.id }, data })
    : await tx.result.create({ data: { ...data, pilotId: pilot.id } });
  await follow(tx, services, pilot.id, { action: "pilot.result", cities: pilotSubject(pilot), before, after });
}

/** Removes a result of the pilot. Throws NotFound when it is another pilot's. */
export async function removeResult(tx: Transaction, services: StoreServices, pilot: StoredPilot, resultId: string) {
  const before = await resultOf(tx, pilot, resultId);
  await savePilot(tx, pilot, pilot.version, {});
  await tx.result.delete({ where: { id: before.id } });
  await services.jobs.send(tx, "search.index", { kind: "result", id: before.id });
  await follow(tx, services, pilot.id, { action: "pilot.remove_result", cities: pilotSubject(pilot), before });
}

async function resultOf(tx: Transaction, pilot: StoredPilot, id: string) {
  return found(await tx.result.findFirst({ where: { id, pilotId: pilot.id } }), "Result");
}

/** Saves a person's translation of the texts as they are now. Throws InvalidInput for the language of the original. */
export async function saveTranslation(
  tx: Transaction,
  services: StoreServices,
  pilot: StoredPilot,
  { language, title, purpose = null, description = null }: z.output<typeof translationInput>,
): Promise<void> {
  if (language === pilot.language) throw new InvalidInput([{ path: "language", code: "same_language" }]);
  const key = { pilotId: pilot.id, language };
  const data = { title, purpose, description, origin: "human", sourceVersion: pilot.version } as const;
  const before = await tx.pilotTranslation.findUnique({ where: { pilotId_language: key } });
  const after = await tx.pilotTranslation.upsert({
    where: { pilotId_language: key },
    update: data,
    create: { ...key, ...data },
  });
  await follow(tx, services, pilot.id, {
    action: "pilot.translate",
    cities: pilotSubject(pilot),
    before: before ?? {},
    after,
  });
}
