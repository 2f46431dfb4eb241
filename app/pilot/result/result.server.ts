import { graphql, type VariablesOf } from "#app/api/documents.ts";
import type { PostedForm } from "#app/api/form.ts";
import type { FormProblem } from "#app/api/outcome.ts";
import { EVIDENCE_LEVELS } from "#graphql/vocabulary/evidence.rules.ts";
import { ResultComparator, ResultDirection, ResultSpan } from "../parts/codes.ts";

export const ResultFormDocument = graphql(`
  query ResultForm($slug: String!) {
    indicators {
      code
      dimension
    }
    units {
      code
      dimension
      symbol
    }
    pilot(slug: $slug) {
      results {
        id
        value
        comparator
        direction
        span
        periodStart
        periodEnd
        baseline
        evidence
        method
        note
        language
        indicator {
          code
        }
        unit {
          code
        }
        source {
          title
          url
        }
      }
    }
  }
`);

export const SaveResultDocument = graphql(`
  mutation SaveResult($id: ID!, $resultId: ID, $version: Int, $input: ResultInput!, $idempotencyKey: String) {
    saveResult(id: $id, resultId: $resultId, version: $version, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
      ... on Pilot {
        slug
      }
    }
  }
`);

export const RemoveResultDocument = graphql(`
  mutation RemoveResult($id: ID!, $resultId: ID!, $version: Int!) {
    removeResult(id: $id, resultId: $resultId, version: $version) {
      __typename
      ...Refusal
      ... on Pilot {
        slug
      }
    }
  }
`);

type ResultInput = VariablesOf<typeof SaveResultDocument>["input"];

/** A posted result as the API takes it, or what must be chosen first. */
export function postedResult(
  form: PostedForm,
): { input: ResultInput; problem: null } | { input: null; problem: FormProblem } {
  const evidence = EVIDENCE_LEVELS.find((level) => level === form.text("evidence"));
  const value = form.decimal("value");
  const unfilled = [
    ...(form.text("indicatorCode") ? [] : ["indicatorCode"]),
    ...(value === null ? ["value"] : []),
    ...(form.text("unitCode") ? [] : ["unitCode"]),
    ...(evidence ? [] : ["evidence"]),
  ];
  if (!evidence || value === null || unfilled.length > 0) {
    return {
      input: null,
      problem: { issues: unfilled.map((path) => ({ path, code: "required", params: {} })), conflict: null },
    };
  }
  return {
    problem: null,
    input: {
      evidence,
      value,
      indicatorCode: form.text("indicatorCode"),
      unitCode: form.text("unitCode"),
      comparator: ResultComparator.find((code) => code === form.text("comparator")),
      direction: ResultDirection.find((code) => code === form.text("direction")),
      span: ResultSpan.find((code) => code === form.text("span")),
      periodStart: form.day("periodStart"),
      periodEnd: form.day("periodEnd"),
      baseline: form.optional("baseline"),
      method: form.optional("method"),
      note: form.optional("note"),
      language: form.text("language"),
      sourceTitle: form.optional("sourceTitle"),
      sourceUrl: form.optional("sourceUrl"),
    },
  };
}
