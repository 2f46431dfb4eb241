import { known } from "./numbers.ts";

export type BridgeStep = {
  kind: "total" | "up" | "down" | "same";
  /** Where the bar begins and ends on the axis; a part ends where the next one begins. */
  start: number;
  end: number;
};

/** Every step from the first total over the signed parts to the last total. A value that is no number moves nothing. */
export function bridgeSteps(from: number, parts: readonly number[], to: number): BridgeStep[] {
  const steps: BridgeStep[] = [{ kind: "total", start: 0, end: known(from) ?? 0 }];
  for (const part of parts) {
    const start = steps.at(-1)?.end ?? 0;
    const change = known(part) ?? 0;
    steps.push({ kind: change > 0 ? "up" : change < 0 ? "down" : "same", start, end: start + change });
  }
  return [...steps, { kind: "total", start: 0, end: known(to) ?? 0 }];
}

/** The ends of the axis. It begins at zero, unless it may be cut and the changes would be too small to see. */
export function bridgeAxis(steps: readonly BridgeStep[], mayCut: boolean): { least: number; most: number } {
  const levels = steps.map(({ end }) => end);
  const [low, high] = [Math.min(...levels), Math.max(...levels)];
  const [least, most] = [Math.min(0, low), Math.max(0, high)];
  const spread = high - low;
  if (!mayCut || low <= 0 || spread === 0 || spread > 0.4 * high) {
    return { least, most: least === most ? least + 1 : most };
  }
  const unit = 10 ** Math.floor(Math.log10(spread));
  const cut = Math.floor((low - 0.6 * spread) / unit) * unit;
  return { least: Math.max(0, cut), most };
}
