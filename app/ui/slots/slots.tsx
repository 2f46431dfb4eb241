import { cx } from "../html.ts";
import { addSlot, level, places, type SlotPaths, type SlotLook } from "./geometry.ts";

export type { SlotLook } from "./geometry.ts";

/** Draws the three paths of a picture of places; empty paths cost no element. */
export function SlotShapes({ paths }: { paths: SlotPaths }) {
  return (
    <>
      {paths.solid && <path d={paths.solid} />}
      {paths.faint && <path className="faint" d={paths.faint} />}
      {paths.struck && <path className="struck" d={paths.struck} />}
    </>
  );
}

export type SlotsProps = {
  /** Up to five states, in order; missing ones are drawn empty. */
  states: readonly SlotLook[];
  /** The whole picture in words; leave out only where the same words stand beside it. */
  label?: string;
  size?: "small" | "medium";
};

/** The five places as one inline picture; see `SlotList` for the large form with captions. */
export function Slots({ states, label, size = "small" }: SlotsProps) {
  const paths: SlotPaths = { solid: "", faint: "", struck: "" };
  for (const [index, box] of places.entries()) addSlot(paths, box, states[index] ?? "empty", size === "small");
  return <SlotPicture label={label} size={size} paths={paths} />;
}

export type SlotsMeanProps = {
  /** Average number of full places, 0 to 5; null draws five empty places. */
  value: number | null;
  label?: string;
  size?: "small" | "medium";
};

/** An average as the same picture: 2.4 is two full places and one filled to four tenths. */
export function SlotsMean({ value, label, size = "small" }: SlotsMeanProps) {
  const paths: SlotPaths = { solid: "", faint: "", struck: "" };
  for (const [index, box] of places.entries()) {
    const share = Math.round(((value ?? 0) - index) * 100) / 100;
    if (share > 0) paths.solid += level(box, share);
    else addSlot(paths, box, "empty");
  }
  return <SlotPicture label={label} size={size} paths={paths} />;
}

/** One place alone, for legends and captions. */
export function SlotMark({ state, label }: { state: SlotLook; label?: string }) {
  const paths: SlotPaths = { solid: "", faint: "", struck: "" };
  addSlot(paths, { x: 0, y: 1.5, w: 8, h: 13 }, state);
  return <SlotPicture label={label} size="small" paths={paths} viewBox="0 0 8 16" />;
}

type PictureProps = {
  label: string | undefined;
  size: "small" | "medium";
  paths: SlotPaths;
  viewBox?: string;
};

function SlotPicture({ label, size, paths, viewBox = "0 0 48 16" }: PictureProps) {
  const role = label === undefined ? { "aria-hidden": true } : { role: "img", "aria-label": label };
  return (
    <svg className={cx("slots", size === "medium" && "slots-m")} viewBox={viewBox} {...role}>
      <SlotShapes paths={paths} />
    </svg>
  );
}
