import fc from "fast-check";
import { describe, expect, test } from "vitest";
import * as pilot from "#graphql/pilot/rules.ts";
import type { PilotAction, PilotFacts, PilotState } from "#graphql/pilot/rules.ts";
import { applyTransition, possibleActions, type TransitionRole } from "#graphql/kernel/transitions.ts";
import { PILOT_STATES, unknownDate } from "../arbitraries.ts";

const ROLES: TransitionRole[] = ["editor", "approver", "coordinator", "reviewer", "administrator"];
const ACTIONS = [...new Set(pilot.pilotTransitions.map(({ action }) => action))];

describe("review", () => {
  const go = (state: PilotState, action: PilotAction, ...roles: TransitionRole[]) =>
    applyTransition(pilot.pilotTransitions, state, action, roles);

  test("the way from a draft to a pilot that counts", () => {
    expect(go("draft", "request_sign_off", "editor")).toMatchObject({ ok: true, to: "awaiting_sign_off" });
    expect(go("awaiting_sign_off", "sign_off", "approver")).toMatchObject({ ok: true, to: "submitted" });
    expect(go("submitted", "request_changes", "reviewer")).toMatchObject({
      ok: true,
      to: "changes_requested",
      needs: ["reason"],
    });
    expect(go("changes_requested", "request_sign_off", "editor")).toMatchObject({ ok: true, to: "awaiting_sign_off" });
    expect(go("submitted", "accept", "coordinator")).toMatchObject({ ok: true, to: "accepted" });
    expect(go("submitted", "refuse", "coordinator")).toMatchObject({
      ok: true,
      to: "refused",
      needs: ["rule", "reason"],
    });
    expect(go("refused", "reopen", "coordinator")).toMatchObject({ ok: true, to: "changes_requested" });
  });

  test("only the coordinator accepts, only the approver signs off", () => {
    const refused = { ok: false, refusal: "not_allowed_for_role" };
    expect(go("submitted", "accept", "reviewer", "editor", "approver", "administrator")).toEqual(refused);
    expect(go("awaiting_sign_off", "sign_off", "editor", "coordinator")).toEqual(refused);
    expect(go("draft", "accept", "editor")).toEqual(refused);
    expect(go("draft", "accept", "coordinator")).toEqual({ ok: false, refusal: "not_from_this_state" });
  });

  test("archiving is judged by the row of the state it starts from", () => {
    expect(go("draft", "archive", "approver")).toMatchObject({ ok: true });
    expect(go("accepted", "archive", "approver")).toEqual({ ok: false, refusal: "not_allowed_for_role" });
    expect(go("submitted", "archive", "approver")).toEqual({ ok: false, refusal: "not_from_this_state" });
  });

  test("no action leads outside the table, and what is offered is what is allowed", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...PILOT_STATES),
        fc.constantFrom(...ACTIONS),
        fc.subarray(ROLES),
        (state, action, roles) => {
          const result = go(state, action, ...roles);
          expect(result.ok).toBe(possibleActions(pilot.pilotTransitions, state, roles).includes(action));
          if (!result.ok) return;
          const rows = pilot.pilotTransitions.filter((row) => row.action === action && row.from.includes(state));
          expect(rows.some((row) => row.to === result.to && row.by.some((role) => roles.includes(role)))).toBe(true);
        },
      ),
    );
  });

  test("nothing is locked for good, from the archive there is one way back, and only a city's own turn is editable", () => {
    for (const state of PILOT_STATES) {
      const exits = possibleActions(pilot.pilotTransitions, state, ROLES);
      expect(exits.length).toBeGreaterThan(0);
      if (state === "archived") expect(exits).toEqual(["restore"]);
    }
    expect(PILOT_STATES.filter(pilot.editable)).toEqual(["draft", "changes_requested"]);
    expect(PILOT_STATES.filter((state) => !pilot.loggable(state))).toEqual(["archived"]);
  });
});

