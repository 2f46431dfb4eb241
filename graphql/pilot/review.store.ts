import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { refreshCity } from "#graphql/charter/standing.store.ts";
import { Forbidden, InvalidInput, type Issue } from "#graphql/kernel/errors.ts";
import type { Topics } from "#graphql/kernel/jobs.ts";
import { factColumns, missingForPilot } from "./facts.store.ts";
import type { decisionInput } from "./input.ts";
import { pilotSubject } from "./policy.ts";
import { transitionRoles } from "#graphql/kernel/authorization.ts";
import { type MissingCode, type PilotAction, pilotTransitions } from "./rules.ts";
import { follow, savePilot, type StoredPilot } from "./store.ts";
import { applyTransition } from "#graphql/kernel/transitions.ts";

/** A pilot's way through review: each step is a row with what was decided and, where others judge, what they saw. */

type Decision = P.PilotReviewGetPayload<object>["decision"];
type Reasons = z.output<typeof decisionInput>;

const decisions = {
  request_sign_off: "sign_off_requested",
  send_back: "sent_back",
  sign_off: "signed_off",
  withdraw: "withdrawn",
  request_changes: "changes_requested",
  accept: "accepted",
  refuse: "refused",
  reopen: "reopened",
  archive: "archived",
} as const satisfies Record<PilotAction, Decision>;

const notices: Partial<Record<PilotAction, Topics["mail.notice"]["notice"]>> = {
  request_sign_off: "sign_off_wanted",
  request_changes: "changes_requested",
  accept: "accepted",
  refuse: "refused",
};

const judged: readonly Decision[] = ["signed_off", "changes_requested", "accepted", "refused", "recommended"];

/** Moves a pilot to its next state. Throws Forbidden, Conflict, or InvalidInput naming what must be said or is still missing. */
export async function movePilot(
  tx: Transaction,
  services: StoreServices,
  pilot: StoredPilot,
  action: PilotAction,
  reasons: Reasons,
): Promise<void> {
  const { viewer, clock, jobs } = services;
  const cities = pilotSubject(pilot);
  const move = applyTransition(pilotTransitions, pilot.state, action, transitionRoles(viewer, cities));
  if (!move.ok) throw new Forbidden(move.refusal === "not_from_this_state" ? "not_in_this_state" : "not_your_right");
  const unsaid: Issue[] = [];
  if (move.needs.includes("rule") && !reasons.rule) unsaid.push({ path: "rule", code: "required" });
  if (move.needs.includes("reason") && !reasons.comment) unsaid.push({ path: "comment", code: "required" });
  const issues = action === "request_sign_off" ? await lacking(tx, pilot.id, clock.today()) : unsaid;
  if (issues.length > 0) throw new InvalidInput(issues);

  const acceptedOn = action === "accept" ? new Date(clock.today()) : action === "reopen" ? null : undefined;
  await savePilot(tx, pilot, pilot.version, { state: move.to, acceptedOn });
  if (action === "archive") await tx.pilotCity.updateMany({ where: { pilotId: pilot.id }, data: { slot: null } });
  const rule = action === "refuse" ? reasons.rule : null;
  await review(tx, services, pilot.id, { decision: decisions[action], comment: reasons.comment, rule });
  // In one order, so that decisions on two shared pilots do not wait for each other.
  for (const cityId of cities.cityIds.toSorted()) await refreshCity(tx, cityId, services.jobs);
  const change = { before: { state: pilot.state }, after: { state: move.to, rule, comment: reasons.comment } };
  await follow(tx, services, pilot.id, { action: `pilot.${action}`, cities, ...change });
  const notice = notices[action];
  if (notice) await jobs.send(tx, "mail.notice", { notice, kind: "pilot", id: pilot.id });
}

/** A reviewer's opinion: the state stays, the coordinator decides. */
export async function recommendPilot(
  tx: Transaction,
  services: StoreServices,
  pilot: StoredPilot,
  { comment }: Reasons,
) {
  if (pilot.state !== "submitted") throw new Forbidden("not_in_this_state");
  await review(tx, services, pilot.id, { decision: "recommended", comment });
  await follow(tx, services, pilot.id, { action: "pilot.recommend", cities: pilotSubject(pilot), after: { comment } });
}

async function review(
  tx: Transaction,
  { viewer, clock }: StoreServices,
  pilotId: string,
  entry: { decision: Decision; comment?: string | null; rule?: Reasons["rule"] },
) {
  const snapshot = judged.includes(entry.decision) ? await snapshotOf(tx, pilotId) : undefined;
  const decidedOn = new Date(clock.today());
  await tx.pilotReview.create({ data: { ...entry, pilotId, decidedOn, decidedById: viewer.userId, snapshot } });
}

/** The pilot with everything that belongs to it, as plain data. */
async function snapshotOf(tx: Transaction, id: string) {
  const include = {
    cities: true,
    translations: true,
    entries: true,
    results: true,
    funding: true,
    scale: true,
    concepts: { select: { concept: { select: { slug: true } } } },
  } as const;
  const pilot = await tx.pilot.findUniqueOrThrow({ where: { id }, include });
  return JSON.parse(JSON.stringify(pilot)) as P.InputJsonObject;
}

/** Where the form asks for what is missing. */
const paths: Record<MissingCode, string> = {
  title: "title",
  purpose: "purpose",
  area: "area",
  role: "role",
  stage: "stage",
  started_on: "started",
  scale: "scale",
  replicability: "replicationConditions",
  result_with_evidence: "results",
  impact_communicated: "impactCommunicated",
  status_entry: "entries",
  contact: "contactId",
  sign_off: "",
  review: "",
};

const fieldOfPart = {
  conditions: "replicationConditions",
  cost: "replicationCost",
  skills: "replicationSkills",
} as const;

async function lacking(tx: Transaction, id: string, today: string): Promise<Issue[]> {
  const pilot = await tx.pilot.findUniqueOrThrow({ where: { id }, include: factColumns });
  return missingForPilot(pilot, today)
    .filter(({ code }) => paths[code] !== "")
    .map(({ code, parts: [part] = [] }) => ({ path: part ? fieldOfPart[part] : paths[code], code: `missing_${code}` }));
}
