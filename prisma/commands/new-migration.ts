import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { openDatabase } from "../client.ts";
import { migrate, pendingSql } from "../migrate.ts";

const name = process.argv[2];
if (!name || !/^[a-z0-9_]+$/.test(name)) {
  console.error("Give the migration a name in lower case: npm run db:new-migration -- add_events");
  process.exit(1);
}

const database = await openDatabase({});
await migrate(database);
const sql = await pendingSql(database);
await database.close();

if (sql.trim() === "" || sql.includes("This is an empty migration")) {
  console.log("The schema files and the migrations agree: nothing to do.");
} else {
  const stamp = new Date().toISOString().replace(/\D/g, "").slice(0, 14);
  const folder = join(import.meta.dirname, "..", "migrations", `${stamp}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, "migration.sql"), sql);
  console.log(`Wrote ${folder}/migration.sql. Read it before you commit it.`);
}
