import { writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { Pool } from "pg";
import { postgresEngine } from "#graphql/search/postgres.ts";
import { rebuildSearch } from "#graphql/search/store.ts";
import { openDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { recreate } from "../support/database.ts";
import { fillBench, size } from "./dataset.ts";
import { measure, type Timing } from "./measure.ts";
import { ours, peer, sql } from "./queries.ts";
import { benchSearch } from "./search.ts";
import { start } from "./servers.ts";

type Row = { what: string; p50: number; p95: number; perSecond: number; ratio: string };
const rows: Row[] = [];

function report(what: string, { p50, p95, perSecond }: Timing, ratio = "") {
  rows.push({ what, p50: round(p50), p95: round(p95), perSecond: Math.round(perSecond), ratio });
  console.log(
    `${what.padEnd(58)} p50 ${p50.toFixed(2).padStart(8)} ms   p95 ${p95.toFixed(2).padStart(8)} ms   ${ratio}`,
  );
}

const round = (value: number) => Math.round(value * 100) / 100;
const ask = (origin: string, body: object) => async () => {
  const headers = { "content-type": "application/json", accept: "application/json" };
  const response = await fetch(`${origin}/graphql`, { method: "POST", headers, body: JSON.stringify(body) });
  const answer = (await response.json()) as { errors?: unknown };
  if (answer.errors) throw new Error(JSON.stringify(answer.errors));
};
const read = (url: string) => async () => {
  const response = await fetch(url);
  if (!response.ok) throw new Error(`${url}: ${response.status}`);
  await response.text();
};

const server = process.env.BENCH_DATABASE_URL ?? "";
const url = await recreate(server, "quintet_bench");
const database = await openDatabase({ url });
await migrate(database);
console.log(`Filling ${size.cities} cities, ${size.pilots} pilots, ${size.practices} practices …`);
await fillBench(database.prisma);
const indexing = performance.now();
await rebuildSearch(database.prisma, postgresEngine(database.prisma));
const documents = await database.prisma.searchDocument.count();
const indexed = { documents, perSecond: Math.round(documents / ((performance.now() - indexing) / 1000)) };
console.log(`Search: ${indexed.documents} documents at ${indexed.perSecond} a second`);

const environment = { DATABASE_URL: url, SEED: "none", DATA_DIR: "tests/.results/bench" };
const searchIndexing = await benchSearch(database, report, (more) =>
  start(["app/serve.mjs"], { ...environment, ...more }, 43_119, { path: "/ready" }),
);
await database.close();
const portal = await start(["app/serve.mjs"], environment, 43_117, { path: "/ready" });
const probe = {
  path: "/graphql",
  method: "POST",
  headers: { "content-type": "application/json" },
  body: '{"query":"{__typename}"}',
};
const other = await start(
  ["tests/bench/peer/serve.mjs"],
  { DATABASE_URL: url, GRAPHILE_ENV: "production", NODE_ENV: "production" },
  43_118,
  probe,
);
const pool = new Pool({ connectionString: url, max: 10 });
const memory = {
  atStart: Math.round(portal.memory()),
  peerAtStart: Math.round(other.memory()),
  after: 0,
  peerAfter: 0,
};

for (const [what, variables, values] of [
  ["city", { slug: "bench-city-77" }, ["bench-city-77"]],
  ["progress", {}, []],
] as const) {
  const floor = await measure(() => pool.query(sql[what], [...values]));
  report(`${what}: one hand-written SQL statement`, floor, "1.0 x");
  const api = await measure(ask(portal.origin, { ...ours[what], variables }));
  const their = await measure(ask(other.origin, { ...peer[what], variables }));
  report(`${what}: PostGraphile 5 over HTTP`, their, `${(their.p50 / floor.p50).toFixed(1)} x SQL`);
  report(
    `${what}: our API over HTTP`,
    api,
    `${(api.p50 / floor.p50).toFixed(1)} x SQL, ${(api.p50 / their.p50).toFixed(2)} x PostGraphile`,
  );
}

for (const page of [
  "/en",
  "/en/cities/bench-city-77",
  "/en/progress",
  "/en/search?q=street+lighting&area=public_lighting&country=FR",
  "/en/search",
]) {
  for (const clients of [1, 50])
    report(`page ${page}, ${clients} at once`, await measure(read(portal.origin + page), clients));
}
memory.after = Math.round(portal.memory());
memory.peerAfter = Math.round(other.memory());
console.log(
  `Memory, MB resident: portal ${memory.atStart} → ${memory.after}; PostGraphile ${memory.peerAtStart} → ${memory.peerAfter}`,
);

const machine = { cpu: cpus()[0]?.model, cores: cpus().length, node: process.version };
writeFileSync(
  "tests/.results/bench.json",
  JSON.stringify({ machine, size, indexed, searchIndexing, memory, rows }, null, 2),
);
console.log("Written to tests/.results/bench.json");
await Promise.all([portal.stop(), other.stop(), pool.end()]);
