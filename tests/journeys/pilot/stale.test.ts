import { expect, it } from "vitest";
import { accessibilityFaults, overflow, signIn, useBrowser } from "../../support/browser/browser.ts";
import { answer, press } from "../../support/browser/form.ts";
import { email } from "../../support/network/cities.ts";

const visitor = useBrowser();

it("two people edit the same step: the second sees both texts, and loses neither", async () => {
  const [first, second] = [await visitor({ javaScriptEnabled: false }), await visitor({ javaScriptEnabled: false })];
  await signIn(first, email("editor", "eskelund"));
  await signIn(second, email("approver", "eskelund"));
  await first.go("/en/cities/eskelund/pilots/new?slot=1");
  await answer(first.page, { title: "Quiet ferries" });
  await press(first.page, "Save and continue");
  const about = new URL(first.page.url()).pathname;

  await first.go(about);
  await second.go(about);
  await answer(first.page, { purpose: "The editor's purpose." });
  await press(first.page, "Save and continue");
  await answer(second.page, { purpose: "The approver's purpose.", description: "Only the approver wrote this." });
  await press(second.page, "Save and continue");

  const conflict = second.page.locator(".conflict");
  expect(await conflict.locator("h2").innerText()).toBe("Someone else saved this meanwhile");
  const [mine = "", theirs = ""] = await conflict.locator(".plain").allInnerTexts();
  expect(mine).toContain("The approver's purpose.");
  expect(mine).toContain("Only the approver wrote this.");
  expect(theirs).toContain("The editor's purpose.");
  expect(await second.page.locator('[name="purpose"]').inputValue()).toBe("The approver's purpose.");
  await first.go(about);
  expect(await first.page.locator('[name="purpose"]').inputValue()).toBe("The editor's purpose.");

  await answer(second.page, { purpose: "The editor's purpose. The approver's purpose." });
  await press(second.page, "Save and continue");
  expect(new URL(second.page.url()).pathname).not.toBe(about);
  await first.go(about);
  expect(await first.page.locator('[name="purpose"]').inputValue()).toBe(
    "The editor's purpose. The approver's purpose.",
  );
  expect(await first.page.locator('[name="description"]').inputValue()).toBe("Only the approver wrote this.");
});

it("two people edit the page of their city: nobody overwrites what they have not seen", async () => {
  const [editor, approver] = [await visitor(), await visitor({ viewport: { width: 320, height: 640 } })];
  await signIn(editor, email("editor", "eskelund"));
  await signIn(approver, email("approver", "eskelund"));
  await editor.go("/en/cities/eskelund/edit");
  await approver.go("/en/cities/eskelund/edit");
  await answer(editor.page, { department: "Climate office" });
  await press(editor.page, "Save");
  expect(await editor.page.locator("main").innerText()).toContain("Saved");
  await answer(approver.page, { department: "Digital office" });
  await press(approver.page, "Save");
  const text = await approver.page.locator(".conflict").innerText();
  expect(text).toContain("Climate office");
  expect(text).toContain("Digital office");
  expect(await accessibilityFaults(approver.page)).toEqual([]);
  expect(await overflow(approver.page)).toBe(0);
});
