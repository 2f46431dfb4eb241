import { allDocuments } from "#graphql/search/index/documents.store.ts";
import type { SearchEngine } from "#graphql/search/engine.rules.ts";
import { meilisearchEngine } from "#graphql/search/engines/meilisearch.ts";
import { postgresEngine } from "#graphql/search/engines/postgres.ts";
import { openDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { openMeilisearch, whyNoMeilisearch } from "../support/search/meilisearch.ts";
import { seed } from "../support/database/seeded.ts";
import { type Case, figuresOf, measure } from "./measure.ts";

/**
 * `npm run eval:search -- 20`: how well both engines answer the gold set, on the demonstration network in a fresh embedded
 * database; with so many of the worst cases. EVAL_DATABASE_URL names an empty PostgreSQL database to use instead.
 */
const shown = Number(process.argv[2] ?? 20);
const database = await openDatabase({ url: process.env.EVAL_DATABASE_URL });
await migrate(database);
await seed(database.prisma);
await report(postgresEngine(database.prisma));
const missing = whyNoMeilisearch();
if (missing) console.log(`\nMeilisearch: SKIPPED, because ${missing}`);
else {
  const server = await openMeilisearch();
  const engine = meilisearchEngine(server.options);
  await engine.rebuild(allDocuments(database.prisma));
  await report(engine);
  await server.close();
}
await database.close();

async function report(engine: SearchEngine) {
  const cases = await measure(database.prisma, engine);
  console.log(
    `\n== ${engine.name}: recall at 5 (own: practices in the query's language; lang: all, where one is in it)`,
  );
  console.log("                     own   lang    all  overlap at 10  cases");
  line("language told", cases);
  line("not told", await measure(database.prisma, engine, null));
  for (const language of [...new Set(cases.map((entry) => entry.language))].toSorted())
    line(
      `  ${language}`,
      cases.filter((entry) => entry.language === language),
    );
  console.log("\nWorst cases:");
  for (const entry of cases.toSorted((a, b) => quality(a) - quality(b)).slice(0, shown)) console.log(described(entry));
}

function line(title: string, some: readonly Case[]) {
  const { own, inPracticeLanguage, recall, overlap, cases } = figuresOf(some);
  const shares = [own, inPracticeLanguage, recall, overlap].map((value) => (100 * value).toFixed(1).padStart(6));
  console.log(`${title.padEnd(16)} ${shares.join(" ")} ${String(cases).padStart(14)}`);
}

function quality({ own, recall, overlap }: Case): number {
  return (own ?? recall) + recall + (overlap ?? recall);
}

function described({ need, language, query, understood, rest, own, recall, overlap, found }: Case): string {
  const shares = { own, recall, overlap };
  const parts = Object.entries(shares).map(([name, value]) => `${name} ${value === null ? "–" : value.toFixed(2)}`);
  const meaning = [understood.join(", "), rest.length > 0 ? `words “${rest.join(" ")}”` : ""]
    .filter(Boolean)
    .join(" + ");
  return `${need} ${language} “${query}” → ${meaning || "nothing"}: ${parts.join(", ")}; ${found.length} found`;
}
