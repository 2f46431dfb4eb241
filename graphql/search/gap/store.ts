import type { Prisma } from "#prisma/client.ts";
import type { Clock } from "#graphql/kernel/clock.ts";
import { languages } from "#graphql/kernel/languages.ts";
import type { Logger } from "#graphql/kernel/logger.ts";
import { type SearchArguments, forgottenUntil, keptLocale, missedWords, mostKept, occasion } from "./rules.ts";

type Gap = { words: string; locale: string; concepts: readonly string[] };

export type GapRecorder = {
  /** Notes a search if `direct`, the number of what has what it asked for, is 0 and its words may be kept. Returns at once and
   *  never throws; it is written a moment later. */
  note(asked: SearchArguments, understood: readonly { slug: string }[], direct: number): void;
  /** Writes what was noted, now. Does not throw. */
  settle(): Promise<void>;
};

/** Milliseconds between a search and the writing of what it missed: a burst is one statement. */
const pause = 1000;
/** So many different words wait to be written at most, and so many are remembered as just counted: a robot fills no memory. */
const mostWaiting = 200;
const mostRemembered = 2000;

/** Keeps what people look for and do not find, by its words alone. */
export function openGaps({ prisma, clock, logger }: { prisma: Prisma; clock: Clock; logger: Logger }): GapRecorder {
  const waiting = new Map<string, Gap>();
  const counted = new Map<string, number>();
  let timer: NodeJS.Timeout | null = null;
  let writing = Promise.resolve();

  function isNewOccasion(key: string): boolean {
    const now = clock.now().getTime();
    const last = counted.get(key);
    if (last !== undefined && now - last < occasion) return false;
    counted.delete(key);
    counted.set(key, now);
    for (const oldest of counted.keys()) {
      if (counted.size <= mostRemembered) break;
      counted.delete(oldest);
    }
    return true;
  }

  async function write(): Promise<void> {
    if (timer) clearTimeout(timer);
    timer = null;
    const gaps = [...waiting.values()];
    waiting.clear();
    if (gaps.length === 0) return;
    try {
      await keepGaps(prisma, gaps, clock.today());
    } catch (error) {
      logger.warn("Searches that found nothing were not kept", { error: String(error) });
    }
  }

  function settle(): Promise<void> {
    writing = writing.then(write);
    return writing;
  }

  return {
    note(asked, understood, direct) {
      try {
        const words = missedWords(asked, direct);
        if (words === null || waiting.size >= mostWaiting) return;
        const locale = keptLocale(asked.locale ?? null, languages);
        const gap = { words, locale, concepts: understood.map(({ slug }) => slug) };
        const key = `${locale} ${words}`;
        if (!isNewOccasion(key)) return;
        waiting.set(key, gap);
        timer ??= setTimeout(() => void settle(), pause).unref();
      } catch (error) {
        logger.warn("A search that found nothing was not noted", { error: String(error) });
      }
    },
    settle,
  };
}

/** Counts one more occasion for each of these words on that day; of too many words the rarest and oldest make room. */
export async function keepGaps(prisma: Prisma, gaps: readonly Gap[], today: string): Promise<void> {
  await prisma.$executeRaw`
    INSERT INTO "SearchGap" (words, locale, concepts, count, "firstOn", "lastOn")
    SELECT words, locale, ARRAY(SELECT jsonb_array_elements_text(concepts)), 1, ${today}::date, ${today}::date
    FROM jsonb_to_recordset(${JSON.stringify(gaps)}::jsonb) AS gap (words text, locale text, concepts jsonb)
    ON CONFLICT (words, locale) DO UPDATE SET
      count = "SearchGap".count + 1, concepts = excluded.concepts, "lastOn" = GREATEST("SearchGap"."lastOn", excluded."lastOn")`;
  await prisma.$executeRaw`
    DELETE FROM "SearchGap" gap USING (
      SELECT words, locale FROM "SearchGap" ORDER BY count DESC, "lastOn" DESC, words, locale OFFSET ${mostKept}
    ) AS over WHERE gap.words = over.words AND gap.locale = over.locale`;
}

/** Forgets what nobody has asked for a year. Returns how many words. */
export async function purgeGaps(prisma: Prisma, today: string): Promise<number> {
  const { count } = await prisma.searchGap.deleteMany({
    where: { lastOn: { lte: new Date(forgottenUntil(today)) } },
  });
  return count;
}
