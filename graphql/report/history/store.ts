import { resolveCursorConnection } from "@pothos/plugin-relay";
import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import type { AuditRecord } from "#graphql/kernel/audit.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { queryError } from "#graphql/kernel/errors.ts";
import { isRowId } from "#graphql/kernel/ids.ts";
import { limits } from "#graphql/kernel/limits.ts";
import { knownPart } from "#graphql/charter/admission.store.ts";
import { signedAccessions } from "#graphql/charter/policy.ts";
import { visibleBaselines } from "#graphql/footprint/policy.ts";
import {
  changesOf,
  type FieldChange,
  folded,
  isOnBehalf,
  openSpells,
  publicFields,
  type PublicSubject,
  publicWhen,
  type Spell,
} from "./rules.ts";

type StoredEntry = P.AuditEntryGetPayload<object>;
export type HistoryEntry = Pick<StoredEntry, "id" | "at" | "action" | "role" | "cityId" | "onBehalf"> & {
  actorName: string | null;
  changes: FieldChange[];
};

/** Which entries a reader sees, and whether with names and every field. `opening` entries show nothing from before. */
export type HistoryScope = { where: P.AuditEntryWhereInput; whole: boolean; opening: ReadonlySet<string> };

/** Everything about one row. */
export function wholeHistory(subject: AuditRecord["subject"], subjectId: string): HistoryScope {
  return { where: { subject, subjectId }, whole: true, opening: new Set() };
}

/** Everything about a city: its page, contacts, people, baselines and plan. */
export function wholeCityHistory(cityId: string): HistoryScope {
  const parts = { subject: { in: ["Contact", "Membership", "Baseline", "FootprintPlan"] }, cityId };
  return { where: { OR: [{ subject: "City", subjectId: cityId }, parts] }, whole: true, opening: new Set() };
}

export const noHistory: HistoryScope = { where: { id: { in: [] } }, whole: false, opening: new Set() };

/** What was done to a row while it was public. */
export async function publicHistory(
  prisma: Prisma,
  subject: PublicSubject,
  row: { id: string } & Record<string, unknown>,
): Promise<HistoryScope> {
  const spells = await spellsOf(prisma, subject, row);
  return during(spells, { subject, subjectId: row.id });
}

/** What was done to a city's page and plan since it signed, and to its baselines while they were public. */
export async function publicCityHistory({ prisma, viewer }: Context, cityId: string): Promise<HistoryScope> {
  const baselines = await prisma.baseline.findMany({ where: { cityId, AND: visibleBaselines(viewer) } });
  const scopes = [
    await publicSinceSigning(prisma, cityId, { subject: "City", subjectId: cityId }),
    await publicSinceSigning(prisma, cityId, { subject: "FootprintPlan", subjectId: cityId }),
    ...(await Promise.all(baselines.map((row) => publicHistory(prisma, "Baseline", row)))),
  ];
  return {
    where: { OR: scopes.map(({ where }) => where) },
    whole: false,
    opening: new Set(scopes.flatMap(({ opening }) => [...opening])),
  };
}

/** What was done to a row of the city while the city was a signatory; nothing while it is not listed. */
export async function publicSinceSigning(prisma: Prisma, cityId: string, of: P.AuditEntryWhereInput) {
  const city = await prisma.city.findFirst({ where: { id: cityId, listed: true } });
  const accessions = city ? await prisma.accession.findMany({ where: { cityId, AND: signedAccessions } }) : [];
  const spells = await Promise.all(accessions.map((row) => spellsOf(prisma, "Accession", signing(row))));
  return during(spells.flat(), of);
}

/** An accession's steps under the names that its history gives them. */
export function signing(row: P.AccessionGetPayload<object>) {
  return { ...row, signed: knownPart(row.signedOn, row.signedPrecision) };
}

function during(spells: readonly Spell[], of: P.AuditEntryWhereInput): HistoryScope {
  const times = spells.map(({ from, until }) => ({ at: { gte: from ?? undefined, lt: until ?? undefined } }));
  return {
    where: { AND: [of, { action: { in: Object.keys(publicFields) } }, { OR: times }] },
    whole: false,
    opening: new Set(spells.flatMap(({ openedBy }) => openedBy ?? [])),
  };
}

async function spellsOf(prisma: Prisma, subject: PublicSubject, row: { id: string } & Record<string, unknown>) {
  const keys: string[] = [...publicWhen[subject].keys];
  const steps = await prisma.$queryRaw<{ id: string; at: Date; before: unknown; after: unknown }[]>`
    SELECT "id", "at", "before", "after" FROM "AuditEntry"
    WHERE "subject" = ${subject} AND "subjectId" = ${row.id}
      AND (jsonb_exists_any("before", ${keys}::text[]) OR jsonb_exists_any("after", ${keys}::text[]))
    ORDER BY "at", "id"`;
  return openSpells(subject, row, steps);
}

type PageArgs = { first?: number | null; last?: number | null; before?: string | null; after?: string | null };

