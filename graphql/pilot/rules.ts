import { earliestDay, type PartialDate } from "#graphql/kernel/dates.ts";
import { type EvidenceLevel, isAchieved } from "#graphql/vocabulary/evidence.rules.ts";
import type { Transition } from "#graphql/kernel/transitions.ts";
import { type ReviewAction, submission } from "#graphql/review/rules.ts";

export { health, progress } from "./standing.rules.ts";
export type { Health, HealthReason, Progress } from "./standing.rules.ts";

export type PilotState =
  | "draft"
  | "awaiting_sign_off"
  | "submitted"
  | "changes_requested"
  | "accepted"
  | "refused"
  | "archived";

export type PilotAction = Exclude<ReviewAction, "approve" | "publish">;

/** Who may move a pilot through review. A refusal names its rule; whatever undoes work gives its reason. */
export const pilotTransitions: readonly Transition<PilotState, PilotAction>[] = [
  ...submission<PilotState>({
    draft: "draft",
    awaiting: "awaiting_sign_off",
    submitted: "submitted",
    changes: "changes_requested",
  }),
  { from: ["submitted"], action: "recommend", to: "submitted", by: ["reviewer", "coordinator"] },
  {
    from: ["submitted"],
    action: "accept",
    to: "accepted",
    by: ["coordinator"],
    needs: ["complete_or_exception"],
    notice: "accepted",
  },
  {
    from: ["submitted"],
    action: "refuse",
    to: "refused",
    by: ["coordinator"],
    needs: ["rule", "reason"],
    notice: "refused",
  },
  { from: ["accepted", "refused"], action: "reopen", to: "changes_requested", by: ["coordinator"], needs: ["reason"] },
  { from: ["draft", "changes_requested"], action: "archive", to: "archived", by: ["approver", "coordinator"] },
  { from: ["accepted", "refused"], action: "archive", to: "archived", by: ["coordinator"], needs: ["reason"] },
  { from: ["archived"], action: "restore", to: "draft", by: ["approver", "coordinator"], needs: ["reason"] },
];

/** Whether the description may be changed: not while others judge it, nor once it has been judged. */
export function editable(state: PilotState): boolean {
  return state === "draft" || state === "changes_requested";
}

/** Whether dated additions (log entries, results) may be made: a review looks at a snapshot, so only an archived pilot is closed. */
export function loggable(state: PilotState): boolean {
  return state !== "archived";
}

export type Stage = "planned" | "under_way" | "deployed" | "scaled_up" | "ended";

export const STAGES: readonly Stage[] = ["planned", "under_way", "deployed", "scaled_up", "ended"];

/** Every move between two stages: forward freely, also past a stage; backwards only with a note that says why. */
export const stageMoves: readonly { from: Stage; to: Stage; needsNote: boolean }[] = STAGES.flatMap((from, start) =>
  STAGES.flatMap((to, end) => (start === end ? [] : [{ from, to, needsNote: end < start }])),
);

/** Whether a pilot may be moved to another stage with the note given. Staying where it is always passes. */
export function moveStage(
  from: Stage | null,
  to: Stage,
  note?: string | null,
): { ok: true } | { ok: false; refusal: "note_needed" } {
  const needsNote = stageMoves.some((move) => move.from === from && move.to === to && move.needsNote);
  return needsNote && !note?.trim() ? { ok: false, refusal: "note_needed" } : { ok: true };
}

export type PilotFacts = {
  title: string | null;
  purpose: string | null;
  area: string | null;
  role: string | null;
  stage: Stage | null;
  startedOn: PartialDate;
  scaleFigures: number;
  replicationConditions: string | null;
  replicationCost: string | null;
  replicationSkills: string | null;
  results: readonly { evidence: EvidenceLevel; sourceTitle: string | null; sourceUrl: string | null }[];
  impactCommunicated: string | null;
  entries: number;
  contactId: string | null;
  state: PilotState;
};

/** What the pilot commitment of the city's charter text asks beyond an ICT-based, large-scale pilot. */
export type PilotRequirements = { replicable: boolean; communicateImpact: boolean };

export type MissingCode =
  | "title"
  | "purpose"
  | "area"
  | "role"
  | "stage"
  | "started_on"
  | "scale"
  | "replicability"
  | "result_with_evidence"
  | "impact_communicated"
  | "status_entry"
  | "contact"
  | "sign_off"
  | "review";

