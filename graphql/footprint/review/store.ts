import type { StoreServices } from "#graphql/kernel/context.ts";
import type { Prisma, Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { Forbidden, InvalidInput, type Issue } from "#graphql/kernel/errors.ts";
import type { Topics } from "#graphql/kernel/jobs.ts";
import { applyTransition } from "#graphql/kernel/transitions.ts";
import { wholeInventory } from "../sheet/export.store.ts";
import { missingGridOf } from "../factor/grid.store.ts";
import { transitionRoles } from "#graphql/kernel/authorization.ts";
import { footprintSubject } from "../policy.ts";
import {
  type InventoryAction,
  inventoryTransitions,
  lineResult,
  missingForSignOff,
  type SignOffNeed,
} from "../rules.ts";
import { factorTable, follow, gridTable, linesOf, saveInventory, type StoredInventory, workColumns } from "../store.ts";

/** An inventory's way to publication: each step is a row with what was decided and, where others judge, what they saw. */

type Decision = P.InventoryReviewGetPayload<object>["decision"];

const decisions = {
  request_sign_off: "sign_off_requested",
  send_back: "sent_back",
  sign_off: "signed_off",
  withdraw: "withdrawn",
  request_changes: "changes_requested",
  publish: "published",
  archive: "archived",
} as const satisfies Record<InventoryAction, Decision>;

const notices: Partial<Record<InventoryAction, Topics["mail.notice"]["notice"]>> = {
  request_sign_off: "sign_off_wanted",
  request_changes: "changes_requested",
  publish: "published",
};

const judged: readonly Decision[] = ["signed_off", "published"];

/** Where the form asks for what is missing. */
const paths: Record<SignOffNeed, string> = {
  lines: "lines",
  perimeters: "perimeters",
  tenures: "tenures",
  line_perimeters: "lines",
  line_tenures: "lines",
  grid: "grid",
  energy: "lines",
  manufacture_unexplained: "lines",
  year_not_over: "year",
};

/** What still stands in the way of signing the inventory off. */
export async function missingForInventory(
  prisma: Prisma | Transaction,
  id: string,
  today: string,
): Promise<SignOffNeed[]> {
  const inventory = await prisma.inventory.findUniqueOrThrow({ where: { id }, include: workColumns });
  const [table, grid] = [await factorTable(prisma, inventory.factorSetId), gridTable(inventory)];
  const worked = linesOf(inventory);
  return missingForSignOff({
    year: inventory.year,
    thisYear: Number(today.slice(0, 4)),
    perimeters: inventory.perimeters,
    tenures: inventory.tenures,
    missingGrid: await missingGridOf(prisma, id),
    lines: inventory.lines.map(({ perimeter, tenure, embodiedSource }, index) => {
      const line = worked[index];
      const gaps = line ? lineResult(line, table, grid).gaps : [];
      return { perimeter, tenure, embodiedSource, embodiedKg: line?.embodiedKg ?? null, gaps };
    }),
  });
}

/** Moves an inventory to its next state. Throws Forbidden, Conflict, or InvalidInput naming what must be said or is still missing. */
export async function moveInventory(
  tx: Transaction,
  services: StoreServices,
  inventory: StoredInventory,
  action: InventoryAction,
  comment: string | null,
): Promise<void> {
  const { viewer, clock, jobs } = services;
  const move = applyTransition(
    inventoryTransitions,
    inventory.state,
    action,
    transitionRoles(viewer, footprintSubject(inventory)),
  );
  if (!move.ok) throw new Forbidden(move.refusal === "not_from_this_state" ? "not_in_this_state" : "not_your_right");
  const today = clock.today();
  const issues: Issue[] = [];
  if (move.needs.includes("reason") && !comment) issues.push({ path: "comment", code: "required" });
  if (action === "request_sign_off")
    for (const need of await missingForInventory(tx, inventory.id, today))
      issues.push({ path: paths[need], code: `missing_${need}` });
  if (issues.length > 0) throw new InvalidInput(issues);

  if (action === "publish") await supersede(tx, services, inventory);
  const publishedOn = action === "publish" ? new Date(today) : undefined;
  await saveInventory(tx, inventory, inventory.version, { state: move.to, publishedOn });
  const decision = decisions[action];
  const snapshot = judged.includes(decision) ? await wholeInventory(tx, inventory.id) : undefined;
  const { demonstration, id: inventoryId } = inventory;
  const decidedOn = new Date(today);
  await tx.inventoryReview.create({
    data: { inventoryId, decision, comment, decidedOn, decidedById: viewer.userId, snapshot, demonstration },
  });
  const change = { before: { state: inventory.state }, after: { state: move.to, comment } };
  await follow(tx, services, inventory, { action: `footprint.${action}`, ...change });
  const notice = notices[action];
  if (notice) await jobs.send(tx, "mail.notice", { notice, kind: "inventory", id: inventory.id });
}

/** The published revision of the same year gives way to this one; its figures stay as they were. */
async function supersede(tx: Transaction, services: StoreServices, { id, cityId, year, scope }: StoredInventory) {
  const older = await tx.inventory.findMany({ where: { cityId, year, scope, state: "published", id: { not: id } } });
  for (const inventory of older) {
    await saveInventory(tx, inventory, inventory.version, { state: "superseded" });
    const change = { before: { state: "published" }, after: { state: "superseded" } };
    await follow(tx, services, inventory, { action: "footprint.supersede", ...change });
  }
}
