import { describe, expect, it } from "vitest";
import { accessibilityFaults, ofColour, overflow, useBrowser } from "../support/browser/browser.ts";
import { languages, readingPages, resultPages } from "../support/pages.ts";

const visitor = useBrowser();
const paths = [...readingPages, ...resultPages];
const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 900 };
/** A page differs between languages only in its words and its script: two stand for all, unless all are asked for. */
const checked = process.env.TEST_ALL ? languages : ["en", "el"];

describe.each(checked)("in %s", (language) => {
  it("every public page passes axe at WCAG 2.2 AA, light and dark, and fits 320 pixels", async () => {
    const { page, go } = await visitor({ reducedMotion: "reduce" });
    for (const path of paths) {
      expect(await go(`/${language}${path}`), path).toBe(200);
      await page.emulateMedia({ colorScheme: "light" });
      expect(await accessibilityFaults(page), `/${language}${path}, light`).toEqual([]);
      await page.emulateMedia({ colorScheme: "dark" });
      expect(await accessibilityFaults(page, ofColour), `/${language}${path}, dark`).toEqual([]);
      await page.setViewportSize(narrow);
      expect(await overflow(page), `/${language}${path} fits 320 pixels`).toBe(0);
      await page.setViewportSize(wide);
    }
    await page.context().close();
  });
});

describe.each(languages.filter((language) => !checked.includes(language)))("in %s", (language) => {
  it("every public page fits 320 pixels", async () => {
    const { page, go } = await visitor({ viewport: narrow });
    for (const path of paths) {
      await go(`/${language}${path}`);
      expect(await overflow(page), `/${language}${path}`).toBe(0);
    }
    await page.context().close();
  });
});
