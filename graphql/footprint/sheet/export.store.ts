import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { type Estimate, inventoryResult, type InventoryResult, lineResult } from "../rules.ts";
import { gridTable, linesOf, tableOf, workColumns } from "../store.ts";

/** An inventory with everything that it takes to work its total out again: what a review keeps, and what anyone may take along. */

const METHOD =
  "use = quantity × kWh a year × g/kWh ÷ 1000; manufacture = quantity × embodied kg ÷ lifetime in years; each rounded to the gram " +
  "(3 decimals of kg, halves up); everything else is exact addition.";

function masses({ low, central, high }: Estimate) {
  return { low: low.toFixed(3), central: central.toFixed(3), high: high?.toFixed(3) ?? null };
}

function figures({ use, manufacture, total }: Pick<InventoryResult, "use" | "manufacture" | "total">) {
  return { use: masses(use), manufacture: masses(manufacture), total: masses(total) };
}

/** As plain data: what the city entered, the factors with their provenance, and what comes of them. */
export async function wholeInventory(prisma: Prisma | Transaction, id: string): Promise<P.InputJsonObject> {
  const inventory = await prisma.inventory.findUniqueOrThrow({
    where: { id },
    include: { ...workColumns, city: { select: { countryCode: true, slug: true, name: true } }, factorSet: true },
  });
  const used = [...new Set(inventory.lines.map(({ categoryCode }) => categoryCode))];
  const factors = await prisma.factor.findMany({ where: { setId: inventory.factorSetId } });
  const [table, grid, lines] = [tableOf(factors), gridTable(inventory), linesOf(inventory)];
  const result = inventoryResult(lines, table, grid);
  const { digest: _digest, position: _position, id: _id, ...factorSet } = inventory.factorSet;
  const whole = {
    method: METHOD,
    unit: "kg CO2e a year",
    city: inventory.city.slug,
    cityName: inventory.city.name,
    country: inventory.city.countryCode,
    year: inventory.year,
    scope: inventory.scope,
    revision: inventory.revision,
    reason: inventory.reason,
    language: inventory.language,
    note: inventory.note,
    perimeters: inventory.perimeters,
    tenures: inventory.tenures,
    employees: inventory.employees,
    inhabitants: inventory.inhabitants,
    publishedOn: inventory.publishedOn?.toISOString().slice(0, 10) ?? null,
    demonstration: inventory.demonstration,
    result: {
      ...figures(result),
      kwh: result.kwh.toFixed(),
      complete: result.complete,
      qualityScore: result.qualityScore?.toFixed(2) ?? null,
      gaps: result.gaps,
      byCategory: result.byCategory.map((group) => ({ key: group.key, lines: group.lines, ...figures(group) })),
    },
    grid: inventory.grid.map(({ country, gridFactor, sourceTitle, sourceUrl }) => ({
      ...(gridFactor ? withoutId(gridFactor) : { sourceTitle, sourceUrl, own: true, unit: "gCO2e/kWh" }),
      ...grid[country],
      country,
    })),
    factorSet,
    factors: factors
      .filter(({ categoryCode }) => used.includes(categoryCode))
      .map(({ setId: _setId, categoryCode, ...factor }) => ({ category: categoryCode, ...withoutId(factor) })),
    lines: inventory.lines.map(({ inventoryId: _inventoryId, categoryCode, ...row }, index) => {
      const line = lines[index];
      const worked = line && lineResult(line, table, grid);
      return {
        category: categoryCode,
        ...withoutId(row),
        country: line?.country,
        ...(worked && { kwh: worked.kwh?.toFixed() ?? null, ...figures(worked), gaps: worked.gaps }),
      };
    }),
  };
  return JSON.parse(JSON.stringify(whole)) as P.InputJsonObject;
}

function withoutId<Row extends { id: string }>({ id: _id, ...row }: Row): Omit<Row, "id"> {
  return row;
}
