import type { Transaction } from "../client.ts";
import type { Prisma as P } from "../generated/client/client.ts";
import { reference, type SourceFact } from "./reference.ts";

type ToolFact = Pick<P.PracticeToolUncheckedCreateInput, "kind" | "title" | "language" | "url"> & {
  /** Slug. */
  practice: string;
  description: string;
  licence: string;
  source: SourceFact;
};

/** What public sources say that others can take over from these practices. A licence that was not read there is unknown. */
export async function seedTools(tx: Transaction): Promise<void> {
  for (const { practice: slug, source, ...fact } of reference<ToolFact[]>("tools.json")) {
    const practice = await tx.practice.findUnique({ where: { slug } });
    if (!practice) throw new Error(`tools.json names the unknown practice ${slug}.`);
    const { id: practiceId } = practice;
    if (await tx.practiceTool.findFirst({ where: { practiceId, url: fact.url } })) continue;
    await tx.practiceTool.create({
      data: { ...fact, practiceId, sourceTitle: source.title, sourceUrl: source.url ?? null },
    });
  }
}
