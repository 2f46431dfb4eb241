import { data } from "react-router";

/** Members that any mutation's union may answer instead of what was asked. */
type RefusalAnswer =
  | {
      __typename: "InvalidInput";
      issues: readonly { path: string; code: string; params: readonly { name: string; value: string }[] }[];
    }
  | { __typename: "NotFound" }
  | { __typename: "Forbidden"; reason: string }
  | { __typename: "Conflict"; currentVersion: number };

export type FormIssue = { path: string; code: string; params: Record<string, string> };
export type FormProblem = { issues: FormIssue[]; conflict: number | null };

/** Every mutation selects RefusalFragment (refusal.ts) beside what it asks for. */
type Answer = { __typename: string };
/** What was asked for, however much of the refusals was selected. */
type SuccessAnswer<T extends Answer> = Exclude<T, { __typename: RefusalAnswer["__typename"] }>;

/** Splits a mutation's answer into what was asked for and what the form must show.
 *  NotFound and Forbidden become 404 and 403 pages. */
export function outcome<T extends Answer>(
  answer: T,
): { done: SuccessAnswer<T>; problem: null } | { done: null; problem: FormProblem } {
  const refused = answer as unknown as RefusalAnswer;
  switch (refused.__typename) {
    case "InvalidInput":
      return {
        done: null,
        problem: {
          conflict: null,
          issues: refused.issues.map(({ path, code, params }) => ({
            path,
            code,
            params: Object.fromEntries(params.map(({ name, value }) => [name, value])),
          })),
        },
      };
    case "Conflict":
      return { done: null, problem: { issues: [], conflict: refused.currentVersion } };
    case "NotFound":
      throw data({ code: "NOT_FOUND" }, { status: 404 });
    case "Forbidden":
      throw data({ code: "FORBIDDEN", reason: refused.reason }, { status: 403 });
    default:
      return { done: answer as SuccessAnswer<T>, problem: null };
  }
}
