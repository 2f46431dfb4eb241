import type { InputFieldMap } from "@pothos/core";
import type { z } from "zod";
import type { Prisma, Transaction } from "#prisma/client.ts";
import { Prisma as Sql } from "#prisma/generated/client/client.ts";
import { type Action, authorize, type Subject } from "./authorization.ts";
import { builder } from "./builder.ts";
import type { Context } from "./context.ts";
import { Conflict, Forbidden } from "./errors.ts";
import { found, localId } from "./ids.ts";
import { type MutationArgs, parse } from "./parse.ts";

/** How every mutation of one row is done: find → authorise → parse → lock the row → judge again under the lock → run.
 *  What `run` writes, history and queued jobs included, is one transaction. */

type Reader = Prisma | Transaction;
/** A row with what decides on changes: which it is, and, where that is counted, how often it was saved. */
type Row = { id: string; version?: number };

/** A kind of row that mutations change. */
export type Aggregate<R extends Row> = {
  /** Its GraphQL type. */
  type: string;
  /** The row, if this viewer may see it. */
  find(db: Reader, context: Context, id: string): Promise<R | null>;
  /** Whose it is: towards which cities the viewer needs the right. */
  subject(row: R): Subject;
  /** What is locked while it changes: a table and a row's id. */
  lock(row: R): { table: Table; id: string };
};

/** What a mutation does to one row, and when it may. */
export type Change<R extends Row, Schema extends z.ZodType, Done> = {
  /** The right that it needs; where one mutation does several things, by its arguments. */
  action: Action | ((args: MutationArgs) => Action);
  /** Whether the row's state allows it; left out where a transition table decides. */
  when?: (row: R) => boolean;
  /** Towards which cities the right is needed, where it is not the row's own. Throws NotFound. */
  towards?: (db: Reader, context: Context, row: R, args: MutationArgs) => Promise<Subject>;
  /** Judges the argument `input` where there is one, else all arguments. */
  schema: Schema | ((context: Context, row: R) => Schema);
  run(tx: Transaction, context: Context, row: R, input: z.output<Schema>, args: MutationArgs): Promise<Done>;
};

/** Long enough for five thousand lines on a busy machine. */
export const PATIENCE = { timeout: 60_000, maxWait: 30_000 };

/** Judges a change of the row that `args.id` names, and does it. `args.version`, when given, must still be the row's.
 *  Throws NotFound, Forbidden, InvalidInput or Conflict, in that order: a stranger learns nothing of input or version. */
export async function change<R extends Row, Schema extends z.ZodType, Done>(
  aggregate: Aggregate<R>,
  context: Context,
  args: MutationArgs,
  change: Change<R, Schema, Done>,
): Promise<{ id: string; done: Done }> {
  const { seen, input } = await judge(aggregate, context, args, change);
  const done = await write(aggregate, context, args, change, seen, (tx, row) =>
    change.run(tx, context, row, input, args),
  );
  return { id: seen.id, done };
}

type ChangeConditions<R extends Row, Schema extends z.ZodType> = Omit<Change<R, Schema, unknown>, "run">;

/** The row that is to be changed, if this viewer may do so now, and the parsed input. */
export async function judge<R extends Row, Schema extends z.ZodType>(
  aggregate: Aggregate<R>,
  context: Context,
  args: MutationArgs,
  change: ChangeConditions<R, Schema>,
): Promise<{ seen: R; input: z.output<Schema> }> {
  const id = localId(String(args.id), aggregate.type);
  const seen = await allowed(aggregate, context.prisma, context, id, args, change);
  const { schema } = change;
  const input = parse(typeof schema === "function" ? schema(context, seen) : schema, args.input ?? args);
  return { seen, input };
}

/** Writes in one transaction, with the row locked and judged again first: nothing changes a row that moved on meanwhile. */
export async function write<R extends Row, Done>(
  aggregate: Aggregate<R>,
  context: Context,
  args: MutationArgs,
  change: ChangeConditions<R, z.ZodType>,
  seen: R,
  run: (tx: Transaction, row: R) => Promise<Done>,
): Promise<Done> {
  return context.prisma.$transaction(async (tx) => {
    const { table, id } = aggregate.lock(seen);
    await tx.$queryRaw`SELECT 1 FROM ${Sql.raw(`"${table}"`)} WHERE "id" = ${id}::uuid FOR NO KEY UPDATE`;
    const row = await allowed(aggregate, tx, context, seen.id, args, change);
    const { version = args.version } = row;
    if (args.version != null && args.version !== version) throw new Conflict(Number(version));
    return run(tx, row);
  }, PATIENCE);
}

async function allowed<R extends Row>(
  { type, find, subject }: Aggregate<R>,
  db: Reader,
  context: Context,
  id: string,
  args: MutationArgs,
  { action, when, towards }: ChangeConditions<R, z.ZodType>,
): Promise<R> {
  const row = found(await find(db, context, id), type);
  const right = typeof action === "function" ? action(args) : action;
  authorize(context.viewer, right, towards ? await towards(db, context, row, args) : subject(row));
  if (when && !when(row)) throw new Forbidden("not_in_this_state");
  return row;
}

type MutationTexts = { description: string; args?: InputFieldMap };
type Node = "Accession" | "Baseline" | "Inventory" | "Pilot" | "Practice";
type Table = Node | "City";

/** Makes mutations of one kind of row: each answers the row, or the one whose id its change answers. `after` follows each. */
export function mutationsOf<R extends Row>(
  aggregate: Aggregate<R> & { type: Node },
  noun: string,
  after: (context: Context) => void = () => {},
) {
  return function mutation<Schema extends z.ZodType>(
    name: string,
    { description, args: more, ...what }: MutationTexts & Change<R, Schema, string | void>,
  ): void {
    builder.mutationField(name, (t) => {
      const id = t.arg.id({ required: true, description: `The ${noun}.` });
      const version = t.arg.int({ description: `When given, the ${noun} must still have this version.` });
      const args: InputFieldMap = { id, ...more, ...(more?.input ? {} : { version }) };
      return t.withAuth({ signedIn: true }).prismaField({
        type: aggregate.type,
        errors: {},
        description,
        args,
        resolve: async (query, _root, given: MutationArgs, context) => {
          const { id: changed, done } = await change(aggregate, context, given, what);
          after(context);
          return readAgain(context.prisma, aggregate.type, query, done ?? changed);
        },
      });
    });
  };
}

/** The row as it is now, with what the answer selects of it. */
async function readAgain(prisma: Prisma, type: Node, query: object, id: string) {
  const model = {
    Baseline: "baseline",
    Accession: "accession",
    Inventory: "inventory",
    Pilot: "pilot",
    Practice: "practice",
  } as const;
  const rows = prisma[model[type]] as unknown as { findUniqueOrThrow(args: object): Promise<never> };
  return rows.findUniqueOrThrow({ ...query, where: { id } });
}
