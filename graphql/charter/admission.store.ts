import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { dateFaults, orderFaults } from "./dates.rules.ts";
import { record } from "#graphql/kernel/audit.ts";
import type { admitCityInput, newCityInput, PartialInput, updateAccessionInput } from "./input.ts";
import { accessionSubject } from "./policy.ts";
import { cities } from "#graphql/city/store.ts";
import type { Aggregate } from "#graphql/kernel/change.ts";
import { optionalId } from "#graphql/kernel/ids.ts";
import { network, transitionRoles } from "#graphql/kernel/authorization.ts";
import { isSigned } from "./rules.ts";
import { stepsOf } from "./store.ts";
import { slugify } from "#graphql/kernel/slug.ts";
import { refreshCity } from "./standing.store.ts";
import type { StoreServices } from "#graphql/kernel/context.ts";
import { toIsoDate } from "#graphql/kernel/dates.ts";
import { Conflict, InvalidInput, type Issue } from "#graphql/kernel/errors.ts";

/** How a city comes into the charter, and what the secretariat records of its way. */

const withVersion = { charterVersion: true } satisfies P.AccessionInclude;
type StoredAccession = P.AccessionGetPayload<{ include: typeof withVersion }>;

type Candidate = { id: string };

/** A city that is to accede; without an id where it is new to the network. */
export const candidates: Aggregate<Candidate> = {
  type: "City",
  key: (given) => optionalId(given, "City"),
  find: async (db, context, id) => (id === "" ? { id } : cities.find(db, context, id)),
  subject: ({ id }) => (id === "" ? network : { cityIds: [id] }),
  lock: ({ id }) => (id === "" ? null : { table: "City", id }),
};

/** Opens an accession for the city, which is made first when it is new. Throws InvalidInput when it already accedes to that text. */
export async function admitCity(
  tx: Transaction,
  { viewer, clock, jobs }: StoreServices,
  { id: cityId }: Candidate,
  input: z.output<typeof admitCityInput>,
): Promise<string> {
  const charterVersion = await charterVersionOf(tx, input.charterVersionCode);
  if (input.interestedOn && input.interestedOn > clock.today())
    refuse({ path: "interestedOn", code: "date_in_future" });
  if (!cityId && !input.city) refuse({ path: "city.name", code: "required" });
  const made = cityId || !input.city ? null : await makeCity(tx, input.city);
  const id = made?.id ?? cityId;
  const others = await tx.accession.findMany({ where: { cityId: id }, include: withVersion });
  if (others.some((other) => other.charterVersionId === charterVersion.id))
    refuse({ path: "charterVersionCode", code: "already_acceded" });
  if (others.some((other) => isSigned(stepsOf(other)) && other.charterVersion.year > charterVersion.year)) {
    refuse({ path: "charterVersionCode", code: "newer_text_signed" });
  }
  const accession = await tx.accession.create({
    data: {
      cityId: id,
      charterVersionId: charterVersion.id,
      interestedOn: input.interestedOn ? new Date(input.interestedOn) : null,
    },
    include: withVersion,
  });
  await refreshCity(tx, id, jobs);
  const cities = { cityIds: [id] };
  if (made) await record(tx, viewer, { action: "city.create", subject: "City", subjectId: id, cities, after: made });
  await record(tx, viewer, {
    action: "accession.admit",
    subject: "Accession",
    subjectId: accession.id,
    cities,
    after: shown(accession),
  });
  return accession.id;
}

async function makeCity(tx: Transaction, { namesake, country, ...city }: z.output<typeof newCityInput>) {
  const same = { countryCode: country, name: { equals: city.name, mode: "insensitive" } } satisfies P.CityWhereInput;
  if (!namesake && (await tx.city.findFirst({ where: same }))) refuse({ path: "city.namesake", code: "city_exists" });
  const stem = slugify(city.name);
  const taken = await tx.city.findMany({ where: { slug: { startsWith: stem } }, select: { slug: true } });
  const used = new Set(taken.map(({ slug }) => slug));
  let slug = stem;
  for (let number = 2; used.has(slug); number += 1) slug = `${stem}-${number}`;
  return tx.city.create({
    data: { ...city, slug, countryCode: country, names: { create: { locale: city.language, name: city.name } } },
  });
}

