/** What a person may be, for the purpose of moving something from one state to another. */
export type TransitionRole = "editor" | "approver" | "coordinator" | "reviewer" | "administrator";

/** What a step needs: something said with it, or that nothing is missing, or an exception named in public. */
export type Need = "reason" | "rule" | "complete" | "complete_or_exception";

/** One row of a transition table: who may do `action` from which states, where it leads, what it needs, and which notice
 *  is mailed about it. */
export type Transition<State extends string, Action extends string> = {
  from: readonly State[];
  action: Action;
  to: State;
  by: readonly TransitionRole[];
  needs?: readonly Need[];
  notice?: "sign_off_wanted" | "changes_requested" | "accepted" | "refused" | "published";
};

export type Refusal = "not_allowed_for_role" | "not_from_this_state";

export type TransitionResult<State extends string> =
  | { ok: true; to: State; needs: readonly Need[]; notice: Transition<State, string>["notice"] }
  | { ok: false; refusal: Refusal };

/**
 * The state an action leads to, or why it is refused. The role is judged first, so a person who may never do it
 * learns nothing about the state.
 */
export function applyTransition<State extends string, Action extends string>(
  table: readonly Transition<State, Action>[],
  state: State,
  action: Action,
  roles: readonly TransitionRole[],
): TransitionResult<State> {
  const rows = table.filter((row) => row.action === action);
  const fits = rows.filter((row) => row.from.includes(state));
  const mine = rows.filter((row) => row.by.some((role) => roles.includes(role)));
  const row = fits.find((fit) => mine.includes(fit));
  if (row) return { ok: true, to: row.to, needs: row.needs ?? [], notice: row.notice };
  const wrongRole = mine.length === 0 || fits.length > 0;
  return { ok: false, refusal: wrongRole ? "not_allowed_for_role" : "not_from_this_state" };
}

/** The actions these roles may take from a state, in table order: what a page offers as buttons. */
export function possibleActions<State extends string, Action extends string>(
  table: readonly Transition<State, Action>[],
  state: State,
  roles: readonly TransitionRole[],
): Action[] {
  const rows = table.filter((row) => row.from.includes(state) && row.by.some((role) => roles.includes(role)));
  return [...new Set(rows.map((row) => row.action))];
}
