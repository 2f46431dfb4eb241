import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import sparticuz from "@sparticuz/chromium";
import { type Browser, type BrowserContextOptions, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, expect, inject } from "vitest";

const places = [process.env.CHROMIUM_PATH, "/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"];
const quiet = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--no-first-run",
];

/** The machine's Chromium, else the one that comes as an npm package. */
async function launch(): Promise<Browser> {
  const found = places.find((path) => path && existsSync(path));
  if (found) return chromium.launch({ executablePath: found, args: quiet });
  return chromium.launch({ executablePath: await sparticuz.executablePath(), args: [...sparticuz.args, ...quiet] });
}

export type Visit = { page: Page; go(path: string): Promise<number> };

/** A browser for the test file; every visitor has cookies of their own. An error in a page's console fails the test. */
export function useBrowser() {
  let browser: Browser | undefined;
  const origin = inject("origin");
  beforeAll(async () => {
    browser = await launch();
  });
  afterAll(() => browser?.close());

  return async function visitor(options: BrowserContextOptions = {}): Promise<Visit> {
    const context = await browser?.newContext({ baseURL: origin, viewport: { width: 1280, height: 900 }, ...options });
    if (!context) throw new Error("The browser is not open yet.");
    const page = await context.newPage();
    page.on("pageerror", (error) => expect.unreachable(`A page failed: ${error.message}`));
    const go = async (path: string) => (await page.goto(path))?.status() ?? 0;
    return { page, go };
  };
}

const axeSource = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");
const standard = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"];
/** The rules whose answer another colour scheme can change. */
export const ofColour = ["color-contrast", "link-in-text-block"];

/** Violations of WCAG 2.2 AA that axe finds on the page as it stands, in short; of these rules, or of all. */
export async function accessibilityFaults(page: Page, rules: readonly string[] = standard): Promise<string[]> {
  const session = await page.context().newCDPSession(page);
  const { frameTree } = await session.send("Page.getFrameTree");
  const world = await session.send("Page.createIsolatedWorld", { frameId: frameTree.frame.id, worldName: "axe" });
  const run = `${axeSource}; axe.run(document, { runOnly: ${JSON.stringify(rules)}, resultTypes: ["violations"] })
    .then(({ violations }) => JSON.stringify(violations.map((v) => v.id + ": " + v.nodes.map((n) => n.target.join(" ")).slice(0, 3).join(" | "))))`;
  const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
    expression: run,
    contextId: world.executionContextId,
    awaitPromise: true,
    returnByValue: true,
  });
  if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
  await session.detach();
  return JSON.parse(String(result.value)) as string[];
}

/** How far the page is wider than its window, in pixels; 0 when nothing has to be scrolled sideways. */
export function overflow(page: Page): Promise<number> {
  return page.evaluate(() => Math.max(0, document.documentElement.scrollWidth - window.innerWidth));
}

/** Signs a demonstration account in by its mailed code, read in the portal's own mailbox: the newest of the person's mails that holds one. */
export async function signIn({ page }: Visit, email: string, locale = "en"): Promise<void> {
  await page.goto(`/${locale}/sign-in`);
  await page.locator('input[type="email"]').fill(email);
  await page.locator('form:has(input[type="email"]) button').first().click();
  await page.waitForURL(/\/sign-in\/code/);
  const mailbox = await page.context().newPage();
  await mailbox.goto(`/${locale}/mailbox?for=${encodeURIComponent(email)}`);
  const mails = await mailbox.locator("main section").allInnerTexts();
  await mailbox.close();
  const code = mails.map((text) => /\b\d{6}\b/.exec(text)?.[0]).find(Boolean);
  await page.locator('input[autocomplete="one-time-code"]').fill(code ?? "");
  await page.locator('form:has(input[autocomplete="one-time-code"]) button').first().click();
  await page.waitForURL((url) => !url.pathname.includes("/sign-in"));
}
