import { refreshCity } from "#graphql/charter/standing.store.ts";
import type { Issue } from "#graphql/kernel/errors.ts";
import type { Reviewable } from "#graphql/review/store.ts";
import type { Prisma, Transaction } from "#prisma/client.ts";
import { factColumns, missingForPilot } from "./facts.store.ts";
import { pilotSubject } from "./policy.ts";
import { type MissingCode, type PilotAction, type PilotState, pilotTransitions } from "./rules.ts";
import { follow, savePilot, type StoredPilot } from "./store.ts";

/** What is a pilot's own in its review: when it was accepted, its slots, and where its cities stand then. */
export const pilotReview: Reviewable<StoredPilot, PilotState, PilotAction> = {
  kind: "pilot",
  transitions: pilotTransitions,
  subject: pilotSubject,
  lacking: (tx, { id }, today) => lacking(tx, id, today),
  image,
  async settle(tx, services, pilot, { action, to, rule, comment, exception }) {
    const cities = pilotSubject(pilot);
    if (to !== pilot.state) {
      const acceptedOn = to === "accepted" ? new Date(services.clock.today()) : action === "reopen" ? null : undefined;
      await savePilot(tx, pilot, pilot.version, { state: to, acceptedOn });
      if (to === "archived") await tx.pilotCity.updateMany({ where: { pilotId: pilot.id }, data: { slot: null } });
      // In one order, so that decisions on two shared pilots do not wait for each other.
      for (const cityId of cities.cityIds.toSorted()) await refreshCity(tx, cityId, services.jobs);
    }
    const change = { before: { state: pilot.state }, after: { state: to, rule, comment, exception } };
    await follow(tx, services, pilot.id, { action: `pilot.${action}`, cities, ...change });
  },
};

/** The pilot with everything that belongs to it. */
async function image(tx: Prisma | Transaction, id: string): Promise<object> {
  const include = {
    cities: true,
    translations: true,
    entries: true,
    results: true,
    funding: true,
    scale: true,
    concepts: { select: { concept: { select: { slug: true } } } },
  } as const;
  return tx.pilot.findUniqueOrThrow({ where: { id }, include });
}

/** Where the form asks for what is missing. */
const paths: Record<MissingCode, string> = {
  title: "title",
  purpose: "purpose",
  area: "area",
  role: "role",
  stage: "stage",
  started_on: "started",
  scale: "scale",
  replicability: "replicationConditions",
  result_with_evidence: "results",
  impact_communicated: "impactCommunicated",
  status_entry: "entries",
  contact: "contactId",
  sign_off: "",
  review: "",
};

const fieldOfPart = {
  conditions: "replicationConditions",
  cost: "replicationCost",
  skills: "replicationSkills",
} as const;

async function lacking(tx: Transaction, id: string, today: string): Promise<Issue[]> {
  const pilot = await tx.pilot.findUniqueOrThrow({ where: { id }, include: factColumns });
  return missingForPilot(pilot, today)
    .filter(({ code }) => paths[code] !== "")
    .map(({ code, parts: [part] = [] }) => ({ path: part ? fieldOfPart[part] : paths[code], code: `missing_${code}` }));
}
