import { GraphQLError } from "graphql";

/** Expected outcomes: thrown anywhere below a mutation, they become members of its result union.
 *  They carry codes; the sentences are in locales/{locale}/errors.json. */
export abstract class Outcome extends Error {
  abstract readonly code: string;
}

export type Issue = { path: string; code: string; params?: Record<string, string | number> };

/** The input breaks rules: one issue per field and fault. */
export class InvalidInput extends Outcome {
  readonly code = "invalid_input";
  readonly issues: Issue[];
  constructor(issues: Issue[]) {
    super(`Invalid input: ${issues.map((issue) => `${issue.path} ${issue.code}`).join(", ")}`);
    this.issues = issues;
  }
}

/** The row does not exist, or not for this viewer: the two read alike. */
export class NotFound extends Outcome {
  readonly code = "not_found";
  readonly subject: string;
  constructor(subject: string) {
    super(`${subject} not found`);
    this.subject = subject;
  }
}

export type ForbiddenReason = "sign_in_first" | "not_your_right" | "not_in_this_state" | "own_city";

/** The viewer may see the row but not do this to it. */
export class Forbidden extends Outcome {
  readonly code = "forbidden";
  readonly reason: ForbiddenReason;
  constructor(reason: ForbiddenReason) {
    super(`Forbidden: ${reason}`);
    this.reason = reason;
  }
}

/** Someone else saved meanwhile: `current` is the version to look at before saving again. */
export class Conflict extends Outcome {
  readonly code = "conflict";
  readonly currentVersion: number;
  constructor(currentVersion: number) {
    super(`Conflict: the stored version is ${currentVersion}`);
    this.currentVersion = currentVersion;
  }
}

export const outcomes = [InvalidInput, NotFound, Forbidden, Conflict];

export type QueryErrorCode = "FORBIDDEN" | "UNAUTHENTICATED" | "BAD_USER_INPUT" | "NOT_FOUND" | "TOO_COMPLEX";

/** An error for queries, where there is no union: visible to the client, with a stable code. */
export function queryError(code: QueryErrorCode, message: string): GraphQLError {
  return new GraphQLError(message, { extensions: { code } });
}
