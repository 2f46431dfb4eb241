import { readFile, readdir } from "node:fs/promises";
import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import {
  bindMigrationAwareSqlAdapterFactory,
  type SqlDriverAdapter,
  type SqlMigrationAwareDriverAdapterFactory,
} from "@prisma/driver-adapter-utils";
import * as bindings from "@prisma/schema-engine-wasm/schema_engine_bg";
import type { Database } from "./client.ts";

const migrationsRoot = join(import.meta.dirname, "migrations");
const schemaRoot = join(import.meta.dirname, "schema");
const filters = { externalTables: [], externalEnums: [] };

/** Applies the migrations that the database lacks and returns their names. Same files on PGlite and PostgreSQL. */
export async function migrate(database: Database): Promise<string[]> {
  return withEngine(database, async (engine) => {
    const result = await engine.applyMigrations({ migrationsList: await migrationsList(), filters });
    return result.appliedMigrationNames;
  });
}

/** The SQL that leads from the database as it stands to the schema files; blank when nothing differs. */
export async function pendingSql(database: Database): Promise<string> {
  const files = await schemaFiles();
  return withEngine(database, async (engine) => {
    const result = await engine.diff({
      from: { tag: "schemaDatasource", files, configDir: schemaRoot },
      to: { tag: "schemaDatamodel", files },
      script: true,
      exitCode: null,
      filters,
    });
    return result.stdout ?? "";
  });
}

/** Runs work on the engine, and closes the connections that it opened on a server (PGlite has but one). */
async function withEngine<Answer>(
  database: Database,
  work: (engine: bindings.SchemaEngine) => Promise<Answer>,
): Promise<Answer> {
  await loadEngine();
  const datamodels = (await schemaFiles()).map((file): [string, string] => [file.path, file.content]);
  const opened: SqlDriverAdapter[] = [];
  const adapter: SqlMigrationAwareDriverAdapterFactory = {
    provider: database.adapter.provider,
    adapterName: database.adapter.adapterName,
    async connect() {
      const connection = await database.adapter.connect();
      if (database.url) opened.push(connection);
      return connection;
    },
    connectToShadowDb: () => database.adapter.connectToShadowDb(),
  };
  const engine = await bindings.SchemaEngine.new(
    { datamodels },
    () => {},
    bindMigrationAwareSqlAdapterFactory(adapter),
  );
  try {
    return await work(engine);
  } finally {
    engine.free();
    await Promise.all(opened.map((connection) => connection.dispose()));
  }
}

let loaded: Promise<void> | undefined;

/** Prisma's schema engine as WebAssembly: the native one would be a download from outside npm. */
function loadEngine() {
  loaded ??= (async () => {
    const script = createRequire(import.meta.url).resolve("@prisma/schema-engine-wasm/schema_engine_bg");
    const bytes = await readFile(join(dirname(script), "schema_engine_bg.wasm"));
    const { instance } = await WebAssembly.instantiate(bytes, { "./schema_engine_bg.js": { ...bindings } });
    bindings.__wbg_set_wasm(instance.exports);
    (instance.exports.__wbindgen_start as () => void)();
  })();
  return loaded;
}

async function schemaFiles() {
  const names = (await readdir(schemaRoot)).filter((name) => name.endsWith(".prisma")).toSorted();
  return Promise.all(
    names.map(async (name) => ({ path: name, content: await readFile(join(schemaRoot, name), "utf8") })),
  );
}

async function migrationsList() {
  const entries = await readdir(migrationsRoot, { withFileTypes: true });
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted();
  const migrationDirectories = await Promise.all(
    names.map(async (path) => {
      const content = await readFile(join(migrationsRoot, path, "migration.sql"), "utf8");
      return { path, migrationFile: { path: "migration.sql", content: { tag: "ok" as const, value: content } } };
    }),
  );
  const lockfile = { path: "migration_lock.toml", content: 'provider = "postgresql"\n' };
  return { baseDir: migrationsRoot, lockfile, shadowDbInitScript: "", migrationDirectories };
}
