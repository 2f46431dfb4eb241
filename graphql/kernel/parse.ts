import { z } from "zod";
import { InvalidInput, type Issue } from "./errors.ts";

/** What a mutation is given, before it is parsed. */
export type MutationArgs = Readonly<Record<string, unknown>>;

/** Parses input after the viewer was authorised; faults become issues with a path and a code. */
export function parse<Schema extends z.ZodType>(schema: Schema, input: unknown): z.output<Schema> {
  const result = schema.safeParse(input);
  if (result.success) return result.data;
  throw new InvalidInput(result.error.issues.map(toIssue));
}

function toIssue(issue: z.core.$ZodIssue): Issue {
  const path = issue.path.join(".");
  switch (issue.code) {
    case "custom":
      return { path, code: String(issue.params?.code ?? "invalid"), params: issue.params?.params };
    case "too_big":
      return issue.origin === "string"
        ? { path, code: "too_long", params: { max: Number(issue.maximum) } }
        : { path, code: "too_big", params: { max: Number(issue.maximum) } };
    case "too_small":
      if (issue.origin === "string") return { path, code: "required" };
      return { path, code: "too_small", params: { min: Number(issue.minimum) } };
    case "invalid_type":
      return { path, code: issue.input === undefined || issue.input === null ? "required" : "invalid" };
    case "invalid_format":
      return { path, code: `invalid_${issue.format}` };
    case "invalid_value":
      return { path, code: "unknown_code" };
    default:
      return { path, code: "invalid" };
  }
}

/** A rule's own issue, for superRefine: `ctx.addIssue(fault("date_in_future"))`. */
export function fault(code: string, params?: Record<string, string | number>, path?: (string | number)[]) {
  return { code: "custom" as const, params: { code, params }, path };
}
