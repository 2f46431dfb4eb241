import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { randomBytes } from "node:crypto";
import { existsSync, mkdtempSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Meilisearch } from "meilisearch";
import { freshIndex, type MeilisearchOptions } from "#graphql/search/engines/meilisearch-client.ts";

const ownKey = "a-master-key-that-only-the-tests-know";

export type OwnServer = {
  options: MeilisearchOptions;
  /** Ends it at once, as a crash does. */
  kill(): Promise<void>;
  /** Holds it still: it takes connections and answers none. */
  freeze(): void;
  thaw(): void;
  /** Starts it again on the same port and data, or on none. */
  start(empty?: boolean): Promise<void>;
  memory(): number;
  close(): Promise<void>;
};

/** Why tests with Meilisearch are skipped, or null when there is one. `own`: it must be ours to kill. */
export function whyNoMeilisearch({ own = false } = {}): string | null {
  if (!own && process.env.MEILI_URL) return null;
  if (spawnSync("meilisearch", ["--version"]).status === 0) return null;
  return own ? "no program `meilisearch` is found" : "MEILI_URL names no server and no program `meilisearch` is found";
}

/** An index of its own name, on the server that MEILI_URL names or on one started for it. */
export async function openMeilisearch(): Promise<{ options: MeilisearchOptions; close(): Promise<void> }> {
  const url = process.env.MEILI_URL;
  if (!url) return startMeilisearch();
  const options = { url, masterKey: process.env.MEILI_MASTER_KEY ?? null, index: ownIndex() };
  return {
    options,
    async close() {
      const client = new Meilisearch({ host: url, ...(options.masterKey ? { apiKey: options.masterKey } : {}) });
      for (const index of [options.index, freshIndex(options.index)]) await client.deleteIndexIfExists(index);
    },
  };
}

/** Starts the program `meilisearch` on a free port of this machine, with its data in a folder that goes with it. */
export async function startMeilisearch(): Promise<OwnServer> {
  const port = await freePort();
  const folder = mkdtempSync(join(tmpdir(), "quintet-meilisearch-"));
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;

  async function start(empty = false) {
    if (empty) rmSync(join(folder, "data"), { recursive: true, force: true });
    const args = ["--http-addr", `127.0.0.1:${port}`, "--db-path", join(folder, "data"), "--no-analytics"];
    const dumps = ["--dump-dir", join(folder, "dumps"), "--snapshot-dir", join(folder, "snapshots")];
    const started = spawn("meilisearch", [...args, ...dumps, "--master-key", ownKey, "--max-indexing-threads", "1"], {
      stdio: "ignore",
    });
    child = started;
    const deadline = Date.now() + 20_000;
    while (!(await fetch(`${url}/health`).catch(() => null))?.ok) {
      if (started.exitCode !== null || Date.now() > deadline) throw new Error("Meilisearch does not start.");
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }

  async function kill() {
    const ended = child;
    child = null;
    if (!ended || ended.exitCode !== null) return;
    const gone = new Promise((resolve) => ended.once("close", resolve));
    ended.kill("SIGKILL");
    await gone;
  }

  await start();
  return {
    options: { url, masterKey: ownKey, index: ownIndex() },
    start,
    kill,
    freeze: () => child?.kill("SIGSTOP"),
    thaw: () => child?.kill("SIGCONT"),
    memory: () => memoryOf(child?.pid),
    async close() {
      await kill();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

function ownIndex(): string {
  return `quintet_test_${randomBytes(6).toString("hex")}`;
}

function memoryOf(pid: number | undefined): number {
  const file = `/proc/${pid}/status`;
  if (!pid || !existsSync(file)) return 0;
  const { stdout } = spawnSync("grep", ["VmRSS", file], { encoding: "utf8" });
  return Number(/(\d+)/.exec(stdout)?.[1] ?? 0) / 1024;
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}
