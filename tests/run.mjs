// `npm test`: installs, checks and runs every test, on Node 20 with nothing installed yet.
// Closes with one line, "N passed, N failed".
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { prepare } from "../app/start.mjs";

const results = "tests/.results";
let passed = 0;
let failed = 0;

function npm(...args) {
  const { status } = spawnSync(process.platform === "win32" ? "npm.cmd" : "npm", args, { stdio: "inherit" });
  return status === 0;
}

/** A check that is one thing: it passes or it fails. */
function check(title, script) {
  console.log(`\n== ${title}`);
  const ok = npm("run", "-s", script);
  if (ok) passed += 1;
  else failed += 1;
  if (!ok) console.log(`-- ${title}: FAILED`);
}

/** A run of Vitest, counted test by test; a run that could not report counts as one failure. */
function tests(title, env, ...projects) {
  console.log(`\n== ${title}`);
  const file = `${results}/${title.replaceAll(/\W+/g, "-")}.json`;
  rmSync(file, { force: true });
  Object.assign(process.env, env);
  const args = projects.flatMap((project) => ["--project", project]);
  const ok = npm(
    "exec",
    "--",
    "vitest",
    "run",
    ...args,
    "--reporter=default",
    "--reporter=json",
    `--outputFile.json=${file}`,
  );
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
  passed += report?.numPassedTests ?? 0;
  failed += report?.numFailedTests ?? 0;
  const broken = (report?.testResults ?? []).filter(
    (suite) => suite.status === "failed" && suite.assertionResults.length === 0,
  ).length;
  failed += broken;
  if (!ok && broken === 0 && !report?.numFailedTests) failed += 1;
}

await prepare();
mkdirSync(results, { recursive: true });

check("types", "types");
check("lint", "lint");
check("format", "format:check");
check("unused code", "unused");
check("words", "words");

const server = process.env.TEST_DATABASE_URL;
delete process.env.TEST_DATABASE_URL;
tests("rules and architecture", {}, "rules", "architecture");
tests("api on PGlite", {}, "api");
if (server) tests("api on PostgreSQL", { TEST_DATABASE_URL: server }, "api");
else console.log("\n== api on PostgreSQL: SKIPPED, because TEST_DATABASE_URL names no server");
delete process.env.TEST_DATABASE_URL;
tests("portal", {}, "portal");
tests("journeys in Chromium", {}, "journeys");

console.log(`\n${passed} passed, ${failed} failed`);
process.exit(failed > 0 ? 1 : 0);
