import { redirect } from "react-router";
import { graphql } from "#app/api/documents.ts";
import type { PostedForm } from "#app/api/form.ts";
import { outcome } from "#app/api/outcome.ts";
import { type Asker, mutate } from "#app/api/query.server.ts";

export const DeclareInterestDocument = graphql(`
  mutation DeclareInterest($cityId: ID!, $reason: String!) {
    declareInterest(cityId: $cityId, reason: $reason) {
      __typename
      ...Refusal
    }
  }
`);

export const WithdrawInterestDocument = graphql(`
  mutation WithdrawInterest($cityId: ID!) {
    withdrawInterest(cityId: $cityId) {
      __typename
      ...Refusal
    }
  }
`);

/** Declares a part in a city, or takes it back, and shows the page again; null when the form is about something else. */
export async function answerInterest(asker: Asker, form: PostedForm) {
  const cityId = form.text("cityId");
  switch (form.text("intent")) {
    case "declareInterest": {
      const variables = { cityId, reason: form.text("reason") };
      const { problem } = outcome((await mutate(asker, DeclareInterestDocument, variables)).declareInterest);
      return problem ?? redirect(new URL(asker.request.url).pathname);
    }
    case "withdrawInterest":
      outcome((await mutate(asker, WithdrawInterestDocument, { cityId })).withdrawInterest);
      return redirect(new URL(asker.request.url).pathname);
    default:
      return null;
  }
}
