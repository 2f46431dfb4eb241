import type { Prisma } from "#prisma/client.ts";
import type { ConceptReader } from "./concepts.rules.ts";
import { configurationFor, configurationsOf, stemmer } from "../engines/postgres-words.ts";
import type { SearchRequest } from "../engine.rules.ts";
import { type StemsOf, wordsOf } from "../words.rules.ts";
import { spellingsOf } from "./spelling.rules.ts";
import { type Thesaurus, thesaurusOf } from "./thesaurus.rules.ts";
import {
  conceptsIn,
  type QueryReading,
  understand,
  type Understanding,
  type UnderstoodConcept,
  wordsToUnderstand,
} from "./rules.ts";

/** By the client's own `concept`, which a client that wraps another shares with it. */
const loaded = new WeakMap<object, Promise<Thesaurus>>();

/** The thesaurus, read once and kept in memory. */
export function thesaurus(prisma: Prisma): Promise<Thesaurus> {
  let found = loaded.get(prisma.concept);
  if (!found) {
    found = readThesaurus(prisma);
    loaded.set(prisma.concept, found);
    found.catch(() => loaded.delete(prisma.concept));
  }
  return found;
}

/** Forgets what was read: the next question reads the thesaurus again. */
export function refreshThesaurus(prisma: Prisma): void {
  loaded.delete(prisma.concept);
}

async function readThesaurus(prisma: Prisma): Promise<Thesaurus> {
  const concepts = await prisma.concept.findMany({
    select: {
      slug: true,
      labels: { select: { locale: true, text: true, preferred: true } },
      broader: { select: { broader: { select: { slug: true } } } },
    },
    orderBy: { slug: "asc" },
  });
  const labels = concepts.flatMap(({ slug, labels: all }) =>
    all.flatMap((label) => spellingsOf(label.text, label.locale).map((text) => ({ ...label, slug, text }))),
  );
  const broader = new Map(concepts.map(({ slug, broader: all }) => [slug, all.map((wider) => wider.broader.slug)]));
  const available = await configurationsOf(prisma);
  const texts = labels.map(({ locale, text }) => ({ language: locale, text }));
  const stems = await stemsOfTexts(prisma, available, texts);
  return thesaurusOf(labels, broader, (locale) => configurationFor(locale, available), stems);
}

/** What a query means. */
export async function understandingOf(
  prisma: Prisma,
  query: string,
  reading: Omit<QueryReading, "stems">,
): Promise<Understanding> {
  const [index, available] = await Promise.all([thesaurus(prisma), configurationsOf(prisma)]);
  const stems = await stemmer(prisma, available, wordsToUnderstand(query));
  return understand(query, index, { ...reading, stems });
}

/** The part of a search request that says what is looked for. */
export function requestTerms(
  typed: string,
  { concepts, rest }: Understanding,
  more: readonly ConceptMatch[] = [],
): Pick<SearchRequest, "typed" | "words" | "concepts" | "spans"> {
  const found = new Map([...concepts, ...more].map(({ slug, matched }) => [slug, matched]));
  return {
    typed: [typed, ...more.map(({ matched }) => matched)].join(" ").trim(),
    words: rest.join(" "),
    concepts: [...found.keys()],
    spans: [...found.values()],
  };
}

type ConceptMatch = Pick<UnderstoodConcept, "slug" | "matched">;

/** Concepts that were asked for by name, as if their English label had been typed. One that does not exist has nothing. */
export async function conceptsNamed(prisma: Prisma, slugs: readonly string[]): Promise<ConceptMatch[]> {
  if (slugs.length === 0) return [];
  const where = { slug: { in: [...slugs] } };
  const labels = { where: { locale: "en", preferred: true } };
  const rows = await prisma.concept.findMany({ where, include: { labels } });
  const known = new Map(rows.map((row) => [row.slug, row.labels[0]?.text ?? row.slug]));
  return [...new Set(slugs)].map((slug) => ({ slug, matched: known.get(slug) ?? slug }));
}

/** A reader of the given texts: it names the concepts that a text of a language speaks of. */
export async function readerOf(
  prisma: Prisma,
  texts: readonly { text: string; language: string }[],
): Promise<ConceptReader> {
  const [index, available] = await Promise.all([thesaurus(prisma), configurationsOf(prisma)]);
  const stems = await stemsOfTexts(prisma, available, texts);
  return (text, language) => conceptsIn(text, language, index, stems);
}

/** The stems of all words of these texts, each under its own language. */
async function stemsOfTexts(
  prisma: Prisma,
  available: readonly string[],
  texts: readonly { text: string; language: string }[],
): Promise<StemsOf> {
  const words = new Map<string, string[]>();
  for (const { text, language } of texts) {
    const configuration = configurationFor(language, available);
    if (!configuration) continue;
    const known = words.get(configuration) ?? [];
    known.push(...wordsOf(text));
    words.set(configuration, known);
  }
  const asked = [...words].map(([configuration, known]) => stemmer(prisma, [configuration], known));
  const stems = await Promise.all(asked);
  return stems[0] ?? ((_configuration, word) => [word]);
}
