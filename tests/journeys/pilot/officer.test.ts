import { expect, it } from "vitest";
import { signIn, useBrowser } from "../../support/browser/browser.ts";
import { answer, date, expectFaults, press } from "../../support/browser/form.ts";
import { email } from "../../support/network/cities.ts";

const visitor = useBrowser();
const withoutScripts = { javaScriptEnabled: false, locale: "fr-FR" };
const next = "Enregistrer et continuer";

it("an officer fills a slot in French, without scripts, and the approver submits it", async () => {
  const visit = await visitor(withoutScripts);
  const { page } = visit;
  const path = () => new URL(page.url()).pathname;
  await signIn(visit, email("editor", "arbourg"), "fr");
  expect(path()).toBe("/fr/tasks");
  await page.locator('main a[href*="/pilots/new?slot=4"]').click();
  await page.waitForURL(/slot=4/);

  await press(page, next);
  await expectFaults(page, { title: "Ce champ doit être rempli" });
  await answer(page, { title: "Écoles sobres" });
  await press(page, next);
  const at = "/fr/pilots/ecoles-sobres";
  expect(path()).toBe(`${at}/edit/about`);
  await answer(page, { purpose: "Moins d’électricité dans les écoles de la ville." });
  await press(page, next);

  expect(path()).toBe(`${at}/edit/classification`);
  await answer(page, { area: "buildings", role: "measurement_monitoring" });
  await press(page, next);

  expect(path()).toBe(`${at}/edit/stage`);
  await answer(page, { stage: "deployed", ...date("started", "31 2 2024"), ...date("ended", "12 2019") });
  await press(page, next);
  await expectFaults(page, { started: "Ce jour n’existe pas" });
  expect(await page.locator('[name="started.day"]').inputValue()).toBe("31");
  expect(await page.locator('[name="ended.year"]').inputValue()).toBe("2019");
  expect(await page.locator('[name="stage"][value="deployed"]').isChecked()).toBe(true);
  await answer(page, date("started", "3 2024"));
  await press(page, next);
  await expectFaults(page, { ended: "Cette date ne peut pas précéder" });
  await answer(page, date("ended", ""));
  await press(page, next);

  expect(path()).toBe(`${at}/edit/scale`);
  await answer(page, { "scale.0.kind": "floor_area_m2", "scale.0.value": "douze mille" });
  await press(page, next);
  await expectFaults(page, { "scale-0-value": "Écrivez un nombre" });
  expect(await page.locator('[name="scale.0.value"]').inputValue()).toBe("douze mille");
  await answer(page, { "scale.0.value": "12 500,5" });
  await press(page, next);

  await answer(page, { partners: "Rectorat" });
  await press(page, next);
  await answer(page, {
    replicationConditions: "Des compteurs communicants.",
    replicationCost: "Environ 3 000 € par école.",
    replicationSkills: "Un technicien.",
  });
  await press(page, next);
  await answer(page, { impactCommunicated: "Une réunion publique en juin." });
  await press(page, next);
  expect(path()).toBe(`${at}/edit/contact`);
  await page.locator('[name="contactId"]').first().check();
  await press(page, next);
  expect(path()).toBe(`${at}/edit`);
  expect(await page.locator('[role="status"]').innerText()).toContain("Enregistré");

  await visit.go(`${at}/check`);
  expect(await page.locator("main").innerText()).toMatch(/12[\s\u202f\u00a0]500,5/u);
  await press(page, "Demander la validation");
  expect(await page.locator('.error-summary a[href="#f-missing"]').allInnerTexts()).toEqual([
    "Ajoutez au moins un résultat obtenu, avec sa source",
    "Ajoutez au moins une entrée au journal de suivi",
  ]);

  await visit.go(`${at}/log/new`);
  await answer(page, { ...date("enteredOn", "1 1 2090"), text: "Les compteurs sont posés." });
  await press(page, "Ajouter au journal");
  await expectFaults(page, { enteredOn: "Ce jour est encore à venir" });
  expect(await page.locator('[name="text"]').inputValue()).toBe("Les compteurs sont posés.");
  await answer(page, date("enteredOn", "20 11 2025"));
  await press(page, "Ajouter au journal");

  await visit.go(`${at}/results/new`);
  await answer(page, { indicatorCode: "electricity_reduction_share", value: "12,5", evidence: "monitored" });
  await press(page, "Enregistrer le résultat");
  await expectFaults(page, { sourceTitle: "Citez une source" });
  expect(await page.locator('[name="value"]').inputValue()).toBe("12,5");
  await answer(page, { sourceTitle: "Bilan énergétique 2024", baseline: "la consommation de 2019" });
  await press(page, "Enregistrer le résultat");
  expect(await page.locator("main").innerText()).toContain("Bilan énergétique 2024");

  await press(page, "Vérifier et soumettre", "link");
  expect(await page.locator("main").innerText()).toContain("Il ne manque rien");
  await press(page, "Demander la validation");
  expect(await page.locator('[role="status"]').innerText()).toContain("invité à valider");

  const approver = await visitor(withoutScripts);
  expect(await approver.go(at)).toBe(404);
  await signIn(approver, email("approver", "arbourg"), "fr");
  await press(approver.page, /^Valider/, "link");
  expect(new URL(approver.page.url()).pathname).toBe(`${at}/check`);
  await press(approver.page, "Valider et soumettre");
  expect(await approver.page.locator('[role="status"]').innerText()).toContain("a été soumis");

  const reader = await visitor(withoutScripts);
  expect(await reader.go(at)).toBe(200);
  expect(await reader.page.locator("main").innerText()).toContain("12,5");
});

