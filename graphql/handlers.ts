import type { Prisma } from "#prisma/client.ts";
import type { Clock } from "#graphql/kernel/clock.ts";
import type { Mailer } from "#graphql/mail/mailer.ts";
import { noticeMail } from "#graphql/mail/messages.ts";
import { sendQuestionMails } from "#graphql/search/question/mail.ts";
import type { Search } from "#graphql/search/index/fallback.store.ts";
import { checkSaved, mailSaved, queueDue } from "#graphql/search/saved/alert.store.ts";
import { purgeGaps } from "#graphql/search/gap/store.ts";
import { indexRows } from "#graphql/search/index/store.ts";
import { forgetKeys } from "#graphql/kernel/idempotency.ts";
import type { Handlers, Jobs, Topics } from "#graphql/kernel/jobs.ts";

type Notice = Topics["mail.notice"];

/** The state in which a notice still holds: a row that has moved on since needs no mail about it. */
const stateOf = {
  sign_off_wanted: "awaiting_sign_off",
  changes_requested: "changes_requested",
  accepted: "accepted",
  refused: "refused",
  published: "published",
} as const satisfies Record<Notice["notice"], string>;

type Services = { prisma: Prisma; search: Search; mailer: Mailer; clock: Clock; jobs: Jobs; origin: string };

/** What each queue does. Rows are read again by id, so a job may run late or twice. */
export function jobHandlers(services: Services): Handlers {
  const { prisma, search, mailer, clock, jobs, origin } = services;
  return {
    async "search.index"(batch) {
      await indexRows(prisma, search.engine, batch);
      // What Meilisearch cannot take now is noted, and written once it can.
      if (search.mirror?.isCurrent()) await search.mirror.catchUp();
    },
    async daily() {
      await queueDue({ prisma, jobs, clock });
      await purgeGaps(prisma, clock.today());
      await forgetKeys(prisma, clock.now());
    },
    async "search.saved"(batch) {
      for (const { id } of batch) await checkSaved({ prisma, engine: search.engine, jobs, clock }, id);
    },
    async "mail.saved"(batch) {
      for (const job of batch) await mailSaved({ prisma, mailer, clock, origin }, job);
    },
    async "mail.notice"(batch) {
      for (const notice of batch) await sendNotice(prisma, mailer, notice);
    },
    async "mail.question"(batch) {
      for (const job of batch) await sendQuestionMails({ prisma, mailer, origin }, job);
    },
  };
}

async function sendNotice(prisma: Prisma, mailer: Mailer, { notice, kind, id }: Notice): Promise<void> {
  const row = await subjectOf(prisma, kind, id);
  if (row?.state !== stateOf[notice]) return;
  const roles = notice === "sign_off_wanted" ? (["approver"] as const) : (["editor", "approver"] as const);
  const people = await prisma.user.findMany({
    where: { memberships: { some: { cityId: { in: row.cityIds }, role: { in: [...roles] } } } },
    select: { email: true, locale: true },
    orderBy: { email: "asc" },
  });
  for (const { email, locale } of people)
    await mailer.send(noticeMail(email, { notice, kind, title: row.title }, locale));
}

async function subjectOf(
  prisma: Prisma,
  kind: Notice["kind"],
  id: string,
): Promise<{ title: string; state: string; cityIds: string[] } | null> {
  if (kind === "practice") {
    const practice = await prisma.practice.findUnique({ where: { id } });
    return practice && { ...practice, cityIds: [practice.cityId] };
  }
  if (kind === "inventory") {
    const inventory = await prisma.inventory.findUnique({ where: { id }, include: { city: true } });
    const { city, year, state, cityId } = inventory ?? {};
    return city && state && cityId ? { title: `${city.name} ${year}`, state, cityIds: [cityId] } : null;
  }
  const pilot = await prisma.pilot.findUnique({ where: { id }, include: { cities: { where: { confirmed: true } } } });
  return pilot && { ...pilot, cityIds: pilot.cities.map(({ cityId }) => cityId) };
}
