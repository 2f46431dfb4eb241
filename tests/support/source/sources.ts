import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";
import { parseSync } from "vite";

/** The project's own source as syntax trees, for tests about how it is written. Paths are relative to the project. */

export type Node = { type: string; start: number; end: number } & Record<string, unknown>;
export type Import = {
  from: string;
  line: number;
  specifier: string;
  /** The project's file, or null for a library. */
  target: string | null;
  typeOnly: boolean;
  names: string[];
};
export type Source = { path: string; text: string; program: Node; imports: Import[] };

const made = /(^|\/)node_modules\/|^prisma\/generated\/|^app\/api\/generated\/|\/\.|^\.|^prisma\/migrations\//;

/** Hand-written files below a folder whose names end as given. */
export function filesIn(folder: string, pattern = /\.(ts|tsx|mjs)$/): string[] {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true });
  const paths = names.filter((entry) => entry.isFile()).map((entry) => normalize(join(entry.parentPath, entry.name)));
  return paths.filter((path) => pattern.test(path) && !made.test(path)).toSorted();
}

const sources = new Map<string, Source>();

/** A file, parsed once. */
export function source(path: string): Source {
  const known = sources.get(path);
  if (known) return known;
  const text = readFileSync(path, "utf8");
  const { program, errors } = parseSync(path, text);
  if (errors.length > 0) throw new Error(`${path} cannot be parsed: ${errors[0]?.message}`);
  const tree = program as unknown as Node;
  const fresh = { path, text, program: tree, imports: importsOf(path, text, tree) };
  sources.set(path, fresh);
  return fresh;
}

export function sourcesIn(...folders: string[]): Source[] {
  return folders.flatMap((folder) => filesIn(folder)).map(source);
}

/** Calls `see` for every node of a tree, parents first. */
export function walk(node: Node, see: (node: Node) => void): void {
  see(node);
  for (const value of Object.values(node)) {
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) walk(child, see);
  }
}

/** Every node of one type. */
export function nodesOf(tree: Node, type: string): Node[] {
  const found: Node[] = [];
  walk(tree, (node) => {
    if (node.type === type) found.push(node);
  });
  return found;
}

export function isNode(value: unknown): value is Node {
  return typeof value === "object" && value !== null && typeof (value as Node).type === "string";
}

/** A child that the grammar promises. */
export function child(node: Node, key: string): Node {
  const value = node[key];
  if (!isNode(value)) throw new Error(`${node.type} has no ${key}.`);
  return value;
}

export function children(node: Node, key: string): Node[] {
  const value = node[key];
  return Array.isArray(value) ? value.filter(isNode) : [];
}

/** The text of a string literal, else null. */
export function literal(node: unknown): string | null {
  return isNode(node) && node.type === "Literal" && typeof node.value === "string" ? node.value : null;
}

export function nameOf(node: unknown): string | null {
  if (!isNode(node)) return null;
  if (node.type === "Identifier" || node.type === "JSXIdentifier") return String(node.name);
  return literal(node);
}

/** "app/city/list.tsx:12" */
export function place({ path, text }: { path: string; text: string }, { start }: { start: number }): string {
  return `${path}:${lineAt(text, start)}`;
}

function lineAt(text: string, offset: number): number {
  return text.slice(0, offset).split("\n").length;
}

function importsOf(path: string, text: string, program: Node): Import[] {
  const found: Import[] = [];
  walk(program, (node) => {
    if (
      !/^(ImportDeclaration|ExportNamedDeclaration|ExportAllDeclaration|ImportExpression|TSImportType)$/.test(node.type)
    )
      return;
    const specifier = literal(node.source);
    if (specifier === null) return;
    const members = children(node, "specifiers");
    const kinds = [node.importKind, node.exportKind];
    const eachIsType =
      members.length > 0 && members.every((member) => member.importKind === "type" || member.exportKind === "type");
    const typeOnly = kinds.includes("type") || eachIsType || node.type === "TSImportType";
    const names = members.flatMap((member) => nameOf(member.imported) ?? nameOf(member.local) ?? []);
    found.push({
      from: path,
      line: lineAt(text, node.start),
      typeOnly,
      specifier,
      target: targetOf(path, specifier),
      names,
    });
  });
  return found;
}

function targetOf(path: string, specifier: string): string | null {
  const bare = specifier.replace(/\?.*$/, "");
  const alias = /^#(app|graphql|prisma|content|locales|tests)\//.test(bare);
  if (!alias && !bare.startsWith(".")) return null;
  return alias ? bare.slice(1) : normalize(join(dirname(path), bare));
}

/** True for an import of React Router's generated route types, which are no file of the tree. */
export function isRouteTypes({ specifier }: Import): boolean {
  return specifier.includes("/+types/");
}
