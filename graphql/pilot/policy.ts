import type { Prisma } from "#prisma/generated/client/client.ts";
import {
  type Action,
  can,
  draftCities,
  transitionRoles,
  type Subject,
  type Viewer,
} from "#graphql/kernel/authorization.ts";
import { visibleCities } from "../city/policy.ts";
import { possibleActions } from "#graphql/kernel/transitions.ts";
import { permissionsOn } from "#graphql/kernel/viewer-can.ts";
import { editable, loggable, type PilotState, pilotTransitions } from "./rules.ts";

/** What must be loaded of a pilot to know whose it is. */
export const shareColumns = { cityId: true, lead: true, confirmed: true } as const;
export type PilotWithCities = { cities: readonly { cityId: string; lead: boolean; confirmed: boolean }[] };

/** Public once submitted by a listed city; drafts are seen by the people of its cities, invited ones too, and by the network. */
export function visiblePilots(viewer: Viewer): Prisma.PilotWhereInput {
  const drafts = draftCities(viewer);
  if (drafts === null) return {};
  const open: Prisma.PilotWhereInput = {
    state: { in: ["submitted", "accepted"] },
    cities: { some: { confirmed: true, city: { listed: true } } },
  };
  return drafts.length === 0 ? open : { OR: [open, { cities: { some: { cityId: { in: [...drafts] } } } }] };
}

/** The cities of a visible pilot; an invitation that is not answered yet stays between those concerned and the network. */
export function visibleShares(viewer: Viewer): Prisma.PilotCityWhereInput {
  const drafts = draftCities(viewer);
  if (drafts === null) return {};
  const own: Prisma.PilotCityWhereInput = { pilot: { cities: { some: { cityId: { in: [...drafts] } } } } };
  return { city: visibleCities(viewer), OR: drafts.length === 0 ? [{ confirmed: true }] : [{ confirmed: true }, own] };
}

/** A pilot belongs to the cities that have joined it, the lead city first. */
export function pilotSubject({ cities }: PilotWithCities): Subject {
  const joined = cities.filter((share) => share.confirmed);
  return { cityIds: joined.toSorted((a, b) => Number(b.lead) - Number(a.lead)).map((share) => share.cityId) };
}

/** Translations may also follow acceptance, not the review itself. */
export function translatable(state: PilotState): boolean {
  return editable(state) || state === "accepted";
}

/** What this viewer may do to the pilot now: the right to it, in a state that allows it. */
export function pilotActions(viewer: Viewer, pilot: PilotWithCities & { state: PilotState }): Action[] {
  const { state } = pilot;
  const subject = pilotSubject(pilot);
  const moves = possibleActions(pilotTransitions, state, transitionRoles(viewer, subject));
  const now: readonly (Action | false)[] = [
    ...(editable(state) ? (["pilot.update", "pilot.invite_city"] as const) : []),
    ...(loggable(state) ? (["pilot.log", "pilot.move_slot", "accession.accept_early_start"] as const) : []),
    translatable(state) && "pilot.translate",
    ...moves.map((move) => `pilot.${move}` as const),
  ];
  const allowed = permissionsOn(viewer, subject, ["pilot", "accession"]).filter((action) => now.includes(action));
  const invited = pilot.cities.filter((share) => !share.confirmed).map(({ cityId }) => ({ cityIds: [cityId] }));
  const answers: readonly Action[] = editable(state) ? ["pilot.join", "pilot.decline"] : ["pilot.decline"];
  return [...allowed, ...answers.filter((action) => invited.some((city) => can(viewer, action, city)))];
}
