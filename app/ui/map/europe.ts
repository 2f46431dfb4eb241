import { geoAzimuthalEqualArea, geoPath } from "d3-geo";
import { merge, mesh } from "topojson-client";
import type { GeometryCollection, GeometryObject, MultiPolygon, Polygon, Topology } from "topojson-specification";
import world from "world-atlas/countries-50m.json" with { type: "json" };
import { Thinner } from "./thinner.ts";

export const mapWidth = 640;
export const height = 640;

type Country = Polygon<{ name: string }> | MultiPolygon<{ name: string }>;

const corners: [number, number][] = [
  [-10.5, 35.2],
  [-24, 65],
  [27, 71.2],
  [34.6, 34.6],
  [14.5, 35.2],
  [24, 34.6],
  [41, 47],
];

/** Equal areas around the point that European statistics use (52° N, 10° E), fitted to the picture. */
const projection = geoAzimuthalEqualArea()
  .rotate([-10, -52])
  .fitExtent(
    [
      [16, 16],
      [mapWidth - 16, height - 16],
    ],
    { type: "MultiPoint", coordinates: corners },
  )
  .clipExtent([
    [-2, -2],
    [mapWidth + 2, height + 2],
  ]);

/** Where a place lies in the picture, or null when outside it. */
export function project(lon: number, lat: number): [number, number] | null {
  const point = projection([lon, lat]);
  if (point === null) return null;
  const [x, y] = point;
  return x < 0 || y < 0 || x > mapWidth || y > height ? null : [tenth(x), tenth(y)];
}

let drawn: { land: string; borders: string } | undefined;

/** Land and borders of Europe as two SVG paths; computed at the first call, then kept. */
export function europe(): { land: string; borders: string } {
  drawn ??= draw();
  return drawn;
}

function draw(): { land: string; borders: string } {
  const topology = world as unknown as Topology<{ countries: GeometryCollection<{ name: string }> }>;
  const path = geoPath(projection);
  const countries = topology.objects.countries.geometries.filter(
    (shape): shape is Country => shape.type === "Polygon" || shape.type === "MultiPolygon",
  );
  const inside = countries.filter((shape) => path(mesh(topology, shape)) !== null);
  const borders = mesh(topology, { type: "GeometryCollection", geometries: inside }, isBorder);
  return {
    land: trace(merge(topology, inside), 1.1, 2.5),
    borders: trace({ ...borders, coordinates: borders.coordinates.filter((line) => !isolated(line)) }, 1.6, 0),
  };
}

function nameOf({ properties }: GeometryObject): unknown {
  return properties && "name" in properties ? properties.name : undefined;
}

function isBorder(a: GeometryObject, b: GeometryObject): boolean {
  const names = [nameOf(a), nameOf(b)];
  return a !== b && !(names.includes("N. Cyprus") && names.includes("Cyprus"));
}

/** The neck of Crimea: the atlas draws a border there that international law does not know. */
function isolated(line: number[][]): boolean {
  return line.every(([lon = 0, lat = 0]) => lon > 32 && lon < 36 && lat > 45 && lat < 46.6);
}

function trace(shape: Parameters<ReturnType<typeof geoPath>>[0], step: number, smallest: number): string {
  const thinner = new Thinner(step, smallest);
  geoPath(projection, thinner)(shape);
  return thinner.path();
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
