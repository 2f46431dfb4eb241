import type { Prisma } from "#prisma/client.ts";
import { compoundParts, type StemsOf } from "../words.rules.ts";

/** PostgreSQL's text search configurations for the languages that have one; the others are kept as they are written. */
const configurations: Record<string, string> = {
  da: "danish",
  de: "german",
  el: "greek",
  en: "english",
  es: "spanish",
  et: "estonian",
  fi: "finnish",
  fr: "french",
  ga: "irish",
  hu: "hungarian",
  it: "italian",
  lt: "lithuanian",
  nl: "dutch",
  pl: "polish",
  pt: "portuguese",
  ro: "romanian",
  sv: "swedish",
};

/** Words that say nothing in these languages are not asked for. */
export const readerConfigurations = ["english", "french", "german", "greek"] as const;

const known = new WeakMap<Prisma, Promise<readonly string[]>>();

/** The configurations that this server has for our languages; older servers lack a few. */
export function configurationsOf(prisma: Prisma): Promise<readonly string[]> {
  let found = known.get(prisma);
  if (!found) {
    found = readConfigurations(prisma);
    known.set(prisma, found);
    found.catch(() => known.delete(prisma));
  }
  return found;
}

async function readConfigurations(prisma: Prisma): Promise<readonly string[]> {
  const names = Object.values(configurations);
  const rows = await prisma.$queryRaw<{ name: string }[]>`
    SELECT cfgname::text AS name FROM pg_ts_config WHERE cfgname::text = ANY(${names}::text[]) ORDER BY 1`;
  return rows.map(({ name }) => name);
}

/** The configuration for a language, or null when the server has none. */
export function configurationFor(language: string, available: readonly string[]): string | null {
  const name = configurations[language];
  return name && available.includes(name) ? name : null;
}

/** A concept as a lexeme: #slug, which no word can be. What is no slug is never the bare # that stands between two parts. */
export function lexeme(slug: string): string {
  return `'#${slug.replaceAll(/[^a-z0-9-]/g, "") || "-"}'`;
}

/** Stems that were asked for before, by configuration and word; a client that wraps another shares its `concept`, and these. */
const stemmed = new WeakMap<object, Map<string, readonly string[]>>();
const mostStemmed = 200_000;

/** The stems of all words under all configurations; the server is asked once for those that are not known yet. */
export async function stemmer(
  prisma: Prisma,
  available: readonly string[],
  words: readonly string[],
): Promise<StemsOf> {
  let kept = stemmed.get(prisma.concept);
  if (!kept || kept.size > mostStemmed) stemmed.set(prisma.concept, (kept = new Map()));
  const found = kept;
  const fresh = [...new Set(words)].filter((word) => available.some((name) => !found.has(`${name} ${word}`)));
  if (fresh.length > 0) {
    const rows = await prisma.$queryRaw<{ configuration: string; word: string; stems: string[] }[]>`
      SELECT configuration, word, tsvector_to_array(to_tsvector(configuration::regconfig, word)) AS stems
      FROM unnest(${[...available]}::text[]) AS configuration, unnest(${fresh}::text[]) AS word`;
    for (const { configuration, word, stems } of rows) found.set(`${configuration} ${word}`, stems);
  }
  return (configuration, word) => found.get(`${configuration} ${word}`) ?? [word];
}

/** How alike a word of the documents must be, 0 to 1, to be looked at closer. */
const alike = "0.3";

/** Words of the documents that look like each of the asked words, or are a part of it. */
export async function similarWords(prisma: Prisma, words: readonly string[]): Promise<Map<string, string[]>> {
  const parts = [...new Set(words.flatMap(compoundParts))];
  const [, rows] = await prisma.$transaction([
    prisma.$executeRaw`SELECT set_config('pg_trgm.word_similarity_threshold', ${alike}, true), set_config('enable_seqscan', 'off', true)`,
    prisma.$queryRaw<{ asked: string; word: string }[]>`
      SELECT asked, near.word FROM unnest(${[...words]}::text[]) AS asked, LATERAL (
        SELECT word FROM "SearchWord" WHERE asked <% word ORDER BY word_similarity(asked, word) DESC, word LIMIT 200
      ) near
      UNION SELECT asked, word FROM unnest(${[...words]}::text[]) AS asked, "SearchWord"
      WHERE word = ANY(${parts}::text[]) AND position(word IN asked) > 0`,
  ]);
  const found = new Map<string, string[]>();
  for (const { asked, word } of rows) found.set(asked, [...(found.get(asked) ?? []), word]);
  return found;
}

/** Remembers words for comparison. In order, so that two writers never wait for each other. */
export async function keepWords(prisma: Prisma, words: ReadonlySet<string>): Promise<void> {
  const fresh = [...words].filter((word) => word.length > 2 && word.length <= 40).toSorted();
  if (fresh.length === 0) return;
  await prisma.$executeRaw`
    INSERT INTO "SearchWord" (word) SELECT word FROM unnest(${fresh}::text[]) AS fresh(word)
    WHERE NOT EXISTS (SELECT FROM "SearchWord" k WHERE k.word = fresh.word) ON CONFLICT DO NOTHING`;
}
