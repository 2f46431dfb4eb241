import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { parse } from "#graphql/kernel/parse.ts";
import { toolInput } from "#graphql/practice/tool/input.ts";
import { hostOf, toolAddress, toolKinds } from "#graphql/practice/tool/rules.ts";
import { ToolKind } from "#prisma/generated/client/enums.ts";

describe("the address of a tool", () => {
  test.each([
    ["https://example.org", "https://example.org/"],
    ["  https://example.org/a b?c#d ", "https://example.org/a%20b?c#d"],
    ["HTTPS://GitHub.com/City/Tool", "https://github.com/City/Tool"],
    ["https://example.org:8443/x", "https://example.org:8443/x"],
    ["https:example.org/x", "https://example.org/x"],
    ["https://städte.example/werkzeug", "https://xn--stdte-hra.example/werkzeug"],
  ])("%s is taken as %s", (typed, stored) => {
    expect(toolAddress(typed)).toBe(stored);
  });

  test.each([
    "",
    "example.org",
    "http://example.org",
    "javascript:alert(1)",
    "JavaScript:alert(1)//https://example.org",
    "java\nscript:alert(1)",
    "data:text/html,<script>alert(1)</script>",
    "ftp://example.org/file",
    "//example.org",
    "https://",
    "https://localhost/x",
    "https://192.168.0.1/x",
    "https://[::1]/x",
    "https://intranet/x",
    "https://example.org.",
    "https://user@example.org/",
    "https://example.org:secret@evil.example/",
    "https://exa mple.org",
  ])("%j is refused", (typed) => {
    expect(toolAddress(typed)).toBeNull();
  });

  test("whatever is typed, what is kept is https with a host that a reader can be told", () => {
    const typed = fc.oneof(fc.string(), fc.webUrl(), fc.webUrl({ validSchemes: ["https"] }));
    fc.assert(
      fc.property(typed, (text) => {
        const kept = toolAddress(text);
        if (kept === null) return;
        expect(kept.startsWith("https://")).toBe(true);
        expect(hostOf(kept)).toMatch(/^[a-z0-9.-]+(:\d+)?$/);
        expect(toolAddress(kept)).toBe(kept);
      }),
    );
  });

  test("a name in letters that look like others is shown as it is looked up", () => {
    expect(hostOf("https://exаmple.org/")).toBe("xn--exmple-4nf.org");
  });
});

describe("a tool as it is entered", () => {
  const whole = { kind: "guide", title: " A \n guide ", language: "de", url: "https://example.org" };

  test("keeps what was given; a licence that nobody stated is unknown", () => {
    expect(parse(toolInput, whole)).toMatchObject({
      title: "A guide",
      url: "https://example.org/",
      licence: "unknown",
    });
    expect(parse(toolInput, { ...whole, licence: "EUPL-1.2" })).toMatchObject({ licence: "EUPL-1.2" });
  });

  test("names every fault at its field", () => {
    const faults = {
      kind: "spell",
      title: "x".repeat(201),
      description: "x".repeat(1001),
      language: "xx",
      url: "javascript:alert(1)",
      licence: "Free for friends",
      sourceUrl: "javascript:alert(1)",
    };
    const { issues } = refusal(() => parse(toolInput, faults));
    expect(issues.map(({ path, code }) => `${path} ${code}`).toSorted()).toEqual([
      "description too_long",
      "kind unknown_code",
      "language unknown_language",
      "licence unknown_code",
      "sourceUrl invalid_url",
      "title too_long",
      "url invalid_tool_url",
    ]);
    const empty = refusal(() => parse(toolInput, { ...whole, title: " ", url: " " }));
    expect(empty.issues).toMatchObject([
      { path: "title", code: "required" },
      { path: "url", code: "required" },
    ]);
    const long = refusal(() => parse(toolInput, { ...whole, url: `https://example.org/${"ä".repeat(300)}` }));
    expect(long.issues).toMatchObject([{ path: "url", code: "too_long" }]);
  });

  test("knows the kinds that are stored", () => {
    expect([...toolKinds]).toEqual(Object.values(ToolKind));
  });
});

type Refusal = { issues: { path: string; code: string }[] };

function refusal(act: () => unknown): Refusal {
  try {
    act();
  } catch (error) {
    return error as Refusal;
  }
  throw new Error("It was taken.");
}
