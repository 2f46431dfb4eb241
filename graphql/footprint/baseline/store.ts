import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { record } from "#graphql/kernel/audit.ts";
import { governing } from "#graphql/charter/store.ts";
import { type Decimal, digits, exact } from "#graphql/kernel/decimal.ts";
import { InvalidInput, type Issue } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import type { chooseBaselineInput } from "./input.ts";
import type { Aggregate } from "#graphql/kernel/change.ts";
import { footprintSubject, visibleBaselines, visibleInventories } from "../policy.ts";
import {
  BASE_YEAR_WINDOW,
  baselineKg,
  DEFAULT_THRESHOLD,
  inventoryResult,
  inWindow,
  whyIncomparable,
} from "../rules.ts";
import { unknownParts } from "../result/unknown.store.ts";
import { factorTable, gridTable, linesOf, workColumns } from "../store.ts";

/** Baselines: rows are only added; what was in force stays. A city's requests wait for each other on the row of the city. */

/** Baselines as mutations change them. */
export const baselines: Aggregate<P.BaselineGetPayload<object>> & { type: "Baseline" } = {
  type: "Baseline",
  find: (db, { viewer }, id) => db.baseline.findFirst({ where: { id, AND: visibleBaselines(viewer) } }),
  subject: footprintSubject,
  lock: ({ cityId }) => ({ table: "City", id: cityId }),
};

export type BaseInventory = P.InventoryGetPayload<object>;

/** The one fault of what was asked for. */
export function refuseBaseline(...issues: Issue[]): never {
  throw new InvalidInput(issues);
}

/** The named inventories, the oldest year first: visible, of this city, published, of the administration. */
export async function baseInventories(
  prisma: Prisma,
  { viewer }: Pick<StoreServices, "viewer">,
  cityId: string,
  ids: readonly string[],
): Promise<BaseInventory[]> {
  const wanted = [...new Set(ids.map((id) => localId(id, "Inventory")))];
  const where = { id: { in: wanted }, cityId, AND: visibleInventories(viewer) };
  const rows = await prisma.inventory.findMany({ where, orderBy: { year: "asc" } });
  found(rows.length === wanted.length ? rows : null, "Inventory");
  if (rows.some(({ state, scope }) => state !== "published" || scope !== "administration"))
    refuseBaseline({ path: "inventories", code: "baseline_not_published" });
  return rows;
}

/** What a baseline is made of: its mean under a factor set, and its boundary. Refuses inventories that may not be averaged. */
export async function foundation(prisma: Prisma, inventories: readonly BaseInventory[], setId: string) {
  const parts = await unknownParts(
    prisma,
    inventories.map(({ id }) => ({ id, factorSetId: setId })),
  );
  const measured = inventories.map(({ id, perimeters, tenures }) => ({
    perimeters,
    tenures,
    factorSet: setId,
    unknownParts: parts({ id, factorSetId: setId }),
  }));
  const [first] = measured;
  if (!first || measured.some((other) => whyIncomparable(first, other).length > 0))
    refuseBaseline({ path: "inventories", code: "baseline_mixed" });
  return {
    totals: await totalsUnder(prisma, inventories, setId),
    perimeters: first.perimeters,
    tenures: first.tenures,
  };
}

/** The totals of inventories under a factor set: as stored where it is their own, else worked out from their lines. */
export async function totalsUnder(
  prisma: Prisma | Transaction,
  inventories: readonly Pick<BaseInventory, "id" | "factorSetId" | "totalKg">[],
  setId: string,
): Promise<Decimal[]> {
  const others = inventories.some(({ factorSetId }) => factorSetId !== setId);
  const factors = others ? await factorTable(prisma, setId) : {};
  const totals: Decimal[] = [];
  for (const { id, factorSetId, totalKg } of inventories) {
    if (factorSetId === setId) {
      totals.push(exact(totalKg));
      continue;
    }
    const row = await prisma.inventory.findUniqueOrThrow({ where: { id }, include: workColumns });
    totals.push(inventoryResult(linesOf(row), factors, gridTable(row)).total.central);
  }
  return totals;
}

/** The year in which the city signed the text that governs it; null when it is not known. */
async function signedYear(prisma: Prisma, cityId: string): Promise<number | null> {
  const accessions = await prisma.accession.findMany({ where: { cityId }, include: { charterVersion: true } });
  return governing(accessions)?.signedOn?.getUTCFullYear() ?? null;
}

/** A baseline that is worked out and not kept yet. */
export type BaselineDraft = Omit<P.BaselineUncheckedCreateInput, "years"> & { inventories: readonly BaseInventory[] };

/** Works the first baseline out, before the transaction that keeps it. */
export async function firstBaseline(
  prisma: Prisma,
  { viewer, clock }: StoreServices,
  cityId: string,
  input: z.output<typeof chooseBaselineInput>,
): Promise<BaselineDraft> {
  const inventories = await baseInventories(prisma, { viewer }, cityId, input.inventories);
  const setId = inventories[0]?.factorSetId ?? "";
  if (inventories.some(({ factorSetId }) => factorSetId !== setId))
    refuseBaseline({ path: "inventories", code: "baseline_mixed" });
  const { totals, perimeters, tenures } = await foundation(prisma, inventories, setId);
  const signed = await signedYear(prisma, cityId);
  const years = inventories.map(({ year }) => year);
  if (signed !== null && inWindow(years, signed) === false && !input.explanation) {
    const params = { from: signed - BASE_YEAR_WINDOW, to: signed + BASE_YEAR_WINDOW };
    refuseBaseline({ path: "explanation", code: "base_year_outside_window", params });
  }
  const today = new Date(clock.today());
  return {
    cityId,
    inventories,
    perimeters,
    tenures,
    factorSetId: setId,
    language: input.language,
    state: "active",
    explanation: input.explanation ?? null,
    kg: digits(baselineKg(totals)),
    thresholdPercent: DEFAULT_THRESHOLD,
    requestedById: viewer.userId,
    requestedOn: today,
    decidedById: viewer.userId,
    decidedOn: today,
  };
}

/** Keeps the first baseline, which is in force at once. Refused when the city has one. */
export async function chooseBaseline(tx: Transaction, services: StoreServices, made: BaselineDraft): Promise<string> {
  if ((await tx.baseline.count({ where: { cityId: made.cityId, state: "active" } })) > 0)
    refuseBaseline({ path: "inventories", code: "baseline_exists" });
  return keepBaseline(tx, services, made, "footprint.choose_baseline");
}

/** Keeps a baseline with its years, and writes the history. Returns its id. */
export async function keepBaseline(
  tx: Transaction,
  { viewer }: StoreServices,
  { inventories, ...data }: BaselineDraft,
  action: string,
): Promise<string> {
  const years = { create: inventories.map(({ id }) => ({ inventoryId: id })) };
  const after = await tx.baseline.create({ data: { ...data, years } });
  const shown = { ...after, years: inventories.map(({ year }) => year) };
  const cities = footprintSubject(after);
  await record(tx, viewer, { action, subject: "Baseline", subjectId: after.id, cities, after: shown });
  return after.id;
}
