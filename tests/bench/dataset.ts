import type { Prisma } from "#prisma/client.ts";
import { seedReference } from "#prisma/seed/seed.ts";
import { openTexts } from "./texts.ts";

/** BENCH_PRACTICES makes it smaller, to try the bench itself. */
export const size = { cities: 600, pilots: 3_000, practices: Number(process.env.BENCH_PRACTICES ?? 30_000) };

/** Fills an empty, migrated database with an invented network of the bench's size, by set-based SQL. */
export async function fillBench(prisma: Prisma): Promise<void> {
  await seedReference(prisma);
  const run = (sql: string) => prisma.$executeRawUnsafe(sql);
  await run(`INSERT INTO "City" (id, slug, "countryCode", name, language, population, latitude, longitude, standing, "charterCode", "signedOn", "countingPilots", listed, "updatedAt")
    SELECT gen_random_uuid(), 'bench-city-' || n, (ARRAY['FR','DE','PL','GR','IT','ES','SE','FI','NL','BE'])[1 + n % 10], 'Bench city ' || n,
      (ARRAY['fr','de','pl','el','it','es','sv','fi','nl','nl'])[1 + n % 10], 20000 + (n * 7919) % 900000, 40 + n % 25, n % 30 - 5, 'signatory',
      (ARRAY['2011','2016'])[1 + n % 2], DATE '2012-01-01' + n * 7, n % 6, true, now()
    FROM generate_series(1, ${size.cities}) n`);
  await run(
    `INSERT INTO "CityName" ("cityId", locale, name) SELECT id, locale, name || ' ' || locale FROM "City", unnest(ARRAY['en','fr','de','pl','el']) locale`,
  );
  await run(`INSERT INTO "Accession" (id, "cityId", "charterVersionId", "signedOn", "signedPrecision", "updatedAt")
    SELECT gen_random_uuid(), c.id, v.id, c."signedOn", 'day', now() FROM "City" c JOIN "CharterVersion" v ON v.code = c."charterCode"`);
  await run(`INSERT INTO "Pilot" (id, slug, state, language, title, purpose, area, stage, "startedOn", "startedPrecision", "updatedAt")
    SELECT gen_random_uuid(), 'bench-pilot-' || n, (ARRAY['accepted','accepted','submitted','draft','changes_requested'])[1 + n % 5]::"PilotState", 'en',
      'Bench pilot ' || n, 'Purpose of pilot ' || n, (ARRAY['public_lighting','buildings','green_ict','water'])[1 + n % 4]::"Area", 'deployed', DATE '2024-01-01' + n % 300, 'day', now()
    FROM generate_series(1, ${size.pilots}) n`);
  await run(`INSERT INTO "PilotCity" (id, "pilotId", "cityId", lead, slot)
    SELECT gen_random_uuid(), p.id, c.id, true, 1 + p.n / ${size.cities}
    FROM (SELECT id, (row_number() OVER (ORDER BY slug) - 1)::int AS n FROM "Pilot") p
    JOIN (SELECT id, (row_number() OVER (ORDER BY slug) - 1)::int AS n FROM "City") c ON c.n = p.n % ${size.cities}`);
  await run(
    `INSERT INTO "PilotEntry" (id, "pilotId", "enteredOn", stage, language, text) SELECT gen_random_uuid(), id, DATE '2026-10-01', 'deployed', 'en', 'An entry' FROM "Pilot"`,
  );
  await fillPractices(prisma);
  await run(`INSERT INTO "PracticePlace" ("practiceId", "cityId") SELECT id, "cityId" FROM "Practice"`);
  await run("ANALYZE");
}

/** Practices with varied texts and concepts that their authors chose; one in five can be read in English too. */
async function fillPractices(prisma: Prisma): Promise<void> {
  const textOf = openTexts();
  const batch = 1000;
  for (let from = 1; from <= size.practices; from += batch) {
    const count = Math.min(batch, size.practices - from + 1);
    const texts = Array.from({ length: count }, (_, index) => ({ n: from + index, ...textOf(from + index) }));
    await prisma.$executeRaw`
      INSERT INTO "Practice" (id, slug, state, "cityId", language, title, summary, problem, solution, "wentWrong", area, role, stage, "publishedOn", "updatedAt")
      SELECT gen_random_uuid(), 'bench-practice-' || n, 'published', c.id, language, title, summary, problem, solution, 'Nothing worth telling',
        (ARRAY['public_lighting','green_ict','energy_networks','open_data_platforms','water'])[1 + n / 5 % 5]::"Area",
        (ARRAY['control_automation','efficiency_analysis','decision_support'])[1 + n / 25 % 3]::"IctRole",
        (ARRAY['deployed','under_way','planned'])[1 + n / 7 % 3]::"Stage", DATE '2025-01-01' + n % 600, now()
      FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) AS t(n int, language text, title text, summary text, problem text, solution text)
      JOIN (SELECT id, (row_number() OVER (ORDER BY slug) - 1)::int AS place FROM "City") c ON c.place = n / 11 % ${size.cities}`;
    await prisma.$executeRaw`
      INSERT INTO "PracticeConcept" ("practiceId", "conceptId")
      SELECT p.id, c.id FROM jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) AS t(n int, tags jsonb)
      JOIN "Practice" p ON p.slug = 'bench-practice-' || n
      JOIN "Concept" c ON tags ? c.slug`;
  }
  await prisma.$executeRawUnsafe(`INSERT INTO "PracticeTranslation" ("practiceId", language, origin, "sourceVersion", title, summary)
    SELECT a.id, 'en', 'machine', 1, b.title, b.summary FROM "Practice" a
    JOIN "Practice" b ON b.slug = 'bench-practice-' || (substr(a.slug, 16)::int / 5 * 5) AND b.language = 'en'
    WHERE a.language <> 'en' AND substr(a.slug, 16)::int % 4 = 0`);
}
