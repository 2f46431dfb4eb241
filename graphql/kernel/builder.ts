import SchemaBuilder from "@pothos/core";
import ComplexityPlugin from "@pothos/plugin-complexity";
import ErrorsPlugin from "@pothos/plugin-errors";
import PrismaPlugin from "@pothos/plugin-prisma";
import RelayPlugin, { decodeGlobalID } from "@pothos/plugin-relay";
import ScopeAuthPlugin from "@pothos/plugin-scope-auth";
import type PrismaTypes from "#prisma/generated/pothos.ts";
import { getDatamodel } from "#prisma/generated/pothos.ts";
import type { Context } from "./context.ts";
import { Forbidden, outcomes, queryError } from "./errors.ts";
import { fieldCost, limits } from "./limits.ts";
import { isKeepable } from "./plain-text.ts";

export type SchemaTypes = {
  Context: Context;
  PrismaTypes: PrismaTypes;
  DefaultFieldNullability: false;
  AuthScopes: { signedIn: boolean; network: boolean; coordinator: boolean };
  Scalars: {
    ID: { Input: string; Output: string };
    /** A calendar day, yyyy-mm-dd. */
    Date: { Input: string; Output: string | Date };
    /** An instant in UTC, ISO 8601. */
    DateTime: { Input: string; Output: string | Date };
    /** An exact decimal number as text, so that no digit is lost. */
    Decimal: { Input: string; Output: string | { toString(): string } };
  };
};

/** Order matters: scopes are checked inside the errors plugin's wrapper, so a refusal becomes a union member. */
export const builder = new SchemaBuilder<SchemaTypes>({
  plugins: [ErrorsPlugin, ScopeAuthPlugin, RelayPlugin, PrismaPlugin, ComplexityPlugin],
  defaultFieldNullability: false,
  prisma: {
    client: (context) => context.prisma,
    dmmf: getDatamodel(),
    defaultConnectionSize: 20,
    maxConnectionSize: limits.pageSize,
  },
  relay: { clientMutationId: "omit", cursorType: "String", decodeGlobalID: readGlobalId },
  errors: { directResult: true, defaultTypes: outcomes },
  scopeAuth: {
    authScopes: ({ viewer }) => ({
      signedIn: viewer.userId !== null,
      network: viewer.networkRoles.length > 0,
      coordinator: viewer.networkRoles.some((role) => role !== "reviewer"),
    }),
    unauthorizedError: (_parent, context) => new Forbidden(context.viewer.userId ? "not_your_right" : "sign_in_first"),
  },
  complexity: {
    fieldComplexity: (args, _context, field) => fieldCost(args, field),
    limit: { complexity: limits.cost, depth: limits.depth, breadth: limits.breadth },
    complexityError: (kind, { complexity, depth, breadth }) =>
      queryError(
        "TOO_COMPLEX",
        `${kind} is over the limit: asked cost ${complexity}, depth ${depth}, breadth ${breadth}; ` +
          `allowed cost ${limits.cost}, depth ${limits.depth}, breadth ${limits.breadth}.`,
      ),
  },
});

builder.queryType({});
builder.mutationType({});

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** What node(id) reads: an id that cannot be one of ours is not found, rather than an error of the database. */
function readGlobalId(globalId: string) {
  let decoded = { typename: "", id: "" };
  try {
    decoded = decodeGlobalID(globalId);
  } catch {}
  if (!decoded.typename || (decoded.typename === "User" ? !isKeepable(decoded.id) : !uuid.test(decoded.id)))
    throw queryError("NOT_FOUND", "There is no such id.");
  return decoded;
}