describe("stages", () => {
  test("forward is free, also past a stage; backwards needs a note", () => {
    expect(pilot.stageMoves).toHaveLength(20);
    expect(pilot.stageMoves.filter(({ needsNote }) => needsNote)).toHaveLength(10);
    expect(pilot.moveStage("planned", "deployed")).toEqual({ ok: true });
    expect(pilot.moveStage(null, "ended")).toEqual({ ok: true });
    expect(pilot.moveStage("deployed", "deployed")).toEqual({ ok: true });
    expect(pilot.moveStage("deployed", "under_way", "  ")).toEqual({ ok: false, refusal: "note_needed" });
    expect(pilot.moveStage("deployed", "under_way", "Sensors failed.")).toEqual({ ok: true });
  });
});

const complete: PilotFacts = {
  title: "Ideal office",
  purpose: "Less energy in offices",
  area: "buildings",
  role: "control_automation",
  stage: "deployed",
  startedOn: { date: "2015-01-01", precision: "year" },
  scaleFigures: 1,
  replicationConditions: "Any office",
  replicationCost: "Low",
  replicationSkills: "One electrician",
  results: [{ evidence: "monitored", sourceTitle: "Meter readings", sourceUrl: null }],
  impactCommunicated: "City magazine",
  entries: 1,
  contactId: "c1",
  state: "accepted",
};
const older = { replicable: false, communicateImpact: false };
const text2016 = { replicable: true, communicateImpact: true };

describe("what a pilot lacks", () => {
  const codes = (change: Partial<PilotFacts>, requirements = text2016) =>
    pilot.missing({ ...complete, ...change }, requirements).map(({ code }) => code);

  test("nothing, when everything is there", () => {
    expect(codes({})).toEqual([]);
  });

  test("everything, in the order it is filled in", () => {
    const empty: PilotFacts = {
      title: " ",
      purpose: null,
      area: null,
      role: null,
      stage: null,
      startedOn: unknownDate(),
      scaleFigures: 0,
      replicationConditions: null,
      replicationCost: null,
      replicationSkills: null,
      results: [],
      impactCommunicated: null,
      entries: 0,
      contactId: null,
      state: "draft",
    };
    const before2016 = [
      "title",
      "purpose",
      "area",
      "role",
      "stage",
      "started_on",
      "scale",
      "result_with_evidence",
      "status_entry",
      "contact",
      "sign_off",
      "review",
    ];
    expect(pilot.missing(empty, older).map(({ code }) => code)).toEqual(before2016);
    expect(codes(empty).filter((code) => !before2016.includes(code))).toEqual(["replicability", "impact_communicated"]);
  });

  test("the 2016 text asks for what other cities need, part by part", () => {
    const facts = { ...complete, replicationCost: "", replicationSkills: null };
    expect(pilot.missing(facts, text2016)).toEqual([
      { code: "replicability", requirement: "replicable", parts: ["cost", "skills"] },
    ]);
    expect(pilot.missing(facts, older)).toEqual([]);
  });

  test("a target, an estimate or a figure without source is no evidence", () => {
    const source = { sourceTitle: null, sourceUrl: "https://example.org/" };
    expect(
      codes({
        results: [
          { evidence: "target", ...source },
          { evidence: "estimate", ...source },
        ],
      }),
    ).toEqual(["result_with_evidence"]);
    expect(codes({ results: [{ evidence: "verified", sourceTitle: " ", sourceUrl: null }] })).toEqual([
      "result_with_evidence",
    ]);
    expect(codes({ results: [{ evidence: "claimed", ...source }] })).toEqual([]);
  });

  test("sign-off and review follow the state", () => {
    expect(codes({ state: "awaiting_sign_off" })).toEqual(["sign_off", "review"]);
    expect(codes({ state: "submitted" })).toEqual(["review"]);
    expect(codes({ state: "changes_requested" })).toEqual(["sign_off", "review"]);
    expect(codes({ state: "refused" })).toEqual(["review"]);
  });
});
