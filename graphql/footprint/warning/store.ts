import type { StoreServices } from "#graphql/kernel/context.ts";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { Decimal } from "#graphql/kernel/decimal.ts";
import { InvalidInput } from "#graphql/kernel/errors.ts";
import { basisOf, lineRowsOf, type Reader } from "../result/store.ts";
import { PERSONAL_DEVICES, shownMedian, type Warning, warnings } from "../rules.ts";
import { follow, linesOf, type StoredInventory } from "../store.ts";

type Acceptance = P.WarningAcceptanceGetPayload<object>;
export type ShownWarning = Warning & { acceptance: Acceptance | null };

/** What deserves a second look, each with what the city said of it. */
export async function warningsOf(context: Reader, inventory: StoredInventory): Promise<ShownWarning[]> {
  const found = await findWarnings(context, inventory);
  const acceptances = await context.prisma.warningAcceptance.findMany({ where: { inventoryId: inventory.id } });
  return found.map((warning) => ({
    ...warning,
    acceptance: acceptances.find(({ key }) => key === warning.key) ?? null,
  }));
}

async function findWarnings(context: Reader, inventory: StoredInventory): Promise<Warning[]> {
  const { cityCountry, factors } = await basisOf(context, inventory.id);
  const city = { countryCode: cityCountry };
  const [lines, previous, networkDevicesPerEmployee] = await Promise.all([
    lineRowsOf(context, inventory.id),
    yearBefore(context, inventory),
    inventory.scope === "administration" ? devicesPerEmployee(context, inventory.cityId) : null,
  ]);
  return warnings({
    lines: linesOf({ lines, city }),
    factors,
    employees: inventory.employees,
    previous: previous && {
      year: previous.year,
      lines: linesOf({ lines: await lineRowsOf(context, previous.id), city }),
    },
    networkDevicesPerEmployee,
  });
}

/** The city's newest published inventory of an earlier year and the same scope. */
async function yearBefore({ prisma }: Reader, { cityId, scope, year }: StoredInventory) {
  const where = { cityId, scope, state: "published", year: { lt: year } } as const;
  return prisma.inventory.findFirst({ where, orderBy: { year: "desc" }, select: { id: true, year: true } });
}

/** The median over the newest published figures of the other cities; null when too few tell. */
async function devicesPerEmployee({ prisma }: Reader, cityId: string): Promise<string | null> {
  const newest = await prisma.inventory.findMany({
    where: { state: "published", scope: "administration", employees: { gt: 0 }, cityId: { not: cityId } },
    distinct: ["cityId"],
    orderBy: [{ cityId: "asc" }, { year: "desc" }],
    select: { id: true, employees: true },
  });
  const devices = await prisma.inventoryLine.groupBy({
    by: ["inventoryId"],
    where: { inventoryId: { in: newest.map(({ id }) => id) }, categoryCode: { in: [...PERSONAL_DEVICES] } },
    _sum: { quantity: true },
  });
  const each = devices.flatMap(({ inventoryId, _sum }) => {
    const employees = newest.find(({ id }) => id === inventoryId)?.employees;
    return employees && _sum.quantity ? [new Decimal(_sum.quantity.toFixed()).dividedBy(employees)] : [];
  });
  return shownMedian(each)?.toDecimalPlaces(2).toFixed() ?? null;
}

/** Keeps the city's reason beside a warning. Throws InvalidInput when there is no such warning. */
export async function acceptWarning(
  tx: Transaction,
  services: StoreServices,
  inventory: StoredInventory,
  { key, reason }: { key: string; reason: string },
): Promise<void> {
  const known = await findWarnings({ prisma: tx }, inventory);
  if (!known.some((warning) => warning.key === key)) throw new InvalidInput([{ path: "key", code: "unknown_code" }]);
  const { clock, viewer } = services;
  const said = { reason, acceptedById: viewer.userId, acceptedOn: new Date(clock.today()) };
  const where = { inventoryId_key: { inventoryId: inventory.id, key } };
  const before = await tx.warningAcceptance.findUnique({ where });
  const after = await tx.warningAcceptance.upsert({
    where,
    create: { ...said, key, inventoryId: inventory.id },
    update: said,
  });
  await follow(tx, services, inventory, { action: "footprint.accept_warning", before, after });
}

/** Takes the reason back; nothing happens when there is none. */
export async function withdrawAcceptance(
  tx: Transaction,
  services: StoreServices,
  inventory: StoredInventory,
  { key }: { key: string },
): Promise<void> {
  const before = await tx.warningAcceptance.findFirst({ where: { inventoryId: inventory.id, key } });
  if (!before) return;
  await tx.warningAcceptance.delete({ where: { id: before.id } });
  await follow(tx, services, inventory, { action: "footprint.withdraw_acceptance", before });
}
