import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Database, openDatabase } from "#prisma/client.ts";
import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "#prisma/generated/client/client.ts";

export const templateFile = "tests/.results/template.tar";
export const templateName = "quintet_test_template";

/** The PostgreSQL server to test on, or null for PGlite. */
export function testServer(): string | null {
  return process.env.TEST_DATABASE_URL ?? null;
}

/** A fresh copy of the migrated template. */
export async function testDatabase(): Promise<Database> {
  const server = testServer();
  if (!server) return openDatabase({ loadDataDir: new Blob([readFileSync(templateFile)]) });
  const name = `quintet_test_${randomBytes(6).toString("hex")}`;
  const url = await recreate(server, name, templateName);
  const database = await openDatabase({ url });
  return {
    ...database,
    async close() {
      await database.close();
      await administer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
    },
  };
}

/** Drops and makes a database on the server, from a template if named; returns its URL. */
export async function recreate(server: string, name: string, template?: string): Promise<string> {
  await administer(server, `DROP DATABASE IF EXISTS "${name}" WITH (FORCE)`);
  await administer(server, `CREATE DATABASE "${name}"${template ? ` TEMPLATE "${template}"` : ""}`);
  const url = new URL(server);
  url.pathname = `/${name}`;
  return url.href;
}

async function administer(server: string, sql: string) {
  const client = new PrismaClient({ adapter: new PrismaPg({ connectionString: server, max: 1 }) });
  await client.$executeRawUnsafe(sql);
  await client.$disconnect();
}
