import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { conceptIds } from "#graphql/vocabulary/figure.store.ts";
import type { updatePracticeInput } from "./input.ts";

type Update = z.output<typeof updatePracticeInput>;

/** Each replaces a list where one was sent, and answers what stood there before. */
export async function setFunding(tx: Transaction, practiceId: string, list: Update["funding"]) {
  if (!list) return undefined;
  const before = await tx.funding.findMany({
    where: { practiceId },
    omit: { id: true, practiceId: true, pilotId: true },
  });
  await tx.funding.deleteMany({ where: { practiceId } });
  await tx.funding.createMany({ data: list.map((line) => ({ ...line, practiceId })) });
  return before;
}

export async function setScale(tx: Transaction, practiceId: string, list: Update["scale"]) {
  if (!list) return undefined;
  const before = await tx.scaleFigure.findMany({
    where: { practiceId },
    omit: { id: true, practiceId: true, pilotId: true },
  });
  await tx.scaleFigure.deleteMany({ where: { practiceId } });
  await tx.scaleFigure.createMany({ data: list.map((figure) => ({ ...figure, practiceId })) });
  return before;
}

export async function setConcepts(tx: Transaction, practiceId: string, slugs: Update["concepts"]) {
  if (!slugs) return undefined;
  const ids = await conceptIds(tx, slugs);
  const before = await tx.concept.findMany({ where: { practices: { some: { practiceId } } }, select: { slug: true } });
  await tx.practiceConcept.deleteMany({ where: { practiceId } });
  await tx.practiceConcept.createMany({ data: ids.map((conceptId) => ({ practiceId, conceptId })) });
  return before.map(({ slug }) => slug);
}
