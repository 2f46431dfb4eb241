import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type TaskFacts, type TaskPilot, tasksOf } from "#graphql/report/task/rules.ts";

const today = "2026-11-22";

const tidy: TaskFacts = {
  signatory: true,
  approves: false,
  deadline: "2029-05-01",
  met: false,
  emptySlots: 0,
  pilots: [],
  practices: [],
  inventories: [{ id: "i", year: 2025, state: "published" }],
  baseline: true,
  summary: "A city.",
  contactsShown: 1,
  population: 120_000,
  populationSource: "Census",
};

function pilot(id: string, changes: Partial<TaskPilot> = {}): TaskPilot {
  return { id, state: "submitted", confirmed: true, reasons: [], nextMilestoneOn: null, missing: [], ...changes };
}

const codes = (facts: Partial<TaskFacts>) =>
  tasksOf({ ...tidy, ...facts }, today).map(({ code, urgency }) => `${urgency} ${code}`);

describe("a city's tasks", () => {
  test("a city with everything in order has none", () => {
    expect(tasksOf(tidy, today)).toEqual([]);
  });

  test("come in the order of their urgency, whatever the order of the facts", () => {
    const draft = { id: "p", state: "draft", missing: ["problem"] } as const;
    const facts: Partial<TaskFacts> = {
      approves: true,
      deadline: "2026-01-01",
      emptySlots: 2,
      pilots: [
        pilot("draft", { state: "draft", missing: ["scale", "sign_off", "review"] }),
        pilot("late", { reasons: ["milestone_passed"], nextMilestoneOn: "2026-10-01" }),
        pilot("waiting", { state: "awaiting_sign_off" }),
        pilot("back", { state: "changes_requested" }),
      ],
      practices: [draft],
      summary: " ",
      contactsShown: 0,
      populationSource: null,
    };
    expect(codes(facts)).toEqual([
      "now changes_requested",
      "now sign_off_wanted",
      "now log_needed",
      "now finish_pilot",
      "now fill_slots",
      "later add_summary",
      "later show_contact",
      "later source_population",
      "later finish_practice",
    ]);
  });

  test("sign-off is a task of the approver only", () => {
    const pilots = [pilot("waiting", { state: "awaiting_sign_off" })];
    expect(codes({ pilots })).toEqual([]);
    expect(codes({ pilots, approves: true })).toEqual(["now sign_off_wanted"]);
  });

  test.each([
    ["2026-11-21", "now", -1],
    ["2026-11-22", "soon", 0],
    ["2028-11-21", "soon", 730],
    ["2028-11-22", "later", 731],
  ] as const)("five pilots due on %s: %s", (deadline, urgency, daysLeft) => {
    const [task] = tasksOf({ ...tidy, deadline, emptySlots: 3 }, today);
    expect(task).toMatchObject({ code: "fill_slots", urgency, dueOn: deadline, daysLeft, count: 3 });
  });

  test("a deadline to be confirmed makes nothing urgent and no date up", () => {
    const [task] = tasksOf({ ...tidy, deadline: null, emptySlots: 5 }, today);
    expect(task).toMatchObject({ code: "fill_slots", urgency: "later", dueOn: null, daysLeft: null });
  });

  test("enough pilots, or a city that has not signed, need no more slots filled", () => {
    expect(codes({ met: true, deadline: "2020-01-01", emptySlots: 2 })).toEqual([]);
    expect(codes({ signatory: false, emptySlots: 5 })).toEqual([]);
  });

  test("a draft that lacks only sign-off and review is ready for the approver", () => {
    const pilots = [
      pilot("ready", { state: "draft", missing: ["sign_off", "review"] }),
      pilot("begun", { state: "draft", missing: ["area", "scale", "sign_off", "review"] }),
    ];
    const tasks = tasksOf({ ...tidy, pilots, deadline: "2027-03-01" }, today);
    expect(tasks).toMatchObject([
      {
        code: "finish_pilot",
        urgency: "soon",
        pilotId: "begun",
        count: 2,
        reasons: ["area", "scale"],
        dueOn: "2027-03-01",
        daysLeft: 99,
      },
      { code: "ask_sign_off", urgency: "soon", pilotId: "ready", count: 0 },
    ]);
  });

  test("a log is due for a missed milestone or silence now, for a coming milestone soon, and says when", () => {
    const log = (reasons: TaskPilot["reasons"], nextMilestoneOn: string | null = null) =>
      tasksOf({ ...tidy, pilots: [pilot("p", { state: "accepted", reasons, nextMilestoneOn })] }, today);
    expect(log(["no_recent_entry"], "2027-06-01")).toMatchObject([{ code: "log_needed", urgency: "now", dueOn: null }]);
    expect(log(["milestone_near"], "2026-12-01")).toMatchObject([
      { urgency: "soon", dueOn: "2026-12-01", daysLeft: 9 },
    ]);
    expect(log(["milestone_passed", "deadline_near"], "2026-11-01")).toMatchObject([
      { urgency: "now", dueOn: "2026-11-01", daysLeft: -21, reasons: ["milestone_passed"] },
    ]);
    expect(log(["deadline_passed"])).toEqual([]);
  });

  test("an invitation asks for an answer and for nothing else", () => {
    const pilots = [
      pilot("shared", { state: "draft", confirmed: false, missing: ["area"], reasons: ["no_entry_yet"] }),
    ];
    expect(codes({ pilots })).toEqual(["soon invitation"]);
  });

  test("a signatory's footprint: what is open, the baseline, last year's inventory", () => {
    const inventories = [
      { id: "a", year: 2021, state: "published" },
      { id: "b", year: 2022, state: "draft" },
      { id: "c", year: 2023, state: "changes_requested" },
      { id: "d", year: 2024, state: "awaiting_sign_off" },
      { id: "e", year: 2025, state: "archived" },
    ] as const;
    const facts = { inventories, baseline: false };
    expect(codes({ ...facts, approves: true })).toEqual([
      "now change_inventory",
      "now sign_off_inventory",
      "soon choose_baseline",
      "soon finish_inventory",
      "later start_inventory",
    ]);
    expect(codes(facts)).toEqual(["now change_inventory", "soon finish_inventory", "later start_inventory"]);
    expect(codes({ ...facts, signatory: false })).toEqual([]);
    const tasks = tasksOf({ ...tidy, ...facts }, today);
    expect(tasks.at(-1)).toMatchObject({ year: 2025, inventoryId: null, dueOn: null });
    expect(tasks[0]).toMatchObject({ year: 2023, inventoryId: "c" });
  });

  test("the nearer day comes first among equals, and no task that is later stands before one that is now", () => {
    const day = fc
      .integer({ min: 0, max: 800 })
      .map((days) => new Date(Date.UTC(2026, 0, 1 + days)).toISOString().slice(0, 10));
    const some = fc.array(fc.record({ id: fc.uuid(), nextMilestoneOn: day, passed: fc.boolean() }), { maxLength: 6 });
    fc.assert(
      fc.property(some, day, fc.nat(5), (rows, deadline, emptySlots) => {
        const pilots = rows.map(({ id, nextMilestoneOn, passed }) =>
          pilot(id, { nextMilestoneOn, reasons: [passed ? "milestone_passed" : "milestone_near"] }),
        );
        const tasks = tasksOf({ ...tidy, pilots, deadline, emptySlots }, today);
        const ranks = tasks.map(({ urgency }) => ["now", "soon", "later"].indexOf(urgency));
        expect(ranks).toEqual(ranks.toSorted());
        const passed = tasks.filter(({ reasons }) => reasons.includes("milestone_passed")).map(({ dueOn }) => dueOn);
        expect(passed).toEqual(passed.toSorted());
      }),
    );
  });
});
