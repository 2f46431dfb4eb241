import { setImmediate } from "node:timers/promises";

export type Timing = { p50: number; p95: number; perSecond: number; runs: number };

/** Calls `work` for `seconds` by `clients` at once, after a warm-up, and answers milliseconds per call. */
export async function measure(work: () => Promise<unknown>, clients = 1, seconds = 4): Promise<Timing> {
  const loop = async (until: number, times: number[]) => {
    while (performance.now() < until) {
      const started = performance.now();
      await work();
      times.push(performance.now() - started);
      await setImmediate(); // Work that never waits would keep connections from being looked after.
    }
  };
  await loop(performance.now() + 1500, []);
  const times: number[] = [];
  const started = performance.now();
  await Promise.all(Array.from({ length: clients }, () => loop(started + seconds * 1000, times)));
  const elapsed = (performance.now() - started) / 1000;
  const sorted = times.toSorted((a, b) => a - b);
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;
  return { p50: at(0.5), p95: at(0.95), perSecond: times.length / elapsed, runs: times.length };
}
