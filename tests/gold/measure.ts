import { readFileSync } from "node:fs";
import { requestTerms, understandingOf } from "#graphql/search/understand/store.ts";
import { ask } from "#graphql/search/find/store.ts";
import type { SearchEngine } from "#graphql/search/engine.rules.ts";
import type { Prisma } from "#prisma/client.ts";

/** How well a search engine answers the needs of tests/gold/needs.json, asked in many languages. */

export type Need = {
  id: string;
  need: string;
  /** Slugs of the practices that should answer. */
  answers: string[];
  /** Practices that touch the need: they count neither for nor against. */
  also?: string[];
  queries: Record<string, string>;
};

export type Case = {
  need: string;
  language: string;
  query: string;
  understood: string[];
  rest: string[];
  found: string[];
  /** The share of the answers among the first five, those of `also` left out; of five at most. */
  recall: number;
  /** The same for the answers written in this language alone; null when there are none. */
  own: number | null;
  /** What the first ten share with those of the English query, of the longer list; null for English. */
  overlap: number | null;
};

export type Figures = { own: number; inPracticeLanguage: number; recall: number; overlap: number; cases: number };

export function needs(): Need[] {
  return JSON.parse(readFileSync("tests/gold/needs.json", "utf8")) as Need[];
}

/** Asks every need in every language. The reader's language is the query's own, unless `locale` names one for all. */
export async function measure(prisma: Prisma, engine: SearchEngine, locale?: string | null): Promise<Case[]> {
  const practices = await prisma.practice.findMany({ select: { id: true, slug: true, language: true } });
  const slugs = new Map(practices.map(({ id, slug }) => [id, slug]));
  const languages = new Map(practices.map(({ slug, language }) => [slug, language]));
  const cases: Case[] = [];
  for (const need of needs()) {
    const asking = Object.entries(need.queries).toSorted(([a], [b]) => Number(b === "en") - Number(a === "en"));
    let english: string[] = [];
    for (const [language, query] of asking) {
      const understanding = await understandingOf(prisma, query, { locale: locale === undefined ? language : locale });
      const request = { ...requestTerms(query, understanding), filters: { kind: ["practice"] } };
      const { hits } = await ask(prisma, engine, { ...request, sort: "relevance", page: 1, pageSize: 20 });
      const found = hits.flatMap(({ id }) => slugs.get(id) ?? []);
      if (language === "en") english = found;
      const five = found.filter((slug) => !need.also?.includes(slug)).slice(0, 5);
      const written = need.answers.filter((slug) => languages.get(slug) === language);
      cases.push({
        ...{ need: need.id, language, query, found, rest: understanding.rest },
        understood: understanding.concepts.map(({ slug }) => slug),
        recall: share(need.answers, five),
        own: written.length > 0 ? share(written, five) : null,
        overlap: language === "en" ? null : shared(found.slice(0, 10), english.slice(0, 10)),
      });
    }
  }
  return cases;
}

function share(wanted: readonly string[], five: readonly string[]): number {
  return wanted.filter((slug) => five.includes(slug)).length / Math.min(5, wanted.length);
}

/** Two empty lists share nothing: nobody was helped. */
function shared(a: readonly string[], b: readonly string[]): number {
  return a.filter((slug) => b.includes(slug)).length / Math.max(a.length, b.length, 1);
}

export function figuresOf(cases: readonly Case[]): Figures {
  return {
    own: mean(cases.flatMap(({ own }) => own ?? [])),
    inPracticeLanguage: mean(cases.filter(({ own }) => own !== null).map(({ recall }) => recall)),
    recall: mean(cases.map(({ recall }) => recall)),
    overlap: mean(cases.flatMap(({ overlap }) => overlap ?? [])),
    cases: cases.length,
  };
}

function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}
