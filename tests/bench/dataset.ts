import type { Prisma } from "#prisma/client.ts";
import { seedReference } from "#prisma/seed/seed.ts";

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
  await run(`INSERT INTO "Practice" (id, slug, state, "cityId", language, title, summary, problem, solution, "wentWrong", area, role, stage, "publishedOn", "updatedAt")
    SELECT gen_random_uuid(), 'bench-practice-' || n, 'published', c.id, (ARRAY['en','fr','de','pl','el'])[1 + n % 5],
      (ARRAY['Smart street lighting','Éclairage public intelligent','Intelligente Straßenbeleuchtung','Inteligentne oświetlenie uliczne','Έξυπνος φωτισμός δρόμων',
        'Reuse of computers','Réemploi d’ordinateurs','Abwärme aus dem Rechenzentrum','Otwarte dane miejskie','Μέτρηση κατανάλωσης νερού'])[1 + n % 10] || ' ' || n,
      'Summary ' || n || ' ' || md5(n::text), repeat('problem words ' || md5((n * 3)::text) || ' ', 20), repeat('solution words ' || md5((n * 7)::text) || ' ', 20), 'Nothing worth telling',
      (ARRAY['public_lighting','green_ict','energy_networks','open_data_platforms','water'])[1 + n % 5]::"Area",
      (ARRAY['control_automation','efficiency_analysis','decision_support'])[1 + n % 3]::"IctRole", (ARRAY['deployed','under_way','planned'])[1 + n % 3]::"Stage", DATE '2025-01-01' + n % 600, now()
    FROM (SELECT n, (n % ${size.cities})::int AS place FROM generate_series(1, ${size.practices}) n) g
    JOIN (SELECT id, (row_number() OVER (ORDER BY slug) - 1)::int AS place FROM "City") c USING (place)`);
  await run(`INSERT INTO "PracticePlace" ("practiceId", "cityId") SELECT id, "cityId" FROM "Practice"`);
  await run("ANALYZE");
}
