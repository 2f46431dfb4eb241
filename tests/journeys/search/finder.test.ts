import type { Page } from "playwright-core";
import { describe, expect, it } from "vitest";
import { accessibilityFaults, overflow, useBrowser } from "../../support/browser/browser.ts";

const visitor = useBrowser();
const field = "main input[name=q]";
const options = "[role=listbox] [role=option]";

/** What a screen reader is told of the field. */
const toldOf = (page: Page) =>
  page.locator(field).evaluate((input) => {
    const active = input.getAttribute("aria-activedescendant");
    return {
      role: input.getAttribute("role"),
      open: input.getAttribute("aria-expanded"),
      active: active && document.querySelector(`#${active}`)?.querySelector("span")?.textContent,
    };
  });

describe("suggestions while words are typed", () => {
  it("are chosen with the keyboard alone; the field is filled and nothing is sent", async () => {
    const { page, go } = await visitor();
    await go("/de/search");
    await page.locator(field).focus();
    await page.keyboard.type("beleuch");
    await page.locator(options).first().waitFor();
    expect(await toldOf(page)).toEqual({ role: "combobox", open: "true", active: null });
    expect(await page.locator("main [role=status]").innerText()).toMatch(/^\d Vorschl/);
    expect(await accessibilityFaults(page)).toEqual([]);

    await page.keyboard.press("ArrowDown");
    const first = await page.locator(options).first().locator("span").innerText();
    expect((await toldOf(page)).active).toBe(first);
    await page.keyboard.press("ArrowUp");
    expect((await toldOf(page)).active).toBeNull();
    await page.keyboard.press("ArrowUp");
    const last = await page.locator(options).last().locator("span").innerText();
    expect((await toldOf(page)).active).toBe(last);
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("ArrowDown");
    await page.keyboard.press("Enter");
    expect(await page.locator(field).inputValue()).toBe(first);
    expect(await toldOf(page)).toEqual({ role: "combobox", open: "false", active: null });
    expect(page.url()).toMatch(/\/de\/search$/);

    await page.keyboard.press("Enter");
    await page.waitForURL((url) => url.searchParams.get("q") === first);
    await page.context().close();
  });

  it("close with Escape and leave what was typed, and come back with the arrow", async () => {
    const { page, go } = await visitor();
    await go("/en/search");
    await page.locator(field).pressSequentially("light");
    await page.locator(options).first().waitFor();
    await page.keyboard.press("Escape");
    expect((await toldOf(page)).open).toBe("false");
    expect(await page.locator(field).inputValue()).toBe("light");
    await page.keyboard.press("ArrowDown");
    expect((await toldOf(page)).open).toBe("true");
    await page.keyboard.press("Tab");
    expect((await toldOf(page)).open).toBe("false");
    await page.context().close();
  });

  it("are chosen with the pointer, and fit 320 pixels", async () => {
    const { page, go } = await visitor({ viewport: { width: 320, height: 640 } });
    await go("/el/search");
    await page.locator(field).pressSequentially("φωτισμ");
    const option = page.locator(options).first();
    await option.waitFor();
    expect(await overflow(page)).toBe(0);
    const height = await option.evaluate((element) => element.getBoundingClientRect().height);
    expect(height).toBeGreaterThanOrEqual(24);
    const text = await option.locator("span").innerText();
    await option.click();
    expect(await page.locator(field).inputValue()).toBe(text);
    await page.context().close();
  });

  it("are asked for once the typing pauses, from two letters on, and only here", async () => {
    const { page, go } = await visitor();
    await page.clock.install({ time: "2026-11-22T08:00:00Z" });
    const asked: string[] = [];
    page.on("request", (request) => {
      const { pathname, search } = new URL(request.url());
      if (request.resourceType() === "fetch") asked.push(pathname + search);
    });
    await go("/en/search");
    await page.clock.pauseAt("2026-11-22T09:00:00Z");
    await page.locator(field).pressSequentially("l");
    await page.clock.runFor(1000);
    await page.locator(field).pressSequentially("ight");
    await page.clock.runFor(150);
    await page.locator(field).pressSequentially("ing");
    await page.clock.runFor(150);
    expect(asked).toEqual([]);
    await page.clock.runFor(100);
    await page.locator(options).first().waitFor();
    expect(asked).toEqual(["/en/search/suggestions?q=lighting"]);
    await page.context().close();
  });
});

describe("without suggestions", () => {
  it("the field is a plain one when the server does not answer", async () => {
    const { page, go } = await visitor();
    await page.route("**/suggestions?**", (route) => route.fulfill({ status: 500, body: "no" }));
    await go("/en/search");
    await page.locator(field).pressSequentially("street lighting");
    await page.waitForResponse(/suggestions/);
    expect((await toldOf(page)).open).toBe("false");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=street\+lighting/);
    expect(await page.locator("#results h2").innerText()).toContain("street lighting");
    await page.context().close();
  });

  it("everything works with scripts off: words, kinds, cities like one, filters", async () => {
    const { page, go } = await visitor({ javaScriptEnabled: false });
    await go("/en/search");
    expect(await page.locator(field).getAttribute("role")).toBeNull();
    await page.locator(field).fill("lighting");
    await page.keyboard.press("Enter");
    await page.waitForURL(/q=lighting/);
    await page.locator(".kinds a", { hasText: "Practices" }).click();
    await page.waitForURL(/kind=practice/);
    await page.locator("aside a", { hasText: "From cities like" }).click();
    await page.locator("select[name=like]").selectOption("fontclara");
    await page.locator(".choice-box button").click();
    await page.waitForURL(/like=fontclara/);
    expect(new URL(page.url()).search).toBe("?like=fontclara&q=lighting&kind=practice");
    const reasons = page.locator("#results a.tag.remove");
    expect(await reasons.count()).toBe(4);
    await reasons.first().click();
    await page.waitForURL(/unlike=size/);
    expect(await reasons.count()).toBe(3);
    await page.context().close();
  });
});
