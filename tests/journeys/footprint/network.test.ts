import { Buffer } from "node:buffer";
import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { accessibilityFaults, overflow, signIn, useBrowser, type Visit } from "../../support/browser/browser.ts";
import { answer, expectFaults, press } from "../../support/browser/form.ts";
import { email } from "../../support/network/cities.ts";

const visitor = useBrowser();
const main = (page: Page) => page.locator("main").innerText();

async function signedIn(address: string, locale = "en"): Promise<Visit> {
  const visit = await visitor();
  await signIn(visit, address, locale);
  return visit;
}

/** The page as it stands passes axe, and fits a phone. */
async function expectGood(page: Page) {
  const path = new URL(page.url()).pathname;
  expect(await accessibilityFaults(page), path).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page), `${path} at 320 pixels`).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

async function sendSheet(page: Page, text: string, button: string) {
  const buffer = Buffer.from(text);
  await page.setInputFiles('main input[type="file"]', { name: "inventar.csv", mimeType: "text/csv", buffer });
  await press(page, button);
}

it("an officer sends a spreadsheet, corrects its faults, and confirms what was read", async () => {
  const { page, go } = await signedIn(email("editor", "carnwerder"), "de");
  await go("/de/cities/carnwerder/footprint/2025/edit");
  await press(page, "Zurückziehen und ändern");
  await go("/de/cities/carnwerder/footprint/2025/import");
  await expectGood(page);
  await press(page, "Datei lesen");
  await expectFaults(page, { file: "Wählen Sie eine Datei" });
  await expectGood(page);

  await sendSheet(page, "Anzahl;Kategorie\n0;Laptop\n12;Einhorn\n", "Datei lesen");
  const faults = await page.locator("main tbody tr").allInnerTexts();
  expect(faults).toHaveLength(2);
  expect(faults[0]).toMatch(/^2\s+A: Anzahl\s/);
  expect(faults[1]).toMatch(/^3\s+B: Kategorie\s/);
  expect(await page.locator('main [name="mode"]').count()).toBe(0);
  await expectGood(page);

  await press(page, "Datei erneut senden", "link");
  await sendSheet(page, "Anzahl;Kategorie;Nutzungsdauer (Jahre)\n1.200;Laptop;4,5\n300;Server;\n", "Datei lesen");
  expect(await main(page)).toContain("2 Zeilen aus inventar.csv sind in Ordnung");
  await expectGood(page);
  await press(page, "2 Zeilen übernehmen");
  await expectFaults(page, { mode: "Wählen Sie" });
  await answer(page, { mode: "replace" });
  await press(page, "2 Zeilen übernehmen");
  expect(new URL(page.url()).pathname).toBe("/de/cities/carnwerder/footprint/2025/edit");
  expect(await main(page)).toContain("1.200");
});

it("the coordinator publishes an inventory and approves a recalculation; the public sees both", async () => {
  const { page, go } = await signedIn(email("coordinator"));
  await go("/en/network/review");
  await expectGood(page);
  const row = page.locator("#footprints tbody tr", { hasText: "Dolnograd" });
  await row.getByRole("link", { name: "Inventory 2025" }).click();
  await page.waitForURL(/review\/footprints/);
  expect(await main(page)).toContain("From 2024 to 2025");
  await expectGood(page);
  await press(page, "Record the decision");
  await expectFaults(page, { decision: "Choose what you decide" });
  await answer(page, { decision: "request_changes" });
  await press(page, "Record the decision");
  await expectFaults(page, { comment: "Write a comment for the city" });
  await answer(page, { decision: "publish" });
  await press(page, "Record the decision");
  expect(await page.locator('[role="status"]').innerText()).toContain("Published");
  expect(await row.count()).toBe(0);

  const recalculation = page.locator("tbody tr", { hasText: "Eskelund" });
  await recalculation.getByRole("link", { name: "Change of structure" }).click();
  await page.waitForURL((url) => url.pathname !== "/en/network/review");
  await expectGood(page);
  await answer(page, { decision: "approve", comment: "The schools were there before." });
  await press(page, "Record the decision");
  expect(await page.locator('[role="status"]').innerText()).toContain("new baseline is in force");

  const reader = await visitor({ javaScriptEnabled: false });
  expect(await reader.go("/en/cities/dolnograd/footprint/2025")).toBe(200);
  await reader.go("/en/cities/eskelund/footprint/baseline");
  expect(await main(reader.page)).toContain("Replaced");
  expect(await main(reader.page)).not.toContain("The schools were there before.");
});

it("the network's footprints are counted, grouped and sorted", async () => {
  const { page, go } = await signedIn(email("reviewer"));
  await go("/en/network/footprint");
  await expectGood(page);
  await answer(page, { by: "charter" });
  await press(page, "Show");
  expect(new URL(page.url()).searchParams.get("by")).toBe("charter");
  await expectGood(page);
  await press(page, "Per employee", "link");
  const figures = (await page.locator('#cities td[data-label="Per employee"]').allInnerTexts())
    .map((text) => Number.parseFloat(text))
    .filter((value) => !Number.isNaN(value));
  expect(figures.length).toBeGreaterThan(4);
  expect(figures).toEqual(figures.toSorted((a, b) => b - a));
});

it("plan, baseline and recalculation pass axe and fit a phone", async () => {
  const { page, go } = await signedIn(email("approver", "bellmere"));
  for (const name of ["plan", "baseline", "recalculation"]) {
    expect(await go(`/en/cities/bellmere/footprint/${name}`)).toBe(200);
    await expectGood(page);
  }
});
