import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { deadline } from "#graphql/charter/rules.ts";
import * as pilot from "#graphql/pilot/rules.ts";
import { PILOT_STATES, days, exactly, unknownDate } from "../arbitraries.ts";

describe("health", () => {
  const today = "2026-11-22";
  const calm = {
    entries: [{ on: "2026-11-01" }],
    stage: "under_way",
    nextMilestoneOn: null,
    deadline: null,
    today,
    state: "draft",
  } as const;

  test.each([
    ["on_track", [], {}],
    ["silent", ["no_recent_entry"], { entries: [{ on: "2026-08-24" }] }],
    ["on_track", [], { entries: [{ on: "2026-08-25" }] }],
    ["on_track", [], { entries: [{ on: "2026-08-24" }], silentAfterDays: 120 }],
    ["on_track", [], { entries: [{ on: "2020-01-01" }], stage: "ended" }],
    ["silent", ["no_entry_yet"], { entries: [] }],
    ["silent", ["no_entry_yet"], { entries: [{ on: "2026-12-24" }] }],
    ["on_track", [], { entries: [], createdOn: "2026-11-20" }],
    ["late", ["milestone_passed"], { nextMilestoneOn: "2026-11-10" }],
    ["on_track", [], { nextMilestoneOn: "2026-11-01" }],
    ["late", ["deadline_passed"], { deadline: { date: "2026-11-21" } }],
    ["at_risk", ["deadline_near"], { deadline: { date: "2026-11-22" } }],
    ["at_risk", ["deadline_near"], { deadline: { date: "2027-11-22" } }],
    ["on_track", [], { deadline: { date: "2027-11-23" } }],
    ["on_track", [], { deadline: { date: "2027-01-01" }, state: "submitted" }],
    ["on_track", [], { deadline: { date: "2020-01-01" }, state: "accepted" }],
    ["late", ["deadline_passed"], { deadline: { date: "2020-01-01" }, state: "accepted", counts: false }],
    ["at_risk", ["milestone_near"], { entries: [{ on: "2026-10-01" }], nextMilestoneOn: "2026-12-22" }],
    ["on_track", [], { nextMilestoneOn: "2026-12-22" }],
    [
      "late",
      ["deadline_passed", "no_recent_entry"],
      { entries: [{ on: "2026-01-01" }], deadline: { date: "2026-06-01" } },
    ],
    ["on_track", ["closed"], { entries: [], deadline: { date: "2020-01-01" }, state: "refused" }],
  ] as const)("%s %j %j", (health, reasons, change) => {
    expect(pilot.health({ ...calm, ...change })).toEqual({ health, reasons });
  });

  test("the worst reason decides, and every reason is kept", () => {
    const order = [
      "deadline_passed",
      "milestone_passed",
      "no_entry_yet",
      "no_recent_entry",
      "deadline_near",
      "milestone_near",
      "closed",
    ];
    const input = fc.record({
      entries: fc.array(
        days().map((date) => ({ on: date })),
        { maxLength: 3 },
      ),
      stage: fc.constantFrom(...pilot.STAGES),
      nextMilestoneOn: fc.option(days()),
      deadline: fc.option(days().map((date) => ({ date }))),
      state: fc.constantFrom(...PILOT_STATES),
      today: days(),
    });
    fc.assert(
      fc.property(input, (facts) => {
        const { health, reasons } = pilot.health(facts);
        const first = order.indexOf(reasons[0] ?? "closed");
        expect(health).toBe(first < 2 ? "late" : first < 4 ? "silent" : first < 6 ? "at_risk" : "on_track");
        expect(reasons).toEqual([...reasons].sort((a, b) => order.indexOf(a) - order.indexOf(b)));
      }),
    );
  });

  test("a new entry never makes a pilot silent or its milestone missed", () => {
    fc.assert(
      fc.property(fc.array(days()), days(), fc.option(days()), (log, day, nextMilestoneOn) => {
        const entries = [...log, day].map((date) => ({ on: date }));
        expect(pilot.health({ ...calm, entries, nextMilestoneOn, today: day }).health).toMatch(/on_track|at_risk/);
      }),
    );
  });
});

describe("a city's progress", () => {
  const today = "2026-11-22";
  const at = (counting: number, due: string | null) => {
    const signed = due === null ? unknownDate() : exactly(due);
    const rules = [{ inForceFrom: "2011-01-01", type: "years_after_signing", years: 0, wording: "within" } as const];
    return pilot.progress({ counting, deadline: deadline({ rules, signed, today }), today });
  };

  test.each([
    [5, "2020-01-21", "met", "enough_count"],
    [6, null, "met", "enough_count"],
    [4, null, "unknown", "date_to_be_confirmed"],
    [4, "2026-11-21", "late", "deadline_passed"],
    [4, "2026-11-22", "at_risk", "under_two_years_left"],
    [0, "2028-11-21", "at_risk", "under_two_years_left"],
    [0, "2028-11-22", "on_track", "time_left"],
  ] as const)("%i counting, due %s: %s", (counting, due, standing, reason) => {
    expect(at(counting, due)).toMatchObject({ counting, required: 5, standing, reason });
  });

  test("no deadline is on track", () => {
    expect(pilot.progress({ counting: 0, deadline: { status: "none", ignored: [] }, today })).toMatchObject({
      standing: "on_track",
      reason: "no_deadline",
      daysLeft: null,
    });
  });
});
