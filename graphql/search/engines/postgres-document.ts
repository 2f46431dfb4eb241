import { Prisma as Sql } from "#prisma/generated/client/client.ts";
import type { Prisma } from "#prisma/client.ts";
import { systemClock } from "#graphql/kernel/clock.ts";
import { type SearchableRow, searchKinds } from "../engine.rules.ts";
import { packFacets } from "./postgres-packed.ts";
import { configurationFor, configurationsOf, keepWords } from "./postgres-words.ts";
import { comparable, wordsOf } from "../words.rules.ts";

/** PostgreSQL refuses a vector of more than a megabyte: the longest texts are indexed by their beginning. */
const longestText = 20_000;
const batch = 50;

type Weight = "A" | "B" | "C" | "D";
type Part = { configuration: string; weight: Weight; text: string };

/** Writes documents in batches, one statement each. */
export async function putDocuments(prisma: Prisma, rows: readonly SearchableRow[]): Promise<void> {
  const available = await configurationsOf(prisma);
  const fresh = [...new Map(rows.map((row) => [`${row.kind} ${row.id}`, row])).values()];
  for (let start = 0; start < fresh.length; start += batch) {
    const some = fresh.slice(start, start + batch);
    await keepWords(prisma, new Set(some.flatMap(wordsToKeep)));
    const values = some.map((row) => valuesOf(row, available));
    await prisma.$executeRaw`
      INSERT INTO "SearchDocument" (kind, "rowId", title, heading, vector, area, role, stage, evidence, country,
        "citySize", region, grid, "cityLanguage", languages, strong, weak, facets, "kindRank", "publishedOn",
        "savedCarbonKg", "indexedAt")
      VALUES ${Sql.join(values)}
      ON CONFLICT (kind, "rowId") DO UPDATE SET title = excluded.title, heading = excluded.heading,
        vector = excluded.vector, area = excluded.area, role = excluded.role, stage = excluded.stage,
        evidence = excluded.evidence, country = excluded.country, "citySize" = excluded."citySize",
        region = excluded.region, grid = excluded.grid, "cityLanguage" = excluded."cityLanguage",
        languages = excluded.languages, strong = excluded.strong, weak = excluded.weak, facets = excluded.facets,
        "kindRank" = excluded."kindRank", "publishedOn" = excluded."publishedOn",
        "savedCarbonKg" = excluded."savedCarbonKg", "indexedAt" = excluded."indexedAt"`;
  }
}

/** After much was written: readies the index for reading, and tells the planner what it holds. */
export async function tidyDocuments(prisma: Prisma): Promise<void> {
  await prisma.$executeRaw`VACUUM (ANALYZE) "SearchDocument", "SearchWord"`;
}

function valuesOf(row: SearchableRow, available: readonly string[]): Sql.Sql {
  const parts = partsOf(row, available);
  const titles = parts.filter(({ weight }) => weight === "A");
  const strong = Sql.sql` || ${lexemesOf(row.strong, "A")}::tsvector`;
  const weak = Sql.sql` || ${lexemesOf(row.weak, "D")}::tsvector`;
  const day = row.publishedOn;
  return Sql.sql`(${row.kind}, ${row.id}::uuid, ${row.texts[0]?.title ?? ""}, ${vectorOf(titles)}${strong}, ${vectorOf(parts)}${strong}${weak},
    ${row.area}, ${row.role}, ${row.stage}, ${row.evidence}, ${row.country}, ${row.citySize},
    ${row.region}, ${row.grid}, ${row.cityLanguage}, ${row.languages}::text[],
    ${row.strong}::text[], ${row.weak}::text[], ${packFacets(row)}, ${searchKinds.indexOf(row.kind)}::smallint,
    ${day}::text::date, ${row.savedCarbonKg}::float8, ${systemClock.now()}::timestamptz AT TIME ZONE 'UTC')`;
}

/** The pieces of the vector: each text under its language's configuration, and all of them once more as they are written. */
function partsOf(row: SearchableRow, available: readonly string[]): Part[] {
  const pieces = [
    ...row.texts.flatMap(({ language, title, summary, body }) => [
      { language, weight: "A" as const, text: title },
      { language, weight: "C" as const, text: summary },
      { language, weight: "D" as const, text: body },
    ]),
    ...row.names.map(({ language, text }) => ({ language, weight: "B" as const, text })),
  ];
  const gathered = new Map<string, Part & { words: Set<string> }>();
  function gather(configuration: string, weight: Weight, text: string) {
    const key = `${configuration} ${weight}`;
    const part = gathered.get(key) ?? { configuration, weight, text: "", words: new Set() };
    if (!part.words.has(text)) part.text = `${part.text} ${text}`.slice(0, longestText * 2);
    part.words.add(text);
    gathered.set(key, part);
  }
  for (const { language, weight, text } of pieces) {
    const words = wordsOf(text.slice(0, longestText)).join(" ");
    if (words === "") continue;
    const configuration = language && configurationFor(language, available);
    if (configuration) gather(configuration, weight, words);
    gather("simple", weight, words);
  }
  return [...gathered.values()];
}

/** Concepts as a vector: the lexeme #slug, which no word can be. */
function lexemesOf(slugs: readonly string[], weight: Weight): string {
  return slugs.map((slug) => `'#${slug.replaceAll(/[^a-z0-9-]/g, "")}':1${weight}`).join(" ");
}

/** Keeps a place between two parts, so that no phrase reaches from one into the next. */
const seam = " || '''#'':1'::tsvector || ";

function vectorOf(parts: readonly Part[]): Sql.Sql {
  if (parts.length === 0) return Sql.sql`''::tsvector`;
  const vectors = parts.map(
    ({ configuration, weight, text }) =>
      Sql.sql`setweight(to_tsvector(${configuration}::regconfig, ${text}), ${weight}::"char")`,
  );
  return Sql.join(vectors, seam);
}

/** The words whose spelling is forgiven: not those of the body, where too much looks alike. */
function wordsToKeep({ texts, names }: SearchableRow): string[] {
  return [...texts.flatMap(({ title, summary }) => [title, summary]), ...names.map(({ text }) => text)]
    .flatMap(wordsOf)
    .filter(comparable);
}
