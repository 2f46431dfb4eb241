import { complexityFromQuery } from "@pothos/plugin-complexity";
import { NoUnusedFragmentsRule, parse, print, specifiedRules, validate } from "graphql";
import { describe, expect, it } from "vitest";
import { aliasLimit, limits } from "#graphql/kernel/limits.ts";
import { schema } from "#graphql/schema.ts";
import { portalDocuments } from "../support/schema/documents.ts";
import { nameOf, nodesOf, place, sourcesIn } from "../support/source/sources.ts";
import { variablesFor } from "../support/schema/values.ts";

const documents = await portalDocuments();
const operations = documents.filter(({ operation }) => operation !== null);

describe("the portal's documents", () => {
  it("are found", () => {
    expect(operations.length).toBeGreaterThan(3);
  });

  it("are exported, so that this test sees them", () => {
    const tagged = sourcesIn("app").flatMap((file) => {
      const exported = nodesOf(file.program, "ExportNamedDeclaration").flatMap((node) =>
        nodesOf(node, "VariableDeclarator"),
      );
      const seen = exported
        .filter((node) => /(Document|Fragment)$/.test(nameOf(node.id) ?? ""))
        .flatMap((node) => nodesOf(node, "CallExpression"));
      const calls = nodesOf(file.program, "CallExpression").filter((node) => nameOf(node.callee) === "graphql");
      return calls.filter((call) => !seen.includes(call)).map((call) => place(file, call));
    });
    expect(tagged, "Write `export const …Document = graphql(…)` or `export const …Fragment = graphql(…)`.").toEqual([]);
  });

  it.each(documents.map((entry) => [`${entry.file} ${entry.name}`, entry] as const))(
    "%s is valid",
    (_title, { document, operation }) => {
      const rules = operation
        ? [...specifiedRules, aliasLimit]
        : specifiedRules.filter((rule) => rule !== NoUnusedFragmentsRule);
      expect(validate(schema, document, rules).map(({ message }) => message)).toEqual([]);
      expect(() => parse(print(document), { maxTokens: limits.tokens })).not.toThrow();
    },
  );

  it.each(operations.map((entry) => [`${entry.file} ${entry.name}`, entry] as const))(
    "%s stays within the API's limits",
    (_title, { document }) => {
      const { complexity, depth, breadth } = complexityFromQuery(document, {
        schema,
        ctx: {},
        variables: variablesFor(schema, document),
      });
      expect(complexity).toBeLessThanOrEqual(limits.cost);
      expect(depth).toBeLessThanOrEqual(limits.depth);
      expect(breadth).toBeLessThanOrEqual(limits.breadth);
    },
  );

  it("have names of their own", () => {
    const names = operations.map(({ operation }) => operation?.name?.value ?? "(none)");
    expect(names.filter((name, index) => names.indexOf(name) !== index || name === "(none)")).toEqual([]);
  });

  it("have the name of their operation", () => {
    const odd = operations.filter(({ name, operation }) => name !== `${operation?.name?.value}Document`);
    expect(odd.map(({ file, name, operation }) => `${file} ${name} holds ${operation?.name?.value}`)).toEqual([]);
  });
});
