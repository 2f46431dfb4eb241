import { createHash } from "node:crypto";
import { readdirSync } from "node:fs";
import { join } from "node:path";
import type { Transaction } from "../client.ts";
import type { Prisma as P } from "../generated/client/client.ts";
import { reference } from "./reference.ts";

type CategoryFact = { code: string; group: P.EquipmentCategoryUncheckedCreateInput["group"]; position: number };

type Provenance = {
  value: string;
  low: string;
  high: string;
  unit: string;
  rangeBasis: string;
  sourceTitle: string;
  sourceUrl: string;
  publicationYear: number;
  geography: string;
  lifeCycle: string;
  licence: string;
  version: string;
};

export type FactorFact = Provenance & { category: string; kind: P.FactorUncheckedCreateInput["kind"] };
export type GridFact = Provenance & { country: string; year: number; series: string };
export type FactorSetFact = {
  code: string;
  title: string;
  publisher: string;
  version: string;
  publicationYear: number;
  licence: string;
  sourceTitle: string;
  sourceUrl: string;
  note: string;
  position: number;
  factors: FactorFact[];
};

/** The editions of device factors: every file of content/reference/footprint/sets/. */
export function factorSetFacts(): FactorSetFact[] {
  const files = readdirSync(join(process.cwd(), "content", "reference", "footprint", "sets"));
  const sets = files.filter((file) => file.endsWith(".json"));
  return sets.toSorted().map((file) => reference<FactorSetFact>(`footprint/sets/${file}`));
}

export function gridFacts(): GridFact[] {
  return reference<GridFact[]>("footprint/grid.json");
}

/** Categories, factor sets and grid factors. Facts that an inventory may have used are never changed: throws instead. */
export async function seedFootprintReference(tx: Transaction): Promise<void> {
  for (const category of reference<CategoryFact[]>("footprint/categories.json")) {
    await tx.equipmentCategory.upsert({ where: { code: category.code }, update: category, create: category });
  }
  for (const fact of factorSetFacts()) await seedFactorSet(tx, fact);
  await seedGridFactors(tx, gridFacts());
}

/** Adds a set, or replaces one that nothing uses yet. Throws when the facts of a used set have changed. */
export async function seedFactorSet(tx: Transaction, fact: FactorSetFact): Promise<void> {
  const { factors, ...header } = fact;
  const data = { ...header, digest: digestOf(fact) };
  const found = await tx.factorSet.findUnique({
    where: { code: fact.code },
    include: { _count: { select: { inventories: true, baselines: true } } },
  });
  if (found?.digest === data.digest) return;
  if (found && found._count.inventories + found._count.baselines > 0) {
    throw new Error(
      `The factor set ${fact.code} is in use, and a used set is immutable: leave its file as it was and add the new facts as a set with a new code.`,
    );
  }
  const { id: setId } = await tx.factorSet.upsert({ where: { code: fact.code }, update: data, create: data });
  await tx.factor.deleteMany({ where: { setId } });
  await tx.factor.createMany({
    data: factors.map(({ category, ...factor }) => ({ ...factor, setId, categoryCode: category })),
  });
}

/** Adds grid factors that are missing. Throws when a stored one has another value or range than its fact. */
export async function seedGridFactors(tx: Transaction, facts: GridFact[]): Promise<void> {
  const key = (row: { country: string; year: number; series: string; version: string }) =>
    [row.country, row.year, row.series, row.version].join(" ");
  const stored = new Map((await tx.gridFactor.findMany()).map((row) => [key(row), row]));
  for (const fact of facts) {
    const row = stored.get(key(fact));
    if (!row || (row.value.eq(fact.value) && row.low.eq(fact.low) && row.high.eq(fact.high))) continue;
    throw new Error(
      `The grid factor ${key(fact)} is stored with another value, and grid factors are immutable: add the new one under a new version.`,
    );
  }
  await tx.gridFactor.createMany({ data: facts.filter((fact) => !stored.has(key(fact))) });
}

/** SHA-256 of the facts, whatever the order of their keys. */
function digestOf(fact: FactorSetFact): string {
  return createHash("sha256").update(canonical(fact)).digest("hex");
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(",")}]`;
  if (value === null || typeof value !== "object") return JSON.stringify(value);
  const entries = Object.entries(value).toSorted(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([key, of]) => `${JSON.stringify(key)}:${canonical(of)}`).join(",")}}`;
}
