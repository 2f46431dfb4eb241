import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { dateFaults } from "./dates.rules.ts";
import { firstDay, knownPart, refuse } from "./admission.store.ts";
import { record } from "#graphql/kernel/audit.ts";
import type { ceremonyInput, documentInput, endingInput, extensionInput, reinstatementInput } from "./input.ts";
import { transitionRoles } from "#graphql/kernel/authorization.ts";
import { accessionState, accessionTransitions, hasEnded } from "./rules.ts";
import type { Aggregate } from "#graphql/kernel/change.ts";
import { accessionSubject, visibleAccessions } from "./policy.ts";
import { clockInclude, clockOf, type StoredAccession, stepsOf } from "./store.ts";
import { refreshCity } from "./standing.store.ts";
import { earliestDay, isBefore, toIsoDate, toPartialDate } from "#graphql/kernel/dates.ts";
import { Forbidden } from "#graphql/kernel/errors.ts";
import { applyTransition } from "#graphql/kernel/transitions.ts";

/** What is kept beside an accession's own dates: ceremonies, documents, extensions, and its end. */

type Owner = { id: string; cityId: string };
/** A row of an accession, which is changed by those who may change that. */
export type AccessionPart = { id: string; accession: StoredAccession };

const ofItsAccession = {
  subject: ({ accession }: AccessionPart) => accessionSubject(accession),
  lock: ({ accession }: AccessionPart) => ({ table: "Accession", id: accession.id }) as const,
};

export const ceremonies: Aggregate<AccessionPart> = {
  type: "Ceremony",
  find: (db, { viewer }, id) =>
    db.ceremony.findFirst({ where: { id, accession: visibleAccessions(viewer) }, include: { accession: true } }),
  ...ofItsAccession,
};

export const documents: Aggregate<AccessionPart> = {
  type: "AccessionDocument",
  find: (db, { viewer }, id) =>
    db.accessionDocument.findFirst({
      where: { id, accession: visibleAccessions(viewer) },
      include: { accession: true },
    }),
  ...ofItsAccession,
};

async function follow(
  tx: Transaction,
  { viewer, jobs }: StoreServices,
  owner: Owner,
  action: string,
  change: { before?: object; after?: object },
) {
  const cities = { cityIds: [owner.cityId] };
  await record(tx, viewer, {
    action: `accession.${action}`,
    subject: "Accession",
    subjectId: owner.id,
    cities,
    ...change,
  });
  await refreshCity(tx, owner.cityId, jobs);
}

/** Records a ceremony that was held. */
export async function addCeremony(
  tx: Transaction,
  services: StoreServices,
  owner: Owner,
  input: z.output<typeof ceremonyInput>,
) {
  if ((earliestDay({ ...input.on, date: input.on.date ?? null }) ?? "") > services.clock.today()) {
    refuse({ path: "on", code: "date_in_future" });
  }
  const { date, precision } = firstDay(input.on);
  const { kind, place, note } = input;
  const ceremony = { kind, place: place ?? null, note: note ?? null };
  await tx.ceremony.create({ data: { ...ceremony, heldOn: date, precision, accessionId: owner.id } });
  await follow(tx, services, owner, "add_ceremony", { after: { ...ceremony, heldOn: knownPart(date, precision) } });
}

export async function removeCeremony(tx: Transaction, services: StoreServices, owner: Owner, id: string) {
  const { kind, place, heldOn, precision, note } = await tx.ceremony.delete({ where: { id, accessionId: owner.id } });
  const before = { kind, place, heldOn: knownPart(heldOn, precision), note };
  await follow(tx, services, owner, "remove_ceremony", { before });
}

/** Records a document that the secretariat has received. */
export async function addDocument(
  tx: Transaction,
  services: StoreServices,
  owner: Owner,
  input: z.output<typeof documentInput>,
) {
  const { kind, title, url = null, receivedOn = null } = input;
  if (receivedOn && receivedOn > services.clock.today()) refuse({ path: "receivedOn", code: "date_in_future" });
  const document = { kind, title, url, receivedOn };
  const data = { ...document, receivedOn: receivedOn ? new Date(receivedOn) : null, accessionId: owner.id };
  await tx.accessionDocument.create({ data });
  await follow(tx, services, owner, "add_document", { after: document });
}

export async function removeDocument(tx: Transaction, services: StoreServices, owner: Owner, id: string) {
  const { kind, title, url, receivedOn } = await tx.accessionDocument.delete({ where: { id, accessionId: owner.id } });
  const before = { kind, title, url, receivedOn: receivedOn && toIsoDate(receivedOn) };
  await follow(tx, services, owner, "remove_document", { before });
}

