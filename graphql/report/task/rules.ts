import { addYears, compareDates, daysBetween } from "#graphql/kernel/dates.ts";
import type { InventoryState } from "#graphql/footprint/rules.ts";
import type { MissingCode, PilotState } from "#graphql/pilot/rules.ts";
import type { PracticeState } from "#graphql/practice/rules.ts";
import type { HealthReason } from "#graphql/pilot/standing.rules.ts";

export type TaskCode =
  | "changes_requested"
  | "sign_off_wanted"
  | "invitation"
  | "log_needed"
  | "finish_pilot"
  | "ask_sign_off"
  | "fill_slots"
  | "add_summary"
  | "show_contact"
  | "source_population"
  | "finish_practice"
  | "change_inventory"
  | "sign_off_inventory"
  | "finish_inventory"
  | "choose_baseline"
  | "start_inventory";

export type Urgency = "now" | "soon" | "later";

export type Task = {
  code: TaskCode;
  urgency: Urgency;
  /** The last admissible day (yyyy-mm-dd) where one is known. */
  dueOn: string | null;
  /** Days until then, negative once it has passed. */
  daysLeft: number | null;
  pilotId: string | null;
  practiceId: string | null;
  inventoryId: string | null;
  /** The year of an inventory that is open, or to be started. */
  year: number | null;
  /** How many slots are empty, or parts are missing. */
  count: number | null;
  /** Why: codes of the pilot's health, or of what is missing. */
  reasons: string[];
};

export type TaskPilot = {
  id: string;
  state: PilotState;
  confirmed: boolean;
  reasons: readonly HealthReason[];
  nextMilestoneOn: string | null;
  missing: readonly MissingCode[];
};

export type TaskInventory = { id: string; year: number; state: InventoryState };

export type TaskFacts = {
  signatory: boolean;
  /** Whether the reader may sign off for the city. */
  approves: boolean;
  /** Last admissible day for the five pilots; null when there is none or it is to be confirmed. */
  deadline: string | null;
  /** Whether enough pilots count already. */
  met: boolean;
  emptySlots: number;
  pilots: readonly TaskPilot[];
  practices: readonly { id: string; state: PracticeState; missing: readonly string[] }[];
  /** Of the administration. */
  inventories: readonly TaskInventory[];
  /** Whether a baseline is in force. */
  baseline: boolean;
  summary: string | null;
  contactsShown: number;
  population: number | null;
  populationSource: string | null;
};

const TASK_ORDER: readonly TaskCode[] = [
  "changes_requested",
  "change_inventory",
  "sign_off_wanted",
  "sign_off_inventory",
  "invitation",
  "log_needed",
  "finish_pilot",
  "ask_sign_off",
  "fill_slots",
  "choose_baseline",
  "finish_inventory",
  "start_inventory",
  "add_summary",
  "show_contact",
  "source_population",
  "finish_practice",
];
const URGENCIES: readonly Urgency[] = ["now", "soon", "later"];
const LOG_REASONS: readonly HealthReason[] = ["milestone_passed", "no_entry_yet", "no_recent_entry", "milestone_near"];
const LAST_STEPS: readonly MissingCode[] = ["sign_off", "review"];

/**
 * What a city's people have to do, the most urgent first. What somebody waits for is due now; what the five pilots still need is due
 * now once their deadline has passed, soon with less than two years left, later otherwise; the city's page and its practices can wait.
 */
