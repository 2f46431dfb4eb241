import type { Transaction } from "../client.ts";
import { reference } from "./reference.ts";

type ConceptFact = {
  slug: string;
  scheme: string;
  gemet?: string;
  eurovoc?: string;
  labels: Record<string, { text: string; source: string; reviewed: boolean }>;
  alt?: Record<string, string[]>;
};

/** The tagging vocabulary with its labels, and the lists of indicators and units. */
export async function seedVocabulary(tx: Transaction): Promise<void> {
  for (const { slug, scheme, gemet, eurovoc, labels, alt = {} } of reference<ConceptFact[]>("concepts.json")) {
    const data = { scheme, gemetId: gemet ?? null, eurovocId: eurovoc ?? null };
    const { id: conceptId } = await tx.concept.upsert({ where: { slug }, update: data, create: { slug, ...data } });
    const preferred = Object.entries(labels).map(([locale, label]) => ({
      conceptId,
      locale,
      preferred: true,
      ...label,
    }));
    const others = Object.entries(alt).flatMap(([locale, texts]) =>
      texts.map((text) => ({ conceptId, locale, text, preferred: false, source: scheme, reviewed: true })),
    );
    await tx.conceptLabel.createMany({ data: [...preferred, ...others], skipDuplicates: true });
  }
  const units = reference<{ code: string; dimension: string; symbol: string }[]>("units.json");
  await tx.unit.createMany({ data: units, skipDuplicates: true });
  const indicators = reference<{ code: string; dimension: string; defaultUnit: string }[]>("indicators.json");
  await tx.indicator.createMany({ data: indicators, skipDuplicates: true });
}
