import { readdirSync, readFileSync } from "node:fs";
import { basename, dirname } from "node:path";
import { describe, expect, it } from "vitest";
import { filesIn } from "../support/source/sources.ts";

/** What is where, so that a reader knows a folder before opening it. */
const concepts = [
  "charter",
  "city",
  "pilot",
  "footprint",
  "practice",
  "exchange",
  "assessment",
  "procurement",
  "data",
  "report",
  "search",
  "identity",
];
const roomFiles = ["object", "query", "mutation", "policy", "rules", "input", "store", "search"];
/** A part of a room that grew has its own word before the name: review.store.ts, deadline.rules.ts. */
const inRoom = new RegExp(`^([a-z]+\\.)?(${roomFiles.join("|")})\\.ts$`);
/** Folders that are no rooms: machinery of the API, and of the portal. */
const machinery = {
  graphql: ["commands", "jobs", "mail", "sheets"],
  app: ["api", "home", "i18n", "middleware", "pages", "ui"],
};
/** The search room has one folder more, its engines: the interface, what they share, and one family of files per engine. */
const enginesAt = "search/engines";
const engines = /^(engine|fallback|gate|patience|postgres(-[a-z]+)*|meilisearch(-[a-z]+)*)\.ts$/;
const top = ["app", "graphql", "prisma", "tests"];

function folders(path: string): string[] {
  return readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name);
}

describe("the house", () => {
  it.each(["graphql", "app"] as const)("names the rooms of %s/ by the twelve concepts", (house) => {
    const strange = folders(house).filter((name) => !concepts.includes(name) && !machinery[house].includes(name));
    expect(strange, `A room is one of: ${concepts.join(" ")}.`).toEqual([]);
  });

  it("keeps in a room of the API only files of the eight names", () => {
    const strange = folders("graphql")
      .filter((name) => concepts.includes(name))
      .flatMap((concept) =>
        readdirSync(`graphql/${concept}`)
          .filter((name) => !inRoom.test(name) && `${concept}/${name}` !== enginesAt)
          .map((name) => `graphql/${concept}/${name}`),
      );
    expect(
      strange,
      `A room holds ${roomFiles.join(" ")}; what several rooms use lies beside them in graphql/.`,
    ).toEqual([]);
  });

  it("keeps among the engines only what finds", () => {
    expect(readdirSync(`graphql/${enginesAt}`).filter((name) => !engines.test(name))).toEqual([]);
  });

  it("names files in kebab-case", () => {
    const files = top.flatMap((folder) => filesIn(folder, /./));
    const endings = ["server", "test", "d", "config", ...roomFiles].join("|");
    const good = new RegExp(`^_?[a-z0-9]+(-[a-z0-9]+)*(\\.(${endings}))*\\.[a-z]+$`);
    const strange = files.filter(
      (path) => !good.test(basename(path)) || /[^a-z0-9/_-]/.test(dirname(path).replaceAll(/\.\w+/g, "")),
    );
    expect(strange).toEqual([]);
  });

  it("has no hand-written file over 300 lines", () => {
    const files = top
      .flatMap((folder) => filesIn(folder, /\.(ts|tsx|mjs|prisma|css)$/))
      .filter((path) => path !== "app/ui/styles.css");
    const long = files
      .map((path) => ({ path, lines: readFileSync(path, "utf8").trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > 300);
    expect(
      long.map(({ path, lines }) => `${path}: ${lines} lines`),
      "Split it along what it does.",
    ).toEqual([]);
  });

  it("has no folder over 30 files", () => {
    const paths = [...top, "content", "locales"].flatMap((folder) => filesIn(folder, /./));
    const sizes = Map.groupBy(paths, dirname);
    const full = [...sizes].filter(([, files]) => files.length > 30);
    expect(
      full.map(([folder, files]) => `${folder}: ${files.length} files`),
      "Give a part of it a folder of its own.",
    ).toEqual([]);
  });

  it("keeps the median file under 70 lines", () => {
    const sizes = ["app", "graphql", "prisma"]
      .flatMap((folder) => filesIn(folder))
      .map((path) => readFileSync(path, "utf8").split("\n").length);
    const sorted = sizes.toSorted((a, b) => a - b);
    expect(sorted[Math.floor(sorted.length / 2)]).toBeLessThan(70);
  });
});
