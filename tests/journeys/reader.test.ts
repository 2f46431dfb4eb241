import { expect, it } from "vitest";
import { useBrowser } from "../support/browser/browser.ts";

const visitor = useBrowser();

it("a reader without scripts finds a practice in French and follows it to its city and its deadlines", async () => {
  const visit = await visitor({ javaScriptEnabled: false, locale: "fr-FR" });
  const { page } = visit;
  await visit.go("/");
  expect(new URL(page.url()).pathname).toBe("/fr");
  await page.locator('form[role="search"] input, search input').first().fill("éclairage");
  await page.keyboard.press("Enter");
  await page.waitForURL(/\/fr\/search\?/);
  const hits = page.locator("main h2 a, main h3 a");
  expect(await hits.count()).toBeGreaterThan(0);
  await hits.first().click();
  await page.locator('main a[href*="/fr/cities/"]').first().click();
  await page.waitForURL(/\/fr\/cities\//);
  expect(await page.locator("main").innerText()).toMatch(/20\d\d/);
});

it("a peer city uses the finder by keyboard alone: filter, remove the filter, next page", async () => {
  const visit = await visitor();
  const { page } = visit;
  await visit.go("/en/search");
  const total = await page.locator("main h2").first().innerText();
  await press(page, () => document.activeElement?.matches("summary"));
  await page.keyboard.press("Enter");
  await press(page, () => document.activeElement?.matches('main input[type="checkbox"]'));
  await page.keyboard.press("Space");
  await press(
    page,
    () =>
      document.activeElement?.matches('form button[type="submit"]') && document.activeElement.closest("main") !== null,
  );
  await page.keyboard.press("Enter");
  await page.waitForURL(/kind=|area=|country=|role=/);
  expect(await page.locator("main h2").first().innerText()).not.toBe(total);
  await visit.go("/en/search");
  await press(page, () => /[?&]page=2/.test((document.activeElement as HTMLAnchorElement | null)?.href ?? ""));
  await page.keyboard.press("Enter");
  await page.waitForURL(/page=2/);
  expect(await page.title()).toContain("2");
});

/** Presses Tab until the focus is where it should be; the focus must be visible at every stop. */
async function press(page: import("playwright-core").Page, there: () => boolean | undefined): Promise<void> {
  for (let stops = 0; stops < 150; stops += 1) {
    if (await page.evaluate(there)) return;
    await page.keyboard.press("Tab");
  }
  expect.unreachable("Tab never led there.");
}

it("a developer asks the API in GraphiQL", async () => {
  const visit = await visitor();
  const { page } = visit;
  await visit.go("/graphql");
  await page.waitForSelector(".graphiql-container", { timeout: 30_000 });
  const answer = await page.evaluate(async () => {
    const headers = { "content-type": "application/json" };
    const response = await fetch("/graphql", {
      method: "POST",
      headers,
      body: JSON.stringify({ query: "{ cities(first: 2) { totalCount } }" }),
    });
    return (await response.json()) as { data: { cities: { totalCount: number } } };
  });
  expect(answer.data.cities.totalCount).toBeGreaterThan(40);
});
