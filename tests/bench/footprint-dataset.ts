import type { Prisma } from "#prisma/client.ts";
import { lineFigures } from "./footprint-sql.ts";

export const footprintSize = { years: 10, lines: 20, largeLines: 5_000 };
/** The city whose last two years hold the most lines that an inventory may have; it also has an empty draft. */
export const large = { slug: "bench-city-500", from: 2024, to: 2025, draft: 2026 };
export const people = { editor: "editor@bench.example", coordinator: "coordinator@bench.example" };

/** Gives every city of the bench ten published years with a baseline, by set-based SQL. Everything is invented. */
export async function fillFootprintBench(prisma: Prisma): Promise<void> {
  const run = (sql: string) => prisma.$executeRawUnsafe(sql);
  await run(`INSERT INTO "Inventory" (id, "cityId", year, state, language, perimeters, tenures, employees, "factorSetId", "publishedOn", "updatedAt")
    SELECT gen_random_uuid(), c.id, year, 'published', 'en', ARRAY['administration','schools','street']::"Perimeter"[], ARRAY['owned','leased']::"Tenure"[],
      200 + c.population / 100, s.id, make_date(year + 1, 6, 15), now()
    FROM "City" c, generate_series(${large.to - footprintSize.years + 1}, ${large.to}) year, "FactorSet" s WHERE s.position = 1`);
  await run(`INSERT INTO "Inventory" (id, "cityId", year, state, language, perimeters, tenures, employees, "factorSetId", "updatedAt")
    SELECT gen_random_uuid(), "cityId", ${large.draft}, 'draft', i.language, perimeters, tenures, employees, "factorSetId", now()
    FROM "Inventory" i JOIN "City" c ON c.id = i."cityId" WHERE c.slug = '${large.slug}' AND year = ${large.to}`);
  await fillGrid(run);
  await fillLines(run);
  await run(`UPDATE "Inventory" i SET "lineCount" = t.lines, complete = t.complete, kwh = t.kwh, "useKg" = t.use, "embodiedKg" = t.manufacture,
      "totalKg" = t.use + t.manufacture, "lowKg" = round((t.use + t.manufacture) * 0.7, 3),
      "highKg" = CASE WHEN t.complete THEN round((t.use + t.manufacture) * 1.3, 3) END, "kwhByCountry" = t.by
    FROM (SELECT "inventoryId", sum(lines) AS lines, bool_and(complete) AS complete, sum(kwh) AS kwh, sum(use) AS use, sum(manufacture) AS manufacture,
        jsonb_object_agg(country, trim_scale(kwh)::text) AS by
      FROM (SELECT "inventoryId", country, count(*) AS lines, count(*) = count(use) AND count(*) = count(manufacture) AS complete,
          sum(kwh) AS kwh, COALESCE(sum(use), 0) AS use, COALESCE(sum(manufacture), 0) AS manufacture FROM (${lineFigures}) figures GROUP BY 1, 2) countries
      GROUP BY 1) t WHERE t."inventoryId" = i.id`);
  await fillBaselines(run);
  await fillPeople(run);
  await run("ANALYZE");
}

type Run = (sql: string) => Promise<unknown>;

/** The reference's factor of the country and year where there is one, else the city's own, falling from year to year. */
async function fillGrid(run: Run) {
  await run(`INSERT INTO "InventoryGrid" (id, "inventoryId", country, "gridFactorId", "ownValue", "sourceTitle")
    SELECT gen_random_uuid(), i.id, place, f.id, CASE WHEN f.id IS NULL THEN 900.5 - (i.year - 2000) * 12.3456 END,
      CASE WHEN f.id IS NULL THEN 'Bench figures' END
    FROM "Inventory" i JOIN "City" c ON c.id = i."cityId", unnest(ARRAY[c."countryCode", 'NO']) place
    LEFT JOIN LATERAL (SELECT id FROM "GridFactor" WHERE country = place AND year = i.year ORDER BY series DESC, version LIMIT 1) f ON true`);
}

/** Metered, suppliers' and typical figures, own and typical lifetimes, halves of grams among them; one city in ten counts a
 *  telephone of which nobody knows the manufacture. */
async function fillLines(run: Run) {
  await run(`WITH known AS (SELECT "categoryCode" AS code, (row_number() OVER (ORDER BY "categoryCode") - 1)::int AS place, count(*) OVER ()::int AS size
      FROM "Factor" f JOIN "FactorSet" s ON s.id = f."setId" AND s.position = 1 GROUP BY 1 HAVING count(*) = 3)
    INSERT INTO "InventoryLine" (id, "inventoryId", position, "categoryCode", label, quantity, tenure, perimeter, country, "lifetimeYears", "energySource",
      "kwhPerYear", "embodiedKg", "embodiedSource", quality)
    SELECT gen_random_uuid(), i.id, k, CASE WHEN k = 3 AND right(c.slug, 1) = '7' THEN 'basic_phone' ELSE known.code END, 'Line ' || k,
      1 + (k * 37 + i.year) % 400 + (k % 10 = 0)::int * 0.125, (ARRAY['owned','leased'])[1 + k % 2]::"Tenure",
      (ARRAY['administration','schools','street'])[1 + k % 3]::"Perimeter", CASE WHEN k % 19 = 0 THEN 'NO' END,
      (ARRAY[3, NULL, 4.5, 7])[1 + k % 4], (ARRAY['meter','supplier','typical'])[1 + k % 3]::"EnergySource",
      CASE WHEN k % 3 < 2 THEN 1 + (k * 7919) % 3000 * 0.1234 END, CASE WHEN k % 5 = 0 THEN 20 + (k * 104729) % 5000 * 0.0405 END,
      CASE WHEN k % 5 = 0 THEN 'Supplier' END, CASE WHEN k % 11 = 0 THEN 5 WHEN k % 7 = 0 THEN 4 ELSE 1 + k % 3 END
    FROM "Inventory" i JOIN "City" c ON c.id = i."cityId",
      generate_series(1, CASE WHEN c.slug = '${large.slug}' AND i.year >= ${large.from} THEN ${footprintSize.largeLines} ELSE ${footprintSize.lines} END) k
    JOIN known ON known.place = (k * 7 + k / 13) % known.size WHERE i.state = 'published'`);
}

/** Each city's first year is its baseline. */
async function fillBaselines(run: Run) {
  await run(`INSERT INTO "Baseline" (id, "cityId", state, language, "factorSetId", perimeters, tenures, kg, "thresholdPercent", "requestedOn")
    SELECT gen_random_uuid(), "cityId", 'active', language, "factorSetId", perimeters, tenures, "totalKg", 5, "publishedOn"
    FROM "Inventory" WHERE year = ${large.to - footprintSize.years + 1}`);
  await run(`INSERT INTO "BaselineYear" ("baselineId", "inventoryId")
    SELECT b.id, i.id FROM "Baseline" b JOIN "Inventory" i ON i."cityId" = b."cityId" AND i.year = ${large.to - footprintSize.years + 1}`);
}

async function fillPeople(run: Run) {
  for (const [id, email] of Object.entries(people))
    await run(
      `INSERT INTO "User" (id, name, email, "emailVerified", "updatedAt") VALUES ('${id}', 'Bench', '${email}', true, now())`,
    );
  await run(`INSERT INTO "NetworkRole" ("userId", role) VALUES ('coordinator', 'coordinator')`);
  await run(`INSERT INTO "Membership" (id, "userId", "cityId", role)
    SELECT gen_random_uuid(), 'editor', id, 'editor' FROM "City" WHERE slug = '${large.slug}'`);
}
