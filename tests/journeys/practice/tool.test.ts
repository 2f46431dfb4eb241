import { expect, it } from "vitest";
import { accessibilityFaults, overflow, signIn, useBrowser } from "../../support/browser/browser.ts";
import { answer, expectFaults, press } from "../../support/browser/form.ts";
import { email } from "../../support/network/cities.ts";

const visitor = useBrowser();

it("an officer names a clause that others can reuse, on a phone", async () => {
  const visit = await visitor({ locale: "fr-FR", viewport: { width: 320, height: 640 } });
  const { page, go } = visit;
  const path = () => new URL(page.url()).pathname;
  const isSound = async () => {
    expect(await accessibilityFaults(page), path()).toEqual([]);
    expect(await overflow(page), path()).toBe(0);
  };
  await signIn(visit, email("editor", "arbourg"), "fr");
  await go("/fr/cities/arbourg/practices/new");
  await answer(page, { title: "Achats réparables", language: "fr" });
  await page.locator('main form:has([name="title"]) button').click();
  const at = "/fr/practices/achats-reparables/edit";
  await page.waitForURL(`**${at}`);

  await page.locator(`main a[href="${at}/tools"]`).click();
  await isSound();
  await page.locator(`main a[href="${at}/tools/new"]`).click();
  await isSound();
  await answer(page, { kind: "clause", title: "Clause de réparabilité", url: "http://example.org/clause" });
  await press(page, "Enregistrer l’outil");
  await expectFaults(page, { url: "https://" });
  await isSound();
  await answer(page, { url: "https://example.org/clause", licence: "etalab-2.0" });
  await press(page, "Enregistrer l’outil");
  expect(path()).toBe(`${at}/tools`);
  expect(await page.innerText("main")).toContain("Clause de contrat · Ouvre example.org");
  await isSound();

  await page.locator(`main a[href^="${at}/tools/"]:not([href$="/new"])`).click();
  await page.locator("main summary").click();
  await press(page, "Retirer cet outil");
  expect(await page.innerText("main")).toContain("L’outil a été retiré.");
});
