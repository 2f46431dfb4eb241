import type { Timing } from "./measure.ts";

export type Row = { part: string; what: string; p50: number; p95: number; perSecond: number; ratio: string };
/** What was measured, in order. */
export const rows: Row[] = [];
/** Megabytes resident, by what they were measured at. */
export const memory: Record<string, number> = {};

let part = "";

/** What follows belongs to this part. */
export function begin(name: string): void {
  part = name;
}

/** Adds a timing to the table and shows it. */
export function report(what: string, { p50, p95, perSecond }: Timing, ratio = ""): void {
  rows.push({ part, what, p50: round(p50), p95: round(p95), perSecond: round(perSecond), ratio });
  console.log(
    `${what.padEnd(66)} p50 ${p50.toFixed(2).padStart(8)} ms   p95 ${p95.toFixed(2).padStart(8)} ms   ${ratio}`,
  );
}

/** How many times longer than the floor. */
export function times({ p50 }: Timing, floor: Timing, digits = 1): string {
  return (p50 / floor.p50).toFixed(digits);
}

export function remember(what: string, megabytes: number): void {
  memory[what] = Math.round(megabytes);
  console.log(`${`memory: ${what}`.padEnd(66)} ${String(Math.round(megabytes)).padStart(12)} MB`);
}

const round = (value: number) => Math.round(value * 100) / 100;
