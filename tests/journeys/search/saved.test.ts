import { expect, it } from "vitest";
import { accessibilityFaults, overflow, signIn, useBrowser, type Visit } from "../../support/browser/browser.ts";
import { answer, press } from "../../support/browser/form.ts";
import { email } from "../../support/network/cities.ts";

const visitor = useBrowser();

it("a reader keeps a search without scripts, changes how often it is mailed, runs it and deletes it", async () => {
  const visit = await visitor({ javaScriptEnabled: false });
  const { page } = visit;
  const path = () => new URL(page.url()).pathname;
  await signIn(visit, email("editor", "arbourg"));
  await visit.go("/en/search?q=street+lighting&country=FR&country=PL");
  await page.getByText("Save this search", { exact: true }).click();
  await answer(page, { cadence: "daily" });
  await press(page, "Save");
  expect(path()).toBe("/en/account/searches");
  const main = page.locator("main");
  expect(await main.innerText()).toContain("The search is saved.");
  expect(await main.innerText()).toContain("Country: France, Poland");
  expect(await page.locator('select[name="cadence1"]').inputValue()).toBe("daily");
  await isSound(await visitor({ storageState: await page.context().storageState() }));
  await answer(page, { cadence1: "weekly" });
  await press(page, "Change");
  expect(await page.locator('select[name="cadence1"]').inputValue()).toBe("weekly");
  await press(page, /^Show the results/, "link");
  expect(page.url()).toContain("/en/search?q=street+lighting&country=FR&country=PL");
  await visit.go("/en/account/searches");
  await press(page, /^Delete/);
  expect(await main.innerText()).toContain("You have not saved a search yet.");
});

/** The list passes axe, and fits a narrow window. */
async function isSound({ page, go }: Visit): Promise<void> {
  await go("/en/account/searches");
  expect(await accessibilityFaults(page)).toEqual([]);
  await page.setViewportSize({ width: 320, height: 640 });
  expect(await overflow(page)).toBe(0);
}

it("a feed reader finds the feed of a search in the page's head", async () => {
  const { page, go } = await visitor();
  await go("/de/search?q=Beleuchtung");
  const feed = await page.locator('head link[type="application/atom+xml"]').getAttribute("href");
  expect(feed).toBe("/de/search.atom?q=Beleuchtung");
  const answered = await page.request.get(feed ?? "");
  expect(answered.headers()["content-type"]).toContain("application/atom+xml");
  const read = await page.evaluate(
    (text) => {
      const { documentElement } = new DOMParser().parseFromString(text, "application/xml");
      return { name: documentElement.localName, entries: documentElement.querySelectorAll("entry").length };
    },
    await answered.text(),
  );
  expect(read.name).toBe("feed");
  expect(read.entries).toBeGreaterThan(0);
});
