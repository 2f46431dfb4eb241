import type { Prisma } from "#prisma/generated/client/client.ts";
import { draftCities, type Subject, type Viewer } from "#graphql/kernel/authorization.ts";

/** Signatories and places of published practices are public; a candidate is seen by its own people and the network's. */
export function visibleCities(viewer: Viewer): Prisma.CityWhereInput {
  const drafts = draftCities(viewer);
  if (drafts === null) return {};
  return drafts.length === 0 ? { listed: true } : { OR: [{ listed: true }, { id: { in: [...drafts] } }] };
}

/** A contact is public only if that person agreed. */
export function visibleContacts(viewer: Viewer): Prisma.ContactWhereInput {
  const drafts = draftCities(viewer);
  if (drafts === null) return {};
  return { OR: [{ shown: true, city: { listed: true } }, { cityId: { in: [...drafts] } }] };
}

/** Who works for a city is known to that city and to the network. */
export function visibleMemberships(viewer: Viewer): Prisma.MembershipWhereInput {
  const drafts = draftCities(viewer);
  return drafts === null ? {} : { cityId: { in: [...drafts] } };
}

export function citySubject(city: { id: string }): Subject {
  return { cityIds: [city.id] };
}
