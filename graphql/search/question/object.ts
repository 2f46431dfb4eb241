import { builder } from "#graphql/kernel/builder.ts";
import { actionEnum, enums } from "#graphql/vocabulary/enums.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import { questionActions, visibleQuestions } from "./policy.ts";

builder.prismaNode("SearchQuestion", {
  id: { field: "id" },
  nullable: true,
  findUnique: (id, { viewer }) => ({ id, AND: visibleQuestions(viewer) }),
  description:
    "A question to the network after a search that found nothing. For the person who asked it and the secretariat.",
  fields: (t) => ({
    words: t.exposeString("words", { description: "What was searched for." }),
    question: t.exposeString("question"),
    locale: t.exposeString("locale", { description: "The language in which it was asked." }),
    state: t.expose("state", { type: enums.SearchQuestionState }),
    city: t.relation("city", { description: "For which city it was asked." }),
    askerName: t.string({
      select: { asker: { select: { name: true } } },
      resolve: ({ asker }) => asker.name,
    }),
    askedOn: t.expose("askedOn", { type: "Date" }),
    answer: t.exposeString("answer", { nullable: true }),
    answerLocale: t.exposeString("answerLocale", { nullable: true, description: "The language of the answer." }),
    answeredOn: t.expose("answeredOn", { type: "Date", nullable: true }),
    practice: t.prismaField({
      type: "Practice",
      nullable: true,
      description: "The practice that answers it, while it is public.",
      resolve: (query, { practiceId }, _args, { prisma, viewer }) =>
        practiceId
          ? prisma.practice.findFirst({ ...query, where: { id: practiceId, AND: visiblePractices(viewer) } })
          : null,
    }),
    viewerCan: t.field({
      type: [actionEnum],
      description: "What this viewer may do to it now.",
      resolve: (question, _args, { viewer }) => questionActions(viewer, question),
    }),
  }),
});
