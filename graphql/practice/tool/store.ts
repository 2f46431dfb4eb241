import type { StoreServices } from "#graphql/kernel/context.ts";
import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import type { Prisma as P } from "#prisma/generated/client/client.ts";
import { Forbidden, InvalidInput } from "#graphql/kernel/errors.ts";
import type { Aggregate } from "#graphql/kernel/change.ts";
import { practiceSubject } from "../policy.ts";
import { follow, type StoredPractice } from "../store.ts";
import type { toolInput } from "./input.ts";
import { visibleTools } from "./policy.ts";
import { mostTools } from "./rules.ts";

type Input = z.output<typeof toolInput>;
export type StoredTool = P.PracticeToolGetPayload<{ include: { practice: true } }>;

/** Tools as mutations change them; their practice is locked with them. */
export const tools: Aggregate<StoredTool> = {
  type: "PracticeTool",
  versions: true,
  find: (db, { viewer }, id) =>
    db.practiceTool.findFirst({ where: { id, AND: visibleTools(viewer) }, include: { practice: true } }),
  subject: ({ practice }) => practiceSubject(practice),
  lock: ({ practiceId }) => ({ table: "Practice", id: practiceId }),
};

/** Counts the practice one version on, so that nobody signs off what they have not read, and holds it in its state until
 *  the change is done. Its translations stay as fresh as they were. Throws Forbidden when it was moved on since. */
async function touchPractice(tx: Transaction, { id, state }: Pick<StoredPractice, "id" | "state">): Promise<void> {
  const { count } = await tx.practice.updateMany({ where: { id, state }, data: { version: { increment: 1 } } });
  if (count === 0) throw new Forbidden("not_in_this_state");
  const { version } = await tx.practice.findUniqueOrThrow({ where: { id }, select: { version: true } });
  await tx.practiceTranslation.updateMany({
    where: { practiceId: id, sourceVersion: version - 1 },
    data: { sourceVersion: version },
  });
}

function columns({ description, sourceTitle, sourceUrl, ...given }: Input) {
  return {
    ...given,
    description: description ?? null,
    sourceTitle: sourceTitle ?? null,
    sourceUrl: sourceUrl ?? null,
  };
}

async function followTool(
  tx: Transaction,
  services: StoreServices,
  tool: { id: string; practiceId: string },
  cityId: string,
  change: { action: string; before?: object | null; after?: object },
): Promise<void> {
  await follow(tx, services, { id: tool.practiceId, cityId }, change);
  await services.jobs.send(tx, "search.index", { kind: "tool", id: tool.id });
}

/** Adds a tool and returns its id. Throws InvalidInput when the practice names as many as it may. */
export async function addTool(
  tx: Transaction,
  services: StoreServices,
  practice: StoredPractice,
  input: Input,
): Promise<string> {
  await touchPractice(tx, practice);
  const there = await tx.practiceTool.count({ where: { practiceId: practice.id } });
  if (there >= mostTools)
    throw new InvalidInput([{ path: "title", code: "too_many_tools", params: { max: mostTools } }]);
  const after = await tx.practiceTool.create({ data: { ...columns(input), practiceId: practice.id } });
  await followTool(tx, services, after, practice.cityId, { action: "practice.add_tool", after });
  return after.id;
}

/** Replaces a tool. */
export async function changeTool(
  tx: Transaction,
  services: StoreServices,
  { practice, ...before }: StoredTool,
  input: Input,
): Promise<void> {
  await touchPractice(tx, practice);
  const data = { ...columns(input), version: { increment: 1 } };
  const after = await tx.practiceTool.update({ where: { id: before.id }, data });
  await followTool(tx, services, before, practice.cityId, { action: "practice.change_tool", before, after });
}

/** Removes a tool. Returns its practice's id. */
export async function removeTool(
  tx: Transaction,
  services: StoreServices,
  { practice, ...before }: StoredTool,
): Promise<string> {
  await touchPractice(tx, practice);
  await tx.practiceTool.delete({ where: { id: before.id } });
  await followTool(tx, services, before, practice.cityId, { action: "practice.remove_tool", before });
  return practice.id;
}
