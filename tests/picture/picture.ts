import { arrows, foundations, heights, type Rooms, roomsOfTheCode } from "./rooms.ts";
import { arrow, box, chips, panel, type Point, type Rectangle, svg, text } from "./shapes.ts";

/** The architecture as a picture: each room of the API stands above all that it needs, so that arrows lead down only. */

const width = 700;
const margin = 16;
const left = 36;
const right = 640;
/** The way down beside the rooms, for arrows that pass some. */
const lane = 654;
const row = 34;
const gap = 20;
/** Rooms that are no concept. */
const helpers = ["", "mail", "sheets"];

const title = (room: string) => (room === "" ? "the API" : room);
const kindOf = (room: string) => (foundations.includes(room) ? "ground" : helpers.includes(room) ? "help" : "room");
const notes: Record<string, string> = {
  "": "puts the rooms together: schema, server, sign-in, jobs",
  vocabulary: "what all rooms speak of: areas, evidence, figures, concepts",
  kernel: "what all rooms are made with: builder, context, errors, decimals",
};

/** What is said of a room beside its name: what it needs, the highest first. */
function noteOf(room: string, { api }: Rooms, height: ReadonlyMap<string, number>): string {
  const needs = [...(api.get(room) ?? [])].filter((other) => !foundations.includes(other));
  const ordered = needs.toSorted((a, b) => (height.get(b) ?? 0) - (height.get(a) ?? 0) || a.localeCompare(b));
  return notes[room] ?? (ordered.length === 0 ? "" : `needs ${ordered.join(", ")}`);
}

/** The rooms of each row, the highest first; in a row each as far to the side as those that need it, the small ones first. */
function rowsOf(rooms: Rooms, drawn: readonly (readonly [string, string])[], shareOf: (room: string) => number) {
  const height = heights(rooms);
  const rows: string[][] = [];
  for (let at = Math.max(...height.values()); at > 0; at -= 1) {
    const above = rows.at(-1) ?? [];
    const sideOf = (room: string) => {
      const sides = drawn
        .filter(([from, to]) => to === room && above.includes(from))
        .map(([from]) => above.indexOf(from));
      return sides.length === 0 ? above.length : sides.reduce((sum, side) => sum + side, 0) / sides.length;
    };
    const here = [...height].flatMap(([room, own]) => (own === at ? [room] : []));
    rows.push(here.toSorted((a, b) => sideOf(a) - sideOf(b) || shareOf(a) - shareOf(b) || a.localeCompare(b)));
  }
  return rows;
}

/** Where each room is drawn: a row is filled, and shared by what there is to say. */
function placesOf(rows: readonly (readonly string[])[], top: number, shareOf: (room: string) => number) {
  const places = new Map<string, Rectangle>();
  for (const [index, rooms] of rows.entries()) {
    const free = right - left - gap * (rooms.length - 1);
    const shares = rooms.reduce((sum, room) => sum + shareOf(room), 0);
    let x = left;
    for (const room of rooms) {
      const wide = Math.round((free * shareOf(room)) / shares);
      places.set(room, { x, y: top + index * (row + gap), width: wide, height: row });
      x += wide + gap;
    }
  }
  return places;
}

/** Straight down where one room stands over the other, else round what is between, and in again from above. */
function route(from: Rectangle, to: Rectangle): Point[] {
  const [start, end] = [from.y + from.height, to.y];
  const [least, most] = [Math.max(from.x, to.x), Math.min(from.x + from.width, to.x + to.width)];
  const middle = Math.round((least + most) / 2);
  const neighbours = end - start === gap;
  if (neighbours && most - least > gap) return [start, end].map((y): Point => [middle, y]);
  const bend = gap / 2 - 2;
  const centre = ({ x, width: wide }: Rectangle) => x + Math.round(wide / 2);
  const corner = ({ x, width: wide }: Rectangle) => x + wide - 24;
  if (neighbours)
    return [
      [centre(from), start],
      [centre(from), start + bend],
      [centre(to), start + bend],
      [centre(to), end],
    ];
  const turn = end - bend - 4;
  return [
    [corner(from), start],
    [corner(from), start + bend],
    [lane, start + bend],
    [lane, turn],
    [corner(to), turn],
    [corner(to), end],
  ];
}

/** The portal's part: its rooms in the order of the API's, what is no concept below, and what it knows of the API. */
function portal({ app, known, api }: Rooms, height: ReadonlyMap<string, number>, place: Rectangle): string[] {
  const ordered = app.toSorted((a, b) => (height.get(a) ?? 0) - (height.get(b) ?? 0) || a.localeCompare(b));
  const rules = [...known].filter((room) => api.has(room) && room !== "kernel").toSorted();
  const line = `one door to graphql/; beside it only rules and inputs of ${rules.join(", ")}`;
  return [
    panel(place, "app/", "the portal: what a person sees"),
    chips(
      left,
      place.y + 36,
      ordered.filter((room) => height.has(room)),
      "room",
    ),
    chips(
      left,
      place.y + 68,
      ordered.filter((room) => !height.has(room)),
      "help",
    ),
    text(left, place.y + 112, line, "small"),
  ];
}

/** The picture of the rooms, by default as they are in the code now. */
export function picture(rooms: Rooms = roomsOfTheCode()): string {
  const height = heights(rooms);
  const drawn = arrows(rooms);
  const note = (room: string) => noteOf(room, rooms, height);
  const shareOf = (room: string) => Math.max(16, room.length * 1.3 + note(room).length);
  const rows = [...rowsOf(rooms, drawn, shareOf), ...foundations.map((room) => [room])];
  const house = (y: number, tall: number) => ({ x: margin, y, width: width - 2 * margin, height: tall });

  const app = house(margin, 128);
  const top = app.y + app.height + gap;
  const graphql = house(top, 40 + rows.length * (row + gap));
  const prisma = house(graphql.y + graphql.height + gap, 40);
  const places = placesOf(rows, top + 40, shareOf);

  // That all stand upon the foundations is said once, by the lowest.
  const told = ([from, to]: readonly [string, string]) =>
    foundations.includes(to) && !foundations.includes(from) && height.get(from) !== 1;
  const lines = drawn.flatMap((one) => {
    const [from, to] = [places.get(one[0]), places.get(one[1])];
    return from && to && !told(one) ? [arrow(route(from, to))] : [];
  });
  const [highest, lowest] = [places.get(""), places.get("kernel")];
  const between = (y: number, end: number) =>
    arrow(
      [y, end].map((at): Point => [width / 2, at]),
      "strong",
    );
  return svg(width, prisma.y + prisma.height + margin, summaryOf(rooms), [
    ...portal(rooms, height, app),
    panel(graphql, "graphql/", "what may be asked, and every rule"),
    panel(prisma, "prisma/", "the data: schema, migrations, client, seeds"),
    ...lines,
    ...(highest ? [between(app.y + app.height, highest.y)] : []),
    ...(lowest ? [between(lowest.y + row, prisma.y)] : []),
    ...[...places].map(([room, place]) => box(place, title(room), note(room), kindOf(room))),
  ]);
}

/** The same in words, for those who do not see it. */
function summaryOf({ api }: Rooms): string {
  const sentences = [...api].map(([room, needs]) => {
    const named = [...needs].toSorted().map(title);
    return `${title(room)} needs ${named.length === 0 ? "no other room" : named.join(", ")}.`;
  });
  return ["app/ stands on graphql/, graphql/ on prisma/.", ...sentences.toSorted()].join(" ");
}
