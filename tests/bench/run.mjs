// `npm run bench`: speed and memory on a network of 600 cities, 3,000 pilots, 30,000 practices and 6,000 inventories.
// `npm run bench -- footprint` runs the parts of that name alone: api, pages, footprint-result, -network, -pages, -import, search.
// "search" starts the program `meilisearch` if it is found, and says so if not.
// BENCH_DATABASE_URL names a PostgreSQL server where a database "quintet_bench" may be made.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { prepare } from "../../app/start.mjs";

if (!process.env.BENCH_DATABASE_URL) {
  console.error(
    "Set BENCH_DATABASE_URL, e.g. postgres://postgres@127.0.0.1:5432/postgres: the bench makes and drops its own database there.",
  );
  process.exit(1);
}
await prepare();
const run = (...args) => spawnSync("npm", args, { stdio: "inherit" }).status ?? 1;
const part = process.argv[2] ?? "";
if ("api".startsWith(part) && !existsSync("tests/bench/peer/node_modules/postgraphile"))
  run("install", "--prefix", "tests/bench/peer", "--no-audit", "--no-fund");
process.exit(run("exec", "--", "node", "tests/bench/bench.ts", part));
