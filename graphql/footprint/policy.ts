import type { Prisma } from "#prisma/generated/client/client.ts";
import {
  type Action,
  can,
  draftCities,
  transitionRoles,
  type Subject,
  type Viewer,
} from "#graphql/kernel/authorization.ts";
import { possibleActions } from "#graphql/kernel/transitions.ts";
import { permissionsOn } from "#graphql/kernel/viewer-can.ts";
import {
  baselineTransitions,
  editable,
  type BaselineState,
  type InventoryState,
  inventoryTransitions,
} from "./rules.ts";

/** Published figures of listed cities are public, older revisions too; the rest is for the city's people and the network's. */
export function visibleInventories(viewer: Viewer): Prisma.InventoryWhereInput {
  const drafts = draftCities(viewer);
  if (drafts === null) return {};
  const open: Prisma.InventoryWhereInput = { state: { in: ["published", "superseded"] }, city: { listed: true } };
  return drafts.length === 0 ? open : { OR: [open, { cityId: { in: [...drafts] } }] };
}

/** Baselines that were in force are public; what was asked for or refused is for the city's people and the network's. */
export function visibleBaselines(viewer: Viewer): Prisma.BaselineWhereInput {
  const drafts = draftCities(viewer);
  if (drafts === null) return {};
  const open: Prisma.BaselineWhereInput = { state: { in: ["active", "superseded"] }, city: { listed: true } };
  return drafts.length === 0 ? open : { OR: [open, { cityId: { in: [...drafts] } }] };
}

/** Sheets that were read and wait are for the city's people and the network's, whatever the inventory's state. */
export function visibleImports(viewer: Viewer): Prisma.SheetImportWhereInput {
  const drafts = draftCities(viewer);
  return drafts === null ? {} : { inventory: { cityId: { in: [...drafts] } } };
}

/** An inventory, a baseline and a plan belong to one city. */
export function footprintSubject({ cityId }: { cityId: string }): Subject {
  return { cityIds: [cityId] };
}

/** May this viewer read what is not published: warnings, drafts, comments? */
export function readsDrafts(viewer: Viewer, row: { cityId: string }): boolean {
  return can(viewer, "city.read_drafts", footprintSubject(row));
}

/** What this viewer may do to an inventory now: the right to it, in a state that allows it. */
export function inventoryActions(viewer: Viewer, row: { cityId: string; state: InventoryState }): Action[] {
  const moves = possibleActions(inventoryTransitions, row.state, transitionRoles(viewer, footprintSubject(row)));
  const now: readonly (Action | false)[] = [
    editable(row.state) && "footprint.update",
    row.state === "published" && "footprint.correct",
    ...moves.map((move) => `footprint.${move}` as const),
  ];
  return permissionsOn(viewer, footprintSubject(row), ["footprint"]).filter((action) => now.includes(action));
}

/** What this viewer may do to a baseline now. */
export function baselineActions(viewer: Viewer, row: { cityId: string; state: BaselineState }): Action[] {
  const moves = possibleActions(baselineTransitions, row.state, transitionRoles(viewer, footprintSubject(row)));
  const now: readonly Action[] = moves.map((move) => `footprint.${move}_recalculation` as const);
  return permissionsOn(viewer, footprintSubject(row), ["footprint"]).filter((action) => now.includes(action));
}

/** What this viewer may do to a city's footprint now: begin a year, choose the first baseline, ask for another one, set the plan. */
export function footprintActions(
  viewer: Viewer,
  row: { cityId: string },
  { base, published, proposed }: { base: boolean; published: number; proposed: number },
): Action[] {
  const now: readonly (Action | false)[] = [
    "footprint.start",
    "footprint.plan",
    !base && published > 0 && "footprint.choose_baseline",
    base && proposed === 0 && "footprint.request_recalculation",
  ];
  return permissionsOn(viewer, footprintSubject(row), ["footprint"]).filter((action) => now.includes(action));
}
