import { authorize, network } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { citySubject, visibleCities } from "#graphql/city/policy.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { answerQuestionInput, askNetworkInput } from "./input.ts";
import { questionType } from "./object.ts";
import { questionSubject, visibleQuestions } from "./policy.ts";
import { answerQuestion, askNetwork } from "./store.ts";

/** The city that was named, or the only one that the viewer works for; null when there are several to choose from. */
async function askingCity({ prisma, viewer }: Context, cityId: string | null | undefined): Promise<string | null> {
  if (cityId != null) {
    const where = { id: localId(cityId, "City"), AND: visibleCities(viewer) };
    const city = found(await prisma.city.findFirst({ where }), "City");
    authorize(viewer, "search.ask", citySubject(city));
    return city.id;
  }
  const own = [...new Set(viewer.memberships.map((membership) => membership.cityId))];
  authorize(viewer, "search.ask", own.length > 0 ? { cityIds: own } : network);
  return own.length === 1 ? (own[0] ?? null) : null;
}

builder.mutationField("askNetwork", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: questionType,
    errors: {},
    description: "Asks the secretariat for what a search did not find, for a city that one works for.",
    args: {
      words: t.arg.string({ required: true, description: "What was searched for." }),
      question: t.arg.string({ required: true }),
      locale: t.arg.string({ required: true, description: "The language of the question." }),
      cityId: t.arg.id({ description: "Needed only by whoever works for several cities." }),
    },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const cityId = await askingCity(context, args.cityId);
      const input = parse(askNetworkInput, args);
      if (cityId === null) throw new InvalidInput([{ path: "cityId", code: "required" }]);
      const asker = { cityId, askerId: found(viewer.userId, "User") };
      const id = await prisma.$transaction((tx) => askNetwork(tx, context, asker, input));
      return prisma.searchQuestion.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

builder.mutationField("answerSearchQuestion", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: questionType,
    errors: {},
    description: "Answers an open question to the network; the asker gets it by mail.",
    args: {
      id: t.arg.id({ required: true }),
      answer: t.arg.string({ required: true }),
      locale: t.arg.string({ description: "The language of the answer; that of the question when left out." }),
      practiceSlug: t.arg.string({
        description: "A published practice that answers it: its slug or the address of its page.",
      }),
    },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer } = context;
      const where = { id: localId(args.id, "SearchQuestion"), AND: visibleQuestions(viewer) };
      const question = found(await prisma.searchQuestion.findFirst({ where }), "SearchQuestion");
      authorize(viewer, "search.answer", questionSubject(question));
      const input = parse(answerQuestionInput, args);
      await prisma.$transaction((tx) => answerQuestion(tx, context, question, input));
      return prisma.searchQuestion.findUniqueOrThrow({ ...query, where: { id: question.id } });
    },
  }),
);
