import type { Page } from "playwright-core";
import { expect, it } from "vitest";
import { signIn, useBrowser, type Visit } from "../../support/browser/browser.ts";
import { answer, date, expectFaults, press } from "../../support/browser/form.ts";
import { email } from "../../support/network/cities.ts";

const visitor = useBrowser();
const pilot = "/en/pilots/bellmere-long-lives";
const review = "/en/network/review/pilots/bellmere-long-lives";
const main = (page: Page) => page.locator("main").innerText();

async function signedIn(...who: Parameters<typeof email>): Promise<Visit> {
  const visit = await visitor({ javaScriptEnabled: false });
  await signIn(visit, email(...who));
  return visit;
}

/** The figure under this label on a page of figures. */
async function figure(page: Page, label: string): Promise<number> {
  const box = page.locator(".figures > div", { has: page.getByText(label, { exact: true }) });
  return Number(await box.locator(".value").innerText());
}

async function saveStep(visit: Visit, step: string, answers: Parameters<typeof answer>[1]): Promise<void> {
  await visit.go(`${pilot}/edit/${step}`);
  await answer(visit.page, answers);
  await press(visit.page, "Save and continue");
}

/** The city does what the reviewer asked for, and signs off again. */
async function resubmit(): Promise<void> {
  const editor = await signedIn("editor", "bellmere");
  await editor.go(`${pilot}/edit`);
  expect(await main(editor.page)).toContain("How many devices does it cover?");
  await saveStep(editor, "classification", { area: "green_ict", role: "efficiency_analysis" });
  await saveStep(editor, "stage", { stage: "deployed", ...date("started", "2021") });
  await saveStep(editor, "scale", { "scale.0.kind": "devices", "scale.0.value": "4,200" });
  await editor.go(`${pilot}/edit/contact`);
  await editor.page.locator('[name="contactId"]').first().check();
  await press(editor.page, "Save and continue");
  await editor.go(`${pilot}/results/new`);
  await answer(editor.page, { indicatorCode: "electricity_reduction_share", value: "7.5", evidence: "claimed" });
  await answer(editor.page, { sourceTitle: "Demonstration report" });
  await press(editor.page, "Save the result");
  await editor.go(`${pilot}/check`);
  await press(editor.page, "Ask for sign-off");
  const approver = await signedIn("approver", "bellmere");
  await approver.go(`${pilot}/check`);
  await press(approver.page, "Sign off and submit");
  expect(await approver.page.locator('[role="status"]').innerText()).not.toBe("");
}

it("a pilot is sent back by a reviewer, mended by its city, and accepted by the coordinator: one more counts", async () => {
  const coordinator = await signedIn("coordinator");
  const { page, go } = coordinator;
  expect(new URL(page.url()).pathname).toBe("/en/network");
  await go("/en/progress");
  const before = await figure(page, "Pilots that count");
  await go("/en/cities/bellmere");
  const own = await figure(page, "Pilots that count");

  const reviewer = await signedIn("reviewer");
  await reviewer.go(review);
  expect(await reviewer.page.locator('[name="decision"][value="accept"]').count()).toBe(0);
  await answer(reviewer.page, { decision: "request_changes" });
  await press(reviewer.page, "Record the decision");
  await expectFaults(reviewer.page, { comment: "Write a comment for the city" });
  expect(await reviewer.page.locator('[name="decision"][value="request_changes"]').isChecked()).toBe(true);
  await answer(reviewer.page, { comment: "How many devices does it cover?" });
  await press(reviewer.page, "Record the decision");
  expect(await reviewer.page.locator('[role="status"]').innerText()).toContain("Changes asked for");
  await resubmit();

  await go("/en/network/review");
  await page.locator(`main a[href="${review}"]`).click();
  await page.waitForURL(`**${review}`);
  await answer(page, { decision: "refuse", comment: "It does not seem large." });
  await press(page, "Record the decision");
  await expectFaults(page, { rule: "Name the rule" });
  expect(await page.locator('[name="comment"]').inputValue()).toBe("It does not seem large.");
  await answer(page, { rule: "not_large_scale" });
  await press(page, "Record the decision");
  expect(await page.locator("main h2").allInnerTexts()).toContain("Refuse this pilot?");
  await press(page, "Go back and change");
  await answer(page, { decision: "accept", comment: "" });
  await press(page, "Record the decision");
  expect(await page.locator('[role="status"]').innerText()).toContain("Accepted");

  const reader = await visitor({ javaScriptEnabled: false });
  await reader.go("/en/progress");
  expect(await figure(reader.page, "Pilots that count")).toBe(before + 1);
  await reader.go("/en/cities/bellmere");
  expect(await figure(reader.page, "Pilots that count")).toBe(own + 1);
});

