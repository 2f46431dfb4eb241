import type { Prisma as P } from "../generated/client/client.ts";
import type { Transaction } from "../client.ts";
import { dayColumn, reference, type SourceFact } from "./reference.ts";

type Texts = {
  title: string;
  summary: string;
  problem: string | null;
  solution: string | null;
  wentWrong: string | null;
  conditions: string | null;
};

type ResultFact = {
  indicator: string;
  value: number;
  comparator?: ">" | "~" | "up_to";
  unit: string;
  direction?: "reduction" | "increase" | "level";
  periodStart?: string;
  periodEnd?: string;
  per?: "year" | "period" | "point" | "total";
  baseline?: string;
  evidence: "target" | "estimate" | "claimed";
  note?: string;
  source: SourceFact;
};

export type PracticeFact = Texts & {
  ref: number;
  slug: string;
  cities: string[];
  activityType: P.PracticeUncheckedCreateInput["activityType"];
  area: P.PracticeUncheckedCreateInput["area"];
  role: P.PracticeUncheckedCreateInput["role"];
  stage: NonNullable<P.PracticeUncheckedCreateInput["stage"]> | null;
  startedOn: string | null;
  startedPrecision: "month" | "year" | null;
  endedOn: string | null;
  endedPrecision: "month" | "year" | null;
  language: string;
  translation: (Texts & { language: string }) | null;
  partners: string[];
  funding: { programme: string; amount: number | null; currency: string | null; note?: string | null }[];
  scale: { kind: P.ScaleFigureUncheckedCreateInput["kind"]; value: number; note?: string | null }[];
  concepts: string[];
  results: ResultFact[];
  asPilot: boolean;
  sources: SourceFact[];
};

export function practiceFacts(): PracticeFact[] {
  return reference<PracticeFact[]>("practices.json");
}

/** What a pilot and a practice made from the same fact have in common. */
export function common(fact: PracticeFact) {
  return {
    language: fact.language,
    title: fact.title,
    activityType: fact.activityType,
    area: fact.area,
    role: fact.role,
    stage: fact.stage,
    partners: fact.partners,
    sources: fact.sources,
    startedOn: dayColumn(fact.startedOn),
    startedPrecision: fact.startedPrecision ?? ("unknown" as const),
    endedOn: dayColumn(fact.endedOn),
    endedPrecision: fact.endedPrecision ?? ("unknown" as const),
  };
}

const comparators = { ">": "more_than", "~": "about", up_to: "up_to" } as const;

/** The figures of a fact as rows: results with their evidence and source, scale, funding, concepts. */
export function figures(fact: PracticeFact, conceptIds: Map<string, string>) {
  return {
    scale: { create: fact.scale },
    funding: { create: fact.funding },
    concepts: {
      create: fact.concepts.flatMap((slug) => conceptIds.get(slug) ?? []).map((conceptId) => ({ conceptId })),
    },
    results: {
      create: fact.results.map((result) => ({
        indicatorCode: result.indicator,
        value: result.value,
        comparator: result.comparator ? comparators[result.comparator] : ("equal" as const),
        direction: result.direction ?? ("level" as const),
        unitCode: result.unit,
        periodStart: dayColumn(result.periodStart),
        periodEnd: dayColumn(result.periodEnd),
        span: result.per ?? ("point" as const),
        baseline: result.baseline ?? null,
        evidence: result.evidence,
        note: result.note ?? null,
        language: "en",
        sourceTitle: result.source.title,
        sourceUrl: result.source.url ?? null,
      })),
    },
  };
}

/** Practices taken from public sources. A fact that a city also runs as its pilot links to that pilot and keeps its figures there. */
export async function seedPractices(tx: Transaction, today: string): Promise<void> {
  const cityIds = new Map((await tx.city.findMany()).map(({ slug, id }) => [slug, id]));
  const conceptIds = new Map((await tx.concept.findMany()).map(({ slug, id }) => [slug, id]));
  const pilotIds = new Map((await tx.pilot.findMany()).map(({ slug, id }) => [slug, id]));
  for (const fact of practiceFacts()) {
    if (await tx.practice.findUnique({ where: { slug: fact.slug } })) continue;
    const places = fact.cities.flatMap((slug) => cityIds.get(slug) ?? []);
    const [cityId] = places;
    if (!cityId) throw new Error(`The practice ${fact.slug} names no known city.`);
    const pilotId = pilotIds.get(fact.slug) ?? null;
    const { summary, problem, solution, wentWrong, conditions, translation } = fact;
    const { concepts, ...own } = figures(fact, conceptIds);
    await tx.practice.create({
      data: {
        slug: fact.slug,
        cityId,
        pilotId,
        summary,
        problem,
        solution,
        wentWrong,
        conditions,
        ...common(fact),
        ...(pilotId ? {} : own),
        concepts,
        state: "published",
        publishedOn: dayColumn(today),
        fromLiterature: true,
        places: { create: places.map((id) => ({ cityId: id })) },
        translations: translation ? { create: { ...translation, origin: "machine", sourceVersion: 1 } } : undefined,
      },
    });
  }
}
