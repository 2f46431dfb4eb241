import { graphql as generated } from "./generated/gql.ts";

/** The tag for the portal's documents, typed from the printed schema by `npm run generate`. A document names the fragments
 *  that it spreads; which module holds them does not matter. Throws for a document that was written after generating. */
export const graphql = ((source: string) => {
  const document = generated(source) as object;
  if (!("kind" in document)) throw new Error(`This document is new here: run \`npm run generate\`.\n${source}`);
  return document;
}) as typeof generated;

export { type FragmentType as FragmentOf, readFragment } from "./generated/fragment-masking.ts";
export type { ResultOf, VariablesOf } from "@graphql-typed-document-node/core";
