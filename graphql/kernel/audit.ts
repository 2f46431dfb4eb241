import type { Prisma } from "#prisma/generated/client/client.ts";
import type { Transaction } from "#prisma/client.ts";
import { actingRole, actsOnBehalf, type Subject, type Viewer } from "./authorization.ts";

export type AuditRecord = {
  action: string;
  subject:
    | "City"
    | "Accession"
    | "Pilot"
    | "Practice"
    | "Contact"
    | "Membership"
    | "User"
    | "Inventory"
    | "Baseline"
    | "FootprintPlan"
    | "SavedSearch"
    | "SearchQuestion";
  subjectId: string;
  cities: Subject;
  before?: object | null;
  after?: object | null;
};

/** Writes who changed what, before and after, in the change's own transaction. Unchanged fields are left out. */
export async function record(tx: Transaction, viewer: Viewer, change: AuditRecord): Promise<void> {
  const { before, after } = differing(change.before ?? {}, change.after ?? {});
  await tx.auditEntry.create({
    data: {
      actorId: viewer.userId,
      onBehalf: change.cities.cityIds.length > 0 && actsOnBehalf(viewer, change.cities),
      role: actingRole(viewer, change.cities),
      action: change.action,
      subject: change.subject,
      subjectId: change.subjectId,
      cityId: change.cities.cityIds[0] ?? null,
      before,
      after,
    },
  });
}

function differing(before: object, after: object) {
  const old = plain(before);
  const fresh = plain(after);
  const differs = (key: string) => JSON.stringify(old[key]) !== JSON.stringify(fresh[key]);
  // A day says little without its precision, and the other way round.
  const twin = (key: string) => key.replace(/(On|Precision)$/, (end) => (end === "On" ? "Precision" : "On"));
  const keys = Object.keys({ ...old, ...fresh }).filter((key) => differs(key) || differs(twin(key)));
  const pick = (from: Record<string, Prisma.InputJsonValue>) =>
    Object.fromEntries(
      keys.filter((key) => from[key] !== undefined).map((key) => [key, from[key]]),
    ) as Prisma.InputJsonObject;
  return { before: pick(old), after: pick(fresh) };
}

function plain(value: object): Record<string, Prisma.InputJsonValue> {
  return JSON.parse(JSON.stringify(value)) as Record<string, Prisma.InputJsonValue>;
}
