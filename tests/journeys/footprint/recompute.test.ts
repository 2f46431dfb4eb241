import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { describe, expect, inject, it } from "vitest";

const run = promisify(execFile);
const origin = inject("origin");
const script = "content/examples/recompute-footprint.mjs";

/** Recomputes with the documented script as a reader would: another process, over HTTP. */
async function recompute(...args: string[]): Promise<{ code: number; said: string }> {
  try {
    const { stdout } = await run(process.execPath, [script, ...args]);
    return { code: 0, said: stdout };
  } catch (error) {
    const { code, stdout, stderr } = error as { code: number; stdout: string; stderr: string };
    return { code, said: stdout + stderr };
  }
}

describe("anyone can recompute a published total from API data alone", () => {
  it.each([
    ["bellmere", "2024", "services in another country"],
    ["fontclara", "2025", "a factor set and meters"],
    ["dolnograd", "2022", "a corrected year"],
    ["hollowmere", "2015", "an electricity factor of the city's own"],
  ])("%s %s: %s", async (city, year) => {
    const { code, said } = await recompute(origin, city, year);
    expect(said).toContain("recomputed");
    expect(code, said).toBe(0);
  });

  it("says so when there is nothing published", async () => {
    const { code, said } = await recompute(origin, "bellmere", "1999");
    expect(code).not.toBe(0);
    expect(said).toContain("bellmere has published nothing for 1999");
  });

  it("is offered for download, the very same file", async () => {
    const response = await fetch(new URL("/en/recompute-footprint.mjs", origin));
    expect(response.headers.get("content-disposition")).toContain("recompute-footprint.mjs");
    expect(await response.text()).toContain("Recomputes a published footprint");
  });
});
