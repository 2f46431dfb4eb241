import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import { anonymous } from "#graphql/kernel/authorization.ts";
import type { Aggregate } from "#graphql/kernel/change.ts";
import { cities } from "#graphql/city/store.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { Forbidden, InvalidInput } from "#graphql/kernel/errors.ts";
import { found, optionalId } from "#graphql/kernel/ids.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import type { answerQuestionInput, askNetworkInput } from "./input.ts";
import { questionSubject, visibleQuestions } from "./policy.ts";

type Services = Pick<Context, "viewer" | "clock" | "jobs">;
type StoredQuestion = P.SearchQuestionGetPayload<object>;

export const questions: Aggregate<StoredQuestion> = {
  type: "SearchQuestion",
  find: (db, { viewer }, id) => db.searchQuestion.findFirst({ where: { id, AND: visibleQuestions(viewer) } }),
  subject: questionSubject,
  lock: ({ id }) => ({ table: "SearchQuestion", id }),
};

type Asker = { id: string; cityIds: readonly string[] };

/** The viewer as one who asks for the city that was named, or for those that they work for. */
export const askers: Aggregate<Asker> = {
  type: "City",
  key: (given) => optionalId(given, "City"),
  async find(db, context, cityId) {
    const id = found(context.viewer.userId, "User");
    if (cityId !== "") return (await cities.find(db, context, cityId)) && { id, cityIds: [cityId] };
    return { id, cityIds: [...new Set(context.viewer.memberships.map((membership) => membership.cityId))] };
  },
  subject: ({ cityIds }) => ({ cityIds }),
  lock: ({ id }) => ({ table: "User", id }),
};

/** So many of a person's questions may wait for an answer. */
export const mostOpen = 10;

/** Puts a question to the network; the secretariat is told by mail. Throws InvalidInput when too many of the asker's wait already, or
 *  when one who works for several cities names none. */
export async function askNetwork(
  tx: Transaction,
  { viewer, clock, jobs }: Services,
  { id: askerId, cityIds }: Asker,
  input: z.output<typeof askNetworkInput>,
): Promise<string> {
  const [cityId, ...others] = cityIds;
  if (!cityId || others.length > 0) throw new InvalidInput([{ path: "cityId", code: "required" }]);
  if ((await tx.searchQuestion.count({ where: { askerId, state: "open" } })) >= mostOpen)
    throw new InvalidInput([{ path: "question", code: "too_many_questions", params: { max: mostOpen } }]);
  const { id, state } = await tx.searchQuestion.create({
    data: { ...input, cityId, askerId, askedOn: new Date(clock.today()) },
  });
  // What was asked stays out of the history, which outlives the account.
  const change = { action: "search.ask", subject: "SearchQuestion", subjectId: id } as const;
  await record(tx, viewer, { ...change, cities: questionSubject({ cityId }), after: { state } });
  await jobs.send(tx, "mail.question", { id, step: "asked" });
  return id;
}

/** Answers a question; the asker is told by mail. Throws Forbidden when it has been answered, InvalidInput for a practice that is not public. */
export async function answerQuestion(
  tx: Transaction,
  { viewer, clock, jobs }: Services,
  question: StoredQuestion,
  { answer, locale, practiceSlug }: z.output<typeof answerQuestionInput>,
): Promise<void> {
  const { id } = question;
  const practiceId = practiceSlug ? await publicPractice(tx, practiceSlug) : null;
  const { count } = await tx.searchQuestion.updateMany({
    where: { id, state: "open" },
    data: {
      state: "answered",
      answer,
      answerLocale: locale ?? question.locale,
      practiceId,
      answeredOn: new Date(clock.today()),
      answeredById: viewer.userId,
    },
  });
  if (count === 0) throw new Forbidden("not_in_this_state");
  const change = { action: "search.answer", subject: "SearchQuestion", subjectId: id } as const;
  const states = { before: { state: "open" }, after: { state: "answered", practiceId } };
  await record(tx, viewer, { ...change, ...states, cities: questionSubject(question) });
  await jobs.send(tx, "mail.question", { id, step: "answered" });
}

/** The asker must be able to read it. */
async function publicPractice(tx: Transaction, slug: string): Promise<string> {
  const practice = await tx.practice.findFirst({ where: { slug, AND: visiblePractices(anonymous) } });
  if (!practice) throw new InvalidInput([{ path: "practiceSlug", code: "unknown_practice" }]);
  return practice.id;
}
