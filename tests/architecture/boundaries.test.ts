import { describe, expect, it } from "vitest";
import {
  child,
  children,
  type Import,
  isRouteTypes,
  literal,
  nameOf,
  type Node,
  nodesOf,
  place,
  type Source,
  source,
  sourcesIn,
} from "../support/source/sources.ts";
import { cycles } from "../support/source/cycles.ts";

/** Who may know whom. Each message says what to do instead. */
const app = sourcesIn("app");
const graphql = sourcesIn("graphql");
const prisma = sourcesIn("prisma");

/** The only files that put the portal and the API together. Keep it short. */
const compositionRoot = /^app\/(server|portal|compose|context)\.ts$|^app\/api\/[\w.-]+\.tsx?$/;
/** The only files that start processes: they read the environment and hand it on. */
const launchers = /^app\/(settings\.ts|(start|serve|dev)\.mjs)$|^(prisma|graphql)\/commands\//;
/** start.mjs waits for an installation before anything of ours runs. */
const clocks = /^graphql\/kernel\/(clock|logger)\.ts$|^(prisma|graphql)\/commands\/|^app\/start\.mjs$/;
const pureHelpers = ["dates", "decimal", "transitions", "slug"].map((name) => `graphql/kernel/${name}.ts`);
/** The two pages that run a script, each with the island that it runs. */
const islands: Record<string, string> = {
  "app/footprint/line.tsx": "app/footprint/line/live.ts",
  "app/search/show.tsx": "app/search/find/live.ts",
};
const isIsland = (path: string) => Object.values(islands).includes(path);
const pureRule = /^graphql\/[\w/-]+\/([\w-]+\.)?rules\.ts$/;
/** Exact arithmetic is the one thing that pure code takes from a library. */
const pureLibraries = ["decimal.js"];

const room = (path: string) => path.split("/")[0];

/** Imports of our own files that `allowed` refuses, as "file:line imports target". */
function refused(sources: Source[], allowed: (imported: Import & { target: string }) => boolean): string[] {
  const own = sources.flatMap(({ imports }) => imports).filter((entry) => !isRouteTypes(entry));
  const bad = own.filter((entry) => entry.target !== null && !allowed({ ...entry, target: entry.target }));
  return bad.map(({ from, line, target }) => `${from}:${line} imports ${target}`);
}

