import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { describe, expect, it } from "vitest";
import routes from "#app/routes.ts";
import { children, filesIn, isNode, literal, nodesOf, sourcesIn } from "../support/source/sources.ts";

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
  "review",
  "search",
  "identity",
];
/** Folders that are no rooms: what stands below every room, and machinery of the API and of the portal. */
const machinery = {
  graphql: ["kernel", "vocabulary", "commands", "mail", "sheets"],
  app: ["api", "home", "i18n", "middleware", "pages", "ui"],
};
const roomFiles = ["object", "query", "mutation", "policy", "rules", "input", "store", "search", "mail"];
/** What lies in a room: `rules.ts`, or a part that stands alone with its own word before: `deadline.rules.ts`. */
const inRoom = new RegExp(`^(?:([a-z]+)\\.)?(${roomFiles.join("|")})\\.ts$`);
/** A room's list of its types; a sub-room is listed by its room. */
const list = "schema.ts";
/** The one sub-room with files of another kind: the interface, what the engines share, and one family of files per engine. */
const enginesAt = "search/engines";
const engines = /^(engine|fallback|gate|patience|postgres(-[a-z]+)*|meilisearch(-[a-z]+)*)\.ts$/;
/** What a sub-room of the portal may be called beside the words of the API's sub-rooms and other concepts. */
const portalWords: Record<string, string[]> = {
  charter: ["accession"],
  pilot: ["result"],
  search: ["hit"],
};
const top = ["app", "graphql", "prisma", "tests"];
const most = 30;

const entries = (path: string) => readdirSync(path, { withFileTypes: true });
const folders = (path: string) => entries(path).flatMap((entry) => (entry.isDirectory() ? [entry.name] : []));
const files = (path: string) => entries(path).flatMap((entry) => (entry.isFile() ? [entry.name] : []));
const roomsOf = (house: "graphql" | "app") => folders(house).filter((name) => concepts.includes(name));

/** Every room and sub-room of the API but the engines, as "search" and "search/saved". */
const apiRooms = roomsOf("graphql").flatMap((room) => [
  room,
  ...folders(`graphql/${room}`).map((sub) => `${room}/${sub}`),
]);
const ordinary = apiRooms.filter((room) => room !== enginesAt);

const textOf = (text: string, node: unknown) => (isNode(node) ? text.slice(node.start, node.end) : "");

type Entry = { file: string; children?: Entry[] };
const pages = (function modules(of: Entry[]): string[] {
  return of.flatMap(({ file, children = [] }) => [file, ...modules(children)]);
})(routes as Entry[]);

describe("the house", () => {
  it.each(["graphql", "app"] as const)("names the rooms of %s/ by the twelve concepts", (house) => {
    const strange = folders(house).filter((name) => !concepts.includes(name) && !machinery[house].includes(name));
    expect(strange, `A room is one of: ${concepts.join(" ")}.`).toEqual([]);
  });

  it.each(["graphql", "app"] as const)("has sub-rooms of one level in the rooms of %s/", (house) => {
    const deeper = roomsOf(house).flatMap((room) =>
      folders(`${house}/${room}`).flatMap((sub) =>
        folders(`${house}/${room}/${sub}`).map((name) => `${room}/${sub}/${name}`),
      ),
    );
    expect(deeper, "A sub-room that wants rooms of its own is a room.").toEqual([]);
  });

  it("keeps in a room of the API, and in its sub-rooms, only files of the closed vocabulary", () => {
    const strange = ordinary.flatMap((room) =>
      files(`graphql/${room}`)
        .filter((name) => !inRoom.test(name) && !(name === list && !room.includes("/")))
        .map((name) => `graphql/${room}/${name}`),
    );
    expect(
      strange,
      `A room holds ${roomFiles.join(" ")}, and ${list}; what several rooms need lies in kernel/ or vocabulary/.`,
    ).toEqual([]);
    expect(files(`graphql/${enginesAt}`).filter((name) => !engines.test(name))).toEqual([]);
  });

  it("makes a sub-room of a word that stands before several files", () => {
    const shared = ordinary.flatMap((room) => {
      const words = files(`graphql/${room}`).flatMap((name) => inRoom.exec(name)?.[1] ?? []);
      return words.filter((word, index) => words.indexOf(word) !== index).map((word) => `graphql/${room}/${word}.*`);
    });
    expect(shared, "Move the files into a folder of that name.").toEqual([]);
  });

  it("keeps pages apart from their parts: what lies in a room of the portal itself is a page of app/routes.ts", () => {
    const parts = roomsOf("app").flatMap((room) => files(`app/${room}`).map((name) => `${room}/${name}`));
    expect(
      parts.filter((path) => !pages.includes(path)),
      "Move it into the sub-room that it is a part of, or into parts/.",
    ).toEqual([]);
  });

  it("names the sub-rooms of the portal with the words of the API", () => {
    const strange = roomsOf("app").flatMap((room) => {
      const known = [...concepts, "parts", ...(portalWords[room] ?? [])];
      const inApi = (sub: string) => apiRooms.includes(`${room}/${sub}`);
      return folders(`app/${room}`)
        .filter((sub) => !known.includes(sub) && !inApi(sub))
        .map((sub) => `app/${room}/${sub}`);
    });
    expect(strange).toEqual([]);
  });

  it(`has no folder of more than ${most} files`, () => {
    const counted = new Map<string, number>();
    for (const path of [...top, "content", "locales"].flatMap((folder) => filesIn(folder, /./)))
      counted.set(dirname(path), (counted.get(dirname(path)) ?? 0) + 1);
    const wide = [...counted].filter(([, count]) => count > most);
    expect(
      wide.map(([folder, count]) => `${folder}: ${count} files`),
      "Make rooms by what the files are about.",
    ).toEqual([]);
  });

  it("finds the folders whose files it bundles", () => {
    const lost = sourcesIn("app").flatMap((file) =>
      nodesOf(file.program, "CallExpression")
        .filter(({ callee }) => /^import\.meta\.glob$/.test(textOf(file.text, callee)))
        .flatMap((call) => literal(children(call, "arguments")[0]) ?? [])
        .map((pattern) => join(dirname(file.path), pattern.replace(/[*[].*$/, "")))
        .filter((folder) => !existsSync(folder)),
    );
    expect(lost, "The file moved: its pattern leads nowhere, and the build would be empty there.").toEqual([]);
  });

  it("names files in kebab-case", () => {
    const all = top.flatMap((folder) => filesIn(folder, /./));
    const endings = ["server", "test", "d", "config", ...roomFiles].join("|");
    const good = new RegExp(`^_?[a-z0-9]+(-[a-z0-9]+)*(\\.(${endings}))*\\.[a-z]+$`);
    const strange = all.filter(
      (path) => !good.test(basename(path)) || /[^a-z0-9/_-]/.test(dirname(path).replaceAll(/\.\w+/g, "")),
    );
    expect(strange).toEqual([]);
  });

  it("has no hand-written file over 300 lines", () => {
    const written = top
      .flatMap((folder) => filesIn(folder, /\.(ts|tsx|mjs|prisma|css)$/))
      .filter((path) => path !== "app/ui/styles.css");
    const long = written
      .map((path) => ({ path, lines: readFileSync(path, "utf8").trimEnd().split("\n").length }))
      .filter(({ lines }) => lines > 300);
    expect(
      long.map(({ path, lines }) => `${path}: ${lines} lines`),
      "Split it along what it does.",
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
