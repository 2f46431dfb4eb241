import { mkdirSync, writeFileSync } from "node:fs";
import { openJobs } from "#graphql/kernel/jobs.ts";
import { jsonLogger } from "#graphql/kernel/logger.ts";
import { openDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { recreate, templateFile, templateName, testServer } from "./database.ts";

const shared = globalThis as { quintetTemplate?: Promise<void> };

/** Vitest calls this once for each project, side by side: the template is made for all of them. */
export default function setup(): Promise<void> {
  shared.quintetTemplate ??= makeTemplate();
  return shared.quintetTemplate;
}

/** Migrates once; every test file then starts from a copy. With TEST_DATABASE_URL on that PostgreSQL server, else on PGlite. */
async function makeTemplate(): Promise<void> {
  const server = testServer();
  const url = server ? await recreate(server, templateName) : undefined;
  const database = await openDatabase({ url });
  await migrate(database);
  const jobs = await openJobs(
    database,
    jsonLogger(() => {}),
  );
  await jobs.stop();
  if (database.pglite) {
    mkdirSync("tests/.results", { recursive: true });
    const dump = await database.pglite.dumpDataDir("none");
    writeFileSync(templateFile, new Uint8Array(await dump.arrayBuffer()));
  }
  await database.close();
}
