import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { rmSync } from "node:fs";
import { createServer } from "node:net";
import type { TestProject } from "vitest/node";

declare module "vitest" {
  interface ProvidedContext {
    origin: string;
  }
}

/** Serves the built portal with a fresh demonstration network and the invented cities for all the journeys, as `npm start` does. */
export default async function setup(project: TestProject) {
  const dataDir = "tests/.results/journeys";
  rmSync(dataDir, { recursive: true, force: true });
  const port = await freePort();
  const origin = `http://localhost:${port}`;
  const env = {
    ...process.env,
    DATA_DIR: dataDir,
    DATABASE_URL: "",
    PORT: String(port),
    HOST: "127.0.0.1",
    ORIGIN: origin,
    SEED: "demonstration",
  };
  for (const command of ["prisma/commands/migrate.ts", "graphql/commands/seed.ts", "tests/support/network/command.ts"])
    execFileSync(process.execPath, [command], { env });
  const server = spawn(process.execPath, ["app/serve.mjs"], { env, stdio: ["ignore", "pipe", "inherit"] });
  process.on("exit", () => server.kill());
  await ready(server);
  project.provide("origin", origin);
  return () => stop(server);
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
