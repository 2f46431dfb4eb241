import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { EVIDENCE_LEVELS, evidenceOf } from "#graphql/vocabulary/evidence.rules.ts";
import {
  editable,
  missingToPublish,
  type PracticeAction,
  type PracticeFacts,
  type PracticeState,
  practiceTransitions,
} from "#graphql/practice/rules.ts";
import { applyTransition, possibleActions, type TransitionRole } from "#graphql/kernel/transitions.ts";

const STATES: PracticeState[] = [
  "draft",
  "awaiting_sign_off",
  "submitted",
  "changes_requested",
  "published",
  "archived",
];

describe("towards publication", () => {
  const go = (state: PracticeState, action: PracticeAction, role: TransitionRole) =>
    applyTransition(practiceTransitions, state, action, [role]);

  test("editor, approver and coordinator each have their step", () => {
    expect(go("draft", "request_sign_off", "editor")).toMatchObject({ to: "awaiting_sign_off" });
    expect(go("awaiting_sign_off", "sign_off", "approver")).toMatchObject({ to: "submitted" });
    expect(go("submitted", "publish", "coordinator")).toMatchObject({ to: "published" });
    expect(go("submitted", "publish", "approver")).toEqual({ ok: false, refusal: "not_allowed_for_role" });
    expect(go("draft", "publish", "coordinator")).toEqual({ ok: false, refusal: "not_from_this_state" });
    expect(go("published", "archive", "approver")).toMatchObject({ to: "archived" });
  });

  test("only a draft or one sent back for changes is editable, and from the archive there is one way back", () => {
    expect(STATES.filter(editable)).toEqual(["draft", "changes_requested"]);
    const roles: TransitionRole[] = ["editor", "approver", "coordinator", "reviewer"];
    expect(STATES.filter((state) => possibleActions(practiceTransitions, state, roles).length === 0)).toEqual([]);
    expect(possibleActions(practiceTransitions, "archived", roles)).toEqual(["restore"]);
  });
});

const complete: PracticeFacts = {
  texts: [{ language: "fr", title: "Bureau idéal", summary: "Vingt bureaux" }],
  problem: "p",
  solution: "s",
  costBand: "unknown",
  staffBand: "under_1",
  timeBand: "1_3y",
  mayChange: "m",
  mustNotChange: "n",
  wentWrong: "w",
  conditions: "c",
  contactId: "id",
};

describe("what a practice lacks to be published", () => {
  test("nothing, when one language has title and summary", () => {
    expect(missingToPublish(complete)).toEqual([]);
    const half = { language: "en", title: "Ideal office", summary: null };
    expect(missingToPublish({ ...complete, texts: [half, ...complete.texts] })).toEqual([]);
  });

  test("what went wrong is required", () => {
    expect(missingToPublish({ ...complete, wentWrong: "  " })).toEqual(["went_wrong"]);
  });

  test("a title in one language and a summary in another do not make a text", () => {
    const texts = [
      { language: "en", title: "Ideal office", summary: null },
      { language: "fr", title: "", summary: "Vingt bureaux" },
    ];
    expect(missingToPublish({ ...complete, texts })).toEqual(["title_and_summary"]);
  });

  test("everything, in the order of the template", () => {
    const empty: PracticeFacts = {
      texts: [],
      problem: null,
      solution: null,
      costBand: null,
      staffBand: null,
      timeBand: "",
      mayChange: null,
      mustNotChange: null,
      wentWrong: null,
      conditions: null,
      contactId: null,
    };
    expect(missingToPublish(empty)).toEqual([
      "title_and_summary",
      "problem",
      "solution",
      "cost_band",
      "staff_band",
      "time_band",
      "may_change",
      "must_not_change",
      "went_wrong",
      "conditions",
      "contact",
    ]);
  });
});

describe("evidence", () => {
  test("the strongest level stands for the practice", () => {
    expect(evidenceOf([])).toBeNull();
    expect(evidenceOf([{ evidence: "target" }, { evidence: "monitored" }, { evidence: "claimed" }])).toBe("monitored");
  });

  test("one more result never weakens it", () => {
    const level = fc.constantFrom(...EVIDENCE_LEVELS).map((evidence) => ({ evidence }));
    fc.assert(
      fc.property(fc.array(level, { minLength: 1 }), level, (results, more) => {
        const rank = (list: typeof results) => EVIDENCE_LEVELS.indexOf(evidenceOf(list) ?? "target");
        expect(rank([...results, more])).toBe(Math.max(rank(results), EVIDENCE_LEVELS.indexOf(more.evidence)));
      }),
    );
  });
});
