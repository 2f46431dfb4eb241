import { initGraphQLTada } from "gql.tada";
import type { introspection } from "#graphql/schema.d.ts";

/** The tag for the portal's documents; results and variables are typed from the printed schema. */
export const graphql = initGraphQLTada<{
  introspection: introspection;
  scalars: { Date: string; DateTime: string; Decimal: string };
}>();

export { readFragment, type FragmentOf, type ResultOf, type VariablesOf } from "gql.tada";
