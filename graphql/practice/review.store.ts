import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { refreshCity } from "#graphql/charter/standing.store.ts";
import { Forbidden, InvalidInput, type Issue } from "#graphql/kernel/errors.ts";
import type { Topics } from "#graphql/kernel/jobs.ts";
import { transitionRoles } from "#graphql/kernel/authorization.ts";
import type { practiceDecisionInput } from "./input.ts";
import { practiceSubject } from "./policy.ts";
import { missingToPublish, type PracticeAction, type PracticeMissing, practiceTransitions } from "./rules.ts";
import { follow, savePractice, type StoredPractice } from "./store.ts";
import { applyTransition } from "#graphql/kernel/transitions.ts";

/** A practice's way to publication: each step is a row with what was decided and, where others judge, what they saw. */

type Decision = P.PracticeReviewGetPayload<object>["decision"];
type Reasons = z.output<typeof practiceDecisionInput>;

const decisions = {
  request_sign_off: "sign_off_requested",
  send_back: "sent_back",
  sign_off: "signed_off",
  withdraw: "withdrawn",
  request_changes: "changes_requested",
  publish: "published",
  reopen: "reopened",
  archive: "archived",
} as const satisfies Record<PracticeAction, Decision>;

const notices: Partial<Record<PracticeAction, Topics["mail.notice"]["notice"]>> = {
  request_sign_off: "sign_off_wanted",
  request_changes: "changes_requested",
  reopen: "changes_requested",
  publish: "published",
};

const judged: readonly Decision[] = ["signed_off", "changes_requested", "published", "recommended"];
/** Steps that lead on only when nothing is missing: before the network is asked, and before the public reads it. */
const complete: readonly PracticeAction[] = ["request_sign_off", "publish"];

/** Moves a practice to its next state. Throws Forbidden, Conflict, or InvalidInput naming what must be said or is still missing. */
export async function movePractice(
  tx: Transaction,
  services: StoreServices,
  practice: StoredPractice,
  action: PracticeAction,
  { comment }: Reasons,
): Promise<void> {
  const { viewer, clock, jobs } = services;
  const { id } = practice;
  const move = applyTransition(
    practiceTransitions,
    practice.state,
    action,
    transitionRoles(viewer, practiceSubject(practice)),
  );
  if (!move.ok) throw new Forbidden(move.refusal === "not_from_this_state" ? "not_in_this_state" : "not_your_right");
  if (move.needs.includes("reason") && !comment) throw new InvalidInput([{ path: "comment", code: "required" }]);
  const issues = complete.includes(action) ? await lacking(tx, id) : [];
  if (issues.length > 0) throw new InvalidInput(issues);

  const publishedOn = action === "publish" ? new Date(clock.today()) : move.to === "published" ? undefined : null;
  await savePractice(tx, practice, practice.version, { state: move.to, publishedOn });
  await review(tx, services, id, decisions[action], comment);
  const places = await tx.practicePlace.findMany({ where: { practiceId: id } });
  for (const cityId of [...new Set([practice.cityId, ...places.map((place) => place.cityId)])].toSorted())
    await refreshCity(tx, cityId, services.jobs);
  const change = { before: { state: practice.state }, after: { state: move.to, comment } };
  await follow(tx, services, practice, { action: `practice.${action}`, ...change });
  const notice = notices[action];
  if (notice) await jobs.send(tx, "mail.notice", { notice, kind: "practice", id });
}

/** A reviewer's opinion: the state stays, the coordinator decides. */
export async function recommendPractice(
  tx: Transaction,
  services: StoreServices,
  practice: StoredPractice,
  { comment }: Reasons,
) {
  if (practice.state !== "submitted") throw new Forbidden("not_in_this_state");
  await review(tx, services, practice.id, "recommended", comment);
  await follow(tx, services, practice, { action: "practice.recommend", after: { comment } });
}

async function review(
  tx: Transaction,
  { viewer, clock }: StoreServices,
  practiceId: string,
  decision: Decision,
  comment: Reasons["comment"],
) {
  const snapshot = judged.includes(decision) ? await snapshotOf(tx, practiceId) : undefined;
  const decidedOn = new Date(clock.today());
  await tx.practiceReview.create({
    data: { practiceId, decision, comment, decidedOn, decidedById: viewer.userId, snapshot },
  });
}

/** The practice with everything that belongs to it, as plain data. */
async function snapshotOf(tx: Transaction, id: string) {
  const include = {
    places: true,
    translations: true,
    results: true,
    tools: true,
    funding: true,
    scale: true,
    concepts: { select: { concept: { select: { slug: true } } } },
  } as const;
  const practice = await tx.practice.findUniqueOrThrow({ where: { id }, include });
  return JSON.parse(JSON.stringify(practice)) as P.InputJsonObject;
}

/** Where the form asks for what is missing. */
const paths: Record<PracticeMissing, string> = {
  title_and_summary: "summary",
  problem: "problem",
  solution: "solution",
  cost_band: "costBand",
  staff_band: "staffBand",
  time_band: "timeBand",
  may_change: "mayChange",
  must_not_change: "mustNotChange",
  went_wrong: "wentWrong",
  conditions: "conditions",
  contact: "contactId",
};

async function lacking(tx: Transaction, id: string): Promise<Issue[]> {
  const practice = await tx.practice.findUniqueOrThrow({ where: { id }, include: { translations: true } });
  const texts = [practice, ...practice.translations];
  return missingToPublish({ ...practice, texts }).map((code) => ({ path: paths[code], code: `missing_${code}` }));
}
