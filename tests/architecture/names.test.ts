import { describe, expect, it } from "vitest";
import {
  child,
  children,
  isNode,
  nameOf,
  type Node,
  nodesOf,
  place,
  type Source,
  sourcesIn,
} from "../support/source/sources.ts";

/** Names are the field's nouns, each with one meaning. */

const sources = sourcesIn("app", "graphql", "prisma");

/** What the workflows of pilots, practices and inventories have alike, each in its own folder and never together in a file. */
const alike = /^(StepName|StepOutcome|StepState|CheckAnswers|LockedNotice|MissingList)$/;

const participle =
  /(^|[a-z])([A-Z][a-z]+ed|Found|Meant|Said|Read|Sought|Kept|Made|Given|Chosen|Shown|Known|Told|Drawn)$/;
/** Words that only look like participles, questions about a type, and the API's own name of an outcome. */
const noParticiple = /(Need|Feed|Seed|Speed)$|^(Is|Has)[A-Z]|^NotFound$/;

type Declared = { name: string; exported: boolean; isType: boolean; path: string; where: string };

/** The types of a file, and its components. */
function declaredIn(file: Source): Declared[] {
  return children(file.program, "body").flatMap((statement) => {
    const exported = statement.type === "ExportNamedDeclaration";
    const node = exported && isNode(statement.declaration) ? statement.declaration : statement;
    const name = nameOf(node.id);
    const isType = /^(TSTypeAliasDeclaration|TSInterfaceDeclaration|ClassDeclaration)$/.test(node.type);
    const isComponent = node.type === "FunctionDeclaration" && /^[A-Z]/.test(name ?? "");
    return name !== null && (isType || isComponent)
      ? [{ name, exported, isType, path: file.path, where: `${place(file, node)} ${name}` }]
      : [];
  });
}

const declared = sources.flatMap(declaredIn);

describe("a name", () => {
  it("of an exported type or component has one meaning", () => {
    const modules = Map.groupBy(
      declared.filter(({ exported, name }) => exported && !alike.test(name)),
      ({ name }) => name,
    );
    const twice = [...modules.values()].filter((uses) => new Set(uses.map(({ path }) => path)).size > 1);
    expect(
      twice.map((uses) => uses.map(({ where }) => where).join(" and ")),
      "Where both are the same thing, let one file import it from the other; else name each after what it is.",
    ).toEqual([]);
  });

  it("of a type is a noun, no past participle", () => {
    const found = declared.filter(({ isType, name }) => isType && participle.test(name) && !noParticiple.test(name));
    expect(
      found.map(({ where }) => where),
      "Say what was asked, found or kept: SearchArguments, not Asked.",
    ).toEqual([]);
  });
});

describe("an object or a list", () => {
  it("has its members written out, not spread from a literal to save lines", () => {
    const found = sources.flatMap((file) =>
      ["SpreadElement", "JSXSpreadAttribute"]
        .flatMap((type) => nodesOf(file.program, type))
        .filter((node) => /^(Object|Array)Expression$/.test(bare(child(node, "argument")).type))
        .map((node) => place(file, node)),
    );
    expect(found, "Write `a, b` instead of `...{ a, b }`.").toEqual([]);
  });
});

/** Without parentheses and `as const`. */
function bare(node: Node): Node {
  const wrapped = node.type === "ParenthesizedExpression" || node.type === "TSAsExpression";
  return wrapped ? bare(child(node, "expression")) : node;
}
