import { builder } from "#graphql/kernel/builder.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { answerQuestionInput, askNetworkInput } from "./input.ts";
import { answerQuestion, askers, askNetwork, questions } from "./store.ts";

mutationsOf(askers, "city", { by: "cityId" })("askNetwork", {
  description: "Asks the secretariat for what a search did not find, for a city that one works for.",
  answers: "SearchQuestion",
  adds: true,
  action: "search.ask",
  args: builder.args((t) => ({
    words: t.string({ required: true, description: "What was searched for." }),
    question: t.string({ required: true }),
    locale: t.string({ required: true, description: "The language of the question." }),
    cityId: t.id({ description: "Needed only by whoever works for several cities." }),
  })),
  schema: askNetworkInput,
  run: askNetwork,
});

mutationsOf(questions, "question")("answerSearchQuestion", {
  description: "Answers an open question to the network; the asker gets it by mail.",
  action: "search.answer",
  args: builder.args((t) => ({
    answer: t.string({ required: true }),
    locale: t.string({ description: "The language of the answer; that of the question when left out." }),
    practiceSlug: t.string({
      description: "A published practice that answers it: its slug or the address of its page.",
    }),
  })),
  schema: answerQuestionInput,
  run: answerQuestion,
});
