import type { Pool } from "pg";
import { ask, read } from "./http.ts";
import { measure } from "./measure.ts";
import { ours, peer, sql } from "./queries.ts";
import { type Running, start } from "./servers.ts";
import { remember, report, times } from "./table.ts";

/** A city and the network's progress: one SQL statement, our API, and PostGraphile on the same database. */
export async function benchApi(portal: Running, pool: Pool, url: string): Promise<void> {
  const other = await start(
    ["tests/bench/peer/serve.mjs"],
    { DATABASE_URL: url, GRAPHILE_ENV: "production", NODE_ENV: "production" },
    43_118,
    {
      path: "/graphql",
      method: "POST",
      headers: { "content-type": "application/json" },
      body: '{"query":"{__typename}"}',
    },
  );
  try {
    await compare(portal, other, pool);
  } finally {
    await other.stop();
  }
}

async function compare(portal: Running, other: Running, pool: Pool): Promise<void> {
  remember("PostGraphile at start", other.memory());
  for (const [what, variables, values] of [
    ["city", { slug: "bench-city-77" }, ["bench-city-77"]],
    ["progress", {}, []],
  ] as const) {
    const floor = await measure(() => pool.query(sql[what], [...values]));
    report(`${what}: one hand-written SQL statement`, floor, "1.0 x");
    const api = await measure(() => ask(portal.origin, { ...ours[what], variables }));
    const their = await measure(() => ask(other.origin, { ...peer[what], variables }));
    report(`${what}: PostGraphile 5 over HTTP`, their, `${times(their, floor)} x SQL`);
    report(`${what}: our API over HTTP`, api, `${times(api, floor)} x SQL, ${times(api, their, 2)} x PostGraphile`);
  }
  remember("PostGraphile after its questions", other.memory());
}

/** Public pages, by one reader and by fifty at once. */
export async function benchPages(portal: Running): Promise<void> {
  for (const page of [
    "/en",
    "/en/cities/bench-city-77",
    "/en/progress",
    "/en/search?q=street+lighting&area=public_lighting&country=FR",
    "/en/search",
  ]) {
    for (const clients of [1, 50])
      report(`page ${page}, ${clients} at once`, await measure(() => read(portal.origin + page), clients));
  }
}
