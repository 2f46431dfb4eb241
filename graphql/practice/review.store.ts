import { refreshCity } from "#graphql/charter/standing.store.ts";
import type { Issue } from "#graphql/kernel/errors.ts";
import type { Reviewable } from "#graphql/review/store.ts";
import type { Prisma, Transaction } from "#prisma/client.ts";
import { practiceSubject } from "./policy.ts";
import {
  missingToPublish,
  type PracticeAction,
  type PracticeMissing,
  type PracticeState,
  practiceTransitions,
} from "./rules.ts";
import { follow, savePractice, type StoredPractice } from "./store.ts";

/** What is a practice's own on its way to publication: when it was published, and where its places stand then. */
export const practiceReview: Reviewable<StoredPractice, PracticeState, PracticeAction> = {
  kind: "practice",
  transitions: practiceTransitions,
  subject: practiceSubject,
  lacking: (tx, { id }) => lacking(tx, id),
  image,
  async settle(tx, services, practice, { action, to, comment }) {
    if (to !== practice.state) {
      const publishedOn = to === "published" ? new Date(services.clock.today()) : null;
      await savePractice(tx, practice, practice.version, { state: to, publishedOn });
      const places = await tx.practicePlace.findMany({ where: { practiceId: practice.id } });
      for (const cityId of [...new Set([practice.cityId, ...places.map((place) => place.cityId)])].toSorted())
        await refreshCity(tx, cityId, services.jobs);
    }
    const change = { before: { state: practice.state }, after: { state: to, comment } };
    await follow(tx, services, practice, { action: `practice.${action}`, ...change });
  },
};

/** The practice with everything that belongs to it. */
async function image(tx: Prisma | Transaction, id: string): Promise<object> {
  const include = {
    places: true,
    translations: true,
    results: true,
    tools: true,
    funding: true,
    scale: true,
    concepts: { select: { concept: { select: { slug: true } } } },
  } as const;
  return tx.practice.findUniqueOrThrow({ where: { id }, include });
}

/** Where the form asks for what is missing. */
const paths: Record<PracticeMissing, string> = {
  title_and_summary: "summary",
  problem: "problem",
  solution: "solution",
  cost_band: "costBand",
  staff_band: "staffBand",
  time_band: "timeBand",
  may_change: "mayChange",
  must_not_change: "mustNotChange",
  went_wrong: "wentWrong",
  conditions: "conditions",
  contact: "contactId",
};

async function lacking(tx: Transaction, id: string): Promise<Issue[]> {
  const practice = await tx.practice.findUniqueOrThrow({ where: { id }, include: { translations: true } });
  const texts = [practice, ...practice.translations];
  return missingToPublish({ ...practice, texts }).map((code) => ({ path: paths[code], code: `missing_${code}` }));
}
