import { decodeGlobalID } from "@pothos/plugin-relay";
import type { Prisma } from "#prisma/client.ts";
import { can, type Viewer } from "#graphql/kernel/authorization.ts";
import { visibleAccessions } from "../charter/policy.ts";
import { visibleCities } from "../city/policy.ts";
import { Forbidden, NotFound } from "#graphql/kernel/errors.ts";
import { localId } from "#graphql/kernel/ids.ts";
import { pilotSubject, visiblePilots } from "../pilot/policy.ts";
import { visiblePractices } from "../practice/policy.ts";

export type FieldChange = { field: string; before: string | null; after: string | null };
export type HistoryEntry = {
  at: Date;
  actorName: string | null;
  onBehalf: boolean;
  action: string;
  changes: FieldChange[];
};

type Asker = { prisma: Prisma; viewer: Viewer };

const silent = new Set(["id", "version", "createdAt", "updatedAt"]);

/**
 * Who changed what of a city, accession, pilot or practice, newest first. For its own people and the network's: others get
 * NotFound for what they may not see and Forbidden for what they may.
 */
export async function historyOf({ prisma, viewer }: Asker, globalId: string, first: number): Promise<HistoryEntry[]> {
  const { subject, id, cityIds } = await subjectOf({ prisma, viewer }, globalId);
  if (!can(viewer, "audit.read", { cityIds }) && !can(viewer, "city.read_drafts", { cityIds })) {
    throw new Forbidden(viewer.userId ? "not_your_right" : "sign_in_first");
  }
  const where = { subject, subjectId: id };
  const entries = await prisma.auditEntry.findMany({
    where,
    orderBy: [{ at: "desc" }, { id: "desc" }],
    take: Math.min(first, 100),
  });
  const actorIds = entries.flatMap(({ actorId }) => actorId ?? []);
  const actors = await prisma.user.findMany({ where: { id: { in: actorIds } }, select: { id: true, name: true } });
  const names = new Map(actors.map(({ id: actorId, name }) => [actorId, name]));
  return entries.map(({ at, actorId, onBehalf, action, before, after }) => ({
    at,
    onBehalf,
    action,
    actorName: names.get(actorId ?? "") ?? null,
    changes: changesOf(before, after),
  }));
}

async function subjectOf({ prisma, viewer }: Asker, globalId: string) {
  const subject = typenameOf(globalId);
  const id = localId(globalId, subject);
  const cityIds = await {
    City: async () => (await prisma.city.findFirst({ where: { id, AND: visibleCities(viewer) } })) && [id],
    Accession: async () =>
      one((await prisma.accession.findFirst({ where: { id, AND: visibleAccessions(viewer) } }))?.cityId),
    Pilot: async () => {
      const pilot = await prisma.pilot.findFirst({
        where: { id, AND: visiblePilots(viewer) },
        include: { cities: true },
      });
      return pilot && [...pilotSubject(pilot).cityIds];
    },
    Practice: async () => {
      const practice = await prisma.practice.findFirst({ where: { id, AND: visiblePractices(viewer) } });
      return practice && (one(practice.cityId) ?? []);
    },
  }[subject]();
  if (!cityIds) throw new NotFound(subject);
  return { subject, id, cityIds };
}

function one(cityId: string | null | undefined): string[] | null {
  return cityId ? [cityId] : null;
}

function typenameOf(globalId: string): "Accession" | "City" | "Pilot" | "Practice" {
  let typename = "";
  try {
    typename = decodeGlobalID(globalId).typename;
  } catch {
    throw new NotFound("Subject");
  }
  if (typename === "Accession" || typename === "City" || typename === "Pilot" || typename === "Practice")
    return typename;
  throw new NotFound("Subject");
}

function changesOf(before: unknown, after: unknown): FieldChange[] {
  const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
  return Object.keys({ ...old, ...fresh })
    .filter((field) => !silent.has(field))
    .map((field) => ({ field, before: textOf(old[field]), after: textOf(fresh[field]) }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return value && typeof value === "object" ? { ...value } : {};
}

function textOf(value: unknown): string | null {
  if (value == null || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === "string") return value.replace(/T00:00:00\.000Z$/, "");
  return Array.isArray(value) && value.every((item) => typeof item === "string")
    ? value.join("\n")
    : JSON.stringify(value);
}
