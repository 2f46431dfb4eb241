import type { Aggregate } from "#graphql/kernel/change.ts";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import { slugify } from "#graphql/kernel/slug.ts";
import type { StoreServices } from "#graphql/kernel/context.ts";
import type { resultInput } from "#graphql/vocabulary/figure.input.ts";
import { resultColumns } from "#graphql/vocabulary/figure.store.ts";
import { replaceList, replaceLists } from "#graphql/vocabulary/list.store.ts";
import { dateColumns, isBefore, toPartialDate } from "#graphql/kernel/dates.ts";
import { Conflict, InvalidInput } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import type { createPracticeInput, practiceTranslationInput, updatePracticeInput } from "./input.ts";
import { practiceSubject, visiblePractices } from "./policy.ts";

/** Practices as mutations change them. */
export const practices: Aggregate<StoredPractice> = {
  type: "Practice",
  versions: true,
  find: (db, { viewer }, id) => db.practice.findFirst({ where: { id, AND: visiblePractices(viewer) } }),
  subject: practiceSubject,
  lock: ({ id }) => ({ table: "Practice", id }),
};

export type StoredPractice = P.PracticeGetPayload<object>;

/** Writes the history of a change and lets the search index follow. */
export async function follow(
  tx: Transaction,
  { viewer, jobs }: StoreServices,
  practice: { id: string; cityId: string },
  change: { action: string; before?: object | null; after?: object },
): Promise<void> {
  await record(tx, viewer, {
    ...change,
    subject: "Practice",
    subjectId: practice.id,
    cities: practiceSubject(practice),
  });
  await jobs.send(tx, "search.index", { kind: "practice", id: practice.id });
}

/** Saves columns of the practice as it was read. Translations stay fresh unless a translated text changed.
 *  Throws Conflict when it was saved or moved on since. */
