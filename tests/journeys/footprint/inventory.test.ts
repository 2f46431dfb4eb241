import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accessibilityFaults, overflow, signIn, useBrowser } from "../../support/browser/browser.ts";
import { answer, expectFaults, press } from "../../support/browser/form.ts";
import { email } from "../../support/network/cities.ts";

const visitor = useBrowser();
const withoutScripts = { javaScriptEnabled: false, locale: "de-DE" };
const at = "/de/cities/eskelund/footprint/2025";

/** The island waits for a pause in typing: the page's clock is put forward. */
const pause = (page: Page) => page.clock.runFor(300);

/** What the island says while the line is typed: use, manufacture, the line, the whole inventory. */
async function liveResult(page: Page): Promise<string[]> {
  await pause(page);
  return (await page.locator("[data-live] [data-part]").allInnerTexts()).map(plain);
}

/** The same sentences as the page says them once the line is saved. */
async function savedResult(page: Page): Promise<string[]> {
  const rows = page.locator('[role="status"] .summary-list > div');
  const texts: string[] = [];
  for (const row of await rows.all())
    texts.push(plain(`${await row.locator("dt").innerText()}: ${await row.locator("dd").innerText()}`));
  return texts;
}

function plain(text: string): string {
  return text.replaceAll(/\s+/gu, " ").trim();
}

async function expectGood(page: Page) {
  const path = new URL(page.url()).pathname;
  expect(await accessibilityFaults(page), path).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page), `${path} at 320 pixels`).toBe(0);
  await page.setViewportSize({ width: 1280, height: 900 });
}

