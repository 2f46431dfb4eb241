import { complexityFromQuery } from "@pothos/plugin-complexity";
import { GraphQLError, parse } from "graphql";
import { createYoga, type Plugin } from "graphql-yoga";
import type { Context } from "#graphql/kernel/context.ts";
import { Outcome } from "#graphql/kernel/errors.ts";
import { aliasLimit, limits } from "#graphql/kernel/limits.ts";
import type { Logger } from "#graphql/kernel/logger.ts";
import { refuseUnkeepableText } from "#graphql/kernel/plain-text.ts";
import { schema } from "./schema.ts";

export type ServerContext = { api: Context };

/** The one GraphQL server: /graphql speaks to it over HTTP, the portal in process. */
export function openYoga(logger: Logger) {
  return createYoga<ServerContext, Context>({
    schema,
    context: ({ api }) => api,
    graphqlEndpoint: "/graphql",
    landingPage: false,
    graphiql: false,
    batching: false,
    multipart: false,
    cors: false,
    logging: false,
    maskedErrors: { maskError: (error, message) => maskUnexpected(error, message, logger) },
    plugins: [limitDocument(), refuseUnkeepableText(), reportCost()],
  });
}

/** Expected outcomes and errors meant for the client pass; anything else is logged and hidden. */
function maskUnexpected(error: unknown, message: string, logger: Logger): GraphQLError {
  const original = error instanceof GraphQLError ? error.originalError : error;
  if (error instanceof GraphQLError && !original) return error;
  const place = error instanceof GraphQLError ? { nodes: error.nodes, path: error.path } : {};
  if (original instanceof GraphQLError) {
    if (original.extensions.code) return error as GraphQLError;
    return new GraphQLError(original.message, { ...place, extensions: { code: "BAD_USER_INPUT" } });
  }
  if (original instanceof Outcome) {
    return new GraphQLError(original.message, { ...place, extensions: { code: original.code.toUpperCase() } });
  }
  logger.error("unexpected error in the API", { error: original, path: place.path });
  return new GraphQLError(message, { ...place, extensions: { code: "INTERNAL_SERVER_ERROR" } });
}

function limitDocument(): Plugin {
  return {
    onParse({ setParseFn }) {
      setParseFn((source: string, options: object) => parse(source, { ...options, maxTokens: limits.tokens }));
    },
    onValidate({ addValidationRule }) {
      addValidationRule(aliasLimit);
    },
  };
}

/** Every answer says what it cost and what was left of the request's allowance. */
function reportCost(): Plugin {
  return {
    onExecute({ args }) {
      const ctx = args.contextValue as object;
      const { complexity } = complexityFromQuery(args.document, { schema, ctx, variables: args.variableValues ?? {} });
      const cost = { requested: complexity, limit: limits.cost, remaining: Math.max(0, limits.cost - complexity) };
      return {
        onExecuteDone({ result, setResult }) {
          if (Symbol.asyncIterator in result) return;
          setResult({ ...result, extensions: { ...result.extensions, cost } });
        },
      };
    },
  };
}
