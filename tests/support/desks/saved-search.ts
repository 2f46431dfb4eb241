import type { Prisma } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { indexRow } from "#graphql/search/index/store.ts";
import type { SearchEngine, SearchKind } from "#graphql/search/engine.rules.ts";
import { makePractice, type PracticeOptions } from "../factories/practice.ts";

let serial = 0;

/** A saved search that was last checked the day before the tests' `today`. */
export async function makeSaved(prisma: Prisma, userId: string, more: Partial<P.SavedSearchUncheckedCreateInput> = {}) {
  serial += 1;
  return prisma.savedSearch.create({
    data: {
      ...{ userId, words: "lanterns", locale: "en", cadence: "daily", token: `a-token-${serial}` },
      checkedUntil: new Date("2026-11-21T05:00:00Z"),
      ...more,
    },
  });
}

/** Writes a row's document as if the public could first find it at that instant. */
export async function indexAt(
  { prisma, search }: { prisma: Prisma; search: SearchEngine },
  kind: SearchKind,
  id: string,
  instant: string,
) {
  await indexRow(prisma, search, kind, id);
  await prisma.searchDocument.updateMany({ where: { rowId: id }, data: { firstSeenAt: new Date(instant) } });
}

/** A practice on lanterns, published and indexed. */
export async function makeLantern(
  api: { prisma: Prisma; search: SearchEngine },
  { at = "2026-11-22T03:00:00Z", ...options }: PracticeOptions & { at?: string } = {},
) {
  const practice = await makePractice(api.prisma, { title: "Lanterns that dim", ...options });
  await indexAt(api, "practice", practice.id, at);
  return practice;
}
