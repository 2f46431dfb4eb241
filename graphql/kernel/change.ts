import type { InputFieldMap } from "@pothos/core";
import type { z } from "zod";
import type { Prisma, Transaction } from "#prisma/client.ts";
import { Prisma as Sql } from "#prisma/generated/client/client.ts";
import { type Action, authorize, type Subject } from "./authorization.ts";
import { builder } from "./builder.ts";
import type { Context } from "./context.ts";
import { Conflict, Forbidden, InvalidInput } from "./errors.ts";
import { found, localId } from "./ids.ts";
import { keyedRequest, madeBefore, remember } from "./idempotency.ts";
import { type MutationArgs, parse } from "./parse.ts";

/** How every mutation is done: find the row → authorise → parse → lock the row → judge again under the lock → run. What is new
 *  belongs to a row that is there: a pilot to its city, a saved search to its person.
 *  What `run` writes, history and queued jobs included, is one transaction. */

type Reader = Prisma | Transaction;
/** A row with what decides on changes: which it is, and, where that is counted, how often it was saved. */
type Row = { id: string; version?: number };
/** The types of which rows are changed or answered. */
type Node =
  | "Accession"
  | "AccessionDocument"
  | "Baseline"
  | "Ceremony"
  | "City"
  | "Contact"
  | "Inventory"
  | "InventoryLine"
  | "Membership"
  | "Pilot"
  | "Practice"
  | "PracticeTool"
  | "SavedSearch"
  | "SearchQuestion"
  | "Session"
  | "SheetImport"
  | "User";

/** A kind of row that mutations change. */
export type Aggregate<R extends Row> = {
  /** Its GraphQL type. */
  type: Node;
  /** Whether its rows count how often they were saved. */
  versions?: true;
  /** The row's id, from the argument that names it; a UUID in a global id when left out. */
  key?(given: unknown, context: Context): string;
  /** The row, if this viewer may see it. */
  find(db: Reader, context: Context, id: string): Promise<R | null>;
  /** Whose it is: towards which cities the viewer needs the right. */
  subject(row: R): Subject;
  /** What is locked while it changes: a table and a row's id. */
  lock(row: R): { table: Node; id: string } | null;
};

type Conditions<R extends Row, Schema extends z.ZodType> = {
  /** The right that is needed: `own` where a row is seen by nobody but whom it belongs to; by the arguments where one mutation
   *  does several things. */
  action: Action | "own" | ((args: MutationArgs) => Action);
  /** Whether the row's state allows it; left out where a transition table decides. */
  when?: (row: R) => boolean;
  /** Towards which cities the right is needed, where it is not the row's own. Throws NotFound. */
  towards?: (db: Reader, context: Context, row: R, args: MutationArgs) => Promise<Subject>;
  /** Where the version that the form showed stands beside the fields of `input`. */
  versionInInput?: true;
  /** The argument that names what is replaced; left out, something is added, which needs no version. */
  part?: string;
  /** Judges the argument `input` where there is one, else all arguments. */
  schema: Schema | ((context: Context, row: R) => Schema);
};

type Run<R extends Row, Schema extends z.ZodType, Done> =
  | {
      run(tx: Transaction, context: Context, row: R, input: z.output<Schema>, args: MutationArgs): Promise<Done>;
      ahead?: undefined;
    }
  | {
      /** Works out what takes long, before the transaction; answers what is then written. */
      ahead(context: Context, row: R, input: z.output<Schema>): Promise<(tx: Transaction, row: R) => Promise<Done>>;
      run?: undefined;
    };

/** What a mutation does to one row, and when it may. */
export type Change<R extends Row, Schema extends z.ZodType, Done> = Conditions<R, Schema> & Run<R, Schema, Done>;

/** Long enough for five thousand lines on a busy machine. */
const PATIENCE = { timeout: 60_000, maxWait: 30_000 };

type Naming = {
  /** The argument that names the row; null where the viewer is meant. */
  by?: string | null;
  /** The mutation's name, where the same request sent again is to answer what it made. */
  once?: string;
};

/** Judges a change of the row that the argument names, and does it. A version that is sent must still be the row's.
 *  Throws NotFound, Forbidden, InvalidInput or Conflict, in that order: a stranger learns nothing of input or version. */
