import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";

/** The parts of `npm test`: each says its title, and runs in a process of its own. Runs on Node 20. */

const running = new Set();
process.on("exit", () => running.forEach((child) => child.kill("SIGTERM")));

/** Runs npm, and answers whether it succeeded and what it said. A part has one core: also programs that would take them all. */
function npm(args, env) {
  return new Promise((resolve) => {
    const windows = process.platform === "win32";
    const child = spawn(windows ? "npm.cmd" : "npm", args, {
      env: { ...process.env, GOMAXPROCS: "1", ...env },
      shell: windows,
      stdio: ["ignore", "pipe", "pipe"],
    });
    running.add(child);
    const said = [];
    for (const stream of [child.stdout, child.stderr]) stream.on("data", (text) => said.push(text));
    child.on("error", (error) => said.push(Buffer.from(error.message)));
    child.on("close", (code) => {
      running.delete(child);
      resolve({ ok: code === 0, said: Buffer.concat(said).toString() });
    });
  });
}

/** A check that is one thing: it passes or it fails. */
export function check(title, script) {
  return {
    title,
    async run() {
      const { ok, said } = await npm(["run", "-s", script], {});
      return { said, passed: ok ? 1 : 0, failed: ok ? 0 : 1 };
    },
  };
}

/** A run of Vitest, counted test by test; a file that could not be run, or a run that could not report, counts as one failure. */
export function tests(title, projects, { env = {}, files = [] } = {}) {
  const file = `tests/.results/parts/${title.replaceAll(/\W+/g, "-")}.json`;
  const named = projects.flatMap((project) => ["--project", project]);
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
  return {
    title,
    async run() {
      const args = ["exec", "--", "vitest", "run", ...files, ...named, "--maxWorkers=1", ...reporters];
      const { ok, said } = await npm(args, env);
      const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : null;
      const broken = (report?.testResults ?? []).filter(
        ({ status, assertionResults }) => status === "failed" && assertionResults.length === 0,
      ).length;
      const failed = (report?.numFailedTests ?? 0) + broken;
      return { said, passed: report?.numPassedTests ?? 0, failed: failed === 0 && !ok ? 1 : failed };
    },
  };
}

/** Takes the parts in their order, so many at once; shows of each how long it took, and all that it said if it failed. */
export async function inLanes(lanes, parts) {
  const waiting = [...parts];
  const total = { passed: 0, failed: 0 };
  async function lane() {
    for (let part = waiting.shift(); part; part = waiting.shift()) {
      const began = performance.now();
      const { said, passed, failed } = await part.run();
      total.passed += passed;
      total.failed += failed;
      if (failed > 0) console.log(`\n== ${part.title}\n${said}`);
      const seconds = Math.round((performance.now() - began) / 1000);
      console.log(`${part.title}: ${passed} passed, ${failed} failed, ${seconds} s`);
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane));
  return total;
}
