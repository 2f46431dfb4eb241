import type { StoreServices } from "#graphql/kernel/context.ts";
import type { Transaction } from "#prisma/client.ts";
import { refreshCity } from "#graphql/charter/standing.store.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { pilotSubject } from "../policy.ts";
import { follow, type StoredPilot, takeSlot } from "../store.ts";

/** How cities share a pilot: asked, joined, in which slot. */

type Share = { cityId: string; slot: number | null };

/** Invites a city to share the pilot. Throws InvalidInput when it already does or is already asked. */
export async function inviteCity(tx: Transaction, services: StoreServices, pilot: StoredPilot, cityId: string) {
  const shared = await tx.pilotCity.findFirst({ where: { pilotId: pilot.id, cityId } });
  if (shared) throw new InvalidInput([{ path: "cityId", code: "already_shared" }]);
  const after = await tx.pilotCity.create({ data: { pilotId: pilot.id, cityId, confirmed: false } });
  await follow(tx, services, pilot.id, { action: "pilot.invite_city", cities: pilotSubject(pilot), after });
}

/** The invited city makes the pilot one of its own five. */
export async function joinPilot(
  tx: Transaction,
  services: StoreServices,
  pilot: StoredPilot,
  { cityId }: Share,
  slot: number,
) {
  await takeSlot(tx, cityId, slot);
  const key = { pilotId: pilot.id, cityId };
  const after = await tx.pilotCity.update({ where: { pilotId_cityId: key }, data: { confirmed: true, slot } });
  await refreshCity(tx, cityId, services.jobs);
  await follow(tx, services, pilot.id, { action: "pilot.join", cities: { cityIds: [cityId] }, after });
}

/** The invited city says no; nothing of the invitation stays but its history. */
export async function declinePilot(tx: Transaction, services: StoreServices, pilot: StoredPilot, { cityId }: Share) {
  const key = { pilotId: pilot.id, cityId };
  const before = await tx.pilotCity.delete({ where: { pilotId_cityId: key } });
  await follow(tx, services, pilot.id, { action: "pilot.decline", cities: { cityIds: [cityId] }, before });
}

/** Puts the pilot in another slot of the city; a pilot that is there changes places with it. */
export async function moveSlot(
  tx: Transaction,
  services: StoreServices,
  pilot: StoredPilot,
  share: Share,
  slot: number,
) {
  const { cityId } = share;
  await tx.$queryRaw`SELECT 1 FROM "City" WHERE "id" = ${cityId}::uuid FOR NO KEY UPDATE`;
  const key = { pilotId: pilot.id, cityId };
  const { slot: from } = await tx.pilotCity.findUniqueOrThrow({ where: { pilotId_cityId: key } });
  const holder = await tx.pilotCity.findFirst({ where: { cityId, slot, pilotId: { not: pilot.id } } });
  if (holder) await tx.pilotCity.update({ where: { id: holder.id }, data: { slot: null } });
  await tx.pilotCity.update({ where: { pilotId_cityId: key }, data: { slot } });
  if (holder) await tx.pilotCity.update({ where: { id: holder.id }, data: { slot: from } });
  await follow(tx, services, pilot.id, {
    action: "pilot.move_slot",
    cities: { cityIds: [cityId] },
    before: { slot: from },
    after: { slot },
  });
}

/** The secretariat's word that a pilot begun before the signing counts for this city, or does not. */
export async function acceptEarlyStart(
  tx: Transaction,
  services: StoreServices,
  pilot: StoredPilot,
  { cityId }: Share,
  accepted: boolean,
) {
  const key = { pilotId: pilot.id, cityId };
  const before = await tx.pilotCity.findUniqueOrThrow({ where: { pilotId_cityId: key } });
  const after = await tx.pilotCity.update({ where: { pilotId_cityId: key }, data: { earlyStartAccepted: accepted } });
  await refreshCity(tx, cityId, services.jobs);
  await follow(tx, services, pilot.id, { action: "pilot.early_start", cities: { cityIds: [cityId] }, before, after });
}
