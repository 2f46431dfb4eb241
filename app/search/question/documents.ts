import { graphql } from "#app/api/documents.ts";

export const AskNetworkDocument = graphql(`
  mutation AskNetwork($words: String!, $question: String!, $locale: String!, $cityId: ID, $idempotencyKey: String) {
    askNetwork(words: $words, question: $question, locale: $locale, cityId: $cityId, idempotencyKey: $idempotencyKey) {
      __typename
      ...Refusal
    }
  }
`);

export const AnswerQuestionDocument = graphql(`
  mutation AnswerQuestion($id: ID!, $answer: String!, $locale: String, $practiceSlug: String) {
    answerSearchQuestion(id: $id, answer: $answer, locale: $locale, practiceSlug: $practiceSlug) {
      __typename
      ...Refusal
    }
  }
`);
