import type { Prisma } from "#prisma/client.ts";
import { anonymous } from "#graphql/kernel/authorization.ts";
import type { Clock } from "#graphql/kernel/clock.ts";
import type { Jobs, Topics } from "#graphql/kernel/jobs.ts";
import type { Mailer } from "#graphql/mail/mailer.ts";
import { savedSearchMail } from "./mail.ts";
import { wordLocales } from "#graphql/kernel/words.ts";
import type { RowRef } from "../index/documents.store.ts";
import type { SearchEngine } from "../engine.rules.ts";
import { readFilters } from "../find/input.ts";
import { likeReasons, withinOf } from "../like/rules.ts";
import { likenessTo } from "../like/store.ts";
import { newsOf } from "./news.store.ts";
import { dueBefore, isDue, mostNew, settling } from "./rules.ts";
import { criteriaOf, type StoredSearch } from "./store.ts";
import { requestTerms, understandingOf } from "../understand/store.ts";

/** Saved searches that are looked after: which are due, what is new for them, and the mail about it. */

type Services = { prisma: Prisma; jobs: Jobs; clock: Clock };

/** Queues a check for every search that is due. */
export async function queueDue({ prisma, jobs, clock }: Services): Promise<void> {
  const now = clock.now();
  const due = await prisma.savedSearch.findMany({
    where: {
      OR: (["daily", "weekly"] as const).map((cadence) => ({
        cadence,
        checkedUntil: { lt: dueBefore(cadence, now) },
      })),
    },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  for (const { id } of due) await prisma.$transaction((tx) => jobs.send(tx, "search.saved", { id }));
}

/**
 * Looks for what is new, once: the time that was looked at and the mail about it are written together, so that a job that is
 * repeated, or done by two processes at once, sends nothing twice.
 */
export async function checkSaved(
  { prisma, engine, jobs, clock }: Services & { engine: SearchEngine },
  id: string,
): Promise<void> {
  const row = await prisma.savedSearch.findUnique({ where: { id } });
  const now = clock.now();
  const until = new Date(now.getTime() - settling);
  if (!row || !isDue(row, now) || until <= row.checkedUntil) return;
  const rows = await newFor(prisma, engine, row, until);
  const { checkedUntil, cadence } = row;
  await prisma.$transaction(async (tx) => {
    const where = { id, checkedUntil, cadence };
    const { count } = await tx.savedSearch.updateMany({ where, data: { checkedUntil: until } });
    if (count === 1 && rows.length > 0) await jobs.send(tx, "mail.saved", { id, until: until.toISOString(), rows });
  });
}

/** What fits the search and was first seen since it was last checked. What is only broader than it asks for is not told. */
async function newFor(prisma: Prisma, engine: SearchEngine, row: StoredSearch, until: Date): Promise<RowRef[]> {
  const after = row.checkedUntil;
  const any = await prisma.searchDocument.findFirst({
    where: { firstSeenAt: { gt: after, lte: until } },
    select: { rowId: true },
  });
  if (!any) return [];
  const { words, filters, without, like, likeWithout } = criteriaOf(row);
  const reasons = likeReasons.filter((reason) => likeWithout.includes(reason));
  const likeness = like ? await likenessTo(prisma, anonymous, { city: like, without: reasons }) : null;
  if (like && !likeness) return [];
  const understanding = await understandingOf(prisma, words, { locale: row.locale, without });
  const { hits } = await engine.search({
    ...requestTerms(words, understanding),
    filters: readFilters(filters).filters,
    sort: "newest",
    page: 1,
    pageSize: mostNew,
    seen: { after, until },
    ...(likeness ? { within: withinOf(likeness.reasons), except: { kind: "city", id: likeness.cityId } } : {}),
  });
  return hits.map(({ kind, id }) => ({ kind, id }));
}

/** Mails what was new, as far as the public may still see it; nothing to who has stopped the mails, has had this one, or is gone. */
export async function mailSaved(
  { prisma, mailer, clock, origin }: { prisma: Prisma; mailer: Mailer; clock: Clock; origin: string },
  { id, until, rows }: Topics["mail.saved"],
): Promise<void> {
  const row = await prisma.savedSearch.findUnique({ where: { id }, include: { user: true } });
  if (!row || row.cadence === "none") return;
  if (row.lastMailedAt && row.lastMailedAt > new Date(until)) return;
  const locale = wordLocales.includes(row.user.locale) ? row.user.locale : "en";
  const news = await newsOf(prisma, rows, locale);
  if (news.length === 0) return;
  const city = row.like ? await prisma.city.findUnique({ where: { slug: row.like }, select: { name: true } }) : null;
  const reader = { email: row.user.email, locale, site: `${origin}/${locale}` };
  const { cadence, token } = row;
  await mailer.send(savedSearchMail(reader, { ...criteriaOf(row), city: city?.name ?? null, cadence, token }, news));
  await prisma.savedSearch.updateMany({ where: { id }, data: { lastMailedAt: clock.now() } });
}
