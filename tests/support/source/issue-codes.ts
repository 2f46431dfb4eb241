import { child, children, literal, nameOf, type Node, nodesOf, place, type Source, sourcesIn } from "./sources.ts";

export type IssueCode = { code: string; where: string };

/** The codes of issues that the API's source can raise: fault("…"), `{ path, code: "…" }`, `{ params: { code: "…" } }`,
 *  and the formats that zod judges itself. */
export function issueCodes(): IssueCode[] {
  const found = sourcesIn("graphql").flatMap((file) => [...faults(file), ...issues(file), ...formats(file)]);
  return [...new Map(found.map((entry) => [entry.code, entry])).values()];
}

function faults(file: Source): IssueCode[] {
  const calls = nodesOf(file.program, "CallExpression").filter((call) => nameOf(call.callee) === "fault");
  return calls.flatMap((call) =>
    literals(children(call, "arguments")[0]).map((code) => ({ code, where: place(file, call) })),
  );
}

function issues(file: Source): IssueCode[] {
  return nodesOf(file.program, "ObjectExpression").flatMap((object) => {
    const properties = children(object, "properties").filter((property) => property.type === "Property");
    const value = (name: string) =>
      properties.find((property) => nameOf(property.key) === name)?.value as Node | undefined;
    const params = value("params");
    const inParams = params?.type === "ObjectExpression" && !value("path") ? issueCode(params) : [];
    const own = value("path") ? literals(value("code")) : [];
    return [...own, ...inParams].map((code) => ({ code, where: place(file, object) }));
  });
}

function issueCode(params: Node): string[] {
  const code = children(params, "properties").find((property) => nameOf(property.key) === "code");
  return code ? literals(child(code, "value")) : [];
}

/** zod's own formats become invalid_email, invalid_url, invalid_regex … */
function formats(file: Source): IssueCode[] {
  const named = /^(email|url|regex|uuid|iso|emoji|base64|jwt)$/;
  return nodesOf(file.program, "CallExpression").flatMap((call) => {
    const callee = call.callee as Node;
    const name = callee.type === "MemberExpression" ? nameOf(callee.property) : null;
    if (!file.path.endsWith("input.ts") && file.path !== "graphql/kernel/fields.ts") return [];
    return name && named.test(name) ? [{ code: `invalid_${name}`, where: place(file, call) }] : [];
  });
}

function literals(node: Node | undefined): string[] {
  if (!node) return [];
  if (node.type === "ConditionalExpression")
    return [...literals(child(node, "consequent")), ...literals(child(node, "alternate"))];
  const text = literal(node);
  return text === null ? [] : [text];
}
