type Point = [x: number, y: number];

/** Collects a drawing as an SVG path in relative tenths, leaving out near points and tiny rings. */
export class Thinner {
  readonly #step: number;
  readonly #smallest: number;
  readonly #parts: string[] = [];
  #line: Point[] = [];

  /** `step`: shortest segment kept; `smallest`: least area of a ring; both in units of the picture. */
  constructor(step: number, smallest: number) {
    this.#step = step;
    this.#smallest = smallest;
  }

  beginPath(): void {}

  arc(): void {}

  moveTo(x: number, y: number): void {
    this.#flush(false);
    this.#line = [[x, y]];
  }

  lineTo(x: number, y: number): void {
    this.#line.push([x, y]);
  }

  closePath(): void {
    this.#flush(true);
  }

  /** The path so far. */
  path(): string {
    this.#flush(false);
    return this.#parts.join("");
  }

  #flush(closed: boolean): void {
    const line = this.#line;
    this.#line = [];
    const [first] = line;
    if (first === undefined || line.length < 2 || (closed && area(line) < this.#smallest)) return;
    const [startX, startY] = tenths(first);
    let [atX, atY] = [startX, startY];
    let part = `M${startX / 10} ${startY / 10}l`;
    let drawn = 0;
    for (const [index, point] of line.entries()) {
      const [x, y] = tenths(point);
      const far = Math.hypot(x - atX, y - atY) >= this.#step * 10;
      if (index === 0 || !(far || (!closed && index === line.length - 1))) continue;
      part += join(x - atX, drawn > 0) + join(y - atY, true);
      [atX, atY] = [x, y];
      drawn += 1;
    }
    if (drawn > (closed ? 1 : 0)) this.#parts.push(closed ? `${part}z` : part);
  }
}

function tenths([x, y]: Point): Point {
  return [Math.round(x * 10), Math.round(y * 10)];
}

function join(tenth: number, after: boolean): string {
  const text = String(tenth / 10).replace(/^(-?)0\./, "$1.");
  return after && tenth >= 0 ? ` ${text}` : text;
}

function area(ring: readonly Point[]): number {
  let double = 0;
  for (const [index, [x, y]] of ring.entries()) {
    const [nextX, nextY] = ring[(index + 1) % ring.length] ?? [x, y];
    double += x * nextY - nextX * y;
  }
  return Math.abs(double) / 2;
}
