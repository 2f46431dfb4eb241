import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { cpus, loadavg } from "node:os";
import { Pool } from "pg";
import { postgresEngine } from "#graphql/search/engines/postgres.ts";
import { rebuildSearch } from "#graphql/search/index/store.ts";
import { openDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { recreate } from "../support/database/server.ts";
import { fillBench, size } from "./dataset.ts";
import { benchFootprintPages, benchNetwork, benchResult } from "./footprint.ts";
import { fillFootprintBench, footprintSize } from "./footprint-dataset.ts";
import { benchImport } from "./footprint-import.ts";
import { benchApi, benchPages } from "./network.ts";
import { benchSearch, indexing, timeIndexing } from "./search.ts";
import { start } from "./servers.ts";
import { begin, memory, remember, type Row, rows } from "./table.ts";

const dataDir = "tests/.results/bench";
const results = "tests/.results/bench.json";
const parts = {
  api: () => benchApi(portal, pool, url),
  pages: () => benchPages(portal),
  "footprint-result": () => benchResult(portal, pool, prisma),
  "footprint-network": () => benchNetwork(portal, pool, dataDir),
  "footprint-pages": () => benchFootprintPages(portal),
  "footprint-import": () => benchImport(portal, prisma, dataDir),
  search: () => benchSearch(portal, prisma, url),
};
type Part = keyof typeof parts;
type Kept = {
  machine: { cpu: string | undefined; cores: number; node: string; load: number };
  size: Record<string, number>;
  indexing: typeof indexing;
  memory: Record<string, number>;
  rows: Row[];
};

const asked = process.argv[2] ?? "";
const wanted = (Object.keys(parts) as Part[]).filter((part) => part.startsWith(asked));
if (wanted.length === 0) throw new Error(`There is no part ${asked}: ${Object.keys(parts).join(", ")}.`);

const url = await recreate(process.env.BENCH_DATABASE_URL ?? "", "quintet_bench");
const database = await openDatabase({ url });
const { prisma } = database;
await migrate(database);
console.log(`Filling ${size.cities} cities, ${size.pilots} pilots, ${size.practices} practices …`);
await fillBench(prisma);
if (wanted.some((part) => part !== "search")) {
  console.log(`Filling ${size.cities * footprintSize.years} inventories …`);
  await fillFootprintBench(prisma);
}
if (wanted.some((part) => part === "pages" || part === "search")) await index();

const portal = await start(["app/serve.mjs"], { DATABASE_URL: url, SEED: "none", DATA_DIR: dataDir }, 43_117, {
  path: "/ready",
});
const pool = new Pool({ connectionString: url, max: 10 });
const load = Math.round((loadavg()[0] ?? 0) * 10) / 10;
console.log(`Load of the machine before measuring: ${load} on ${cpus().length} cores`);
try {
  remember("portal at start", portal.memory());
  for (const part of wanted) {
    begin(part);
    await parts[part]();
  }
  remember("portal at the end", portal.memory());
} finally {
  await Promise.all([portal.stop(), pool.end(), database.close()]);
}

const before = existsSync(results) ? (JSON.parse(readFileSync(results, "utf8")) as Partial<Kept>) : {};
const others = (before.rows ?? []).filter(({ part }) => part in parts && !wanted.includes(part as Part));
const kept: Kept = {
  machine: { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version, load },
  size: { ...size, ...footprintSize },
  indexing: { ...before.indexing, ...indexing },
  memory: { ...before.memory, ...memory },
  rows: [...others, ...rows],
};
writeFileSync(results, JSON.stringify(kept, null, 2));
console.log(`Written to ${results}`);

/** Fills PostgreSQL's search index. */
async function index() {
  await timeIndexing("PostgreSQL", () => rebuildSearch(prisma, postgresEngine(prisma)));
  remember("bench after indexing", process.memoryUsage().rss / 2 ** 20);
  await prisma.$executeRaw`ANALYZE`;
}
