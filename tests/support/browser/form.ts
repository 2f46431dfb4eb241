import type { Page } from "playwright-core";
import { expect } from "vitest";

export type Answers = Readonly<Record<string, string | readonly string[]>>;

/** A date as the three fields ask for it; a part that is not known is left out: `date("started", "2024")`, `date("started", "03 2024")`. */
export function date(name: string, typed: string): Record<string, string> {
  const [year = "", month = "", day = ""] = typed.split(" ").toReversed();
  return { [`${name}.day`]: day, [`${name}.month`]: month, [`${name}.year`]: year };
}

/** Answers questions by the names of their fields: types, chooses or ticks, whatever the control is. */
export async function answer(page: Page, answers: Answers): Promise<void> {
  for (const [name, given] of Object.entries(answers)) {
    const control = page.locator(`main [name="${name}"]:not([type="hidden"])`);
    const list = page.locator(`main select[name="${name}"]`);
    const isChoice = /^(radio|checkbox)$/.test((await control.first().getAttribute("type")) ?? "");
    for (const value of [given].flat()) {
      if (isChoice) await page.locator(`main [name="${name}"][value="${value}"]`).check();
      else if ((await list.count()) > 0) await list.first().selectOption(value);
      else await control.first().fill(value);
    }
  }
}

/** Presses a button (or follows a link) and waits for the page that it leads to. */
export async function press(page: Page, label: string | RegExp, role: "button" | "link" = "button"): Promise<void> {
  const loaded = page.waitForEvent("domcontentloaded");
  await page.locator("main").getByRole(role, { name: label, exact: true }).first().click();
  await loaded;
}

/** The form came back with these faults: said in a summary that has the focus, in the title, and beside each field that it links to. */
export async function expectFaults(page: Page, faults: Readonly<Record<string, string>>): Promise<void> {
  const summary = page.locator(".error-summary");
  await page.locator(".error-summary:focus").waitFor({ state: "attached" }); // The browser moves the focus after it has drawn the page.
  expect(await page.locator(".error-summary ~ :is(h1, header, form), .error-summary ~ * h1").count()).toBeGreaterThan(
    0,
  );
  expect(await page.title()).toMatch(/^(Error|Erreur|Fehler|Błąd|Σφάλμα)/);
  for (const [id, text] of Object.entries(faults)) {
    expect(await summary.locator(`a[href="#f-${id}"]`).innerText(), id).toContain(text);
    expect(await page.locator(`main form #f-${id}`).count(), `the field ${id} is there`).toBe(1);
    expect(await page.locator(`#f-${id}-error`).innerText()).toContain(text);
  }
  expect(await summary.locator("li").count()).toBe(Object.keys(faults).length);
}
