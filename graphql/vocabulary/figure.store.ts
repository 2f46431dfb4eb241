import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import type { resultInput } from "#graphql/vocabulary/figure.input.ts";

/** The columns of a result. Throws InvalidInput unless indicator and unit exist and measure the same dimension. */
export async function resultColumns(tx: Transaction, input: z.output<typeof resultInput>) {
  const { indicatorCode, unitCode, periodStart, periodEnd } = input;
  const indicator = await tx.indicator.findUnique({ where: { code: indicatorCode } });
  const unit = await tx.unit.findUnique({ where: { code: unitCode } });
  const unknown = [...(indicator ? [] : ["indicatorCode"]), ...(unit ? [] : ["unitCode"])];
  if (unknown.length > 0) throw new InvalidInput(unknown.map((path) => ({ path, code: "unknown_code" })));
  if (indicator?.dimension !== unit?.dimension) throw new InvalidInput([{ path: "unitCode", code: "unit_mismatch" }]);
  return {
    ...input,
    baseline: input.baseline ?? null,
    method: input.method ?? null,
    note: input.note ?? null,
    sourceTitle: input.sourceTitle ?? null,
    sourceUrl: input.sourceUrl ?? null,
    periodStart: periodStart ? new Date(periodStart) : null,
    periodEnd: periodEnd ? new Date(periodEnd) : null,
  };
}

/** The ids of the concepts with these slugs. Throws InvalidInput naming each slug that does not exist. */
export async function conceptIds(tx: Transaction, slugs: readonly string[]): Promise<string[]> {
  const concepts = await tx.concept.findMany({ where: { slug: { in: [...slugs] } } });
  const known = new Map(concepts.map(({ slug, id }) => [slug, id]));
  const issues = slugs.flatMap((slug, index) =>
    known.has(slug) ? [] : [{ path: `slugs.${index}`, code: "unknown_code" }],
  );
  if (issues.length > 0) throw new InvalidInput(issues);
  return [...known.values()];
}
