import type { Prisma } from "#prisma/client.ts";
import { Prisma as Sql } from "#prisma/generated/client/client.ts";
import { anonymous } from "#graphql/kernel/authorization.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import { visiblePractices } from "#graphql/practice/policy.ts";
import { searchKinds } from "../engine.rules.ts";
import { conceptsSaid, type LabelIndex, labelIndexOf, mixSuggestions, placeIn, typedWords } from "./rules.ts";
import type { Thesaurus } from "../understand/thesaurus.rules.ts";
import { thesaurus } from "../understand/store.ts";

export const suggestionKinds = ["concept", "city", "practice"] as const;
export type Suggestion = { kind: (typeof suggestionKinds)[number]; text: string; lang: string; slug: string };

type TitleKind = "practice" | "city";

/** So many rows are looked at before the best of them are answered. */
const looked = 12;
/** Of a beginning that thousands of titles have, these are enough. */
const mostMatches = 500;

const indexes = new WeakMap<Thesaurus, LabelIndex>();

/** What words that somebody is still typing may mean: concepts, cities and practices that the public may see. */
export async function suggest(prisma: Prisma, typed: string, locale: string, first: number): Promise<Suggestion[]> {
  const words = typedWords(typed);
  if (words.length === 0 || first < 1) return [];
  const read = await thesaurus(prisma);
  const index = indexes.get(read) ?? labelIndexOf(read.labels);
  indexes.set(read, index);
  const concepts = conceptsSaid(words, locale, index).map((said) => ({ kind: "concept" as const, ...said }));
  const { city, practice } = await headed(prisma, words);
  const [cities, practices] = await Promise.all([
    city.length > 0 ? citiesNamed(prisma, city, words, locale) : [],
    practice.length > 0 ? titled(prisma, practice, words, locale) : [],
  ]);
  return mixSuggestions(concepts, cities, practices, first).map(({ kind, text, lang, slug }) => ({
    kind,
    text,
    lang,
    slug,
  }));
}

async function citiesNamed(
  prisma: Prisma,
  ids: readonly string[],
  words: readonly string[],
  locale: string,
): Promise<Suggestion[]> {
  const found = await prisma.city.findMany({
    where: { id: { in: [...ids] }, AND: visibleCities(anonymous) },
    select: { slug: true, name: true, language: true, names: { select: { locale: true, name: true } } },
    orderBy: { slug: "asc" },
  });
  return found
    .map(({ slug, name, language, names }) => {
      const here = names.find((entry) => entry.locale === locale);
      const place = Math.min(...[name, ...names.map((entry) => entry.name)].map((text) => placeIn(text, words)));
      return { kind: "city" as const, slug, text: here?.name ?? name, lang: here ? locale : language, place };
    })
    .filter(({ place }) => place < 2)
    .toSorted((a, b) => a.place - b.place);
}

async function titled(
  prisma: Prisma,
  ids: readonly string[],
  words: readonly string[],
  locale: string,
): Promise<Suggestion[]> {
  const found = await prisma.practice.findMany({
    where: { id: { in: [...ids] }, AND: visiblePractices(anonymous) },
    select: {
      slug: true,
      title: true,
      language: true,
      translations: { where: { language: locale }, select: { title: true } },
    },
    orderBy: [{ publishedOn: { sort: "desc", nulls: "last" } }, { id: "desc" }],
  });
  return found
    .map(({ slug, title, language, translations: [here] }) => {
      const [text, lang] = here && language !== locale ? [here.title, locale] : [title, language];
      return { kind: "practice" as const, slug, text, lang, place: placeIn(text, words) };
    })
    .toSorted((a, b) => a.place - b.place);
}

/** Ids of documents whose titles hold all words, the last one as a beginning; of many, some of the newest. */
async function headed(prisma: Prisma, words: readonly string[]): Promise<Record<TitleKind, string[]>> {
  const query = words.map((word, at) => `'${word}'${at === words.length - 1 ? ":*" : ""}`).join(" & ");
  // The rank of a kind has no index of its own: the one of headings is used.
  const of = (kind: TitleKind) => Sql.sql`
    SELECT kind, "rowId", "publishedOn" FROM "SearchDocument"
    WHERE "kindRank" = ${searchKinds.indexOf(kind)}::int AND heading @@ ${query}::tsquery LIMIT ${mostMatches}`;
  const [, rows] = await prisma.$transaction([
    prisma.$executeRaw`SELECT set_config('enable_seqscan', 'off', true), set_config('jit', 'off', true)`,
    prisma.$queryRaw<{ kind: TitleKind; id: string }[]>`
      WITH practices AS MATERIALIZED (${of("practice")}), cities AS MATERIALIZED (${of("city")})
      (SELECT kind, "rowId"::text AS id FROM practices ORDER BY "publishedOn" DESC NULLS LAST, "rowId" DESC LIMIT ${looked})
      UNION ALL (SELECT kind, "rowId"::text AS id FROM cities ORDER BY "rowId" LIMIT ${looked})`,
  ]);
  const idsOf = (kind: TitleKind) => rows.filter((row) => row.kind === kind).map(({ id }) => id);
  return { practice: idsOf("practice"), city: idsOf("city") };
}