export function tasksOf(facts: TaskFacts, today: string): Task[] {
  const { approves, deadline, met, emptySlots } = facts;
  const due = met ? null : deadline;
  const byDeadline = { urgency: urgencyOf(due, today), dueOn: due };
  const task = (code: TaskCode, urgency: Urgency, more: Partial<Task> = {}): Task => {
    const dueOn = more.dueOn ?? null;
    const daysLeft = dueOn === null ? null : daysBetween(today, dueOn);
    const about = { pilotId: null, practiceId: null, inventoryId: null, year: null, count: null, reasons: [] };
    return { ...about, ...more, code, urgency, dueOn, daysLeft };
  };

  function ofPilot({ id: pilotId, state, confirmed, reasons, missing, nextMilestoneOn }: TaskPilot): (Task | false)[] {
    if (!confirmed) return [task("invitation", "soon", { pilotId, dueOn: due })];
    const log = LOG_REASONS.filter((reason) => reasons.includes(reason));
    const onlyNear = log.every((reason) => reason === "milestone_near");
    const dated = log.includes("milestone_passed") || log.includes("milestone_near");
    const lacking = missing.filter((code) => !LAST_STEPS.includes(code));
    const open = { pilotId, count: lacking.length, reasons: lacking, dueOn: byDeadline.dueOn };
    return [
      state === "changes_requested" && task("changes_requested", "now", open),
      approves && state === "awaiting_sign_off" && task("sign_off_wanted", "now", { pilotId, dueOn: due }),
      log.length > 0 &&
        task("log_needed", onlyNear ? "soon" : "now", { pilotId, reasons: log, dueOn: dated ? nextMilestoneOn : null }),
      state === "draft" && task(lacking.length > 0 ? "finish_pilot" : "ask_sign_off", byDeadline.urgency, open),
    ];
  }

  const found = [
    ...facts.pilots.flatMap(ofPilot),
    facts.signatory &&
      !met &&
      emptySlots > 0 &&
      task("fill_slots", byDeadline.urgency, { count: emptySlots, dueOn: due }),
    blank(facts.summary) && task("add_summary", "later"),
    facts.contactsShown === 0 && task("show_contact", "later"),
    (facts.population === null || blank(facts.populationSource)) && task("source_population", "later"),
    ...facts.practices.flatMap(({ id: practiceId, state, missing }) => {
      const open = { practiceId, count: missing.length, reasons: [...missing] };
      return [
        state === "changes_requested" && task("changes_requested", "now", open),
        approves && state === "awaiting_sign_off" && task("sign_off_wanted", "now", { practiceId }),
        state === "draft" && task("finish_practice", "later", open),
      ];
    }),
    ...(facts.signatory ? footprintTasks(facts, today, task) : []),
  ].filter((entry) => entry !== false);
  const rank = (entry: Task) => URGENCIES.indexOf(entry.urgency) * TASK_ORDER.length + TASK_ORDER.indexOf(entry.code);
  return found.toSorted((a, b) => rank(a) - rank(b) || compareDates(a.dueOn ?? "9999", b.dueOn ?? "9999"));
}

/** What a signatory's footprint needs. No day is set for an inventory, so that none of these is ever overdue. */
function footprintTasks(
  { inventories, baseline, approves }: TaskFacts,
  today: string,
  task: (code: TaskCode, urgency: Urgency, more?: Partial<Task>) => Task,
): (Task | false)[] {
  const lastYear = Number(today.slice(0, 4)) - 1;
  const begun = inventories.filter(({ state }) => state !== "archived");
  return [
    ...begun.flatMap(({ id: inventoryId, year, state }) => [
      state === "changes_requested" && task("change_inventory", "now", { inventoryId, year }),
      approves && state === "awaiting_sign_off" && task("sign_off_inventory", "now", { inventoryId, year }),
      state === "draft" && task("finish_inventory", "soon", { inventoryId, year }),
    ]),
    approves && !baseline && begun.some(({ state }) => state === "published") && task("choose_baseline", "soon"),
    begun.every(({ year }) => year !== lastYear) && task("start_inventory", "later", { year: lastYear }),
  ];
}

function urgencyOf(deadline: string | null, today: string): Urgency {
  if (deadline === null) return "later";
  return deadline < today ? "now" : deadline < addYears(today, 2) ? "soon" : "later";
}

function blank(text: string | null): boolean {
  return text === null || text.trim() === "";
}
