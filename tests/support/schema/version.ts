import { decodeGlobalID } from "@pothos/plugin-relay";
import { isNonNullType } from "graphql";
import type { Prisma } from "#prisma/client.ts";
import { schema } from "#graphql/schema.ts";

/** What a form would send unseen: the version of the row as it stands. */

/** Whether the mutation wants the version as an argument of its own. */
export function asksVersion(name: string): boolean {
  const args = schema.getMutationType()?.getFields()[name]?.args ?? [];
  return args.some((arg) => arg.name === "version" && isNonNullType(arg.type));
}

/** The version of the row that a global id names; 1 where there is none. */
export async function versionOf(prisma: Prisma, globalId: string): Promise<number> {
  const { typename, id } = decodeGlobalID(globalId);
  const model = `${typename.charAt(0).toLowerCase()}${typename.slice(1)}` as "pilot";
  return (await prisma[model].findUnique({ where: { id } }))?.version ?? 1;
}

/** Arguments as they are written in GraphQL, with the version of the row that `id` names, where that is wanted and they say none. */
export async function withVersion(
  prisma: Prisma,
  name: string,
  args: string,
  variables: { id?: unknown } = {},
): Promise<string> {
  const replaces = args.includes("resultId:");
  if (!(asksVersion(name) || replaces) || /\bversion:/.test(args.replaceAll(/\{.*\}/gs, ""))) return args;
  const id = /\bid: "([^"]+)"/.exec(args)?.[1] ?? String(variables.id);
  return `${args} version: ${await versionOf(prisma, id)}`;
}
