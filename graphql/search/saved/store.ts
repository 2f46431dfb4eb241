import { randomBytes } from "node:crypto";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import { anonymous, network } from "#graphql/kernel/authorization.ts";
import type { Aggregate } from "#graphql/kernel/change.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import type { Filters } from "../engine.rules.ts";
import type { savedSearchInput } from "./input.ts";
import { visibleSavedSearches } from "./policy.ts";
import { type Cadence, mostSaved, sameSearch, type SearchCriteria } from "./rules.ts";

export type StoredSearch = P.SavedSearchGetPayload<object>;

/** Whoever sees a saved search is its owner, and may do everything with it. */
export const savedSearches: Aggregate<StoredSearch> = {
  type: "SavedSearch",
  find: (db, { viewer }, id) => db.savedSearch.findFirst({ where: { id, AND: visibleSavedSearches(viewer) } }),
  subject: () => network,
  lock: ({ id }) => ({ table: "SavedSearch", id }),
};

type Services = Pick<Context, "viewer" | "clock">;

/** What a stored search asks for. */
export function criteriaOf({ words, filters, without, like, likeWithout }: StoredSearch): SearchCriteria {
  return { words, filters: filters as Filters, without, like, likeWithout };
}

/** Keeps a search of a person, who is locked, and returns its id. One that is kept already takes the new cadence. Throws InvalidInput
 *  when too many are kept. */
export async function saveSearch(
  tx: Transaction,
  services: Services,
  { id: userId }: { id: string },
  { like, cadence, ...rest }: z.output<typeof savedSearchInput>,
): Promise<string> {
  const criteria = { ...rest, like: like?.city ?? null, likeWithout: [...new Set(like?.without ?? [])] };
  const kept = await tx.savedSearch.findMany({ where: { userId } });
  const same = kept.find((row) => sameSearch({ ...criteriaOf(row), locale: row.locale }, criteria));
  if (same) {
    await changeCadence(tx, services, same, cadence);
    return same.id;
  }
  if (kept.length >= mostSaved)
    throw new InvalidInput([{ path: "cadence", code: "too_many_saved_searches", params: { max: mostSaved } }]);
  const { id } = await tx.savedSearch.create({
    data: {
      ...criteria,
      userId,
      cadence,
      token: randomBytes(24).toString("base64url"),
      checkedUntil: services.clock.now(),
    },
  });
  await note(tx, services, id, "save", { after: { cadence } });
  return id;
}

/** Changes how often it is mailed. Whoever begins to be mailed hears of what is new from then on. */
export async function changeCadence(
  tx: Transaction,
  services: Services,
  { id, cadence: before }: StoredSearch,
  cadence: Cadence,
): Promise<void> {
  if (before === cadence) return;
  const begins = before === "none" ? { checkedUntil: services.clock.now() } : {};
  await tx.savedSearch.update({ where: { id }, data: { cadence, ...begins } });
  await note(tx, services, id, "change", { before: { cadence: before }, after: { cadence } });
}

export async function deleteSearch(tx: Transaction, services: Services, { id }: StoredSearch): Promise<void> {
  await tx.savedSearch.delete({ where: { id } });
  await note(tx, services, id, "delete", {});
}

/** Stops the mails of the search that has this token; false when none has. The search stays, for its owner to take up again. */
export async function unsubscribe(tx: Transaction, services: Services, token: string): Promise<boolean> {
  const row = token ? await tx.savedSearch.findUnique({ where: { token } }) : null;
  if (row) await changeCadence(tx, { ...services, viewer: anonymous }, row, "none");
  return row !== null;
}

/** What was searched for is not written into the history, which is kept for good. */
async function note(
  tx: Transaction,
  { viewer }: Services,
  subjectId: string,
  step: "save" | "change" | "delete",
  change: { before?: object; after?: object },
): Promise<void> {
  const subject = { subject: "SavedSearch", subjectId, cities: network } as const;
  await record(tx, viewer, { action: `search.${step}`, ...subject, ...change });
}
