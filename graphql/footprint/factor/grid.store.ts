import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import type { gridInput } from "../inventory/input.ts";
import { follow, refreshInventory, type StoredInventory } from "../store.ts";

/** Which electricity factor an inventory uses for a country and its year. */

/** The series that a factor is proposed from, the preferred one first. */
const proposed = ["ember", "electricity_maps"] as const;

/** The factor of exactly that country and year that a new inventory is proposed, or null. */
async function proposal(tx: Transaction, country: string, year: number): Promise<string | null> {
  const rows = await tx.gridFactor.findMany({
    where: { country, year, series: { in: [...proposed] } },
    orderBy: [{ publicationYear: "desc" }, { version: "desc" }],
  });
  return proposed.flatMap((series) => rows.find((row) => row.series === series) ?? [])[0]?.id ?? null;
}

/** Writes the proposals for these countries; one without a factor of that very year stays without. */
export async function proposeGrid(
  tx: Transaction,
  { id, year }: Pick<StoredInventory, "id" | "year">,
  countries: readonly string[],
): Promise<void> {
  for (const country of countries) {
    const gridFactorId = await proposal(tx, country, year);
    if (gridFactorId) await tx.inventoryGrid.create({ data: { inventoryId: id, country, gridFactorId } });
  }
}

/** The countries in which an inventory's electricity is used; the city's own while there is no line. */
export async function countriesOf(prisma: Prisma | Transaction, inventoryId: string): Promise<string[]> {
  const { city, lines } = await prisma.inventory.findUniqueOrThrow({
    where: { id: inventoryId },
    select: {
      city: { select: { countryCode: true } },
      lines: { distinct: ["country"], select: { country: true } },
    },
  });
  const used = lines.map(({ country }) => country ?? city.countryCode);
  return [...new Set(used.length === 0 ? [city.countryCode] : used)].toSorted();
}

/** Those of them that have no factor. */
export async function missingGridOf(prisma: Prisma | Transaction, inventoryId: string): Promise<string[]> {
  const [countries, grid] = await Promise.all([
    countriesOf(prisma, inventoryId),
    prisma.inventoryGrid.findMany({ where: { inventoryId }, select: { country: true } }),
  ]);
  return countries.filter((country) => !grid.some((row) => row.country === country));
}

/** Sets the factor of a country. Throws NotFound, or InvalidInput for one of another place or time. */
export async function setGrid(
  tx: Transaction,
  services: StoreServices,
  inventory: StoredInventory,
  { country, gridFactor, value, low, high, sourceTitle, sourceUrl }: z.output<typeof gridInput>,
): Promise<void> {
  const own: Omit<P.InventoryGridUncheckedCreateInput, "inventoryId" | "country"> =
    gridFactor == null
      ? {
          gridFactorId: null,
          ownValue: value,
          ownLow: low ?? null,
          ownHigh: high ?? null,
          sourceTitle: sourceTitle ?? null,
          sourceUrl: sourceUrl ?? null,
        }
      : {
          gridFactorId: await fittingFactor(tx, inventory, country, gridFactor),
          ownValue: null,
          ownLow: null,
          ownHigh: null,
          sourceTitle: null,
          sourceUrl: null,
        };
  const where = { inventoryId_country: { inventoryId: inventory.id, country } };
  const before = await tx.inventoryGrid.findUnique({ where });
  const after = await tx.inventoryGrid.upsert({
    where,
    create: { ...own, inventoryId: inventory.id, country },
    update: own,
  });
  await refreshInventory(tx, inventory.id);
  await follow(tx, services, inventory, { action: "footprint.set_grid", before, after });
}

/** A factor of the country and the inventory's year; of the nearest earlier year where the reference has none for it. */
async function fittingFactor(tx: Transaction, { year }: StoredInventory, country: string, id: string): Promise<string> {
  const factor = found(await tx.gridFactor.findUnique({ where: { id: localId(id, "GridFactor") } }), "GridFactor");
  if (factor.country !== country) throw new InvalidInput([{ path: "gridFactor", code: "grid_country" }]);
  const nearest = await tx.gridFactor.aggregate({ where: { country, year: { lte: year } }, _max: { year: true } });
  if (factor.year !== nearest._max.year)
    throw new InvalidInput([{ path: "gridFactor", code: "grid_year", params: { year } }]);
  return factor.id;
}