describe("folders know each other only through their doors", () => {
  it("app imports of graphql only rules and inputs", () => {
    const open =
      /^graphql\/[\w-]+\/([\w-]+\/)?(rules|input)\.ts$|^graphql\/vocabulary\/[\w.]+\.rules\.ts$|^graphql\/kernel\/languages\.ts$/;
    const found = refused(
      app,
      ({ from, target, typeOnly }) =>
        room(target) !== "graphql" ||
        open.test(target) ||
        compositionRoot.test(from) ||
        ((isIsland(from) || typeOnly) && pureRule.test(target)),
    );
    expect(
      found,
      "A page asks for data with query() or mutate() of app/api/query.server.ts and a graphql(…) document; a pure rule that it needs belongs into graphql/<concept>/rules.ts.",
    ).toEqual([]);
  });

  it("app imports nothing of prisma, except where the process starts", () => {
    const found = refused(app, ({ from, target }) => room(target) !== "prisma" || from === "app/compose.ts");
    expect(
      found,
      "There is one way to the data: ask the API. Enum values come from graphql/<concept>/rules.ts or from the document's types.",
    ).toEqual([]);
  });

  it("graphql imports nothing of app", () => {
    const found = refused(graphql, ({ target }) => room(target) !== "app" && room(target) !== "tests");
    expect(found, "The API does not know the portal. Hand over what it needs through openApi()'s options.").toEqual([]);
  });

  it("prisma imports nothing of ours", () => {
    const found = refused(prisma, ({ target }) => room(target) === "prisma");
    expect(found, "The data layer is the lowest one: move what needs a rule into graphql/<concept>/store.ts.").toEqual(
      [],
    );
  });

  it("the design system knows no domain, no language and no address", () => {
    const ui = app.filter(({ path }) => path.startsWith("app/ui/"));
    const own = refused(ui, ({ target }) => target.startsWith("app/ui/"));
    const libraries = ui
      .flatMap(({ imports }) => imports)
      .filter(({ specifier }) => /i18next|react-router|graphql/.test(specifier));
    const found = [...own, ...libraries.map(({ from, line, specifier }) => `${from}:${line} imports ${specifier}`)];
    expect(found, "A component of app/ui gets its words, links and values as props.").toEqual([]);
  });

  it("no part knows its page", () => {
    const named = nodesOf(source("app/routes.ts").program, "Literal").flatMap((node) => literal(node) ?? []);
    const pages = new Set(named.filter((name) => /\.tsx?$/.test(name)).map((name) => `app/${name}`));
    expect(pages.size).toBeGreaterThan(50);
    const found = refused(app, ({ from, target }) => from === "app/routes.ts" || !pages.has(target));
    expect(
      found,
      "Nothing imports a page, not even a type: the part exports a …Fragment of what it shows, the page's document spreads it, and the part reads it with readFragment(). What two pages need lies in a sub-room.",
    ).toEqual([]);
  });

  it("rules are pure: they import types, other rules and the pure helpers", () => {
    const rules = graphql.filter(({ path }) => /[/.]rules\.ts$/.test(path) || pureHelpers.includes(path));
    const pure = (path: string) => /[/.]rules\.ts$/.test(path) || pureHelpers.includes(path);
    const found = refused(rules, ({ target, typeOnly }) => typeOnly || pure(target));
    const libraries = rules
      .flatMap(({ imports }) => imports)
      .filter(({ target, typeOnly, specifier }) => target === null && !typeOnly && !pureLibraries.includes(specifier));
    const all = [...found, ...libraries.map(({ from, line, specifier }) => `${from}:${line} imports ${specifier}`)];
    expect(
      all,
      "A rule takes what it judges, also today, as parameters. Reading belongs into store.ts, validation into input.ts.",
    ).toEqual([]);
  });

  it("no file imports itself through others", () => {
    const edges = [...app, ...graphql, ...prisma].flatMap(({ imports }) => imports).filter(({ typeOnly }) => !typeOnly);
    expect(
      cycles(edges.flatMap(({ from, target }) => (target ? [[from, target] as const] : []))),
      "Move what both need into a file below both, or make one import a type import.",
    ).toEqual([]);
  });

  it("rooms do not need each other in a circle: kernel, vocabulary, machinery and concepts, whatever the file", () => {
    const between = edgesBetween(graphql, (path) => /^graphql\/([\w-]+)\//.exec(path)?.[1]);
    expect(
      cycles(between),
      "Let the room that knows more extend the other's type, or move what both need below both.",
    ).toEqual([]);
    const below = between.filter(
      ([from, to]) => (from === "kernel" && to) || (from === "vocabulary" && to !== "kernel"),
    );
    expect(
      below.map(([from, to]) => `${from} → ${to}`),
      "What stands below every room knows none of them.",
    ).toEqual([]);
  });

  it("sub-rooms do not need each other in a circle", () => {
    const between = edgesBetween(graphql, (path) => /^graphql\/([\w-]+\/[\w-]+)\//.exec(path)?.[1]);
    expect(cycles(between), "Move what both need into their room.").toEqual([]);
  });
});

/** Imports by value from one room to another, of files for which `roomOf` knows a room. */
function edgesBetween(sources: Source[], roomOf: (path: string) => string | undefined) {
  const edges = sources.flatMap(({ imports }) => imports).filter(({ typeOnly }) => !typeOnly);
  return edges.flatMap(({ from, target }) => {
    const [a, b] = [roomOf(from), roomOf(target ?? "")];
    return a && b && a !== b ? [[a, b] as const] : [];
  });
}

describe("pages are HTML without a script", () => {
  it("has no handler, no state, no effect and no script tag", () => {
    const found = app.flatMap((file) => [
      ...nodesOf(file.program, "JSXAttribute")
        .filter((node) => /^on[A-Z]/.test(nameOf(node.name) ?? ""))
        .map((node) => `${place(file, node)} ${nameOf(node.name)}`),
      ...file.imports
        .filter(({ names }) => names.some((name) => clientNames.test(name)))
        .map(({ line, names }) => `${file.path}:${line} ${names.join(", ")}`),
      ...nodesOf(file.program, "JSXOpeningElement")
        .filter((node) => /^(script|Scripts)$/.test(nameOf(node.name) ?? ""))
        .filter((node) => !isIslandScript(file, node))
        .map((node) => `${place(file, node)} <${nameOf(node.name)}>`),
    ]);
    expect(found, "A page works with scripts off: use a link, a form that posts, <details>, or :target.").toEqual([]);
  });

  it("has two islands, each on one page, which do in the browser what the page does without them", () => {
    const scripts = app.flatMap((file) =>
      nodesOf(file.program, "JSXOpeningElement").flatMap((node) => (isIslandScript(file, node) ? [file.path] : [])),
    );
    expect(scripts.toSorted()).toEqual(Object.keys(islands));
    const loaded = app
      .flatMap(({ imports }) => imports)
      .filter(({ specifier }) => /\?worker|\?url&|&url/.test(specifier));
    expect(loaded.map(({ from, target }) => `${from} ${target}`).toSorted()).toEqual(
      Object.entries(islands).map(([page, island]) => `${page} ${island}`),
    );
    const named = app.filter(({ path }) => path.endsWith("/live.ts")).map(({ path }) => path);
    expect(
      named.toSorted(),
      "Another island needs a decision of its own, and its page a policy that allows it.",
    ).toEqual(Object.values(islands));
  });

  it.each(Object.values(islands))(
    "lets the island %s import only rules and the pure helpers of languages",
    (island) => {
      const pureWords = ["estimate-text", "masses", "numbers"].map((name) => `app/i18n/${name}.ts`);
      const reached = new Set([island]);
      for (const path of reached)
        for (const { target, typeOnly } of source(path).imports) if (target && !typeOnly) reached.add(target);
      const helpers = [...reached].filter((path) => !path.startsWith("graphql/"));
      const foreign = helpers.flatMap((path) =>
        source(path).imports.filter(({ target, typeOnly }) => !target && !typeOnly),
      );
      expect(foreign.map(({ from, specifier }) => `${from} ${specifier}`)).toEqual([]);
      const direct = source(island).imports.flatMap(({ target, typeOnly }) => (target && !typeOnly ? [target] : []));
      expect(direct.filter((path) => !pureWords.includes(path) && !pureRule.test(path))).toEqual([]);
      expect(source(island).text.split("\n").length, "An island is small.").toBeLessThan(120);
    },
  );

  it("writes raw HTML only in the one component that holds our own editorial text", () => {
    const raw = app.flatMap((file) =>
      nodesOf(file.program, "JSXAttribute")
        .filter((node) => nameOf(node.name) === "dangerouslySetInnerHTML")
        .map((node) => place(file, node)),
    );
    expect(
      raw.filter((found) => !found.startsWith("app/ui/layout/prose.tsx:")),
      "Show text as children; editorial Markdown goes through <Prose>.",
    ).toEqual([]);
  });
});

/** `<script type="module" src={live} />` of a page that has an island. */
function isIslandScript({ path, imports }: Source, element: Node): boolean {
  const attributes = children(element, "attributes");
  const src = attributes.find((attribute) => nameOf(attribute.name) === "src");
  const value = src && child(src, "value");
  const name = value?.type === "JSXExpressionContainer" ? nameOf(value.expression) : null;
  const from = imports.find(({ names }) => name !== null && names.includes(name));
  return path in islands && attributes.length === 2 && from?.specifier.endsWith("/live.ts?worker&url") === true;
}

const clientNames =
  /^(useState|useReducer|useEffect|useLayoutEffect|useRef|useFetcher|useSubmit|Scripts|ScrollRestoration|clientLoader|clientAction)$/;

describe("what comes from outside has one door", () => {
  it("reads the environment only where processes start", () => {
    const found = [...app, ...graphql, ...prisma]
      .filter(({ path }) => !launchers.test(path))
      .flatMap((file) =>
        nodesOf(file.program, "MemberExpression")
          .filter((node) => nameOf(node.object) === "process" && nameOf(node.property) === "env")
          .map((node) => place(file, node)),
      );
    expect(found, "Add the variable to app/settings.ts and pass the value on.").toEqual([]);
  });

  it("asks the machine's clock only in the clock", () => {
    const now = (file: Source) => [
      ...nodesOf(file.program, "NewExpression").filter(
        (node) => nameOf(node.callee) === "Date" && children(node, "arguments").length === 0,
      ),
      ...nodesOf(file.program, "CallExpression").filter((node) => {
        const callee = child(node, "callee");
        return (
          callee.type === "MemberExpression" && nameOf(callee.object) === "Date" && nameOf(callee.property) === "now"
        );
      }),
    ];
    const found = [...app, ...graphql, ...prisma]
      .filter(({ path }) => !clocks.test(path))
      .flatMap((file) => now(file).map((node) => place(file, node)));
    expect(found, "Take now or today from the context's clock, so that tests can stop it.").toEqual([]);
  });
});