describe("a year's inventory, in German", () => {
  it("begins from last year's, shows the result while a line is typed, and goes to the network", async () => {
    const visit = await visitor({ locale: "de-DE" });
    const { page } = visit;
    const path = () => new URL(page.url()).pathname;
    await page.clock.install();
    await signIn(visit, email("editor", "eskelund"), "de");
    await visit.go("/de/cities/eskelund/footprint/new");
    await expectGood(page);
    expect(await page.locator('[name="year"]').inputValue()).toBe("2025");
    await press(page, "Inventar beginnen");
    expect(path()).toBe(`${at}/edit`);
    expect(await page.locator('[role="status"]').innerText()).toContain("mit den Zeilen des früheren Jahres");
    await expectGood(page);

    await press(page, /^Ändern Laptop/, "link");
    await expectGood(page);
    const before = await liveResult(page);
    const quantity = Number((await page.locator('[name="quantity"]').inputValue()).replaceAll(".", ""));
    await answer(page, { quantity: `${quantity * 60},5`, energySource: "meter", quality: "1", kwhPerYear: "31,25" });
    const live = await liveResult(page);
    expect(live).toHaveLength(4);
    expect(live).not.toEqual(before);
    expect(live[3]).toMatch(/Das ganze Inventar im Jahr: [\d.,]+ t CO₂e, zwischen/);
    await answer(page, { kwhPerYear: "viel" });
    expect((await liveResult(page)).join("")).toBe("");
    await answer(page, { kwhPerYear: "31,25", lifetimeYears: "4,5" });
    const shown = await liveResult(page);
    await press(page, "Speichern");
    expect(await savedResult(page)).toEqual(shown);

    await visit.go(`${at}/lines/new?category=server`);
    expect(await page.locator('[data-typical="embodied"]').innerText()).toContain("Andere Sätze sagen");
    await answer(page, { category: "laptop" });
    await pause(page);
    expect(await page.locator('[data-typical="energy"]').innerText()).toContain("Laptop: typisch");
    await answer(page, { category: "server", quantity: "3" });
    const open = await liveResult(page);
    expect(open[1]).toContain("nicht bekannt");
    await press(page, "Speichern und weitere hinzufügen");
    expect(await savedResult(page)).toEqual(open);

    await visit.go(`${at}/edit?category=server#lines`);
    await page.locator('main td a[href*="/lines/"]:not([href*="remove"])').last().click();
    await page.waitForURL(/\/lines\//);
    await answer(page, { embodiedSource: "Der Hersteller nennt keine Zahl.", quantity: "2" });
    await answer(page, { energySource: "supplier", kwhPerYear: "1.480,5", quality: "2" });
    const gap = await liveResult(page);
    await press(page, "Speichern");
    expect(await savedResult(page)).toEqual(gap);

    await visit.go(`${at}/warnings`);
    await expectGood(page);
    const warning = page.locator("main section", { hasText: "zehnmal größer" });
    await warning.getByRole("textbox").fill("Alle Schulen haben neue Geräte bekommen.");
    await warning.getByRole("button").click();
    await page.waitForURL(/saved/);
    expect(await page.locator("main").innerText()).toContain("Von der Stadt erklärt");

    for (const step of ["boundary", "grid", "check"]) {
      await visit.go(`${at}/${step}`);
      await expectGood(page);
    }
    expect(await page.locator("main").innerText()).toContain("Es fehlt nichts");
    await press(page, "Um Freigabe bitten");
    expect(await page.locator('[role="status"]').innerText()).toContain("um Freigabe gebeten");

    const approver = await visitor(withoutScripts);
    await signIn(approver, email("approver", "eskelund"), "de");
    await approver.go(`${at}/edit`);
    await press(approver.page, "Prüfen und freigeben", "link");
    await press(approver.page, "Freigeben und einreichen");
    expect(await approver.page.locator('[role="status"]').innerText()).toContain("Das Sekretariat prüft nun");
  });
});

describe("without scripts", () => {
  it("shows what a line comes to once it is saved, and asks before it is removed", async () => {
    const visit = await visitor(withoutScripts);
    const { page } = visit;
    await signIn(visit, email("editor", "bellmere"), "de");
    await visit.go("/de/cities/bellmere/footprint/2025/lines/new");
    expect(await page.locator("[data-live]").isVisible()).toBe(false);
    await press(page, "Speichern");
    await expectFaults(page, { category: "ausgefüllt", quantity: "ausgefüllt" });
    await answer(page, { category: "projector", quantity: "4", label: "Für den Rat" });
    await press(page, "Typische Werte zeigen");
    expect(await page.locator('[data-typical="energy"]').innerText()).toContain("Projektor");
    expect(await page.locator('[name="label"]').inputValue()).toBe("Für den Rat");
    await press(page, "Speichern");
    expect((await savedResult(page))[2]).toMatch(/^Diese Zeile im Jahr: .* kg CO₂e, zwischen/);
    await press(page, "Diese Zeile entfernen", "link");
    await press(page, "Diese Zeile entfernen");
    expect(await page.locator('[role="status"]').innerText()).toContain("entfernt");
  });

  it("fills a line by keyboard alone, and the focus is always seen", async () => {
    const visit = await visitor({ locale: "en-GB", reducedMotion: "reduce" });
    const { page } = visit;
    await signIn(visit, email("editor", "bellmere"));
    await visit.go("/en/cities/bellmere/footprint/2025/lines/new?category=monitor");
    await page.locator('[name="quantity"]').focus();
    await page.keyboard.type("12");
    for (let step = 0; step < 8; step += 1) {
      await page.keyboard.press("Tab");
      const hidden = await page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect();
        const above = box && document.elementFromPoint(box.left + box.width / 2, box.top + box.height / 2);
        return Boolean(above?.closest("[data-live]"));
      });
      expect(hidden, `the focus after ${step + 1} steps`).toBe(false);
    }
    await page.locator('[name="quantity"]').focus();
    await page.keyboard.press("Enter");
    await page.waitForURL(/saved/);
    expect(await page.locator('[role="status"]').innerText()).toContain("Saved: Monitor");
    await press(page, "Remove this line", "link");
    await press(page, "Remove this line");
  });
});
