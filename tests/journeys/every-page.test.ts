import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { accessibilityFaults, overflow, useBrowser } from "../support/browser/browser.ts";
import { languages, readingPages, resultPages } from "./pages.ts";

const visitor = useBrowser();
const paths = [...readingPages, ...resultPages];

/** The first parts of all the keys of interface words. */
const files = readdirSync("locales/en").map((name) => readFileSync(`locales/en/${name}`, "utf8"));
const groups = new Set(files.flatMap((text) => Object.keys(JSON.parse(text) as object)));

describe.each(languages)("in %s", (language) => {
  it("every public page passes axe at WCAG 2.2 AA, light and dark", async () => {
    for (const colorScheme of ["light", "dark"] as const) {
      const { page, go } = await visitor({ colorScheme });
      for (const path of paths) {
        expect(await go(`/${language}${path}`), path).toBe(200);
        expect(await accessibilityFaults(page), `/${language}${path}, ${colorScheme}`).toEqual([]);
      }
      await page.context().close();
    }
  });

  it("every public page fits 320 pixels and says its language", async () => {
    const { page, go } = await visitor({ viewport: { width: 320, height: 640 } });
    for (const path of paths) {
      await go(`/${language}${path}`);
      expect(await overflow(page), `/${language}${path}`).toBe(0);
      expect(await page.getAttribute("html", "lang")).toBe(language);
    }
    await page.context().close();
  });

  it("no page shows the key of a missing word", async () => {
    const { page, go } = await visitor();
    for (const path of paths) {
      await go(`/${language}${path}`);
      const words = (await page.innerText("body")).split(/\s+/);
      const keys = words.filter((word) => /^[a-z][A-Za-z]*(\.[a-z][A-Za-z_]+)+$/.test(word));
      expect(
        keys.filter((word) => groups.has(word.split(".")[0] ?? "")),
        `/${language}${path}`,
      ).toEqual([]);
    }
    await page.context().close();
  });
});
