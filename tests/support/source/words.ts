import { readdirSync, readFileSync } from "node:fs";
import { child, children, literal, nameOf, type Node, nodesOf, place, type Source } from "./sources.ts";

/** The interface's words, and where the portal's source asks for which of them. */

export const locales = readdirSync("locales");

export function namespaces(locale: string): string[] {
  return readdirSync(`locales/${locale}`).map((name) => name.replace(/\.json$/, ""));
}

export function read(locale: string, namespace: string): unknown {
  return JSON.parse(readFileSync(`locales/${locale}/${namespace}.json`, "utf8"));
}

/** All texts of a namespace by dotted key. */
export function texts(tree: unknown, prefix = ""): Map<string, string> {
  if (typeof tree === "string") return new Map([[prefix, tree]]);
  const entries = Object.entries((tree ?? {}) as object);
  return new Map(entries.flatMap(([key, value]) => [...texts(value, prefix ? `${prefix}.${key}` : key)]));
}

const plural = /_(zero|one|two|few|many|other)$/;
const numbers = /_ordinal$/;

/** The key without its plural form. */
export function stem(key: string): string {
  return key.replace(plural, "").replace(numbers, "");
}

export function isPlural(key: string): boolean {
  return plural.test(key);
}

export function placeholders(text: string): string[] {
  return [...new Set([...text.matchAll(/\{\{\s*([\w.]+)[^}]*\}\}/g)].map((match) => match[1] ?? ""))].toSorted();
}

export type Use = {
  where: string;
  namespace: string;
  /** A key, with a star for each part that is computed. */
  key: string;
};

/** Every key that a file asks for. A translator is what useTranslation("ns"), wordsIn(locale, "ns") or words(locale, "ns") gives, also renamed
 *  (`{ t: codes }`); a key that is no literal and no template is left to whoever looks at the page. */
export function wordsUsed(file: Source): Use[] {
  const translators = translatorsIn(file);
  const uses: Use[] = [];
  for (const call of nodesOf(file.program, "CallExpression")) {
    const translator = nearest(translators, nameOf(call.callee), call);
    if (!translator) continue;
    const where = place(file, call);
    for (const argument of choices(children(call, "arguments")[0])) {
      const key = keyOf(argument);
      if (key !== null) uses.push(withNamespace({ where, namespace: translator.namespace, key }));
    }
  }
  return uses;
}

type Translator = { name: string; namespace: string; scope: Node };

function translatorsIn(file: Source): Translator[] {
  const functions = ["FunctionDeclaration", "FunctionExpression", "ArrowFunctionExpression"].flatMap((type) =>
    nodesOf(file.program, type),
  );
  const inside = (scope: Node, node: Node) => scope.start <= node.start && node.end <= scope.end;
  const scopeOf = (node: Node) =>
    functions.filter((scope) => inside(scope, node)).toSorted((a, b) => b.start - a.start)[0] ?? file.program;
  return nodesOf(file.program, "VariableDeclarator").flatMap((declared) => {
    const found = namespaceOf(declared.init);
    if (found === null) return [];
    const pattern = child(declared, "id");
    const scope = scopeOf(declared);
    if (pattern.type === "Identifier") return [{ name: String(pattern.name), namespace: found, scope }];
    const t = children(pattern, "properties").filter((property) => nameOf(property.key) === "t");
    return t.map((property) => ({ name: nameOf(property.value) ?? "t", namespace: found, scope }));
  });
}

/** "city" for useTranslation("city") and words(locale, "city"), "common" for useTranslation(); null for anything else. */
function namespaceOf(init: unknown): string | null {
  const node = init as Node | null;
  if (node?.type !== "CallExpression") return null;
  const callee = nameOf(node.callee);
  const named = children(node, "arguments");
  if (callee === "useTranslation") return named.length === 0 ? "common" : literal(named[0]);
  return callee === "words" || callee === "wordsIn" ? literal(named[1]) : null;
}

function nearest(translators: Translator[], name: string | null, { start, end }: Node): Translator | undefined {
  const visible = translators.filter((one) => one.name === name && one.scope.start <= start && end <= one.scope.end);
  return visible.toSorted((a, b) => b.scope.start - a.scope.start)[0];
}

/** Both arms of `a ? b : c`, of `a ?? b`, else the node itself. */
function choices(node: Node | undefined): Node[] {
  if (!node) return [];
  if (node.type === "ConditionalExpression")
    return [...choices(child(node, "consequent")), ...choices(child(node, "alternate"))];
  if (node.type === "LogicalExpression") return [...choices(child(node, "left")), ...choices(child(node, "right"))];
  if (node.type === "ParenthesizedExpression" || node.type === "TSAsExpression")
    return choices(child(node, "expression"));
  return [node];
}

function keyOf(node: Node): string | null {
  if (node.type !== "TemplateLiteral") return literal(node) || null;
  return children(node, "quasis")
    .map(({ value }) => (value as { cooked?: string }).cooked ?? "")
    .join("*");
}

function withNamespace(use: Use): Use {
  const [namespace, key] = use.key.split(":");
  return key === undefined || !namespace ? use : { ...use, namespace, key };
}