export async function savePractice(
  tx: Transaction,
  { id, state }: StoredPractice,
  version: number,
  data: P.PracticeUncheckedUpdateManyInput,
  textsChange = false,
): Promise<void> {
  const { count } = await tx.practice.updateMany({
    where: { id, version, state },
    data: { ...data, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict((await tx.practice.findUniqueOrThrow({ where: { id } })).version);
  if (textsChange) return;
  await tx.practiceTranslation.updateMany({
    where: { practiceId: id, sourceVersion: version },
    data: { sourceVersion: version + 1 },
  });
}

async function freeSlug(tx: Transaction, title: string): Promise<string> {
  const base = slugify(title).slice(0, 80).replace(/-+$/, "");
  const taken = await tx.practice.findMany({ where: { slug: { startsWith: base } }, select: { slug: true } });
  const slugs = new Set(taken.map(({ slug }) => slug));
  let free = base;
  for (let serial = 2; slugs.has(free); serial += 1) free = `${base}-${serial}`;
  return free;
}

/** Begins a draft of the city, done in that city. Returns its id. */
export async function createPractice(
  tx: Transaction,
  services: StoreServices,
  { id: cityId }: { id: string },
  { title, language }: z.output<typeof createPracticeInput>,
): Promise<string> {
  const data = { title, language, cityId, slug: await freeSlug(tx, title), places: { create: { cityId } } };
  const after = await tx.practice.create({ data });
  await follow(tx, services, after, { action: "practice.create", after });
  return after.id;
}

/** Begins a draft with what the pilot already tells, in its language. Its results are shown from the pilot, not copied. */
export async function createPracticeFromPilot(
  tx: Transaction,
  services: StoreServices,
  pilotId: string,
  cityId: string,
): Promise<string> {
  const include = {
    cities: { where: { confirmed: true } },
    concepts: true,
    funding: true,
    scale: true,
    contact: true,
    translations: true,
  } as const;
  const pilot = await tx.pilot.findUniqueOrThrow({ where: { id: pilotId }, include });
  const {
    title,
    language,
    area,
    activityType,
    role,
    stage,
    startedOn,
    startedPrecision,
    endedOn,
    endedPrecision,
    partners,
  } = pilot;
  const facts = {
    title,
    language,
    area,
    activityType,
    role,
    stage,
    startedOn,
    startedPrecision,
    endedOn,
    endedPrecision,
    partners,
  };
  const places = [...new Set([cityId, ...pilot.cities.map((share) => share.cityId)])];
  const after = await tx.practice.create({
    data: {
      ...facts,
      cityId,
      pilotId,
      slug: await freeSlug(tx, title),
      summary: pilot.purpose,
      solution: pilot.description,
      conditions: pilot.replicationConditions,
      contactId: pilot.contact?.cityId === cityId ? pilot.contactId : null,
      sources: pilot.sources ?? [],
      places: { create: places.map((id) => ({ cityId: id })) },
      concepts: { create: pilot.concepts.map(({ conceptId }) => ({ conceptId })) },
      funding: {
        create: pilot.funding.map(({ programme, amount, currency, note }) => ({ programme, amount, currency, note })),
      },
      scale: { create: pilot.scale.map(({ kind, value, note }) => ({ kind, value, note })) },
      translations: {
        create: pilot.translations.map((text) => ({
          language: text.language,
          origin: text.origin,
          title: text.title,
          summary: text.purpose,
          solution: text.description,
          sourceVersion: text.sourceVersion < pilot.version ? 0 : 1,
        })),
      },
    },
  });
  await follow(tx, services, after, { action: "practice.create_from_pilot", after });
  return after.id;
}

const translated = ["language", "title", "summary", "problem", "solution", "wentWrong", "conditions"] as const;

/** Saves what a step's page sent. Throws Conflict, InvalidInput, or NotFound for a contact of another city. */
export async function updatePractice(
  tx: Transaction,
  services: StoreServices,
  practice: StoredPractice,
  input: z.output<typeof updatePracticeInput>,
): Promise<void> {
  const { version, started, ended, contactId, funding, scale, concepts, ...columns } = input;
  const practiceId = practice.id;
  const dates = { ...dateColumns("started", started), ...dateColumns("ended", ended) };
  const next = { ...practice, ...dates };
  const begun = toPartialDate(next.startedOn, next.startedPrecision);
  if (isBefore(toPartialDate(next.endedOn, next.endedPrecision), begun) === "yes")
    throw new InvalidInput([{ path: "ended.date", code: "date_order" }]);
  if (input.language && (await tx.practiceTranslation.count({ where: { practiceId, language: input.language } })) > 0)
    throw new InvalidInput([{ path: "language", code: "translation_exists" }]);
  const contact = contactId ? await contactOf(tx, contactId, practice.cityId) : contactId;
  const textsChange = translated.some((name) => input[name] !== undefined && input[name] !== practice[name]);
  await savePractice(tx, practice, version, { ...columns, ...dates, contactId: contact }, textsChange);
  const lists = await replaceLists(tx, { practiceId }, { funding, scale, concepts });
  const after = await tx.practice.findUniqueOrThrow({ where: { id: practiceId } });
  const before = { ...practice, ...lists };
  await follow(tx, services, practice, {
    action: "practice.update",
    before,
    after: { ...after, funding, scale, concepts },
  });
}

async function contactOf(tx: Transaction, globalId: string, cityId: string): Promise<string> {
  const where = { id: localId(globalId, "Contact"), cityId };
  return found(await tx.contact.findFirst({ where }), "Contact").id;
}

/** Saves a person's translation of the texts as they are now. Throws InvalidInput for the language of the original. */
export async function saveTranslation(
  tx: Transaction,
  services: StoreServices,
  practice: StoredPractice,
  {
    language,
    title,
    summary = null,
    problem = null,
    solution = null,
    wentWrong = null,
    conditions = null,
  }: z.output<typeof practiceTranslationInput>,
): Promise<void> {
  if (language === practice.language) throw new InvalidInput([{ path: "language", code: "same_language" }]);
  const key = { practiceId: practice.id, language };
  const data = {
    title,
    summary,
    problem,
    solution,
    wentWrong,
    conditions,
    origin: "human",
    sourceVersion: practice.version,
  } as const;
  const before = await tx.practiceTranslation.findUnique({ where: { practiceId_language: key } });
  const after = await tx.practiceTranslation.upsert({
    where: { practiceId_language: key },
    update: data,
    create: { ...key, ...data },
  });
  await follow(tx, services, practice, { action: "practice.translate", before, after });
}

/** Replaces the cities where it was done. */
export async function setPlaces(
  tx: Transaction,
  services: StoreServices,
  practice: StoredPractice,
  cityIds: readonly string[],
): Promise<void> {
  const practiceId = practice.id;
  await savePractice(tx, practice, practice.version, {});
  const places = cityIds.map((cityId) => ({ cityId }));
  const before = await replaceList(tx, "practicePlace", { practiceId }, places);
  const change = { before: { places: before.map(({ cityId }) => cityId) }, after: { places: cityIds } };
  await follow(tx, services, practice, { action: "practice.places", ...change });
}

/** Adds a result, or replaces the one with `resultId`. Throws NotFound when that belongs elsewhere. */
export async function saveResult(
  tx: Transaction,
  services: StoreServices,
  practice: StoredPractice,
  resultId: string | null,
  input: z.output<typeof resultInput>,
): Promise<void> {
  const practiceId = practice.id;
  const data = await resultColumns(tx, input);
  const before = resultId ? found(await tx.result.findFirst({ where: { id: resultId, practiceId } }), "Result") : null;
  await savePractice(tx, practice, practice.version, {});
  const after = before
    ? await tx.result.update({ where: { id: before.id }, data })
    : await tx.result.create({ data: { ...data, practiceId } });
  await follow(tx, services, practice, { action: "practice.result", before, after });
}

/** Removes a result of its own. Throws NotFound when it belongs elsewhere. */
export async function removeResult(
  tx: Transaction,
  services: StoreServices,
  practice: StoredPractice,
  resultId: string,
): Promise<void> {
  const before = found(await tx.result.findFirst({ where: { id: resultId, practiceId: practice.id } }), "Result");
  await savePractice(tx, practice, practice.version, {});
  await tx.result.delete({ where: { id: before.id } });
  await services.jobs.send(tx, "search.index", { kind: "result", id: before.id });
  await follow(tx, services, practice, { action: "practice.remove_result", before });
}
