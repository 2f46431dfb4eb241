/** Footprints by hand-written SQL: the floor to compare with, and what the bench's inventories are filled with. */

/** Every line with its use and manufacture in kg, rounded to the gram as the method says; null where something is not known. */
export const lineFigures = `SELECT l."inventoryId", COALESCE(l.country, c."countryCode") AS country,
    l.quantity * COALESCE(l."kwhPerYear", energy.value) AS kwh,
    round(l.quantity * COALESCE(l."kwhPerYear", energy.value) * COALESCE(g."ownValue", r.value) / 1000, 3) AS use,
    round(l.quantity * COALESCE(l."embodiedKg", embodied.value) / COALESCE(l."lifetimeYears", lifetime.value), 3) AS manufacture
  FROM "InventoryLine" l
  JOIN "Inventory" i ON i.id = l."inventoryId"
  JOIN "City" c ON c.id = i."cityId"
  LEFT JOIN "InventoryGrid" g ON g."inventoryId" = i.id AND g.country = COALESCE(l.country, c."countryCode")
  LEFT JOIN "GridFactor" r ON r.id = g."gridFactorId"
  LEFT JOIN "Factor" energy ON energy."setId" = i."factorSetId" AND energy."categoryCode" = l."categoryCode" AND energy.kind = 'energy'
  LEFT JOIN "Factor" embodied ON embodied."setId" = i."factorSetId" AND embodied."categoryCode" = l."categoryCode" AND embodied.kind = 'embodied'
  LEFT JOIN "Factor" lifetime ON lifetime."setId" = i."factorSetId" AND lifetime."categoryCode" = l."categoryCode" AND lifetime.kind = 'lifetime'`;

/** The total of one inventory: Σ quantity × kWh × g/kWh ÷ 1000 + Σ quantity × embodied ÷ lifetime. */
export const total = `SELECT (sum(use) + sum(manufacture))::text AS kg FROM (${lineFigures} WHERE i.id = $1::uuid) lines`;

/** Counts and medians of the network, from the newest published year of each signatory. */
export const network = `WITH latest AS (
    SELECT DISTINCT ON (i."cityId") i."cityId", i.year, i."totalKg", i.employees, COALESCE(i.inhabitants, c.population) AS inhabitants
    FROM "Inventory" i JOIN "City" c ON c.id = i."cityId"
    WHERE i.state = 'published' AND i.scope = 'administration' AND c.standing = 'signatory' ORDER BY i."cityId", i.year DESC)
  SELECT (SELECT count(*) FROM "City" WHERE standing = 'signatory')::int AS cities, count(*)::int AS reporting,
    percentile_cont(0.5) WITHIN GROUP (ORDER BY date_part('year', now()) - year) AS "ageYears",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY round("totalKg" / employees, 3)) AS "kgPerEmployee",
    percentile_cont(0.5) WITHIN GROUP (ORDER BY round("totalKg" / inhabitants, 3)) AS "kgPerInhabitant"
  FROM latest`;
