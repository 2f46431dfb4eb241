import { describe, expect, it } from "vitest";
import { useBrowser } from "../support/browser/browser.ts";
import { ecoIndex } from "../support/browser/ecoindex.ts";
import { readingPages, resultPages } from "../support/pages.ts";

const visitor = useBrowser();

/** Loads a page as a first-time visitor and weighs it. */
async function weigh(path: string) {
  const { page } = await visitor();
  let requests = 0;
  let bytes = 0;
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  session.on("Network.responseReceived", () => (requests += 1));
  session.on("Network.loadingFinished", ({ encodedDataLength }) => (bytes += encodedDataLength));
  await page.goto(path, { waitUntil: "networkidle" });
  const elements = await page.evaluate(
    () => document.querySelectorAll("*").length - document.querySelectorAll("svg *").length,
  );
  const scripts = await page.evaluate(() => document.scripts.length);
  await page.context().close();
  return { elements, requests, kilobytes: bytes / 1000, scripts };
}

describe("page budgets", () => {
  it.each(readingPages)("/en%s is light: EcoIndex 80 or more, no script", async (path) => {
    const weight = await weigh(`/en${path}`);
    expect(weight.scripts).toBe(0);
    expect(weight.requests).toBeLessThanOrEqual(10);
    expect(Math.round(ecoIndex(weight)), JSON.stringify(weight)).toBeGreaterThanOrEqual(80);
  });

  it.each(resultPages)("/en%s stays light: EcoIndex 70 or more, no script but the finder's one", async (path) => {
    const weight = await weigh(`/en${path}`);
    expect(weight.scripts).toBe(path.startsWith("/search") ? 1 : 0);
    expect(Math.round(ecoIndex(weight)), JSON.stringify(weight)).toBeGreaterThanOrEqual(70);
  });
});
