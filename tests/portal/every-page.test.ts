import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { languages, readingPages, resultPages } from "../support/pages.ts";
import { usePortal } from "../support/portal.ts";

const portal = usePortal({ filling: "network" });
const paths = [...readingPages, ...resultPages];

/** The first parts of all the keys of interface words. */
const files = readdirSync("locales/en").map((name) => readFileSync(`locales/en/${name}`, "utf8"));
const groups = new Set(files.flatMap((text) => Object.keys(JSON.parse(text) as object)));

/** Attributes that are read or read out. */
const said = /\b(?:aria-label|alt|placeholder|title)="([^"]*)"/g;

/** What a page says, without its markup. */
function wordsOf(html: string): string[] {
  const body = html.slice(html.indexOf("<body"));
  return body
    .replaceAll(/<(script|style)\b.*?<\/\1>/gs, " ")
    .replaceAll("<!-- -->", "")
    .replaceAll(/<[^>]*>/g, (tag) => ` ${[...tag.matchAll(said)].map(([, text]) => text).join(" ")} `)
    .split(/\s+/);
}

describe.each(languages)("in %s", (language) => {
  it.each(paths)("%s says its language, and shows no key of a missing word", async (path) => {
    const { status, html } = await portal().get(`/${language}${path}`);
    expect(status).toBe(200);
    expect(/<html[^>]*\blang="([^"]*)"/.exec(html)?.[1]).toBe(language);
    const keys = wordsOf(html).filter((word) => /^[a-z][A-Za-z]*(\.[a-z][A-Za-z_]+)+$/.test(word));
    expect(keys.filter((word) => groups.has(word.split(".")[0] ?? ""))).toEqual([]);
  });
});
