import { type ASTVisitor, type FieldNode, GraphQLError, type ValidationContext } from "graphql";

/** What one request may ask; published in content/{locale}/api.md. */
export const limits = { depth: 10, breadth: 250, aliases: 15, tokens: 1000, pageSize: 100, cost: 5000 } as const;

/** Cost of a field: 1 per object read, times the page size asked for; scalars are free. */
export function fieldCost(args: Record<string, unknown>, field: { name: string; type: { toString(): string } }) {
  const type = field.type.toString();
  if (type.replace("!", "").endsWith("Connection")) return { field: 1, multiplier: pageSize(args) };
  const list = type.startsWith("[");
  const leaf = /^\[?(String|Int|Float|Boolean|ID|Date|DateTime|Decimal)\b/.test(type);
  if (leaf || field.name === "edges" || field.name === "pageInfo") return { field: 0, multiplier: 1 };
  return { field: 1, multiplier: list ? 5 : 1 };
}

function pageSize(args: Record<string, unknown>): number {
  const asked = Number(args.first ?? args.last ?? 20);
  return Number.isFinite(asked) ? Math.min(Math.max(asked, 1), limits.pageSize) : limits.pageSize;
}

/** Refuses a document that renames too many fields, the usual way around a rate limit. */
export function aliasLimit(context: ValidationContext): ASTVisitor {
  let aliases = 0;
  return {
    Field(node: FieldNode) {
      if (!node.alias) return;
      aliases += 1;
      if (aliases === limits.aliases + 1) {
        const message = `A document may hold ${limits.aliases} aliases at most.`;
        context.reportError(new GraphQLError(message, { nodes: node, extensions: { code: "TOO_MANY_ALIASES" } }));
      }
    },
  };
}