/** A page of a history, newest first. */
export function historyPage(context: Context, scope: HistoryScope, args: PageArgs) {
  for (const cursor of [args.before, args.after])
    if (cursor && !isRowId(cursor)) throw queryError("BAD_USER_INPUT", "There is no such cursor.");
  return resolveCursorConnection<Promise<HistoryEntry[]>>(
    { args, defaultSize: 20, maxSize: limits.pageSize, toCursor: ({ id }) => id },
    async ({ before, after, limit, inverted }) => {
      const cursor = after ?? before;
      const order = inverted ? "asc" : "desc";
      const entries = await context.prisma.auditEntry.findMany({
        where: scope.where,
        orderBy: [{ at: order }, { id: order }],
        take: limit,
        cursor: cursor ? { id: cursor } : undefined,
        skip: cursor ? 1 : 0,
      });
      return read(context.prisma, scope, entries);
    },
  );
}

/** Most steps that a comparison reads. */
const mostSteps = 1000;

/** The fields that differ between the moments after two entries of a history, whichever is older; null when one is not in it. */
export async function changesBetween(
  { prisma }: Context,
  scope: HistoryScope,
  of: { subject: string; subjectId: string },
  ids: readonly [string, string],
): Promise<FieldChange[] | null> {
  if (!ids.every(isRowId)) return null;
  const ends = await prisma.auditEntry.findMany({
    where: { AND: [scope.where, { id: { in: [...ids] } }] },
    orderBy: [{ at: "asc" }, { id: "asc" }],
  });
  const [older, newer] = [ends[0], ends.at(-1)];
  if (!older || !newer || ends.length < new Set(ids).size) return null;
  const steps = await prisma.auditEntry.findMany({
    where: {
      AND: [
        scope.where,
        of,
        { OR: [{ at: { gt: older.at } }, { at: older.at, id: { gt: older.id } }] },
        { OR: [{ at: { lt: newer.at } }, { at: newer.at, id: { lte: newer.id } }] },
      ],
    },
    orderBy: [{ at: "asc" }, { id: "asc" }],
    take: mostSteps,
  });
  return folded(await read(prisma, scope, steps));
}

async function read(prisma: Prisma, { whole, opening }: HistoryScope, entries: StoredEntry[]): Promise<HistoryEntry[]> {
  const named = whole ? await namesIn(prisma, entries) : new Map<string, string>();
  return entries.map((entry) => {
    const { id, at, action, role, cityId, actorId } = entry;
    const seen = publicFields[action] ?? [];
    const all = changesOf(entry).filter(({ field }) => whole || seen.includes(field));
    const changes = opening.has(id) && !whole ? all.map((change) => ({ ...change, before: null })) : all;
    return {
      id,
      at,
      action,
      role,
      cityId,
      onBehalf: isOnBehalf(entry),
      actorName: named.get(actorId ?? "") ?? null,
      changes: whole ? changes.map((change) => withNames(change, named)) : changes,
    };
  });
}

/** Fields that hold a row's id, under the name by which a reader knows them. */
const rows: Record<string, string> = {
  userId: "person",
  contactId: "contact",
  factorSetId: "factorSet",
  gridFactorId: "gridFactor",
  practiceId: "practice",
  cityId: "city",
};

function withNames({ field, before, after }: FieldChange, names: ReadonlyMap<string, string>): FieldChange {
  if (field !== "places" && !(field in rows)) return { field, before, after };
  const name = (ids: string | null) =>
    ids &&
    ids
      .split("\n")
      .map((id) => names.get(id) ?? "–")
      .join(", ");
  return { field: rows[field] ?? field, before: name(before), after: name(after) };
}

/** The names of the people and rows that the entries mention, by id. */
async function namesIn(prisma: Prisma, entries: readonly StoredEntry[]): Promise<Map<string, string>> {
  const mentioned = (...fields: string[]) =>
    entries
      .flatMap(changesOf)
      .filter(({ field }) => fields.includes(field))
      .flatMap(({ before, after }) => [before, after].flatMap((ids) => ids?.split("\n") ?? []));
  const keys = (...fields: string[]) => mentioned(...fields).filter(isRowId);
  const people = [...entries.flatMap(({ actorId }) => actorId ?? []), ...mentioned("userId")];
  const [users, contacts, sets, grid, practices, cities] = await Promise.all([
    prisma.user.findMany({ where: { id: { in: people } }, select: { id: true, name: true } }),
    prisma.contact.findMany({ where: { id: { in: keys("contactId") } } }),
    prisma.factorSet.findMany({ where: { id: { in: keys("factorSetId") } } }),
    prisma.gridFactor.findMany({ where: { id: { in: keys("gridFactorId") } } }),
    prisma.practice.findMany({ where: { id: { in: keys("practiceId") } } }),
    prisma.city.findMany({ where: { id: { in: keys("cityId", "places") } } }),
  ]);
  return new Map([
    ...[...users, ...contacts, ...cities].map(({ id, name }) => [id, name] as const),
    ...sets.map(({ id, code }) => [id, code] as const),
    ...grid.map(({ id, country, year }) => [id, `${country} ${year}`] as const),
    ...practices.map(({ id, title }) => [id, title] as const),
  ]);
}
