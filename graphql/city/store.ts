import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { record } from "../audit.ts";
import type { Viewer } from "../authorization.ts";
import { governing, stepsOf } from "../charter/store.ts";
import { accessionState, isSigned } from "../charter/rules.ts";
import { toPartialDate } from "../dates.ts";
import { Conflict } from "../errors.ts";
import type { Jobs } from "../jobs/jobs.ts";
import { counts } from "../pilot/rules.ts";
import type { contactInput, memberInput, updateCityInput } from "./input.ts";
import { standingOf } from "./rules.ts";

/** Recomputes what a city's lists show of it: standing, charter text, signing date, counting pilots, listed or not.
 *  Call it in the transaction of every change to an accession, a pilot's state or a practice's place; the search index follows. */
export async function refreshCity(tx: Transaction, cityId: string, jobs?: Jobs): Promise<void> {
  // Whoever changes something of the same city at the same time waits here, and then counts this change too.
  await tx.$queryRaw`SELECT 1 FROM "City" WHERE "id" = ${cityId}::uuid FOR NO KEY UPDATE`;
  const before = await tx.city.findUniqueOrThrow({ where: { id: cityId }, select: shown });
  const accessions = await tx.accession.findMany({ where: { cityId }, include: { charterVersion: true } });
  const latest = governing(accessions);
  const steps = latest && stepsOf(latest);
  const standing = steps ? standingOf(accessionState(steps)) : "none";
  const signed =
    latest && steps && isSigned(steps)
      ? toPartialDate(latest.signedOn, latest.signedPrecision, latest.signedNotLaterThan)
      : null;
  const shares = await tx.pilotCity.findMany({ where: { cityId, confirmed: true }, include: { pilot: true } });
  const countingPilots = shares.filter(({ pilot, earlyStartAccepted }) => {
    const startedOn = toPartialDate(pilot.startedOn, pilot.startedPrecision);
    return counts({ state: pilot.state, startedOn, signed, earlyStartAccepted }).counts;
  }).length;
  const practices = await tx.practice.count({
    where: { state: "published", OR: [{ cityId }, { places: { some: { cityId } } }] },
  });
  const after = await tx.city.update({
    where: { id: cityId },
    select: shown,
    data: {
      standing,
      charterCode: latest?.charterVersion.code ?? null,
      signedOn: signed ? (latest?.signedOn ?? null) : null,
      countingPilots,
      listed: ["signatory", "withdrawn", "lapsed"].includes(standing) || practices > 0,
    },
  });
  const changed = before.listed !== after.listed || before.signedOn?.getTime() !== after.signedOn?.getTime();
  if (changed) await jobs?.send(tx, "search.index", { kind: "city", id: cityId });
}

const shown = { listed: true, signedOn: true } as const;

type Person = { viewer: Viewer };
type Services = Person & { jobs: Jobs };

/** Saves the city's own page; the search index follows. Throws Conflict when someone saved after the version that the form showed. */
export async function updateCity(
  tx: Transaction,
  { viewer, jobs }: Services,
  id: string,
  input: z.output<typeof updateCityInput>,
) {
  const before = await tx.city.findUniqueOrThrow({ where: { id } });
  const { version, ...data } = input;
  const { count } = await tx.city.updateMany({ where: { id, version }, data: { ...data, version: { increment: 1 } } });
  if (count === 0) throw new Conflict(before.version);
  const after = await tx.city.findUniqueOrThrow({ where: { id } });
  await record(tx, viewer, {
    action: "city.update",
    subject: "City",
    subjectId: id,
    cities: { cityIds: [id] },
    before,
    after,
  });
  await jobs.send(tx, "search.index", { kind: "city", id });
}

/** Adds a contact to a city, or changes one of its contacts. Returns its id. */
export async function saveContact(
  tx: Transaction,
  { viewer }: Person,
  where: { cityId: string; contactId: string | null },
  input: z.output<typeof contactInput>,
): Promise<string> {
  const { cityId, contactId } = where;
  const before = contactId ? await tx.contact.findUniqueOrThrow({ where: { id: contactId, cityId } }) : null;
  const after = before
    ? await tx.contact.update({ where: { id: before.id }, data: input })
    : await tx.contact.create({ data: { ...input, cityId } });
  const cities = { cityIds: [cityId] };
  await record(tx, viewer, { action: "contact.save", subject: "Contact", subjectId: after.id, cities, before, after });
  return after.id;
}

/** Removes a contact; pilots and practices that named it lose the link. */
export async function removeContact(tx: Transaction, { viewer }: Person, contact: { id: string; cityId: string }) {
  await tx.contact.delete({ where: { id: contact.id } });
  const cities = { cityIds: [contact.cityId] };
  await record(tx, viewer, {
    action: "contact.remove",
    subject: "Contact",
    subjectId: contact.id,
    cities,
    before: contact,
  });
}

/** Gives a person a right in the city, with a new account when the address has none. Returns the membership's id. */
export async function addMember(
  tx: Transaction,
  { viewer }: Person,
  cityId: string,
  input: z.output<typeof memberInput>,
) {
  const email = input.email.toLowerCase();
  const user = await tx.user.upsert({
    where: { email },
    update: {},
    create: { id: randomUUID(), email, name: input.name, emailVerified: false },
  });
  const key = { userId: user.id, cityId, role: input.role };
  const membership = await tx.membership.upsert({ where: { userId_cityId_role: key }, update: {}, create: key });
  const cities = { cityIds: [cityId] };
  await record(tx, viewer, {
    action: "member.add",
    subject: "Membership",
    subjectId: membership.id,
    cities,
    after: membership,
  });
  return membership.id;
}

/** Takes a person's right in the city away; the account and its history stay. */
export async function removeMember(tx: Transaction, { viewer }: Person, membership: { id: string; cityId: string }) {
  await tx.membership.delete({ where: { id: membership.id } });
  const cities = { cityIds: [membership.cityId] };
  await record(tx, viewer, {
    action: "member.remove",
    subject: "Membership",
    subjectId: membership.id,
    cities,
    before: membership,
  });
}
