import type { Transaction } from "../client.ts";
import { reference, referenceNames } from "./reference.ts";

type Word = { text: string; source: string; reviewed: boolean };
type ConceptFact = { slug: string; scheme: string; gemet?: string; eurovoc?: string; broader: string[] };
/** The words of one language: by slug the preferred label, and others that people use. */
export type ConceptWords = Record<string, { label: string; source: string; reviewed: boolean; alt: Word[] }>;

/** The tagging vocabulary with its words in all languages, and the lists of indicators and units. */
export async function seedVocabulary(tx: Transaction): Promise<void> {
  const facts = reference<ConceptFact[]>("concepts.json");
  const ids = new Map<string, string>();
  for (const { slug, scheme, gemet, eurovoc } of facts) {
    const data = { scheme, gemetId: gemet ?? null, eurovocId: eurovoc ?? null };
    const { id } = await tx.concept.upsert({ where: { slug }, update: data, create: { slug, ...data } });
    ids.set(slug, id);
  }
  const idOf = (slug: string) => {
    const id = ids.get(slug);
    if (!id) throw new Error(`concepts.json does not know ${slug}.`);
    return id;
  };
  const conceptId = { in: [...ids.values()] };
  await tx.conceptBroader.deleteMany({ where: { conceptId } });
  await tx.conceptBroader.createMany({
    data: facts.flatMap(({ slug, broader }) =>
      broader.map((wider) => ({ conceptId: idOf(slug), broaderId: idOf(wider) })),
    ),
  });
  await tx.conceptLabel.deleteMany({ where: { conceptId } });
  for (const locale of referenceNames("concepts")) {
    const data = Object.entries(reference<ConceptWords>(`concepts/${locale}.json`)).flatMap(([slug, words]) => [
      { ...row(words.label, words), conceptId: idOf(slug), locale, preferred: true },
      ...words.alt.map((word) => ({ ...row(word.text, word), conceptId: idOf(slug), locale, preferred: false })),
    ]);
    await tx.conceptLabel.createMany({ data, skipDuplicates: true });
  }
  const units = reference<{ code: string; dimension: string; symbol: string }[]>("units.json");
  await tx.unit.createMany({ data: units, skipDuplicates: true });
  const indicators = reference<{ code: string; dimension: string; defaultUnit: string }[]>("indicators.json");
  await tx.indicator.createMany({ data: indicators, skipDuplicates: true });
}

function row(text: string, { source, reviewed }: { source: string; reviewed: boolean }) {
  return { text, source, reviewed };
}
