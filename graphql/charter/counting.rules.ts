import { isBefore, type PartialDate } from "#graphql/kernel/dates.ts";
import type { PilotState } from "#graphql/pilot/rules.ts";

export type Counting =
  | { counts: true }
  | { counts: false; why: "not_accepted" | "not_signed" | "begun_before_signing" };

/**
 * Whether a pilot counts for one city; a shared pilot is asked once per city, with that city's signing date. Only an accepted pilot
 * counts. It needs the coordinator's further word only if it surely began before the signing: its last possible first day lies before
 * the first possible signing day. Where the dates leave it open, the acceptance itself is that word.
 */
export function counts({
  state,
  startedOn,
  signed,
  earlyStartAccepted,
}: {
  state: PilotState;
  startedOn: PartialDate;
  signed: PartialDate | null;
  earlyStartAccepted: boolean;
}): Counting {
  if (state !== "accepted") return { counts: false, why: "not_accepted" };
  if (signed === null) return { counts: false, why: "not_signed" };
  const early = isBefore(startedOn, signed) === "yes" && !earlyStartAccepted;
  return early ? { counts: false, why: "begun_before_signing" } : { counts: true };
}
