import { createHash, randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { openJobs } from "#graphql/kernel/jobs.ts";
import { jsonLogger } from "#graphql/kernel/logger.ts";
import { type Database, openDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { seedReference } from "#prisma/seed/seed.ts";
import { filesIn } from "../source/sources.ts";
import { fillNetwork } from "../network/fill.ts";
import { addDemonstration } from "./seeded.ts";
import { administer, databasesLike, drop, recreate, testServer } from "./server.ts";

/** What a test file begins from: nothing but tables, the reference data, the whole demonstration
 *  network, or that with the invented cities. */
export type Filling = "empty" | "reference" | "demonstration" | "network";

const before = { empty: null, reference: "empty", demonstration: "reference", network: "demonstration" } as const;
const fill: Record<Filling, (database: Database) => Promise<unknown>> = {
  empty: migrateWithQueues,
  reference: ({ prisma }) => seedReference(prisma),
  demonstration: ({ prisma }) => addDemonstration(prisma),
  network: ({ prisma }) => fillNetwork(prisma),
};

async function migrateWithQueues(database: Database): Promise<void> {
  await migrate(database);
  const jobs = await openJobs(
    database,
    jsonLogger(() => {}),
  );
  await jobs.stop();
}

/** A template to copy, made by the first who asks: a dumped folder of PGlite, or with TEST_DATABASE_URL a database's name. */
export function template(filling: Filling): Promise<string> {
  const server = testServer();
  return server ? onServer(server, filling) : onDisk(filling);
}

const folder = "tests/.results/templates";
const makers = ["database", "network", "factories"].map((name) => `tests/support/${name}`);

/** Kept until a file changes on which the fillings may depend. It is renamed into its place: two may make it at once. */
async function onDisk(filling: Filling): Promise<string> {
  const file = `${folder}/${filling}-${fingerprint()}.tar`;
  if (existsSync(file)) return file;
  const from = before[filling] && (await onDisk(before[filling]));
  const database = await openDatabase(from ? { loadDataDir: new Blob([readFileSync(from)]) } : {});
  await fill[filling](database);
  const dump = await database.pglite?.dumpDataDir("none");
  await database.close();
  mkdirSync(folder, { recursive: true });
  const fresh = `${file}.${randomBytes(6).toString("hex")}`;
  writeFileSync(fresh, new Uint8Array((await dump?.arrayBuffer()) ?? []));
  renameSync(fresh, file);
  return file;
}

let print: string | undefined;

function fingerprint(): string {
  if (print) return print;
  const hash = createHash("sha256").update(readFileSync("package-lock.json"));
  const read = ["prisma", "graphql", "content/reference", ...makers].flatMap((top) => filesIn(top, /./));
  for (const path of [...read, ...migrations()]) hash.update(path).update(readFileSync(path));
  print = hash.digest("hex").slice(0, 16);
  return print;
}

function migrations(): string[] {
  const names = readdirSync("prisma/migrations", { recursive: true, encoding: "utf8" });
  return names
    .filter((name) => name.endsWith(".sql"))
    .map((name) => `prisma/migrations/${name}`)
    .toSorted();
}

/** Removes what was made before the last change. */
export function forgetOldTemplates(): void {
  if (!existsSync(folder)) return;
  const old = readdirSync(folder).filter((name) => !name.endsWith(`-${fingerprint()}.tar`));
  for (const name of old) rmSync(`${folder}/${name}`);
}

/** Each run has templates of its own on a server that others may use, too. */
function nameOnServer(filling: string): string {
  process.env.TEST_RUN ??= randomBytes(4).toString("hex");
  return `quintet_template_${process.env.TEST_RUN}_${filling}`;
}

async function onServer(server: string, filling: Filling): Promise<string> {
  const name = nameOnServer(filling);
  if ((await databasesLike(server, name)).includes(name)) return name;
  const from = before[filling] && (await onServer(server, before[filling]));
  const fresh = `quintet_test_${randomBytes(6).toString("hex")}`;
  const database = await openDatabase({ url: await recreate(server, fresh, from ?? undefined) });
  await fill[filling](database);
  await database.close();
  await administer(server, `ALTER DATABASE "${fresh}" RENAME TO "${name}"`).catch(async (error: unknown) => {
    await drop(server, fresh);
    if (!(await databasesLike(server, name)).includes(name)) throw error;
  });
  return name;
}

/** Drops this run's templates. */
export async function dropTemplates(server: string): Promise<void> {
  for (const name of await databasesLike(server, nameOnServer(""))) await drop(server, name);
}
