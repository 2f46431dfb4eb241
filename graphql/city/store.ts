import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import type { Viewer } from "#graphql/kernel/authorization.ts";
import { type Aggregate, sameVersion } from "#graphql/kernel/change.ts";
import { found } from "#graphql/kernel/ids.ts";
import type { Jobs } from "#graphql/kernel/jobs.ts";
import type { contactInput, memberInput, updateCityInput } from "./input.ts";
import { citySubject, visibleCities, visibleContacts, visibleMemberships } from "./policy.ts";

export type StoredCity = P.CityGetPayload<object>;

/** Cities as mutations change them, or what belongs to them. */
export const cities: Aggregate<StoredCity> = {
  type: "City",
  versions: true,
  find: (db, { viewer }, id) => db.city.findFirst({ where: { id, AND: visibleCities(viewer) } }),
  subject: citySubject,
  lock: ({ id }) => ({ table: "City", id }),
};

type StoredContact = P.ContactGetPayload<object>;

export const contacts: Aggregate<StoredContact> = {
  type: "Contact",
  versions: true,
  find: (db, { viewer }, id) => db.contact.findFirst({ where: { id, AND: visibleContacts(viewer) } }),
  subject: ({ cityId }) => ({ cityIds: [cityId] }),
  lock: ({ id }) => ({ table: "Contact", id }),
};

type StoredMembership = P.MembershipGetPayload<object>;

export const memberships: Aggregate<StoredMembership> = {
  type: "Membership",
  find: (db, { viewer }, id) => db.membership.findFirst({ where: { id, AND: visibleMemberships(viewer) } }),
  subject: ({ cityId }) => ({ cityIds: [cityId] }),
  lock: ({ id }) => ({ table: "Membership", id }),
};

type Person = { viewer: Viewer };
type Services = Person & { jobs: Jobs };

/** Saves the city's own page; the search index follows. */
export async function updateCity(
  tx: Transaction,
  { viewer, jobs }: Services,
  before: StoredCity,
  { version: _version, ...data }: z.output<typeof updateCityInput>,
): Promise<void> {
  const { id } = before;
  const after = await tx.city.update({ where: { id }, data: { ...data, version: { increment: 1 } } });
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

/** Adds a contact to a city, or changes one of its contacts. Returns its id. Throws Conflict or NotFound. */
export async function saveContact(
  tx: Transaction,
  { viewer }: Person,
  { id: cityId }: StoredCity,
  contactId: string | null,
  { version, ...data }: z.output<typeof contactInput>,
): Promise<string> {
  const where = { id: contactId ?? "", cityId };
  const before = contactId === null ? null : found(await tx.contact.findFirst({ where }), "Contact");
  if (before) sameVersion(before, version);
  const after = before
    ? await tx.contact.update({ where: { id: before.id }, data: { ...data, version: { increment: 1 } } })
    : await tx.contact.create({ data: { ...data, cityId } });
  const cities = { cityIds: [cityId] };
  await record(tx, viewer, { action: "contact.save", subject: "Contact", subjectId: after.id, cities, before, after });
  return after.id;
}

/** Removes a contact; pilots and practices that named it lose the link. Returns the city's id. */
export async function removeContact(tx: Transaction, { viewer }: Person, contact: StoredContact): Promise<string> {
  await tx.contact.delete({ where: { id: contact.id } });
  const cities = { cityIds: [contact.cityId] };
  await record(tx, viewer, {
    action: "contact.remove",
    subject: "Contact",
    subjectId: contact.id,
    cities,
    before: contact,
  });
  return contact.cityId;
}

/** Gives a person a right in the city, with a new account when the address has none. Returns the membership's id. */
export async function addMember(
  tx: Transaction,
  { viewer }: Person,
  { id: cityId }: StoredCity,
  input: z.output<typeof memberInput>,
): Promise<string> {
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

/** Takes a person's right in the city away; the account and its history stay. Returns the city's id. */
export async function removeMember(tx: Transaction, { viewer }: Person, membership: StoredMembership): Promise<string> {
  await tx.membership.delete({ where: { id: membership.id } });
  const cities = { cityIds: [membership.cityId] };
  await record(tx, viewer, {
    action: "member.remove",
    subject: "Membership",
    subjectId: membership.id,
    cities,
    before: membership,
  });
  return membership.cityId;
}

/** The names of these cities in all their languages. */
export async function namesOf(prisma: Prisma, cities: readonly { id: string }[]) {
  const rows = await prisma.cityName.findMany({ where: { cityId: { in: cities.map(({ id }) => id) } } });
  return Map.groupBy(rows, ({ cityId }) => cityId);
}
