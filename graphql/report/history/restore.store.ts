import { encodeGlobalID } from "@pothos/plugin-relay";
import type { Transaction } from "#prisma/client.ts";
import { isValidIsoDate } from "#graphql/kernel/dates.ts";
import { NotFound } from "#graphql/kernel/errors.ts";
import { isRowId } from "#graphql/kernel/ids.ts";
import { rowThen } from "./rules.ts";

/** The columns that a form's own change sets, which a restored version therefore brings back. */
export const restorable = {
  City: ["summary", "summaryLanguage", "website", "department", "population", "populationYear", "populationSource"],
  Pilot: [
    "language",
    "title",
    "purpose",
    "description",
    "activityType",
    "area",
    "role",
    "startedOn",
    "startedPrecision",
    "endedOn",
    "endedPrecision",
    "partners",
    "replicationConditions",
    "replicationCost",
    "replicationSkills",
    "licence",
    "impactCommunicated",
    "contactId",
    "sources",
  ],
  Practice: [
    "language",
    "title",
    "summary",
    "problem",
    "solution",
    "wentWrong",
    "conditions",
    "costBand",
    "staffBand",
    "timeBand",
    "mayChange",
    "mustNotChange",
    "area",
    "activityType",
    "role",
    "stage",
    "startedOn",
    "startedPrecision",
    "endedOn",
    "endedPrecision",
    "partners",
    "contactId",
    "sources",
  ],
} as const;
type Restorable = keyof typeof restorable;

/** Entries that hold the row's own columns: a translation or a result has fields of the same names. */
const ofTheRow: Record<Restorable, string[]> = {
  City: ["city.create", "city.update"],
  Pilot: ["pilot.create", "pilot.update"],
  Practice: ["practice.create", "practice.create_from_pilot", "practice.update"],
};

/**
 * What the row's own change has to be given so that it is again as it was after this entry; fields that are so already are left
 * out, and a contact that no longer exists. A pilot's stage only goes forward, so it is not among them. Throws NotFound.
 */
export async function inputAsOf(
  tx: Transaction,
  subject: Restorable,
  row: { id: string; version: number },
  entryId: string,
): Promise<Record<string, unknown> & { version: number }> {
  const of = { subject, subjectId: row.id };
  const entry = isRowId(entryId) ? await tx.auditEntry.findFirst({ where: { ...of, id: entryId } }) : null;
  if (!entry) throw new NotFound("AuditEntry");
  const later = await tx.auditEntry.findMany({
    where: {
      ...of,
      action: { in: ofTheRow[subject] },
      OR: [{ at: { gt: entry.at } }, { at: entry.at, id: { gt: entry.id } }],
    },
    orderBy: [{ at: "desc" }, { id: "desc" }],
  });
  const now = JSON.parse(JSON.stringify(row)) as Record<string, unknown>;
  const keys = restorable[subject];
  const then = rowThen(now, keys, later);
  const changed = keys.filter((key) => JSON.stringify(now[key]) !== JSON.stringify(then[key]));
  const input: Record<string, unknown> & { version: number } = { version: row.version };
  for (const key of changed) {
    const [, name] = /^(started|ended)(?:On|Precision)$/.exec(key) ?? [];
    if (name) input[name] = partialDate(then[`${name}On`], then[`${name}Precision`]);
    else if (key !== "contactId") input[key] = then[key];
  }
  if (changed.some((key) => key === "contactId")) await addContact(tx, input, then.contactId);
  return subject === "City" ? withTwins(input, then) : input;
}

function partialDate(on: unknown, precision: unknown) {
  const date = typeof on === "string" ? on.slice(0, 10) : "";
  return isValidIsoDate(date) ? { date, precision } : null;
}

async function addContact(tx: Transaction, input: Record<string, unknown>, id: unknown): Promise<void> {
  if (typeof id !== "string") input.contactId = null;
  else if (await tx.contact.findUnique({ where: { id } })) input.contactId = encodeGlobalID("Contact", id);
}

/** A text is saved with its language, a number with its year. */
function withTwins<Input extends Record<string, unknown>>(
  input: Input,
  then: Readonly<Record<string, unknown>>,
): Input {
  const twins = { summary: "summaryLanguage", population: "populationYear" };
  const added = Object.entries(twins).flatMap(([key, twin]) => (key in input ? [[twin, then[twin]]] : []));
  return { ...input, ...Object.fromEntries(added) };
}
