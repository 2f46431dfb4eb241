import { data } from "react-router";
import { readFragment, type ResultOf } from "#app/api/documents.ts";
import type { PostedForm } from "#app/api/form.ts";
import type { FormProblem } from "#app/api/outcome.ts";
import { type Asker, query } from "#app/api/query.server.ts";
import {
  type CategoryFactors,
  ENERGY_SOURCES,
  type LiveBasis,
  PERIMETERS,
  type Range,
  TENURES,
  withoutLine,
} from "#graphql/footprint/rules.ts";
import {
  LineFormDocument,
  LinesOfCategoryDocument,
  StoredLineFragment,
  StoredLineOfInventoryDocument,
} from "./documents.ts";
import type { OpenInventory } from "../inventory/open.server.ts";

type Answer = ResultOf<typeof LineFormDocument>;
export type LineInventory = NonNullable<Answer["inventory"]>;
export type StoredLine = ResultOf<typeof StoredLineFragment>;
export type Typical = { set: string; kind: string; category: string } & Range;

/** What the page of a line needs: the inventory's frame, the reference, and the line with this id. 404 for a line of elsewhere. */
export async function loadLine(asker: Asker, open: OpenInventory, id: string | null) {
  const [form, line] = await Promise.all([query(asker, LineFormDocument, open.key), storedLine(asker, open, id)]);
  if (!form.inventory) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return { inventory: form.inventory, sets: form.factorSets, categories: form.equipmentCategories, line };
}

/** A line of this inventory; null for no id. */
export async function storedLine(asker: Asker, open: OpenInventory, id: string | null): Promise<StoredLine | null> {
  if (id === null) return null;
  const isLine = Buffer.from(id, "base64").toString().startsWith("InventoryLine:");
  const { node } = isLine ? await query(asker, StoredLineOfInventoryDocument, { id }) : { node: null };
  if (node?.__typename !== "InventoryLine" || node.inventory.id !== open.id)
    throw data({ code: "NOT_FOUND" }, { status: 404 });
  return readFragment(StoredLineFragment, node);
}

/** What the page's island works a line out with. */
export async function liveBasisOf(
  asker: Asker,
  open: OpenInventory,
  { inventory, sets, line }: Pick<Awaited<ReturnType<typeof loadLine>>, "inventory" | "sets" | "line">,
): Promise<LiveBasis> {
  const factors: Record<string, CategoryFactors> = {};
  for (const { category, kind, ...range } of sets.find(({ code }) => code === inventory.factorSet.code)?.factors ?? [])
    (factors[category] ??= { embodied: null, energy: null, lifetime: null })[kind] = range;
  const { total, byCategory } = inventory.result;
  const others = line
    ? withoutLine(total, line.total, total.high === null ? await otherHighs(asker, open, line, byCategory) : [])
    : total;
  const grid = Object.fromEntries(inventory.grid.map(({ country, ...range }) => [country, range]));
  return { country: open.city.country, factors, grid, others };
}

/** The high ends of the other categories, and of the line's own category without it. */
async function otherHighs(
  asker: Asker,
  open: OpenInventory,
  line: StoredLine,
  byCategory: LineInventory["result"]["byCategory"],
): Promise<(string | null)[]> {
  const highs = byCategory.filter(({ key }) => key !== line.category).map(({ total }) => total.high);
  if (highs.includes(null)) return highs;
  let after: string | null = null;
  do {
    const page: LinesPage = await linesOfCategory(asker, open, line.category, after);
    highs.push(...page.edges.filter(({ node }) => node.id !== line.id).map(({ node }) => node.total.high));
    after = page.pageInfo.hasNextPage ? page.pageInfo.endCursor : null;
  } while (after !== null);
  return highs;
}

type LinesPage = NonNullable<ResultOf<typeof LinesOfCategoryDocument>["inventory"]>["lines"];

async function linesOfCategory(asker: Asker, { key }: OpenInventory, category: string, after: string | null) {
  const { inventory } = await query(asker, LinesOfCategoryDocument, { ...key, category, after });
  if (!inventory) throw data({ code: "NOT_FOUND" }, { status: 404 });
  return inventory.lines;
}

/** A posted line for the API: numbers in canonical form, blank as null. */
export function postedLine(form: PostedForm, { place }: OpenInventory) {
  const perimeters = PERIMETERS[place.scope];
  return {
    category: form.text("category"),
    label: form.optional("label"),
    quantity: form.decimal("quantity") ?? "",
    tenure: TENURES.find((code) => code === form.text("tenure")) ?? null,
    perimeter: perimeters.find((code) => code === form.text("perimeter")) ?? perimeters[0],
    country: form.optional("country"),
    lifetimeYears: form.decimal("lifetimeYears"),
    energySource: ENERGY_SOURCES.find((code) => code === form.text("energySource")) ?? null,
    kwhPerYear: form.decimal("kwhPerYear"),
    embodiedKg: form.decimal("embodiedKg"),
    embodiedSource: form.optional("embodiedSource"),
    quality: form.whole("quality"),
    note: form.optional("note"),
  };
}

/** What the API refuses, and beside it what was left blank: the API looks up the category only once the rest is right. */
export function withBlanks(problem: FormProblem, form: PostedForm): FormProblem {
  const blank = ["category", "quantity"].filter((name) => form.text(name).trim() === "");
  const others = problem.issues.filter(({ path }) => !blank.includes(path));
  return { ...problem, issues: [...blank.map((path) => ({ path, code: "required", params: {} })), ...others] };
}