it("an editor makes a practice of a pilot in Polish, and the approver passes it on", async () => {
  const visit = await visitor({ javaScriptEnabled: false, locale: "pl-PL" });
  const { page } = visit;
  const save = "Zapisz i przejdź dalej";
  await signIn(visit, email("editor", "dolnograd"), "pl");
  await visit.go("/pl/pilots/dolnograd-green-wave");
  await page.locator('main a[href*="/practices/new?pilot="]').click();
  await page.waitForURL(/practices\/new/);
  expect(await page.locator('[name="pilotId"]:checked').count()).toBe(1);
  await press(page, "Zacznij");
  const at = new URL(page.url()).pathname.replace(/\/edit$/, "");
  expect(at).toMatch(/^\/pl\/practices\/(?!dolnograd-green-wave$)/);

  await visit.go(`${at}/check`);
  await press(page, "Poproś o zatwierdzenie");
  expect(await page.locator(".error-summary:focus a").allInnerTexts()).toContain(
    "Napisz, co się nie udało; jeśli wszystko się udało, napisz to",
  );
  await visit.go(`${at}/edit/about`);
  await answer(page, { summary: "Światła, które rozmawiają ze sobą." });
  await press(page, save);
  await visit.go(`${at}/edit/problem`);
  await answer(page, { problem: "Korki w centrum.", solution: "Wspólne sterowanie sygnalizacją." });
  await press(page, save);
  await visit.go(`${at}/edit/effort`);
  await answer(page, { costBand: "over_1m", staffBand: "unknown", timeBand: "1_3y" });
  await press(page, save);
  await answer(page, {
    mayChange: "Kolejność skrzyżowań.",
    mustNotChange: "Wspólny zegar.",
    conditions: "Światłowód.",
  });
  await press(page, save);
  await answer(page, { wentWrong: "Pierwsze czujniki rdzewiały od soli." });
  await press(page, save);
  expect(new URL(page.url()).pathname).toBe(`${at}/edit/tools`);
  await page.getByRole("link", { name: "Dalej" }).click();
  await page.waitForURL(/edit\/contact$/);
  await page.locator('[name="contactId"]').first().check();
  await press(page, save);
  await visit.go(`${at}/check`);
  await press(page, "Poproś o zatwierdzenie");
  expect(await page.locator('[role="status"]').innerText()).toContain("dostała prośbę");

  const approver = await visitor({ javaScriptEnabled: false, locale: "pl-PL" });
  await signIn(approver, email("approver", "dolnograd"), "pl");
  await approver.go(`${at}/check`);
  expect(await approver.page.locator("main").innerText()).toContain("Pierwsze czujniki rdzewiały od soli.");
  await press(approver.page, "Zatwierdź i przekaż");
  expect(await approver.page.locator('[role="status"]').innerText()).toContain("przekazano do sekretariatu");
  expect(await (await visitor()).go(at)).toBe(404);
});
