import { existsSync, globSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { describe, expect, it } from "vitest";

/** What is written for those who carry on: it must stay short where it is promised, and true about what lies where. */
const folder = "content/decisions";
const decisions = readdirSync(folder).filter((name) => name !== "README.md");
const headings = ["Status", "Context", "Decision", "Consequences", "When to revisit"];
const superseded = (text: string) => text.includes("## Status\n\nSuperseded by [");

const read = (path: string) => readFileSync(path, "utf8");
const papers = [...readdirSync(".").filter((name) => name.endsWith(".md")), ...globSync(`${folder}/*.md`)].toSorted();
/** A decision that no longer holds speaks of what was. */
const current = papers.filter((path) => !superseded(read(path)));

/** Paths in backticks. What stands for many, as `{locale}`, `*` or `…`, has to fit one at least. */
function pathsIn(text: string): string[] {
  const quoted = [...text.matchAll(/`([^`\n]+)`/g)].map(([, inside = ""]) => inside);
  return quoted.filter((path) => /^(app|graphql|prisma|content|locales|tests)\/[^\s]*$/.test(path));
}

const exists = (path: string) =>
  /[{*…]/.test(path) ? globSync(path.replaceAll(/\{[^}]*\}|…/g, "*")).length > 0 : existsSync(path);

describe("the papers", () => {
  it("begin with a README of at most 140 lines", () => {
    expect(read("README.md").trimEnd().split("\n").length).toBeLessThanOrEqual(140);
  });

  it.each(current)("%s names paths that exist", (paper) => {
    const gone = pathsIn(read(paper)).filter((path) => !exists(path));
    expect(gone, "Say where it lies now.").toEqual([]);
  });

  it.each(papers)("%s links to files that exist", (paper) => {
    const links = [...read(paper).matchAll(/\]\(([^)#]+)[^)]*\)/g)].map(([, link = ""]) => link);
    const own = links.filter((link) => !/^[a-z]+:/.test(link));
    expect(own.filter((link) => !existsSync(join(dirname(paper), link)))).toEqual([]);
  });

  it("name scripts that package.json has", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const named = current.flatMap((path) =>
      [...read(path).matchAll(/npm run (?:-s )?([\w:-]+)/g)].map(([, name]) => name),
    );
    expect([...new Set(named)].filter((name) => !name || !(name in scripts))).toEqual([]);
  });

  it("tell of every script", () => {
    const { scripts } = JSON.parse(read("package.json")) as { scripts: Record<string, string> };
    const told = papers.map(read).join("\n");
    const untold = Object.keys(scripts).filter((name) => !new RegExp(`(npm (run )?|\`)${name}(?![\\w:-])`).test(told));
    expect(untold, "Add it to the table in CONTRIBUTING.md.").toEqual([]);
  });
});

describe("the decisions", () => {
  it("are numbered without gaps, in their names and in their titles", () => {
    const wanted = decisions.map((_, index) => String(index + 1).padStart(4, "0"));
    expect(decisions.toSorted().map((name) => /^(\d{4})-[a-z0-9-]+\.md$/.exec(name)?.[1] ?? name)).toEqual(wanted);
    for (const name of decisions)
      expect(read(join(folder, name)), name).toMatch(new RegExp(`^# ${Number(name.slice(0, 4))}\\. \\S`));
  });

  it.each(decisions)("%s has the five headings, none of them empty", (name) => {
    const parts = read(join(folder, name)).split(/^## /m).slice(1);
    expect(parts.map((part) => part.split("\n")[0])).toEqual(headings);
    expect(parts.filter((part) => part.split("\n").slice(1).join("").trim() === "")).toEqual([]);
  });

  it.each(decisions)("%s says whether it holds", (name) => {
    expect(read(join(folder, name))).toMatch(/## Status\n\n(Proposed|Accepted|Superseded by \[)/);
  });

  it("are all in the list", () => {
    const list = read(join(folder, "README.md"));
    expect(decisions.filter((name) => !list.includes(`](${name})`))).toEqual([]);
  });
});