/**
 * Moves one deadline to a later day. The row is locked first, so that two extensions granted at once are judged one after the
 * other; what the rules then make of the new day must be that day, else it is refused.
 */
export async function grantExtension(
  tx: Transaction,
  services: StoreServices,
  owner: Owner,
  input: z.output<typeof extensionInput>,
) {
  const today = services.clock.today();
  const { commitment, newDate, decidedOn, reason } = input;
  if (decidedOn > today) refuse({ path: "decidedOn", code: "date_in_future" });
  const version = { increment: 1 };
  const accession = await tx.accession.update({ where: { id: owner.id }, data: { version }, include: clockInclude });
  if (hasEnded(accessionState(stepsOf(accession)))) throw new Forbidden("not_in_this_state");
  const hand = clockOf(accession, today).find((entry) => entry.commitment.kind === commitment);
  if (!hand || hand.deadline.status !== "known") return refuse({ path: "commitment", code: "no_deadline_to_extend" });
  const { due, extended } = hand.deadline;
  if (newDate <= due.date) refuse({ path: "newDate", code: "not_after_deadline" });
  if ((extended.at(-1)?.decidedOn ?? "") > decidedOn) refuse({ path: "decidedOn", code: "before_last_decision" });
  const signed = toPartialDate(accession.signedOn, accession.signedPrecision, accession.signedNotLaterThan);
  if (isBefore({ date: decidedOn, precision: "day" }, signed) === "yes")
    refuse({ path: "decidedOn", code: "before_signature" });
  const row = { commitment, newDate: new Date(newDate), reason, decidedOn: new Date(decidedOn) };
  await tx.extension.create({ data: { ...row, accessionId: owner.id, decidedById: services.viewer.userId } });
  const after = await tx.accession.findUniqueOrThrow({ where: { id: owner.id }, include: clockInclude });
  const moved = clockOf(after, today).find((entry) => entry.commitment.kind === commitment)?.deadline;
  if (moved?.status !== "known" || moved.due.date !== newDate) refuse({ path: "newDate", code: "not_after_deadline" });
  await follow(tx, services, owner, "extend", {
    before: { commitment: null, deadline: due.date },
    after: { commitment, deadline: newDate, reason, decidedOn },
  });
}

/** Records that a city leaves (withdraw) or is struck off (lapse). A reason is needed once it has signed. */
export async function endAccession(
  tx: Transaction,
  services: StoreServices,
  owner: Owner,
  action: "withdraw" | "lapse",
  { on, reason }: z.output<typeof endingInput>,
) {
  const version = { increment: 1 };
  const row = await tx.accession.update({ where: { id: owner.id }, data: { version } });
  const roles = transitionRoles(services.viewer, { cityIds: [owner.cityId] });
  const step = applyTransition(accessionTransitions, accessionState(stepsOf(row)), action, roles);
  if (!step.ok) throw new Forbidden(step.refusal === "not_from_this_state" ? "not_in_this_state" : "not_your_right");
  if (step.needs.includes("reason") && !reason) refuse({ path: "reason", code: "required" });
  const field = action === "withdraw" ? "withdrawnOn" : "lapsedOn";
  const steps = { ...stepsOf(row), [field]: on };
  const faults = dateFaults({ steps, today: services.clock.today() }).filter(({ path }) => path === field);
  refuse(...faults.map(({ code }) => ({ path: "on", code })));
  if (accessionState(steps) !== step.to) refuse({ path: "on", code: "before_last_step" });
  await tx.accession.update({ where: { id: owner.id }, data: { [field]: new Date(on) } });
  const was = row[field];
  await follow(tx, services, owner, action, {
    before: { [field]: was && toIsoDate(was) },
    after: { [field]: on, reason: reason ?? null },
  });
}

/** Takes the end of a membership back: the city is again what its other dates make it. Throws Forbidden where none has ended. */
export async function reinstateAccession(
  tx: Transaction,
  services: StoreServices,
  owner: StoredAccession,
  { reason }: z.output<typeof reinstatementInput>,
) {
  const state = accessionState(stepsOf(owner));
  if (!hasEnded(state)) throw new Forbidden("not_in_this_state");
  const field = state === "withdrawn" ? "withdrawnOn" : "lapsedOn";
  const was = owner[field];
  const version = { increment: 1 };
  await tx.accession.update({ where: { id: owner.id }, data: { [field]: null, version } });
  await follow(tx, services, owner, "reinstate", {
    before: { [field]: was && toIsoDate(was) },
    after: { [field]: null, reason },
  });
}
