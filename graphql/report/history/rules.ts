/** What a reader sees of the history: which fields, between which days, as what. */

export type FieldChange = { field: string; before: string | null; after: string | null };
type Row = Readonly<Record<string, unknown>>;

/** Kinds of rows that the public reads the history of, with the fields that tell whether the row was public. */
export const publicWhen = {
  Pilot: { keys: ["state"], isOpen: ({ state }: Row) => state === "submitted" || state === "accepted" },
  Practice: { keys: ["state"], isOpen: ({ state }: Row) => state === "published" },
  Inventory: { keys: ["state"], isOpen: ({ state }: Row) => state === "published" || state === "superseded" },
  Baseline: { keys: ["state"], isOpen: ({ state }: Row) => state === "active" || state === "superseded" },
  Accession: {
    keys: ["signed", "signedNotLaterThan", "documentsCompleteOn", "listedOn", "renewedOn"],
    isOpen: (row: Row) => Object.values(row).some((value) => value != null),
  },
} as const;
export type PublicSubject = keyof typeof publicWhen;

const texts = ["language", "title"] as const;
const document = ["kind", "title", "url", "receivedOn"] as const;
const ceremony = ["kind", "place", "heldOn", "note"] as const;
const baseline = [
  "state",
  "reason",
  "explanation",
  "language",
  "perimeters",
  "tenures",
  "kg",
  "adjustmentKg",
  "changePercent",
  "thresholdPercent",
  "requestedOn",
  "decidedOn",
  "years",
] as const;
const accession = [
  "charterVersion",
  "versionInferred",
  "interestedOn",
  "councilDecided",
  "applicationReceivedOn",
  "signed",
  "signedNotLaterThan",
  "signatoryName",
  "signatoryRole",
  "documentsCompleteOn",
  "listedOn",
  "renewedOn",
  "withdrawnOn",
  "lapsedOn",
  "groupName",
  "groupSize",
  "groupMembers",
  "note",
] as const;

/** All that the public reads, action by action: what a public type shows of what is done to a public row. */
export const publicFields: Readonly<Record<string, readonly string[]>> = {
  "city.update": [
    "summary",
    "summaryLanguage",
    "website",
    "department",
    "population",
    "populationYear",
    "populationSource",
  ],
  "accession.admit": accession,
  "accession.update": accession,
  "accession.add_ceremony": ceremony,
  "accession.remove_ceremony": ceremony,
  "accession.add_document": document,
  "accession.remove_document": document,
  "accession.extend": ["commitment", "deadline", "reason", "decidedOn"],
  "accession.withdraw": ["withdrawnOn"],
  "accession.lapse": ["lapsedOn"],
  "accession.reinstate": ["withdrawnOn", "lapsedOn"],
  "pilot.sign_off": ["state"],
  "pilot.accept": ["state", "exception"],
  "pilot.log": ["stage", "enteredOn", "text", "nextMilestone", "nextMilestoneOn"],
  "pilot.translate": [...texts, "purpose", "description"],
  "pilot.move_slot": ["slot"],
  "pilot.early_start": ["earlyStartAccepted"],
  "practice.publish": ["state"],
  "practice.translate": [...texts, "summary", "problem", "solution", "wentWrong", "conditions"],
  "footprint.publish": ["state"],
  "footprint.supersede": ["state"],
  "footprint.choose_baseline": baseline,
  "footprint.approve_recalculation": baseline,
  "footprint.plan": ["thresholdPercent", "path"],
};

type Step = { id: string; at: Date; before: unknown; after: unknown };
export type Spell = { from: Date | null; until: Date | null; openedBy: string | null };

/**
 * From when until when a row was public, told backwards from what it is now. `steps` are the entries that changed what decides
 * on it, oldest first; before the first of them the row was what that one says it was.
 */
export function openSpells(subject: PublicSubject, now: Row, steps: readonly Step[]): Spell[] {
  const { keys, isOpen } = publicWhen[subject];
  const pick = (row: Row) => Object.fromEntries(keys.map((key) => [key, row[key] ?? null]));
  const spells: Spell[] = [];
  let row: Row = pick(now);
  let until: Date | null = null;
  for (const { id, at, before, after } of steps.toReversed()) {
    const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
    const touched = keys.filter((key) => key in old || key in fresh);
    const earlier: Row = { ...row, ...Object.fromEntries(touched.map((key) => [key, old[key] ?? null])) };
    if (isOpen(row) && !isOpen(earlier)) spells.push({ from: at, until, openedBy: id });
    if (!isOpen(row) && isOpen(earlier)) until = at;
    row = earlier;
  }
  return isOpen(row) ? [...spells, { from: null, until, openedBy: null }] : spells;
}

/** Actions of the network in its own right, which it never does for a city. */
const ownActs = new Set([
  "pilot.recommend",
  "pilot.request_changes",
  "pilot.accept",
  "pilot.refuse",
  "pilot.reopen",
  "pilot.early_start",
  "practice.recommend",
  "practice.request_changes",
  "practice.publish",
  "practice.reopen",
  "footprint.request_changes",
  "footprint.publish",
  "footprint.supersede",
  "footprint.approve_recalculation",
  "footprint.refuse_recalculation",
  "footprint.reopen_recalculation",
  "review.declare_interest",
  "review.withdraw_interest",
  "accession.reinstate",
  "city.create",
  "accession.admit",
  "accession.lapse",
  "accession.extend",
  "search.answer",
]);