/** Saves dates and facts of an accession. Throws Conflict after a change by someone else, InvalidInput for dates that cannot be. */
export async function updateAccession(
  tx: Transaction,
  { viewer, clock, jobs }: StoreServices,
  id: string,
  input: Partial<z.output<typeof updateAccessionInput>> & { version: number },
): Promise<void> {
  const before = await tx.accession.findUniqueOrThrow({ where: { id }, include: withVersion });
  const { version, charterVersionCode, ...fields } = input;
  if (before.version !== version) throw new Conflict(before.version);
  const charterVersion = charterVersionCode ? await charterVersionOf(tx, charterVersionCode) : before.charterVersion;
  const moved = charterVersion.id !== before.charterVersionId;
  if (
    moved &&
    (await tx.accession.count({ where: { cityId: before.cityId, charterVersionId: charterVersion.id } })) > 0
  ) {
    refuse({ path: "charterVersionCode", code: "already_acceded" });
  }
  const columns = {
    ...columnsOf(fields),
    ...(moved ? { charterVersionId: charterVersion.id, versionInferred: false } : {}),
  };
  const subject = accessionSubject(before);
  const [was, will] = [stepsOf(before), stepsOf({ ...before, ...columns })];
  const facts = {
    steps: will,
    today: clock.today(),
    adoptedOn: charterVersion.adoptedOn && toIsoDate(charterVersion.adoptedOn),
  };
  refuse(...dateFaults(facts), ...orderFaults(was, will, transitionRoles(viewer, subject)));
  const { count } = await tx.accession.updateMany({
    where: { id, version },
    data: { ...columns, version: { increment: 1 } },
  });
  if (count === 0) throw new Conflict(before.version);
  const after = await tx.accession.findUniqueOrThrow({ where: { id }, include: withVersion });
  await refreshCity(tx, before.cityId, jobs);
  await record(tx, viewer, {
    action: "accession.update",
    subject: "Accession",
    subjectId: id,
    cities: subject,
    before: shown(before),
    after: shown(after),
  });
}

async function charterVersionOf(tx: Transaction, code: string) {
  const version = await tx.charterVersion.findUnique({ where: { code } });
  if (!version) throw new InvalidInput([{ path: "charterVersionCode", code: "unknown_code" }]);
  return version;
}

/** Throws InvalidInput unless there is nothing to refuse. */
export function refuse(...issues: Issue[]): void {
  if (issues.length > 0) throw new InvalidInput(issues);
}

type Fields = Omit<Partial<z.output<typeof updateAccessionInput>>, "version" | "charterVersionCode">;

/** Input fields as columns; what was left out is left out here too. */
function columnsOf({ councilDecided, signed, groupMembers, ...fields }: Fields) {
  const { signatoryName, signatoryRole, groupName, groupSize, note, ...days } = fields;
  const council = councilDecided === undefined ? {} : firstDay(councilDecided);
  const signing = signed === undefined ? {} : firstDay(signed);
  return given({
    signatoryName,
    signatoryRole,
    groupName,
    groupSize,
    note,
    groupMembers: groupMembers === null ? [] : groupMembers,
    interestedOn: dateColumn(days.interestedOn),
    councilDecidedOn: council.date,
    councilPrecision: council.precision,
    applicationReceivedOn: dateColumn(days.applicationReceivedOn),
    signedOn: signing.date,
    signedPrecision: signing.precision,
    signedNotLaterThan: dateColumn(days.signedNotLaterThan),
    documentsCompleteOn: dateColumn(days.documentsCompleteOn),
    listedOn: dateColumn(days.listedOn),
    renewedOn: dateColumn(days.renewedOn),
  });
}

type GivenFields<T> = { [K in keyof T]?: Exclude<T[K], undefined> };

function given<T extends object>(columns: T): GivenFields<T> {
  return Object.fromEntries(Object.entries(columns).filter(([, value]) => value !== undefined)) as GivenFields<T>;
}

function dateColumn(day: string | null | undefined): Date | null | undefined {
  return day ? new Date(day) : (day as null | undefined);
}

/** A partial date as columns: the first day of the known period, or null with precision unknown. */
export function firstDay(partial: PartialInput | null): { date?: Date | null; precision?: PartialInput["precision"] } {
  if (!partial?.date || partial.precision === "unknown") return { date: null, precision: "unknown" };
  const { date, precision } = partial;
  const kept = length[precision];
  return { date: new Date(date.slice(0, kept) + "0000-01-01".slice(kept)), precision };
}

/** The accession as its history shows it: the charter text by its code, dates as far as they are known. */
function shown({ charterVersion, ...row }: StoredAccession): object {
  const fields = Object.entries(row)
    .filter(([name]) => !unshown.has(name))
    .map(([name, value]) => [name, value instanceof Date ? toIsoDate(value) : value]);
  return {
    ...Object.fromEntries(fields),
    charterVersion: charterVersion.code,
    versionInferred: row.versionInferred || null,
    councilDecided: knownPart(row.councilDecidedOn, row.councilPrecision),
    signed: knownPart(row.signedOn, row.signedPrecision),
  };
}

/** A partial date as text, only as far as it is known: 2016, 2016-10 or 2016-10-18. */
export function knownPart(
  date: Date | null | undefined,
  precision: PartialInput["precision"] = "unknown",
): string | null {
  return date && precision !== "unknown" ? toIsoDate(date).slice(0, length[precision]) : null;
}

const length = { day: 10, month: 7, year: 4 } as const;
const dated = ["councilDecidedOn", "councilPrecision", "signedOn", "signedPrecision"];
const unshown = new Set([
  ...dated,
  "id",
  "cityId",
  "charterVersionId",
  "sources",
  "demonstration",
  "version",
  "createdAt",
  "updatedAt",
]);
