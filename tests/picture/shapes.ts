/** SVG by hand: little, the same twice, and legible on light and dark pages. */

export type Point = readonly [x: number, y: number];
export type Rectangle = { x: number; y: number; width: number; height: number };

const style = `
    svg { --paper: #fffefb; --panel: #f4f0e6; --room: #ffffff; --help: #f9f6ee; --ground: #e2eeea; --edge: #8a948f; --ink: #1c2827; --soft: #53605d; --line: #0a5a58; }
    @media (prefers-color-scheme: dark) {
      svg { --paper: #121a1a; --panel: #1a2525; --room: #24312f; --help: #1f2a29; --ground: #1f3d39; --edge: #5d6b66; --ink: #e9ece5; --soft: #a9b5b0; --line: #7ccfc1; }
    }
    text { font: 12px system-ui, "Segoe UI", Roboto, "Noto Sans", "Liberation Sans", Arial, sans-serif; fill: var(--ink); }
    .name { font-size: 14px; font-weight: 600; }
    .house { font-size: 15px; font-weight: 700; }
    .small, .note { fill: var(--soft); font-size: 12px; font-weight: 400; }
    .paper { fill: var(--paper); }
    .panel { fill: var(--panel); }
    .room { fill: var(--room); stroke: var(--edge); }
    .help { fill: var(--help); stroke: var(--edge); stroke-dasharray: 3 3; }
    .ground { fill: var(--ground); stroke: var(--line); }
    .arrow { fill: none; stroke: var(--line); stroke-width: 1.25; }
    .strong { stroke-width: 2; }
    .head { fill: var(--line); }
  `;

const escaped = (words: string) => words.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

export function text(x: number, y: number, words: string, kind: string): string {
  return `<text x="${x}" y="${y}" class="${kind}">${escaped(words)}</text>`;
}

function rectangle({ x, y, width, height }: Rectangle, kind: string, round: number): string {
  return `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="${round}" class="${kind}"/>`;
}

/** A line of a name and, smaller, what is said of it. */
function named(x: number, y: number, name: string, note: string, kind: string): string {
  const said = note === "" ? "" : `<tspan dx="8" class="note">${escaped(note)}</tspan>`;
  return `<text x="${x}" y="${y}" class="${kind}">${escaped(name)}${said}</text>`;
}

/** A house, with its name in the corner. */
export function panel(place: Rectangle, name: string, note: string): string {
  return rectangle(place, "panel", 10) + named(place.x + 20, place.y + 24, name, note, "house");
}

export function box(place: Rectangle, name: string, note: string, kind: string): string {
  const y = place.y + Math.round(place.height / 2) + 5;
  return rectangle(place, kind, 5) + named(place.x + 12, y, name, note, "name");
}

/** Names in a row, each in a box of about its length: letters are as wide as the font of the reader makes them. */
export function chips(x: number, y: number, names: readonly string[], kind: string): string {
  let at = x;
  return names
    .map((name) => {
      const place = { x: at, y, width: name.length * 7 + 18, height: 24 };
      at += place.width + 8;
      const middle = `<text x="${place.x + place.width / 2}" y="${y + 16}" text-anchor="middle">${escaped(name)}</text>`;
      return rectangle(place, kind, 4) + middle;
    })
    .join("");
}

/** A line with round corners through the points, and a head at its end, which is reached from above. */
export function arrow(points: readonly Point[], kind = ""): string {
  const end = points.at(-1) ?? [0, 0];
  const line = points.map(([x, y], index) => {
    const [before, after] = [points[index - 1], points[index + 1]];
    if (!before) return `M${x} ${y}`;
    if (!after) return `L${x} ${y - 6}`;
    const [a, b] = [towards([x, y], before), towards([x, y], after)];
    return `L${a[0]} ${a[1]}Q${x} ${y} ${b[0]} ${b[1]}`;
  });
  const head = `<path d="M${end[0]} ${end[1]}l-4 -7h8z" class="head"/>`;
  return `<path d="${line.join("")}" class="${["arrow", kind].join(" ").trim()}"/>${head}`;
}

/** The point a few pixels from a corner on the way to another. */
function towards([x, y]: Point, [a, b]: Point): Point {
  const length = Math.hypot(a - x, b - y) || 1;
  const far = Math.min(5, length / 2);
  const round = (value: number) => Math.round(value * 10) / 10;
  return [round(x + ((a - x) / length) * far), round(y + ((b - y) / length) * far)];
}

export function svg(width: number, height: number, summary: string, parts: readonly string[]): string {
  const paper = rectangle({ x: 0, y: 0, width, height }, "paper", 12);
  const head = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">`;
  const told = `<title>The rooms of Quintet, each above all that it needs</title>\n  <desc>${escaped(summary)}</desc>`;
  return `${[head, told, `<style>${style}</style>`, paper, ...parts].join("\n  ")}\n</svg>\n`;
}
