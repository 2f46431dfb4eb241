import { Area, IctRole } from "#app/pilot/parts/codes.ts";
import { STAGES } from "#graphql/pilot/rules.ts";

/** Codes of the bands, smallest first; labels are in locales/{locale}/codes.json under `band`. */
const bands = {
  cost: ["under_10k", "10k_100k", "100k_1m", "over_1m", "unknown"],
  staff: ["under_1", "1_3", "3_10", "over_10", "unknown"],
  time: ["under_6m", "6_12m", "1_3y", "over_3y", "unknown"],
} as const;

type Line = { kind: "line"; max: number };
type Text = { kind: "text"; max: number; rows?: number };
type Band = { kind: "band"; label: keyof typeof bands; codes: readonly string[] };
type Code = { kind: "code"; codes: readonly string[] };
export type FieldShape = Line | Text | Band | Code | { kind: "language" };

/** The fields of a practice that are columns of its own, by name. */
export const fields = {
  language: { kind: "language" },
  title: { kind: "line", max: 200 },
  summary: { kind: "text", max: 1000 },
  problem: { kind: "text", max: 4000, rows: 8 },
  solution: { kind: "text", max: 8000, rows: 10 },
  costBand: { kind: "band", label: "cost", codes: bands.cost },
  staffBand: { kind: "band", label: "staff", codes: bands.staff },
  timeBand: { kind: "band", label: "time", codes: bands.time },
  stage: { kind: "code", codes: STAGES },
  area: { kind: "code", codes: Area },
  role: { kind: "code", codes: IctRole },
  mayChange: { kind: "text", max: 4000 },
  mustNotChange: { kind: "text", max: 4000 },
  conditions: { kind: "text", max: 4000 },
  wentWrong: { kind: "text", max: 4000, rows: 8 },
} as const satisfies Record<string, FieldShape>;

export type FieldName = keyof typeof fields;
type Step = { name: string; fields: readonly FieldName[]; codes: readonly string[] };

/** One question set per page, in order. `codes`: what the step clears from the list of what is missing. */
export const steps = [
  { name: "about", fields: ["language", "title", "summary"], codes: ["title_and_summary"] },
  { name: "problem", fields: ["problem", "solution"], codes: ["problem", "solution"] },
  {
    name: "effort",
    fields: ["costBand", "staffBand", "timeBand", "stage", "area", "role"],
    codes: ["cost_band", "staff_band", "time_band"],
  },
  {
    name: "repeating",
    fields: ["mayChange", "mustNotChange", "conditions"],
    codes: ["may_change", "must_not_change", "conditions"],
  },
  { name: "failures", fields: ["wentWrong"], codes: ["went_wrong"] },
  { name: "tools", fields: [], codes: [] },
  { name: "places", fields: [], codes: [] },
  { name: "contact", fields: [], codes: ["contact"] },
] as const satisfies readonly Step[];

export type StepName = (typeof steps)[number]["name"];
export type StepState = "complete" | "incomplete" | "notStarted" | "optional";

/** What must be known of a practice to tell how far each step is. */
export type PracticeStepFacts = Record<Exclude<FieldName, "language">, string | null> & {
  missing: readonly string[];
  tools: readonly unknown[];
  places: readonly unknown[];
  contact: unknown;
};

export function stepNamed(name: string | undefined): StepName | null {
  return steps.find((step) => step.name === name)?.name ?? null;
}

export function fieldsOf(name: StepName): readonly FieldName[] {
  return steps.find((step) => step.name === name)?.fields ?? [];
}

/** Codes of what this step still lacks. */
export function missingOf(name: StepName, { missing }: Pick<PracticeStepFacts, "missing">): string[] {
  const codes: readonly string[] = steps.find((step) => step.name === name)?.codes ?? [];
  return missing.filter((code) => codes.includes(code));
}

/** Complete: nothing is missing; optional: nothing is asked and nothing was given. */
export function stepState(name: StepName, practice: PracticeStepFacts): StepState {
  const begun = given(name, practice);
  if (missingOf(name, practice).length === 0) return begun ? "complete" : "optional";
  return begun ? "incomplete" : "notStarted";
}

function given(name: StepName, practice: PracticeStepFacts): boolean {
  if (name === "tools") return practice.tools.length > 0;
  if (name === "places") return practice.places.length > 0;
  if (name === "contact") return Boolean(practice.contact);
  if (name === "about") return Boolean(practice.summary);
  return fieldsOf(name).some((field) => field !== "language" && practice[field] && practice[field] !== "unknown");
}

/** The first step after this one that is not complete; null when the task list comes next. */
export function stepAfter(name: StepName, practice: PracticeStepFacts): StepName | null {
  const later = steps.slice(steps.findIndex((step) => step.name === name) + 1);
  return later.find((step) => stepState(step.name, practice) !== "complete")?.name ?? null;
}
