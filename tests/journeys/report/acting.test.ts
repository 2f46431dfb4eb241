import { expect, it } from "vitest";
import { signIn, useBrowser } from "../../support/browser/browser.ts";
import { answer, date, press } from "../../support/browser/form.ts";
import { email } from "../../support/network/cities.ts";

const visitor = useBrowser();

it("the secretariat acts for a city, is told so, and everybody sees who wrote it", async () => {
  const { page, go } = await visitor({ javaScriptEnabled: false });
  await signIn({ page, go }, email("administrator"));
  expect(await go("/en/pilots/dolnograd-green-wave/log/new")).toBe(200);
  expect(await page.locator("main, body").first().innerText()).toContain("You are acting for Dolnograd");
  await answer(page, { ...date("enteredOn", "20 11 2026"), stage: "deployed", text: "Told by telephone." });
  await press(page, "Add to the log");
  const reader = await visitor();
  await reader.go("/de/pilots/dolnograd-green-wave?log");
  const log = await reader.page.locator("main").innerText();
  expect(log).toContain("Told by telephone.");
  expect(log).toContain("Vom Sekretariat für die Stadt eingetragen");
});

it("somebody of the network who advised a city leaves its decisions to others, until they take that back", async () => {
  const { page, go } = await visitor({ viewport: { width: 320, height: 640 } });
  await signIn({ page, go }, email("administrator"));
  await go("/en/network/review/pilots/dolnograd-shared-purchase");
  expect(await page.locator('[name="decision"]').count()).toBeGreaterThan(0);
  await page.locator("summary", { hasText: "Have you advised Dolnograd" }).click();
  await answer(page, { reason: "I wrote its plan." });
  await press(page, "Declare it, and leave the decision to others");
  expect(await page.locator("main").innerText()).toContain("others decide here");
  expect(await page.locator('[name="decision"]').count()).toBe(0);
  await press(page, "Take my declaration back");
  expect(await page.locator('[name="decision"]').count()).toBeGreaterThan(0);
});
