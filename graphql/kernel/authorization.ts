import { Forbidden } from "./errors.ts";

/** Roles in one city come from a membership, roles over the network from a network role. */
export const roles = ["public", "editor", "approver", "reviewer", "coordinator", "administrator"] as const;
export type Role = (typeof roles)[number];

const reading = ["city.read_public"] as const;
const editing = [
  "city.read_drafts",
  "city.update",
  "city.manage_contacts",
  "pilot.create",
  "pilot.update",
  "pilot.log",
  "pilot.translate",
  "pilot.move_slot",
  "pilot.invite_city",
  "pilot.join",
  "pilot.decline",
  "pilot.request_sign_off",
  "pilot.withdraw",
  "practice.create",
  "practice.update",
  "practice.translate",
  "practice.request_sign_off",
  "practice.withdraw",
  "footprint.start",
  "footprint.update",
  "footprint.correct",
  "footprint.request_sign_off",
  "footprint.withdraw",
  "footprint.request_recalculation",
  "footprint.withdraw_recalculation",
  "search.ask",
] as const;
const approving = [
  "accession.record_adoption",
  "accession.withdraw",
  "city.manage_members",
  "pilot.sign_off",
  "pilot.send_back",
  "pilot.archive",
  "pilot.restore",
  "practice.sign_off",
  "practice.send_back",
  "practice.archive",
  "practice.restore",
  "footprint.sign_off",
  "footprint.send_back",
  "footprint.archive",
  "footprint.restore",
  "footprint.choose_baseline",
  "footprint.plan",
] as const;
const reviewing = [
  "network.read_progress",
  "network.read_queue",
  "review.declare_interest",
  "city.read_drafts",
  "pilot.request_changes",
  "pilot.recommend",
  "practice.request_changes",
  "practice.recommend",
  "network.read_footprint",
  "footprint.request_changes",
] as const;
const coordinating = [
  "network.read_late",
  "network.read_search",
  "search.answer",
  "city.update",
  "city.manage_contacts",
  "city.manage_members",
  "accession.admit",
  "accession.update",
  "accession.extend",
  "accession.record_adoption",
  "accession.withdraw",
  "accession.reinstate",
  "accession.accept_early_start",
  "pilot.create",
  "pilot.update",
  "pilot.log",
  "pilot.translate",
  "pilot.move_slot",
  "pilot.invite_city",
  "pilot.accept",
  "pilot.refuse",
  "pilot.reopen",
  "pilot.archive",
  "pilot.restore",
  "practice.update",
  "practice.translate",
  "practice.publish",
  "practice.reopen",
  "practice.archive",
  "practice.restore",
  "footprint.start",
  "footprint.update",
  "footprint.publish",
  "footprint.archive",
  "footprint.restore",
  "footprint.approve_recalculation",
  "footprint.refuse_recalculation",
  "footprint.reopen_recalculation",
  "audit.read",
] as const;

/** The permission table: each role is spelled as the one it builds on plus its additions. */
export const permissions = {
  public: [...reading],
  editor: [...reading, ...editing],
  approver: [...reading, ...editing, ...approving],
  reviewer: [...reading, ...reviewing],
  coordinator: [...reading, ...reviewing, ...coordinating],
  administrator: [...reading, ...reviewing, ...coordinating, "network.manage_roles"],
} as const satisfies Record<Role, readonly string[]>;

export type Action = (typeof permissions)[Role][number];
export const actions: readonly Action[] = [...new Set(roles.flatMap((role): Action[] => [...permissions[role]]))];

export type Viewer = {
  userId: string | null;
  name: string | null;
  email: string | null;
  memberships: readonly { cityId: string; role: "editor" | "approver" }[];
  networkRoles: readonly ("reviewer" | "coordinator" | "administrator")[];
  /** Cities that this person of the network advised or works for, by their own word. */
  interests: readonly string[];
};

export const anonymous: Viewer = {
  userId: null,
  name: null,
  email: null,
  memberships: [],
  networkRoles: [],
  interests: [],
};

/** What an action is done to: the cities that the stored row belongs to (never what the input says). */
export type Subject = { cityIds: readonly string[] };
export const network: Subject = { cityIds: [] };

/** The roles that this viewer has towards the subject. */
export function rolesFor(viewer: Viewer, subject: Subject): Role[] {
  const inCity = viewer.memberships.filter((membership) => subject.cityIds.includes(membership.cityId));
  return ["public", ...inCity.map((membership) => membership.role), ...viewer.networkRoles];
}

/** The viewer's roles as the transition table names them; an administrator may do whatever a coordinator may. */
export function transitionRoles(viewer: Viewer, subject: Subject): Exclude<Role, "public">[] {
  const held = rolesFor(viewer, subject).filter((role) => role !== "public");
  return held.includes("administrator") ? [...held, "coordinator"] : held;
}

/** What is decided about a city's work, which nobody does who has a part in that city. */
export const judging: readonly Action[] = [
  "pilot.request_changes",
  "pilot.recommend",
  "pilot.accept",
  "pilot.refuse",
  "pilot.reopen",
  "practice.request_changes",
  "practice.recommend",
  "practice.publish",
  "practice.reopen",
  "footprint.request_changes",
  "footprint.publish",
  "footprint.approve_recalculation",
  "footprint.refuse_recalculation",
  "footprint.reopen_recalculation",
  "accession.extend",
  "accession.accept_early_start",
];

/** Whether this viewer belongs to one of the cities, or has declared to have advised it. */
export function isPartial({ memberships, interests }: Viewer, { cityIds }: Subject): boolean {
  return cityIds.some((id) => interests.includes(id) || memberships.some(({ cityId }) => cityId === id));
}

/** May this viewer do this to that? Asked by mutations and, as viewerCan, by pages. */
export function can(viewer: Viewer, action: Action, subject: Subject): boolean {
  return isGranted(viewer, action, subject) && !(judging.includes(action) && isPartial(viewer, subject));
}

function isGranted(viewer: Viewer, action: Action, subject: Subject): boolean {
  return rolesFor(viewer, subject).some((role) => (permissions[role] as readonly Action[]).includes(action));
}

/** As can(), but refuses with Forbidden. First line of every mutation. */
export function authorize(viewer: Viewer, action: Action, subject: Subject): void {
  if (can(viewer, action, subject)) return;
  if (isGranted(viewer, action, subject)) throw new Forbidden("own_city");
  throw new Forbidden(viewer.userId ? "not_your_right" : "sign_in_first");
}

/** True when the right comes from a network role alone: the change is marked as made on the city's behalf. */
export function actsOnBehalf(viewer: Viewer, subject: Subject): boolean {
  return !viewer.memberships.some((membership) => subject.cityIds.includes(membership.cityId));
}

const strongest = ["approver", "editor", "coordinator", "administrator", "reviewer"] as const;

/** The role that a change is written down under, the city's own before the network's; null for a person without one. */
export function actingRole(viewer: Viewer, subject: Subject): Exclude<Role, "public"> | "system" | null {
  if (viewer.userId === null) return "system";
  const held = rolesFor(viewer, subject);
  return strongest.find((role) => held.includes(role)) ?? null;
}

/** Cities whose drafts this viewer may read; null means all of them. */
export function draftCities(viewer: Viewer): readonly string[] | null {
  if (viewer.networkRoles.length > 0) return null;
  return viewer.memberships.map((membership) => membership.cityId);
}
