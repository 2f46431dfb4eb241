import { encodeGlobalID } from "@pothos/plugin-relay";
import type { Prisma } from "#prisma/client.ts";
import { anonymous } from "#graphql/kernel/authorization.ts";
import type { Topics } from "#graphql/kernel/jobs.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import { words } from "#graphql/kernel/words.ts";
import type { Mail, Mailer } from "#graphql/mail/mailer.ts";

type QuestionToMail = { id: string; city: string; searched: string; question: string };
type AnswerToMail = { searched: string; answer: string; practice: { title: string; slug: string } | null };
/** `site` is the portal's address with the reader's language: https://quintet.example/fr. */
type Reader = { email: string; locale: string; site: string };

/** Tells the secretariat of a question to the network. */
export function questionMail({ email, locale, site }: Reader, asked: QuestionToMail): Mail {
  const t = words(locale, "mail");
  const id = encodeURIComponent(encodeGlobalID("SearchQuestion", asked.id));
  const text = t("question.asked.text", { ...asked, link: `${site}/network/search/questions/${id}` });
  return { to: email, locale, subject: t("question.asked.subject", { city: asked.city }), text };
}

/** Brings the answer to the person who asked. */
export function answerMail({ email, locale, site }: Reader, { searched, answer, practice }: AnswerToMail): Mail {
  const t = words(locale, "mail");
  const link = practice ? `${site}/practices/${practice.slug}` : "";
  const parts = [
    t("question.answered.text", { searched, answer }),
    ...(practice ? [t("question.answered.practice", { practice: practice.title, link })] : []),
    t("question.answered.where", { link: `${site}/search/ask` }),
  ];
  return { to: email, locale, subject: t("question.answered.subject", { searched }), text: parts.join("\n\n") };
}

type Services = { prisma: Prisma; mailer: Mailer; origin: string };

/** Sends the mails of a question's step, each in its reader's language; none about a question that has been answered since, or is gone. */
export async function sendQuestionMails(
  { prisma, mailer, origin }: Services,
  { id, step }: Topics["mail.question"],
): Promise<void> {
  const found = await prisma.searchQuestion.findUnique({ where: { id }, include: { city: true, asker: true } });
  if (found?.state !== (step === "asked" ? "open" : "answered")) return;
  const { asker, city, words: searched, question, answer, practiceId } = found;
  const reader = ({ email, locale }: { email: string; locale: string }): Reader => {
    return { email, locale, site: `${origin}/${locale}` };
  };
  if (step === "answered") {
    const where = { id: practiceId ?? "", AND: visiblePractices(anonymous) };
    const practice = practiceId ? await prisma.practice.findFirst({ where }) : null;
    await mailer.send(answerMail(reader(asker), { searched, answer: answer ?? "", practice }));
    return;
  }
  const people = await prisma.user.findMany({
    where: { networkRoles: { some: { role: { in: ["coordinator", "administrator"] } } } },
    orderBy: { email: "asc" },
  });
  for (const person of people)
    await mailer.send(questionMail(reader(person), { id, city: city.name, searched, question }));
}