export async function change<R extends Row, Schema extends z.ZodType, Done>(
  aggregate: Aggregate<R>,
  context: Context,
  args: MutationArgs,
  change: Change<R, Schema, Done>,
  { by = "id", once }: Naming = {},
): Promise<{ id: string; done?: Done }> {
  const { key = (given: unknown) => localId(String(given), aggregate.type) } = aggregate;
  const id = key(by === null ? null : args[by], context);
  const seen = await reached(aggregate, context.prisma, context, id, args, change);
  const request = once === undefined ? null : keyedRequest(context, once, args);
  const made = request && (await madeBefore(context.prisma, request));
  if (made !== null) return { id: made };
  allowNow(change, seen);
  const { schema, ahead } = change;
  const input = parse(typeof schema === "function" ? schema(context, seen) : schema, args.input ?? args);
  const write = await ahead?.(context, seen, input);
  return context.prisma.$transaction(async (tx) => {
    await lock(tx, aggregate.lock(seen));
    const row = await reached(aggregate, tx, context, id, args, change);
    const meanwhile = request && (await madeBefore(tx, request));
    if (meanwhile !== null) return { id: meanwhile };
    allowNow(change, row);
    const { version } = change.versionInInput ? (args.input as MutationArgs) : args;
    const isAsked = change.part !== undefined && args[change.part] != null;
    if (row.version !== undefined && (version != null || isAsked)) sameVersion({ version: row.version }, version);
    const done = await (write ? write(tx, row) : change.run!(tx, context, row, input, args));
    if (request) await remember(tx, context, request, typeof done === "string" ? done : id);
    return { id, done };
  }, PATIENCE);
}

/** Throws unless the version that was sent is the one that stands: InvalidInput when none was, Conflict when it is another. */
export function sameVersion(stored: { version: number }, sent: unknown): void {
  if (sent == null) throw new InvalidInput([{ path: "version", code: "required" }]);
  if (sent !== stored.version) throw new Conflict(stored.version);
}

/** Nothing changes a row that moved on meanwhile: it is judged again once nobody else can write it. */
async function lock(tx: Transaction, place: { table: Node; id: string } | null): Promise<void> {
  if (!place) return;
  const type = Sql.raw(["Session", "User"].includes(place.table) ? "text" : "uuid");
  const table = Sql.raw(`"${place.table}"`);
  await tx.$queryRaw`SELECT 1 FROM ${table} WHERE "id" = ${place.id}::${type} FOR NO KEY UPDATE`;
}

async function reached<R extends Row>(
  { type, find, subject }: Aggregate<R>,
  db: Reader,
  context: Context,
  id: string,
  args: MutationArgs,
  { action, towards }: Conditions<R, z.ZodType>,
): Promise<R> {
  const row = found(await find(db, context, id), type);
  const owner = towards ? await towards(db, context, row, args) : subject(row);
  const right = typeof action === "function" ? action(args) : action;
  if (right !== "own") authorize(context.viewer, right, owner);
  return row;
}

function allowNow<R extends Row>({ when }: Conditions<R, z.ZodType>, row: R): void {
  if (when && !when(row)) throw new Forbidden("not_in_this_state");
}

type MutationTexts = {
  description?: string;
  args?: InputFieldMap;
  /** The type of the row whose id the change answers, where it is not the changed row's. */
  answers?: Node;
  /** Adds a row, or a dated entry to a log: several people may at once, so that no version is asked for. */
  adds?: true;
};
/** Makes mutations of one kind of row: each answers the row, or the one whose id its change answers. `after` follows each. */
export function mutationsOf<R extends Row>(
  aggregate: Aggregate<R>,
  noun: string,
  { by = "id", after = () => {} }: { by?: string | null; after?: (context: Context) => void } = {},
) {
  return function mutation<Schema extends z.ZodType>(
    name: string,
    { description, args: more, answers, adds, ...what }: MutationTexts & Change<R, Schema, string | void>,
  ): void {
    const type = answers ?? aggregate.type;
    const once = adds && name;
    builder.mutationField(name, (t) => {
      const id = by === null ? {} : { [by]: t.arg.id({ required: true, description: `The ${noun}.` }) };
      const isOptional = what.part !== undefined;
      const version = t.arg.int({
        required: !isOptional,
        description: isOptional
          ? `When given, the ${noun} must still have this version.`
          : `The version that the form showed: the ${noun} must still have it.`,
      });
      const counts = aggregate.versions && !what.versionInInput && (!adds || what.part);
      const idempotencyKey = t.arg.string({
        description:
          "Of your own making, 1 to 100 characters: sent again within a day, it answers what was made the first time.",
      });
      const args: InputFieldMap = {
        ...id,
        ...(counts ? { version } : {}),
        ...more,
        ...(adds ? { idempotencyKey } : {}),
      };
      return t.withAuth({ signedIn: true }).prismaField({
        type,
        errors: {},
        description,
        args,
        extensions: { changes: aggregate.type, adds: adds === true },
        resolve: async (query, _root, given: MutationArgs, context) => {
          const { id: changed, done } = await change(aggregate, context, given, what, { by, once });
          after(context);
          return readAgain(context.prisma, type, query, done ?? changed);
        },
      });
    });
  };
}

/** The row as it is now, with what the answer selects of it. */
async function readAgain(prisma: Prisma, type: Node, query: object, id: string) {
  const model = `${type.charAt(0).toLowerCase()}${type.slice(1)}` as Uncapitalize<Node>;
  const rows = prisma[model] as unknown as { findUnique(args: object): Promise<never> };
  return found(await rows.findUnique({ ...query, where: { id } }), type);
}
