import { graphql, type VariablesOf } from "#app/api/documents.ts";
import type { FormProblem } from "#app/api/outcome.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";
import { formats } from "#app/i18n/format.ts";

export const RequestRecalculationDocument = graphql(`
  mutation RequestRecalculation($cityId: ID!, $input: RecalculationInput!, $idempotencyKey: String) {
    requestRecalculation(cityId: $cityId, input: $input, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
    }
  }
`);

/** Asks the network for another baseline; answers the mutation's union member. */
export async function requestRecalculation(asker: Asker, variables: VariablesOf<typeof RequestRecalculationDocument>) {
  return (await mutate(asker, RequestRecalculationDocument, variables)).requestRecalculation;
}

/** The figures in a refusal as readers of this language write them. */
export function localFigures(problem: FormProblem, locale: string): FormProblem {
  const { number } = formats(locale);
  const local = (value: string) => (/^-?\d+(\.\d+)?$/.test(value) ? number(value).replace("-", "−") : value);
  const issues = problem.issues.map(({ params, ...issue }) => ({
    ...issue,
    params: Object.fromEntries(
      Object.entries(params).map(([name, value]) => [name, /^(percent|threshold)$/.test(name) ? local(value) : value]),
    ),
  }));
  return { ...problem, issues };
}