/** Whether what the network did is told as done for the city. */
export function isOnBehalf(entry: { onBehalf: boolean; action: string }): boolean {
  return entry.onBehalf && !ownActs.has(entry.action);
}

/** Keys, derived columns, and who did it, which the entry itself says. */
const silent = new Set([
  "id",
  "slug",
  "version",
  "sourceVersion",
  "createdAt",
  "updatedAt",
  "demonstration",
  "fromLiterature",
  "position",
  "pilotId",
  "inventoryId",
  "copiedFromId",
  "replacedId",
  "authorId",
  "onBehalf",
  "decidedById",
  "requestedById",
  "acceptedById",
  "acceptedOn",
  "publishedOn",
  "standing",
  "charterCode",
  "signedOn",
  "countingPilots",
  "listed",
  "lead",
  "confirmed",
  "origin",
]);
/** Of an inventory as a whole these are sums; of a line `embodiedKg` was entered. */
const sums = ["lineCount", "complete", "kwh", "useKg", "embodiedKg", "totalKg", "lowKg", "highKg", "kwhByCountry"];

/** What changed, field by field, as text. */
export function changesOf({ action, before, after }: { action: string; before: unknown; after: unknown }) {
  const [old, fresh] = [shown(fieldsOf(before)), shown(fieldsOf(after))];
  const unsaid = new Set(action.endsWith("_line") ? silent : [...silent, ...sums]);
  return Object.keys({ ...old, ...fresh })
    .filter((field) => !unsaid.has(field) && !(field === "cityId" && action !== "pilot.invite_city"))
    .filter((field) => field !== "practiceId" || action === "search.answer")
    .map((field): FieldChange => ({ field, before: textOf(old[field]), after: textOf(fresh[field]) }))
    .filter((change) => change.before !== change.after);
}

function fieldsOf(value: unknown): Record<string, unknown> {
  return value && typeof value === "object" ? { ...value } : {};
}

/** A log entry's fields beside its pilot's, and a day with its precision as one field. */
function shown({ entry, ...row }: Record<string, unknown>): Record<string, unknown> {
  const flat: Record<string, unknown> = { ...row, ...fieldsOf(entry) };
  for (const name of ["started", "ended"]) {
    const [day, precision] = [flat[`${name}On`], flat[`${name}Precision`]];
    for (const key of [`${name}On`, `${name}Precision`]) delete flat[key];
    if (day !== undefined) flat[name] = known(day, precision);
  }
  return flat;
}

const length: Record<string, number> = { day: 10, month: 7, year: 4, unknown: 0 };

function known(day: unknown, precision: unknown): string | null {
  const kept = typeof precision === "string" ? length[precision] : undefined;
  return typeof day === "string" ? day.slice(0, kept ?? 10) || null : null;
}

function textOf(value: unknown): string | null {
  if (value == null || value === "" || (Array.isArray(value) && value.length === 0)) return null;
  if (typeof value === "string") return value.replace(/T00:00:00\.000Z$/, "");
  const plain = Array.isArray(value) && value.every((item) => typeof item === "string" || typeof item === "number");
  return plain ? value.join("\n") : JSON.stringify(value);
}

/** Steps that change the row itself, not a part of it such as a result or a line. */
const wholeRow =
  /\.(create|create_from_pilot|update|scale|funding|concepts|places|admit|start|plan|withdraw|lapse|reinstate|archive|restore|sign_off|accept|refuse|reopen|publish|supersede|choose_baseline|\w+_recalculation|request_sign_off|request_changes|send_back)$/;
const onlyThen = new Set(["comment", "rule", "decisionComment"]);

/** What differs between two moments: the first value from before the steps, the last one from after them. Oldest step first. */
export function folded(steps: readonly { action: string; changes: readonly FieldChange[] }[]): FieldChange[] {
  const fields = new Map<string, FieldChange>();
  for (const { changes } of steps.filter(({ action }) => wholeRow.test(action)))
    for (const { field, before, after } of changes.filter(({ field: name }) => !onlyThen.has(name)))
      fields.set(field, { field, before: fields.has(field) ? (fields.get(field)?.before ?? null) : before, after });
  return [...fields.values()].filter(({ before, after }) => before !== after);
}

/** What a row was after a step, told backwards from what it is: `later` are the steps since then, newest first. */
export function rowThen(now: Row, keys: readonly string[], later: readonly { before: unknown; after: unknown }[]): Row {
  const row: Record<string, unknown> = Object.fromEntries(keys.map((key) => [key, now[key]]));
  for (const { before, after } of later) {
    const [old, fresh] = [fieldsOf(before), fieldsOf(after)];
    for (const key of keys) if (key in old || key in fresh) row[key] = old[key] ?? null;
  }
  return row;
}
