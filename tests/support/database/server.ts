import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#prisma/generated/client/client.ts";

/** The PostgreSQL server to test on, or null for PGlite. */
export function testServer(): string | null {
  return process.env.TEST_DATABASE_URL ?? null;
}

/** The URL of a database on the server. */
export function urlOf(server: string, name: string): string {
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

/** Drops and makes a database on the server, from a template if named; returns its URL. */
export async function recreate(server: string, name: string, template?: string): Promise<string> {
  await drop(server, name);
  await administer(server, `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ""}`);
  return urlOf(server, name);
}

export async function drop(server: string, name: string): Promise<void> {
  await administer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
}

/** Does one thing on the server that belongs to no database. */
export async function administer(server: string, sql: string): Promise<void> {
  await asking(server, (client) => client.$executeRawUnsafe(sql));
}

/** The server's databases whose names begin like this. */
export async function databasesLike(server: string, beginning: string): Promise<string[]> {
  const rows = await asking(
    server,
    (client) =>
      client.$queryRaw<{ datname: string }[]>`SELECT datname FROM pg_database WHERE starts_with(datname, ${beginning})`,
  );
  return rows.map(({ datname }) => datname);
}

/** One client for all that a process asks of a server: making one costs more than what it asks. */
const clients = new Map<string, PrismaClient>();

function asking<T>(server: string, ask: (client: PrismaClient) => Promise<T>): Promise<T> {
  const known = clients.get(server);
  if (known) return ask(known);
  const adapter = new PrismaPg({ connectionString: server, max: 1, idleTimeoutMillis: 1000, allowExitOnIdle: true });
  const client = new PrismaClient({ adapter });
  clients.set(server, client);
  return ask(client);
}
