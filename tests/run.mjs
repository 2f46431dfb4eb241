// `npm test`: installs, checks and runs every test, on Node 20 with nothing installed yet.
// Two parts at a time, each made for one core. Closes with one line, "N passed, N failed".
// TEST_ALL=1 runs also what repeats a proof: the whole API, the portal and the journeys on PGlite, every language in the browser.
import { mkdirSync, rmSync } from "node:fs";
import { prepare } from "../app/start.mjs";
import { postgresPrograms, startPostgres } from "./support/database/own-postgres.mjs";
import { check, inLanes, tests } from "./support/parts.mjs";

const results = "tests/.results";
const all = Boolean(process.env.TEST_ALL);
/** What PGlite answers by itself and PostgreSQL does not prove: its dialect, its folder, its one connection. */
const ofPglite = [
  ...["durability", "lock", "seed", "hardening", "city/", "search/words", "search/concepts", "search/suggestions"],
  ...["search/similar.test", "search/kinds", "search/contract.test", "search/gap", "footprint/reference"],
  ...["footprint/lines", "footprint/baseline", "pilot/faults"],
].map((name) => `tests/api/${name}`);

for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => process.exit(130));

const began = performance.now();
await prepare();
mkdirSync(results, { recursive: true });
rmSync(`${results}/parts`, { recursive: true, force: true });

/** A server of our own, where none is named and the machine has the programs. */
async function ownServer() {
  const programs = process.env.TEST_DATABASE_URL ? null : postgresPrograms();
  return (
    programs &&
    startPostgres(programs).catch((error) => console.log(`PostgreSQL could not be started: ${error.message}`))
  );
}

const own = await ownServer();
const server = process.env.TEST_DATABASE_URL ?? own?.url;
delete process.env.TEST_DATABASE_URL;
if (!server)
  console.log(
    "api on PostgreSQL: SKIPPED, TEST_DATABASE_URL names no server, and none could be started; PGlite answers all",
  );

const onServer = server ? { TEST_DATABASE_URL: server } : {};
if (own) onServer.TEST_RUN = "of_all_parts";

const { passed, failed } = await inLanes(2, [
  tests("journeys in Chromium", ["journeys"], { env: all ? {} : onServer }),
  ...(server ? [tests("api on PostgreSQL", ["api"], { env: onServer })] : []),
  tests("portal", ["portal"], { env: all ? {} : onServer }),
  server && !all
    ? tests("api on PGlite, what is its own", ["api"], { files: ofPglite })
    : tests("api on PGlite", ["api"]),
  tests("rules and architecture", ["rules", "architecture"]),
  check("types", "types"),
  check("lint", "lint"),
  check("unused code", "unused"),
  check("words", "words"),
  check("format", "format:check"),
]);
await own?.stop();

console.log(`\nAll together: ${Math.round((performance.now() - began) / 1000)} s`);
console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
