/** The steps in which a city fills in a pilot, in order. `codes`: what the step clears from the list of what is missing. */
export const steps = [
  { name: "about", codes: ["title", "purpose"] },
  { name: "classification", codes: ["area", "role"] },
  { name: "stage", codes: ["stage", "started_on"] },
  { name: "scale", codes: ["scale"] },
  { name: "partners", codes: [] },
  { name: "replication", codes: ["replicability"] },
  { name: "impact", codes: ["impact_communicated"] },
  { name: "contact", codes: ["contact"] },
] as const satisfies readonly { name: string; codes: readonly string[] }[];

export type StepName = (typeof steps)[number]["name"];
export type StepState = "complete" | "incomplete" | "notStarted" | "optional";

/** What must be known of a pilot to tell how far each step is. */
export type PilotStepFacts = {
  missing: readonly { code: string }[];
  purpose: string | null;
  area: unknown;
  role: unknown;
  activityType: unknown;
  concepts: readonly unknown[];
  stage: unknown;
  started: { date: string | null };
  scale: readonly unknown[];
  partners: readonly unknown[];
  funding: readonly unknown[];
  replicationConditions: string | null;
  replicationCost: string | null;
  replicationSkills: string | null;
  licence: string | null;
  impactCommunicated: string | null;
  contact: unknown;
};

/** Complete: nothing that counts is missing; optional: nothing is asked and nothing was given. */
export function stepState(name: StepName, pilot: PilotStepFacts): StepState {
  const lacking = missingOf(name, pilot).length;
  const begun = given(name, pilot);
  if (lacking === 0) return begun ? "complete" : "optional";
  return begun ? "incomplete" : "notStarted";
}

/** Codes of what this step still lacks. */
export function missingOf(name: StepName, { missing }: Pick<PilotStepFacts, "missing">): string[] {
  const codes: readonly string[] = steps.find((step) => step.name === name)?.codes ?? [];
  return missing.map(({ code }) => code).filter((code) => codes.includes(code));
}

/** Where what is missing can be filled in, below the pilot's address. */
export function pathTo(code: string): string | undefined {
  if (code === "result_with_evidence") return "results/new";
  if (code === "status_entry") return "log/new";
  const step = steps.find(({ codes }: { codes: readonly string[] }) => codes.includes(code));
  return step && `edit/${step.name}`;
}

/** The first step after this one that is not complete; null when the task list comes next. */
export function stepAfter(name: StepName, pilot: PilotStepFacts): StepName | null {
  const later = steps.slice(steps.findIndex((step) => step.name === name) + 1);
  return later.find((step) => stepState(step.name, pilot) !== "complete")?.name ?? null;
}

function given(name: StepName, pilot: PilotStepFacts): boolean {
  const {
    purpose,
    area,
    role,
    activityType,
    concepts,
    stage,
    started,
    scale,
    partners,
    funding,
    impactCommunicated,
    contact,
  } = pilot;
  const { replicationConditions, replicationCost, replicationSkills, licence } = pilot;
  const parts: Record<StepName, readonly unknown[]> = {
    about: [purpose],
    classification: [area, role, activityType, concepts.length],
    stage: [stage, started.date],
    scale: [scale.length],
    partners: [partners.length, funding.length],
    replication: [replicationConditions, replicationCost, replicationSkills, licence],
    impact: [impactCommunicated],
    contact: [contact],
  };
  return parts[name].some(Boolean);
}
