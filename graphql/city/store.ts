import { randomUUID } from "node:crypto";
import type { z } from "zod";
import type { Prisma, Transaction } from "#prisma/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import type { Viewer } from "#graphql/kernel/authorization.ts";
import { Conflict } from "#graphql/kernel/errors.ts";
import type { Jobs } from "#graphql/kernel/jobs.ts";
import type { contactInput, memberInput, updateCityInput } from "./input.ts";

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

/** The names of these cities in all their languages. */
export async function namesOf(prisma: Prisma, cities: readonly { id: string }[]) {
  const rows = await prisma.cityName.findMany({ where: { cityId: { in: cities.map(({ id }) => id) } } });
  return Map.groupBy(rows, ({ cityId }) => cityId);
}
