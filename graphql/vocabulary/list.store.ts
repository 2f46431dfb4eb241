import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { fundingInput, scaleInput } from "./figure.input.ts";
import { conceptIds } from "./figure.store.ts";

/** Lists that are replaced as a whole. */

type Owner = { pilotId: string } | { practiceId: string };
type ListRow = Record<string, unknown>;
type Table = {
  findMany(args: object): Promise<ListRow[]>;
  deleteMany(args: object): Promise<unknown>;
  createMany(args: object): Promise<unknown>;
};
/** What pilots and practices both list; what is left out stays as it is. */
export type Lists = {
  scale?: z.output<typeof scaleInput>;
  funding?: z.output<typeof fundingInput>;
  concepts?: readonly string[];
};

/** Replaces the rows that the owner has in a table, and answers what stood there before. */
export async function replaceList(
  tx: Transaction,
  name: "scaleFigure" | "funding" | "pilotConcept" | "practiceConcept" | "practicePlace",
  owner: Owner,
  rows: readonly object[],
): Promise<ListRow[]> {
  const table = tx[name] as unknown as Table;
  const before = await table.findMany({ where: owner });
  await table.deleteMany({ where: owner });
  await table.createMany({ data: rows.map((row) => ({ ...row, ...owner })) });
  return before.map(({ id: _id, pilotId: _pilot, practiceId: _practice, ...row }) => row);
}

/** Replaces the lists that were sent, and answers what stood in each before. Throws InvalidInput for concepts that do not exist. */
export async function replaceLists(tx: Transaction, owner: Owner, { scale, funding, concepts }: Lists) {
  return {
    scale: scale && (await replaceList(tx, "scaleFigure", owner, scale)),
    funding: funding && (await replaceList(tx, "funding", owner, funding)),
    concepts: concepts && (await replaceConcepts(tx, owner, concepts)),
  };
}

async function replaceConcepts(tx: Transaction, owner: Owner, slugs: readonly string[]): Promise<string[]> {
  const rows = (await conceptIds(tx, slugs)).map((conceptId) => ({ conceptId }));
  const before = await replaceList(tx, "pilotId" in owner ? "pilotConcept" : "practiceConcept", owner, rows);
  const ids = before.map(({ conceptId }) => String(conceptId));
  const concepts = await tx.concept.findMany({ where: { id: { in: ids } }, select: { slug: true } });
  return concepts.map(({ slug }) => slug);
}
