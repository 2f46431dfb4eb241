import type { ReactNode } from "react";
import { europe, height, project, mapWidth } from "./europe.ts";

export type DotState = "full" | "partial" | "empty";

export type Dot = {
  lon: number;
  lat: number;
  label: string;
  /** Radius in units of a picture 640 wide; 7 by default. */
  size?: number;
  /** Filled disc, ring with a core, or open ring. */
  state?: DotState;
  href?: string;
};

export type DotMapProps = {
  dots: readonly Dot[];
  /** What the map shows, in a few words. */
  title: string;
  /** What can be read from it, and where the table is. */
  desc?: string;
  id?: string;
  /** What the three looks mean. */
  legend?: readonly { state: DotState; text: ReactNode }[];
};

/** Dots on a map of Europe. The same facts belong in a table beside it. Dots outside the picture are left out. */
export function DotMap({ dots, title, desc, id = "map", legend }: DotMapProps) {
  const { land, borders } = europe();
  const linked = dots.some((dot) => dot.href !== undefined);
  return (
    <>
      <svg
        className="map"
        viewBox={`0 0 ${mapWidth} ${height}`}
        role={linked ? "group" : "img"}
        aria-label={title}
        aria-describedby={desc === undefined ? undefined : `${id}-desc`}
      >
        {desc !== undefined && <desc id={`${id}-desc`}>{desc}</desc>}
        <path className="land" d={land} />
        <path className="borders" d={borders} />
        {dots.map((dot) => (
          <DotShape key={`${dot.lon} ${dot.lat} ${dot.label}`} dot={dot} />
        ))}
      </svg>
      {legend !== undefined && (
        <ul className="map-legend">
          {legend.map((entry) => (
            <li key={entry.state}>
              <svg viewBox="0 0 20 20" aria-hidden="true">
                <circle className={entry.state} cx="10" cy="10" r="7" />
              </svg>{" "}
              {entry.text}
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

function DotShape({ dot }: { dot: Dot }) {
  const point = project(dot.lon, dot.lat);
  if (point === null) return null;
  const [cx, cy] = point;
  const circle = <circle className={dot.state ?? "full"} cx={cx} cy={cy} r={dot.size ?? 7} />;
  if (dot.href === undefined) return circle;
  return (
    <a href={dot.href} aria-label={dot.label}>
      {circle}
    </a>
  );
}
