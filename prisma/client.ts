import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { pg_trgm } from "@electric-sql/pglite/contrib/pg_trgm";
import { unaccent } from "@electric-sql/pglite/contrib/unaccent";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaPGlite } from "pglite-prisma-adapter";
import { PrismaClient } from "./generated/client/client.ts";
import { lockFolder } from "./lock.ts";

export type Prisma = PrismaClient;
/** The client inside an interactive transaction: what stores write through. */
export type Transaction = Parameters<Parameters<PrismaClient["$transaction"]>[0]>[0];

export type Database = {
  prisma: PrismaClient;
  adapter: PrismaPg | PrismaPGlite;
  /** The embedded database, or null when a PostgreSQL server is used. */
  pglite: PGlite | null;
  url: string | null;
  close(): Promise<void>;
};

export type DatabaseOptions = {
  /** Connection string of a PostgreSQL 15+ server; without it PGlite is used. */
  url?: string | null;
  /** PGlite's folder; in memory when absent. */
  dataDir?: string;
  /** A dumped PGlite data folder to start from (tests). */
  loadDataDir?: Blob;
};

/** Opens PostgreSQL when a URL is given, else the embedded PGlite: same schema, same dialect. */
export async function openDatabase(options: DatabaseOptions): Promise<Database> {
  return options.url ? openServer(options.url) : openEmbedded(options);
}

function openServer(url: string): Database {
  const adapter = new PrismaPg({ connectionString: url, max: 10 });
  const prisma = new PrismaClient({ adapter });
  return { prisma, adapter, pglite: null, url, close: () => prisma.$disconnect() };
}

async function openEmbedded({ dataDir, loadDataDir }: DatabaseOptions): Promise<Database> {
  if (dataDir) mkdirSync(dirname(dataDir), { recursive: true });
  const unlock = dataDir ? lockFolder(dataDir) : () => {};
  const pglite = await PGlite.create({ dataDir, loadDataDir, extensions: { pg_trgm, unaccent } });
  const adapter = new PrismaPGlite(pglite);
  const prisma = new PrismaClient({ adapter });
  async function close() {
    await prisma.$disconnect();
    if (!pglite.closed) await pglite.close();
    unlock();
  }
  return { prisma, adapter, pglite, url: null, close };
}

/** The database that the environment names: DATABASE_URL, else the folder DATA_DIR (default .data). */
export function databaseFromEnvironment(env: NodeJS.ProcessEnv): Promise<Database> {
  return openDatabase({ url: env.DATABASE_URL, dataDir: `${env.DATA_DIR ?? ".data"}/database` });
}