it("the late list says of each city why it is there", async () => {
  const { page, go } = await signedIn("coordinator");
  await go("/en/network/late");
  const rows = page.locator("main tbody tr");
  expect(await rows.count()).toBeGreaterThan(0);
  for (const text of await rows.allInnerTexts())
    expect(text).toMatch(/The deadline (was|is) \d|day of signature is not known/);
});

it("the coordinator admits a city, records how it joined, and extends its deadline", async () => {
  const { page, go } = await signedIn("coordinator");
  await go("/en/network/accessions");
  await press(page, "Admit a city", "link");
  await page.locator('main input[name="name"]').fill("Exempleville");
  await press(page, "Continue");
  await answer(page, { "city.country": "FR", "city.language": "fr", charterVersionCode: "2016" });
  await answer(page, date("interestedOn", "5 3 2024"));
  await press(page, "Begin the accession");
  const at = new URL(page.url()).pathname;
  expect(await main(page)).toContain("date of the council decision");
  expect(await (await visitor()).go("/en/cities/exempleville")).toBe(404);

  await press(page, "Record dates and signature", "link");
  await answer(page, { ...date("councilDecided", "2024"), ...date("applicationReceivedOn", "2 5 2024") });
  await answer(page, { ...date("signed", "31 6 2024"), signatoryName: "Demo mayor", signatoryRole: "Mayor" });
  await press(page, "Save");
  await expectFaults(page, { signed: "day does not exist" });
  expect(await page.locator('[name="signatoryName"]').inputValue()).toBe("Demo mayor");
  await answer(page, date("signed", "6 2024"));
  await press(page, "Save");

  await go(`${at}/ceremony`);
  await answer(page, { kind: "local", ...date("on", "14 6 2024"), place: "Town hall" });
  await press(page, "Save");
  await go(`${at}/group`);
  await answer(page, { groupName: "Demonstration region", groupSize: "3", groupMembers: "Exempleville\nA\nB" });
  await press(page, "Save");
  await go(`${at}/document`);
  await answer(page, { kind: "signed_charter", title: "Folder 12", ...date("receivedOn", "1 7 2024") });
  await press(page, "Save");
  const recorded = await main(page);
  for (const text of ["2024", "June 2024", "14 June 2024", "Demonstration region", "Folder 12", "1 July 2024"])
    expect(recorded).toContain(text);

  await go(`${at}/extension`);
  await answer(page, { commitment: "pilots", ...date("newDate", "1 1 2020"), ...date("decidedOn", "1 9 2025") });
  await answer(page, { reason: "A merger of two municipalities." });
  await press(page, "Save");
  await expectFaults(page, { newDate: "later than the deadline" });
  await answer(page, date("newDate", "31 12 2035"));
  await press(page, "Save");
  expect(await main(page)).toContain("new deadline 31 December 2035");

  const reader = await visitor({ javaScriptEnabled: false });
  expect(await reader.go("/en/cities/exempleville")).toBe(200);
  const city = await main(reader.page);
  for (const text of ["31 December 2035", "Demonstration region", "14 June 2024", "June 2024"])
    expect(city).toContain(text);
});
