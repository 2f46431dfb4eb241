import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { useBrowser } from "../support/browser/browser.ts";
import { email } from "../support/network/cities.ts";

const visitor = useBrowser();
/** Without smooth scrolling: where the focus is can be told at once. */
const calm = { reducedMotion: "reduce" } as const;
const editor = email("editor", "carnwerder");

/** Presses Tab until the focus is on what the selector names; every stop on the way must show the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let stops = 0; stops < 120; stops += 1) {
    await page.keyboard.press("Tab");
    const stop = await page.evaluate((wanted) => {
      const focused = document.activeElement;
      if (!focused || focused === document.body) return { name: "", there: false, seen: true };
      const { outlineStyle, outlineWidth, outlineColor } = getComputedStyle(focused);
      const { width, height, bottom, top } = focused.getBoundingClientRect();
      const inView = bottom > 0 && top < innerHeight && width > 0 && height > 0;
      const seen = outlineStyle !== "none" && Number.parseFloat(outlineWidth) >= 2 && outlineColor !== "transparent";
      return { name: focused.outerHTML.slice(0, 120), there: focused.matches(wanted), seen: seen && inView };
    }, selector);
    expect(stop.seen, `the focus can be seen on ${stop.name}`).toBe(true);
    if (stop.there) return;
  }
  expect.unreachable(`Tab never led to ${selector}.`);
}

/** Presses a key that leads to another page and waits for it. */
async function go(page: Page, key = "Enter"): Promise<void> {
  const loaded = page.waitForEvent("domcontentloaded");
  await page.keyboard.press(key);
  await loaded;
}

it("the skip link comes first, is seen, and leads past the navigation", async () => {
  const { page, go: open } = await visitor(calm);
  await open("/en/cities/bellmere");
  await page.keyboard.press("Tab");
  expect(
    await page.locator("a.skip:focus").evaluate((link) => link.getBoundingClientRect().top),
  ).toBeGreaterThanOrEqual(0);
  await page.keyboard.press("Enter");
  expect(await page.locator("main:focus").count()).toBe(1);
  await page.keyboard.press("Tab");
  expect(await page.locator("main :focus").count()).toBe(1);
});

it("an officer signs in and saves a step by keyboard alone", async () => {
  const { page, go: open } = await visitor(calm);
  await open("/de");
  await tabTo(page, '.account a[href="/de/sign-in"]');
  await go(page);
  await tabTo(page, 'main input[type="email"]');
  await page.keyboard.type(editor);
  await go(page);
  await tabTo(page, 'main .notice a[href*="/mailbox"]');
  await go(page);
  const code = /\b\d{6}\b/.exec(await page.locator("main section").first().innerText())?.[0] ?? "";
  await tabTo(page, 'main a[href*="/sign-in/code"]');
  await go(page);
  await tabTo(page, 'input[autocomplete="one-time-code"]');
  await page.keyboard.type(code);
  await go(page);
  expect(new URL(page.url()).pathname).toBe("/de/tasks");

  await tabTo(page, 'main a[href*="/pilots/new?slot=1"]');
  await go(page);
  await tabTo(page, 'main button[type="submit"]');
  await go(page);
  expect(await page.locator(".error-summary:focus").count()).toBe(1);
  await tabTo(page, '.error-summary a[href="#f-title"]');
  await page.keyboard.press("Enter");
  await page.locator("#f-title:focus").waitFor();
  await page.keyboard.type("Sparsame Schulen");
  await go(page);
  expect(new URL(page.url()).pathname).toMatch(/\/edit\/about$/);
  await tabTo(page, 'main [name="purpose"]');
  await page.keyboard.type("Weniger Strom in den Schulen der Stadt.");
  await tabTo(page, 'main button[type="submit"]');
  await go(page, "Space");
  expect(new URL(page.url()).pathname).toMatch(/\/edit\/classification$/);
  await tabTo(page, 'main select[name="area"]');
  await page.keyboard.type("Geb");
  await tabTo(page, "main summary");
  await page.keyboard.press("Enter");
  await tabTo(page, 'main input[name="moreConcepts"]');
  await page.keyboard.press("Space");
  await go(page);
  expect(new URL(page.url()).pathname).toMatch(/\/edit\/stage$/);
  await open(new URL(page.url()).pathname.replace("/stage", "/classification"));
  expect(await page.locator('main select[name="area"]').inputValue()).toBe("buildings");
  expect(await page.locator('main input[name="concepts"]:checked').count()).toBe(1);
});
