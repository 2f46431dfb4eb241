import { beforeAll, describe, expect, it } from "vitest";
import { accessibilityFaults, overflow, signIn, useBrowser, type Visit } from "../support/browser/browser.ts";
import { answer, press } from "../support/browser/form.ts";
import { email } from "../support/network/cities.ts";
import { languages } from "../support/pages.ts";

const visitor = useBrowser();
const narrow = { width: 320, height: 640 };
const wide = { width: 1280, height: 900 };
let turn = 0;
let city: Visit;
let network: Visit;

/** The path without its language, so that pages can be looked at in each. */
const here = ({ page }: Visit) => new URL(page.url()).pathname.replace(/^\/[a-z]{2}/, "");

/** The first address on the page that matches, without its language. */
async function address({ page }: Visit, selector: string): Promise<string> {
  const href = (await page.locator(`main a[href*="${selector}"]`).first().getAttribute("href")) ?? "";
  return href.replace(/^\/[a-z]{2}(?=\/)/, "");
}

async function look({ page }: Visit, what: string): Promise<void> {
  expect(await page.evaluate(() => document.scripts.length), `${what}: no client script`).toBe(0);
  if (process.env.TEST_ALL) expect(await accessibilityFaults(page), what).toEqual([]);
  await page.setViewportSize(narrow);
  expect(await overflow(page), `${what}: fits 320 pixels`).toBe(0);
  expect(await accessibilityFaults(page), `${what} at 320 pixels`).toEqual([]);
  await page.setViewportSize(wide);
}

/** Looks at each page in the next language of the round. */
async function lookAt(visit: Visit, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const language = languages[(turn += 1) % languages.length] ?? "en";
    expect(await visit.go(`/${language}${path}`), path).toBe(200);
    await look(visit, `/${language}${path}`);
  }
}

/** Sends each form as it is and looks at what comes back with its errors. */
async function sendEmpty(visit: Visit, paths: readonly string[]): Promise<void> {
  for (const path of paths) {
    const language = languages[(turn += 1) % languages.length] ?? "en";
    await visit.go(`/${language}${path}`);
    const loaded = visit.page.waitForEvent("domcontentloaded");
    const form = visit.page.locator("main form.form", { has: visit.page.locator("input:visible, select, textarea") });
    const button = form.getByRole("button").first();
    await ((await form.count()) > 0 ? button : visit.page.locator("main form.form button").first()).click();
    await loaded;
    expect(await visit.page.locator(".error-summary:focus").count(), path).toBe(1);
    await look(visit, `/${language}${path} with errors`);
  }
}

beforeAll(async () => {
  [city, network] = [await visitor(), await visitor()];
  await signIn(city, email("approver", "carnwerder"));
  await signIn(network, email("administrator"));
});

describe("the pages of a city's people", () => {
  it("about the city and the account", async () => {
    const at = "/cities/carnwerder";
    await city.go(`/en${at}/contacts`);
    const contact = await address(city, `${at}/contacts/`);
    await lookAt(city, ["/tasks", at, `${at}/edit`, `${at}/contacts`, contact, `${at}/members`, "/account"]);
    await sendEmpty(city, [`${at}/contacts`, `${at}/members`]);
  });

  it("about a pilot", async () => {
    const form = "/cities/carnwerder/pilots/new?slot=5";
    await lookAt(city, [form]);
    await sendEmpty(city, [form]);
    await city.go(`/en${form}`);
    await answer(city.page, { title: "Warme Schulen" });
    await press(city.page, "Save and continue");
    const at = here(city).replace("/edit/about", "");
    const steps = ["about", "classification", "stage", "scale", "partners", "replication", "impact", "contact"];
    const others = ["edit", "check", "log/new", "results/new", "translations/pl", "sharing"];
    await lookAt(city, [at, ...[...others, ...steps.map((step) => `edit/${step}`)].map((path) => `${at}/${path}`)]);
    await sendEmpty(city, [`${at}/log/new`, `${at}/results/new`, `${at}/check`]);
    await city.go(`/en${at}/results/new`);
    await answer(city.page, { indicatorCode: "electricity_reduction_share", value: "5", evidence: "target" });
    await press(city.page, "Save the result");
    const result = await address(city, `${at}/results/`);
    await lookAt(city, [result]);
  });

  it("about a practice", async () => {
    const form = "/cities/carnwerder/practices/new";
    await lookAt(city, [form]);
    await city.go(`/en${form}`);
    await answer(city.page, { title: "Ein Zähler je Schule" });
    await city.page.locator('form:has([name="title"]) button').click();
    await city.page.waitForURL(/\/edit$/);
    const at = here(city).replace("/edit", "");
    const steps = ["about", "problem", "effort", "repeating", "failures", "places", "contact"];
    const others = ["edit", "check", "translations/fr"];
    await lookAt(city, [at, ...[...others, ...steps.map((step) => `edit/${step}`)].map((path) => `${at}/${path}`)]);
    await sendEmpty(city, [`${at}/check`]);
  });
});

describe("the pages of the secretariat", () => {
  it("about the network and what waits for a decision", async () => {
    const pilot = "/network/review/pilots/dolnograd-shared-purchase";
    const practice = "/network/review/practices/eskelund-repair-first";
    await lookAt(network, ["/network", "/network/review", "/network/late", pilot, practice]);
    await sendEmpty(network, [`${pilot}`]);
  });

  it("about the search, and a question that a city asks", async () => {
    const ask = "/search/ask?q=zeppelins";
    await lookAt(city, [ask]);
    await sendEmpty(city, [ask]);
    await city.go(`/en${ask}`);
    await answer(city.page, { question: "Wer hat das schon getan?" });
    await press(city.page, "Send the question");
    await lookAt(city, ["/search/ask"]);
    await network.go("/en/network/search");
    const question = await address(network, "/network/search/questions/");
    await lookAt(network, ["/network/search", question]);
    await sendEmpty(network, [question]);
  });

  it("about accessions", async () => {
    const list = "/network/accessions";
    await network.go(`/en${list}`);
    const at = await address(network, `${list}/Q`);
    const forms = ["edit", "group", "ceremony", "document", "extension", "end"];
    const admit = [`${list}/new`, `${list}/new?name=Arbourg`, `${list}/new?name=Neustadt`];
    await lookAt(network, [list, ...admit, at, ...forms.map((form) => `${at}/${form}`)]);
    await sendEmpty(network, [`${list}/new?name=Neustadt`, `${at}/document`, `${at}/extension`]);
    await network.go(`/en${list}/new?name=Neustadt`);
    await answer(network.page, { "city.country": "DE", "city.language": "de" });
    await press(network.page, "Begin the accession");
    await lookAt(network, [here(network), `${here(network)}/council`]);
  });
});

it("a page that is not there, or not for this person, looks as good", async () => {
  const reader = await visitor();
  for (const language of languages) {
    expect(await reader.go(`/${language}/nowhere/at/all`)).toBe(404);
    await look(reader, `/${language}/nowhere/at/all`);
    expect(await city.go(`/${language}/pilots/none`)).toBe(404);
    await look(city, `/${language}/pilots/none`);
    expect(await city.go(`/${language}/network/late`)).toBe(403);
    await look(city, `/${language}/network/late`);
  }
});
