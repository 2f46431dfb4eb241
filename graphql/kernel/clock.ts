/** The one source of "now", so that tests can stop it. */
export type Clock = { now(): Date; today(): string };

export const systemClock: Clock = { now: () => new Date(), today: () => new Date().toISOString().slice(0, 10) };

/** A clock that stands still at the given instant (ISO 8601). */
export function fixedClock(instant: string): Clock {
  return { now: () => new Date(instant), today: () => instant.slice(0, 10) };
}
