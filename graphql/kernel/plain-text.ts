import { GraphQLError, Kind, visit } from "graphql";
import type { Plugin } from "graphql-yoga";

/** Refuses text that no column can keep, in the document and in its variables, before anything is asked of the database. */
export function refuseUnkeepableText(): Plugin {
  return {
    onExecute({ args, setResultAndStopExecution }) {
      let keepable = allKeepable(args.variableValues);
      visit(args.document, {
        [Kind.STRING]({ value }) {
          keepable &&= isKeepable(value);
        },
      });
      if (keepable) return;
      const message = "Text may hold neither the character U+0000 nor half a surrogate pair.";
      const error = new GraphQLError(message, { extensions: { code: "BAD_USER_INPUT" } });
      setResultAndStopExecution({ errors: [error] });
    },
  };
}

function allKeepable(value: unknown): boolean {
  if (typeof value === "string") return isKeepable(value);
  if (Array.isArray(value)) return value.every(allKeepable);
  if (value === null || typeof value !== "object") return true;
  return Object.entries(value).every(([name, inner]) => isKeepable(name) && allKeepable(inner));
}

/** PostgreSQL's text holds no NUL, and its JSON no lone surrogate. */
export function isKeepable(text: string): boolean {
  return !text.includes("\0") && text.isWellFormed();
}
