import type { z } from "zod";
import { type Subject, transitionRoles } from "#graphql/kernel/authorization.ts";
import type { StoreServices } from "#graphql/kernel/context.ts";
import { Forbidden, InvalidInput, type Issue } from "#graphql/kernel/errors.ts";
import { applyTransition, type Need, type Transition } from "#graphql/kernel/transitions.ts";
import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import type { stepInput } from "./input.ts";
import { decisionOf, keepsSnapshot, type ReviewAction } from "./rules.ts";

/** What differs between the things that a city submits and the network decides on. */
export type Reviewable<Row extends { id: string; state: State }, State extends string, A extends ReviewAction> = {
  kind: "pilot" | "practice" | "inventory" | "baseline";
  transitions: readonly Transition<State, A>[];
  subject(row: Row): Subject;
  /** What is still missing, each at the field where a form asks for it. */
  lacking(tx: Transaction, row: Row, today: string): Promise<Issue[]>;
  /** The row with everything that belongs to it. */
  image(db: Prisma | Transaction, id: string): Promise<object>;
  /** Saves the new state and what goes with it, the history included. */
  settle(tx: Transaction, services: StoreServices, row: Row, step: ReviewStep<State, A>): Promise<void>;
};

export type ReviewStep<State extends string, A extends ReviewAction> = z.output<typeof stepInput> & {
  action: A;
  to: State;
};

/** Takes one step of a review. Throws Forbidden, Conflict, or InvalidInput naming what must be said or is still missing. */
export async function takeStep<Row extends { id: string; state: State }, State extends string, A extends ReviewAction>(
  tx: Transaction,
  services: StoreServices,
  reviewed: Reviewable<Row, State, A>,
  row: Row,
  said: z.output<typeof stepInput> & { action: A },
): Promise<void> {
  const { viewer, clock, jobs } = services;
  const roles = transitionRoles(viewer, reviewed.subject(row));
  const move = applyTransition(reviewed.transitions, row.state, said.action, roles);
  if (!move.ok) throw new Forbidden(move.refusal === "not_from_this_state" ? "not_in_this_state" : "not_your_right");
  const exceptional = move.needs.includes("complete_or_exception");
  const judges = exceptional || move.needs.includes("complete");
  const gaps = judges ? await reviewed.lacking(tx, row, clock.today()) : [];
  const issues = [...unsaid(move.needs, said), ...(exceptional ? unexcused(gaps, said.exception) : gaps)];
  if (issues.length > 0) throw new InvalidInput(issues);

  const rule = move.needs.includes("rule") ? said.rule : null;
  const exception = gaps.length > 0 ? said.exception : null;
  await reviewed.settle(tx, services, row, { ...said, rule, exception, to: move.to });
  const snapshot = keepsSnapshot(said.action) ? plain(await reviewed.image(tx, row.id)) : undefined;
  await tx.review.create({
    data: {
      [`${reviewed.kind}Id`]: row.id,
      decision: decisionOf[said.action],
      rule,
      exception,
      snapshot,
      comment: said.comment,
      lacking: gaps.map(({ code }) => code.replace(/^missing_/, "")),
      decidedOn: new Date(clock.today()),
      decidedById: viewer.userId,
      demonstration: "demonstration" in row && row.demonstration === true,
    },
  });
  if (move.notice && reviewed.kind !== "baseline")
    await jobs.send(tx, "mail.notice", { notice: move.notice, kind: reviewed.kind, id: row.id });
}

function unsaid(needs: readonly Need[], { comment, rule }: z.output<typeof stepInput>): Issue[] {
  const issues: Issue[] = [];
  if (needs.includes("rule") && !rule) issues.push({ path: "rule", code: "required" });
  if (needs.includes("reason") && !comment) issues.push({ path: "comment", code: "required" });
  return issues;
}

/** Accepting what lacks something needs a reason that everybody may read; one that nothing calls for is a mistake. */
function unexcused(gaps: readonly Issue[], exception: string | null | undefined): Issue[] {
  if (gaps.length > 0 && !exception)
    return [{ path: "exception", code: "exception_needed", params: { count: gaps.length } }];
  return gaps.length === 0 && exception ? [{ path: "exception", code: "nothing_missing" }] : [];
}

/** As it is stored: dates and decimals as text. */
export function plain(image: object): P.InputJsonObject {
  return JSON.parse(JSON.stringify(image)) as P.InputJsonObject;
}
