import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import type { TestProject } from "vitest/node";
import { drop, recreate, testServer } from "../database/server.ts";
import { template } from "../database/template.ts";

declare module "vitest" {
  interface ProvidedContext {
    origin: string;
  }
}

/** Serves the built portal with a fresh demonstration network and the invented cities for all the journeys: on the test
 *  server where there is one, else in a folder, as `npm start` does. */
export default async function setup(project: TestProject) {
  const network = await place();
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    ...network.env,
    PORT: String(port),
    HOST: "127.0.0.1",
    ORIGIN: origin,
    SEED: "demonstration",
  };
  await network.fill(env);
  const server = spawn(process.execPath, ["app/serve.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
  process.on("exit", () => server.kill());
  await ready(server);
  project.provide("origin", origin);
  return async () => {
    await stop(server);
    await network.remove();
  };
}

async function place() {
  const folder = "tests/.results/journeys";
  rmSync(folder, { recursive: true, force: true });
  const server = testServer();
  if (server) {
    const name = `quintet_test_journeys_${process.pid}`;
    const url = await recreate(server, name, await template("network"));
    return { env: { DATA_DIR: folder, DATABASE_URL: url }, async fill() {}, remove: () => drop(server, name) };
  }
  const commands = ["prisma/commands/migrate.ts", "graphql/commands/seed.ts", "tests/support/network/command.ts"];
  async function fill(env: NodeJS.ProcessEnv) {
    for (const command of commands) execFileSync(process.execPath, [command], { env });
  }
  return { env: { DATA_DIR: folder, DATABASE_URL: "" }, fill, async remove() {} };
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const address = probe.address();
      probe.close(() => resolve(typeof address === "object" && address ? address.port : 0));
    });
  });
}

function ready(server: ChildProcess): Promise<void> {
  return new Promise((resolve, reject) => {
    server.on("exit", (code) => reject(new Error(`The portal ended with ${code} before it was ready.`)));
    server.stdout?.on("data", (data: Buffer) => data.toString().includes("Quintet is ready") && resolve());
  });
}

function stop(server: ChildProcess): Promise<void> {
  return new Promise((resolve) => {
    server.removeAllListeners("exit");
    server.on("exit", () => resolve());
    server.kill("SIGTERM");
  });
}
