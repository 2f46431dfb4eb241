import { decisionOf } from "#graphql/review/rules.ts";

/** What the history calls an action and a field: the words of the forms, found by their keys. */

const titles: Record<string, string> = {
  "city.create": "begun",
  "city.update": "changed",
  "contact.save": "contactSaved",
  "contact.remove": "contactRemoved",
  "member.add": "personAdded",
  "member.remove": "personRemoved",
  "pilot.create": "begun",
  "pilot.update": "changed",
  "pilot.scale": "changed",
  "pilot.funding": "changed",
  "pilot.concepts": "changed",
  "pilot.log": "logged",
  "pilot.result": "resultSaved",
  "pilot.remove_result": "resultRemoved",
  "pilot.translate": "translated",
  "pilot.invite_city": "invited",
  "pilot.join": "joined",
  "pilot.decline": "declined",
  "pilot.move_slot": "slotMoved",
  "pilot.early_start": "earlyStart",
  "practice.create": "begun",
  "practice.create_from_pilot": "begun",
  "practice.update": "changed",
  "practice.places": "changed",
  "practice.translate": "translated",
  "practice.result": "resultSaved",
  "practice.remove_result": "resultRemoved",
  "practice.add_tool": "toolSaved",
  "practice.change_tool": "toolSaved",
  "practice.remove_tool": "toolRemoved",
  "footprint.start": "begun",
  "footprint.update": "changed",
  "footprint.correct": "correctionBegun",
  "footprint.apply_sheet": "sheetApplied",
  "footprint.save_line": "lineSaved",
  "footprint.remove_line": "lineRemoved",
  "footprint.set_grid": "gridSet",
  "footprint.accept_warning": "explained",
  "footprint.withdraw_acceptance": "explanationWithdrawn",
  "footprint.plan": "planChanged",
  "footprint.choose_baseline": "baselineChosen",
  "footprint.request_recalculation": "recalculationRequested",
  "footprint.approve_recalculation": "recalculationApproved",
  "footprint.refuse_recalculation": "recalculationRefused",
  "footprint.withdraw_recalculation": "recalculationWithdrawn",
  "footprint.reopen_recalculation": "recalculationReopened",
  "review.declare_interest": "interestDeclared",
  "review.withdraw_interest": "interestWithdrawn",
};

/** The key of an action's words. */
export function actionKey(action: string): string {
  const [room = "", step = ""] = action.split(".");
  if (room === "accession") return `history:action.accession_${step}`;
  if (titles[action]) return `history:action.${titles[action]}`;
  if (action === "footprint.supersede") return "codes:inventoryState.superseded";
  return `codes:reviewDecision.${decisionOf[step as keyof typeof decisionOf]}`;
}

/** Fields under a key that all of them share. */
const under = (prefix: string, names: string) =>
  Object.fromEntries(names.split(" ").map((name) => [name, `${prefix}.${name}`]));

const everywhere: Record<string, string> = {
  ...under("history:field", "state comment rule person earlyStartAccepted revision fileName mode added removed"),
  sources: "common:sources",
  city: "codes:kind.city",
  slot: "pilot:field.slot",
  exception: "report:review.exception",
  entries: "pilot:show.log",
  results: "pilot:show.results",
  tools: "practice:tools.title",
  translations: "pilot:edit.translations",
  cities: "report:review.cities",
  lines: "footprint:check.lines",
};
const result = under(
  "pilot:result",
  "indicatorCode value comparator direction unitCode periodStart periodEnd span baseline evidence method note language sourceTitle sourceUrl",
);
const groups: Record<string, Record<string, string>> = {
  city: {
    ...under("city:edit", "summary summaryLanguage department website population populationYear populationSource"),
    ...under("charter:admit", "name country type language latitude longitude"),
    countryCode: "charter:admit.country",
  },
  contact: under("city:contacts", "name role email phone shown"),
  member: under("identity:members", "role"),
  accession: under(
    "charter:field",
    "charterVersion versionInferred interestedOn councilDecided applicationReceivedOn signed signedNotLaterThan signatoryName " +
      "signatoryRole documentsCompleteOn listedOn renewedOn withdrawnOn lapsedOn groupName groupSize groupMembers note kind place " +
      "heldOn title url receivedOn commitment deadline decidedOn reason",
  ),
  pilot: {
    ...under(
      "pilot:field",
      "title purpose description language area role activityType concepts stage started ended scale partners funding contact " +
        "replicationConditions replicationCost replicationSkills licence impactCommunicated",
    ),
    ...under("pilot:log", "enteredOn text nextMilestone nextMilestoneOn"),
  },
  practice: {
    ...under(
      "practice:field",
      "language title summary problem solution costBand staffBand timeBand stage area role mayChange mustNotChange conditions " +
        "wentWrong places contact started ended scale partners funding activityType concepts",
    ),
  },
  tool: under("practice:tool", "kind title description language url licence sourceTitle sourceUrl"),
  result,
  inventory: {
    ...under("footprint:boundary", "perimeters tenures employees inhabitants note language factorSet"),
    ...under("footprint:new", "year scope"),
    reason: "footprint:correct.reason",
  },
  line: {
    ...under(
      "footprint:line",
      "label quantity tenure perimeter country lifetimeYears energySource kwhPerYear embodiedKg embodiedSource quality note",
    ),
    categoryCode: "footprint:line.category",
  },
  grid: {
    country: "footprint:line.country",
    gridFactor: "footprint:basis.gridNone",
    ownValue: "footprint:grid.value",
    ownLow: "footprint:grid.low",
    ownHigh: "footprint:grid.high",
    ...under("footprint:grid", "sourceTitle sourceUrl"),
  },
  review: {
    reason: "report:review.interest.reason",
    declaredOn: "footprint:baseline.decided",
    userId: "history:field.person",
  },
  warning: { key: "history:field.warning", reason: "footprint:warnings.reason" },
  baseline: {
    ...under("footprint:baseline", "reason explanation language factorSet tenures kg years"),
    perimeters: "footprint:baseline.boundary",
    adjustmentKg: "footprint:baseline.adjustment",
    changePercent: "footprint:baseline.change",
    thresholdPercent: "footprint:plan.threshold",
    path: "footprint:plan.path",
    requestedOn: "footprint:baseline.requested",
    decidedOn: "footprint:baseline.decided",
    decisionComment: "footprint:baseline.comment",
  },
};

/** What an action is done to, where that is not the room itself. */
const parts: Record<string, string> = {
  "pilot.result": "result",
  "pilot.remove_result": "result",
  "practice.result": "result",
  "practice.remove_result": "result",
  "practice.add_tool": "tool",
  "practice.change_tool": "tool",
  "practice.remove_tool": "tool",
  "footprint.save_line": "line",
  "footprint.remove_line": "line",
  "footprint.set_grid": "grid",
  "footprint.accept_warning": "warning",
  "footprint.withdraw_acceptance": "warning",
  "footprint.plan": "baseline",
  "footprint.choose_baseline": "baseline",
  "footprint.request_recalculation": "baseline",
  "footprint.approve_recalculation": "baseline",
  "footprint.refuse_recalculation": "baseline",
  "footprint.withdraw_recalculation": "baseline",
  "footprint.reopen_recalculation": "baseline",
};

/** Which kind of thing an action is done to. */
export function partOf(action: string): string {
  const room = action.split(".")[0] ?? "";
  return parts[action] ?? (room === "footprint" ? "inventory" : room);
}

/** The key of a field's words; null for one that no form has. */
export function fieldKey(action: string, field: string): string | null {
  return groups[partOf(action)]?.[field] ?? everywhere[field] ?? null;
}
