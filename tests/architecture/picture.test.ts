import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { picture } from "../picture/picture.ts";
import { arrows, heights } from "../picture/rooms.ts";

const rooms = (needs: Record<string, string[]>) => ({
  api: new Map(Object.entries(needs).map(([room, others]) => [room, new Set(others)])),
});

describe("the picture of the architecture", () => {
  it("shows the rooms and arrows of the code", () => {
    const drawn = readFileSync("content/readme/architecture.svg", "utf8");
    expect(drawn === picture(), "Run `npm run picture`: content/readme/architecture.svg is stale.").toBe(true);
  });

  it("puts every room above all that it needs, and a room that needs none right below those that need it", () => {
    const house = rooms({ city: [], pilot: ["city"], sheets: [], footprint: ["pilot", "sheets"] });
    expect(Object.fromEntries(heights(house))).toEqual({ city: 1, pilot: 2, sheets: 2, footprint: 3 });
  });

  it("leaves out the arrows that others imply", () => {
    expect(arrows(rooms({ city: [], pilot: ["city"], report: ["city", "pilot"] }))).toEqual([
      ["pilot", "city"],
      ["report", "pilot"],
    ]);
  });

  it("refuses rooms that need each other", () => {
    expect(() => heights(rooms({ city: ["pilot"], pilot: ["city"] }))).toThrow("city → pilot → city");
  });
});