/** `requirement`: the words of the charter it comes from, or "network" for what the review needs. `parts`: what of it is missing. */
export type Missing = {
  code: MissingCode;
  requirement: "ict_pilot" | "large_scale" | "replicable" | "impact_communicated" | "network";
  parts?: ("conditions" | "cost" | "skills")[];
};

/** Exactly what a pilot still lacks to count under a charter text, in the order a city fills it in. Empty when nothing is lacking. */
export function missing(facts: PilotFacts, requirements: PilotRequirements): Missing[] {
  const parts = (
    [
      ["conditions", facts.replicationConditions],
      ["cost", facts.replicationCost],
      ["skills", facts.replicationSkills],
    ] as const
  )
    .filter(([, text]) => blank(text))
    .map(([part]) => part);
  const supported = facts.results.some(
    (result) => isAchieved(result.evidence) && !(blank(result.sourceTitle) && blank(result.sourceUrl)),
  );
  const list: (Missing | false)[] = [
    blank(facts.title) && { code: "title", requirement: "ict_pilot" },
    blank(facts.purpose) && { code: "purpose", requirement: "ict_pilot" },
    blank(facts.area) && { code: "area", requirement: "ict_pilot" },
    blank(facts.role) && { code: "role", requirement: "ict_pilot" },
    facts.stage === null && { code: "stage", requirement: "network" },
    earliestDay(facts.startedOn) === null && { code: "started_on", requirement: "network" },
    facts.scaleFigures === 0 && { code: "scale", requirement: "large_scale" },
    requirements.replicable && parts.length > 0 && { code: "replicability", requirement: "replicable", parts },
    !supported && { code: "result_with_evidence", requirement: "network" },
    requirements.communicateImpact &&
      blank(facts.impactCommunicated) && { code: "impact_communicated", requirement: "impact_communicated" },
    facts.entries === 0 && { code: "status_entry", requirement: "network" },
    blank(facts.contactId) && { code: "contact", requirement: "network" },
    (editable(facts.state) || facts.state === "awaiting_sign_off") && { code: "sign_off", requirement: "network" },
    facts.state !== "accepted" && { code: "review", requirement: "network" },
  ];
  return list.filter((entry) => entry !== false);
}

function blank(text: string | null): boolean {
  return text === null || text.trim() === "";
}

export type SlotState = "full" | "partial" | "review" | "empty" | "refused";
export type Slot = { slot: number; state: SlotState; pilotId: string | null };
export type CityPilot = { id: string; slot: number | null; state: PilotState; counts: boolean };

const STRENGTH: readonly SlotState[] = ["full", "review", "partial", "refused"];

/**
 * The five slots of a city. The five strongest pilots are shown (counting, in review, in preparation, refused; then as given), each in
 * its own slot if that is free, else in the lowest free one; so no pilot that counts is hidden by one that does not. The others are
 * `extra`. Archived pilots are left out. Input order decides between equals.
 */
export function slots(pilots: readonly CityPilot[]): {
  slots: Slot[];
  extra: { pilotId: string; state: SlotState }[];
  counting: number;
} {
  const live = pilots
    .filter((pilot) => pilot.state !== "archived")
    .map((pilot) => ({ pilotId: pilot.id, wish: pilot.slot, state: slotState(pilot) }))
    .sort((a, b) => STRENGTH.indexOf(a.state) - STRENGTH.indexOf(b.state));
  const five: Slot[] = [1, 2, 3, 4, 5].map((slot) => ({ slot, state: "empty", pilotId: null }));
  const homeless = live.slice(0, 5).filter(({ pilotId, wish, state }) => {
    const own = five.find((slot) => slot.slot === wish && slot.pilotId === null);
    if (own) Object.assign(own, { pilotId, state });
    return !own;
  });
  for (const { pilotId, state } of homeless) {
    const free = five.find((slot) => slot.pilotId === null);
    if (free) Object.assign(free, { pilotId, state });
  }
  const extra = live.slice(5).map(({ pilotId, state }) => ({ pilotId, state }));
  return { slots: five, extra, counting: live.filter(({ state }) => state === "full").length };
}

function slotState(pilot: CityPilot): SlotState {
  if (pilot.state === "accepted") return pilot.counts ? "full" : "partial";
  if (pilot.state === "submitted") return "review";
  return pilot.state === "refused" ? "refused" : "partial";
}
