/** What one place can be: it counts, is under way, waits for a decision, is missing, or was refused. */
export type SlotLook = "full" | "partial" | "review" | "empty" | "refused";

export type Box = { x: number; y: number; w: number; h: number };

/** The drawing of places as three paths: filled (even-odd), faint outline, and struck-out outline. */
export type SlotPaths = { solid: string; faint: string; struck: string };

const wall = 1.5;

function capsule({ x, y, w, h }: Box): string {
  const r = w / 2;
  return `M${x} ${y + r}a${r} ${r} 0 0 1 ${w} 0v${h - w}a${r} ${r} 0 0 1 ${-w} 0z`;
}

function inset({ x, y, w, h }: Box, by: number): Box {
  return { x: x + by, y: y + by, w: w - 2 * by, h: h - 2 * by };
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}

/** The part of a capsule above a level; `level` is the filled share from the bottom, 0 to 1. */
function above(box: Box, level: number): string {
  const { x, y, w, h } = box;
  if (level >= 1) return "";
  if (level <= 0) return capsule(box);
  const r = w / 2;
  const cut = round(y + h * (1 - level));
  const top = y + r;
  const bottom = y + h - r;
  const drop = cut < top ? top - cut : Math.max(cut - bottom, 0);
  const half = Math.sqrt(r * r - drop * drop);
  const left = round(x + r - half);
  const right = round(x + r + half);
  if (cut < top) return `M${left} ${cut}A${r} ${r} 0 0 1 ${right} ${cut}z`;
  if (cut <= bottom) return `M${x} ${cut}V${top}a${r} ${r} 0 0 1 ${w} 0V${cut}z`;
  return `M${left} ${cut}A${r} ${r} 0 0 1 ${x} ${bottom}V${top}a${r} ${r} 0 0 1 ${w} 0V${bottom}A${r} ${r} 0 0 1 ${right} ${cut}z`;
}

/** A capsule filled from the bottom to a share between 0 and 1 (even-odd path). */
export function level(box: Box, share: number): string {
  return capsule(box) + above(inset(box, wall), share);
}

function disc(cx: number, cy: number, r: number): string {
  return `M${cx - r} ${cy}a${r} ${r} 0 0 1 ${2 * r} 0a${r} ${r} 0 0 1 ${-2 * r} 0z`;
}

function cross(cx: number, cy: number, reach: number): string {
  const d = 2 * reach;
  return `M${cx - reach} ${cy - reach}l${d} ${d}m0 ${-d}l${-d} ${d}`;
}

/** Adds one place to the paths. `bold` draws the marks larger, for very small sizes. */
export function addSlot(paths: SlotPaths, box: Box, state: SlotLook, bold = false): void {
  const cx = box.x + box.w / 2;
  const cy = box.y + box.h / 2;
  if (state === "full") paths.solid += capsule(box);
  else if (state === "partial") paths.solid += level(box, 0.42);
  else if (state === "review") paths.solid += level(box, 0) + disc(cx, cy, 1.5);
  else if (state === "empty") paths.faint += capsule(inset(box, 0.5));
  else if (bold) paths.struck += cross(cx, cy, 2.6);
  else paths.struck += capsule(inset(box, 0.5)) + cross(cx, cy, 1.5);
}

/** Five places of 8 × 13 on a shallow arc, in a picture of 48 × 16. */
export const places: readonly Box[] = [3, 1, 0, 1, 3].map((y, index) => ({ x: index * 10, y, w: 8, h: 13 }));
