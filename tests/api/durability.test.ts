import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { expect, it } from "vitest";
import { openDatabase } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { drop, recreate, testServer } from "../support/database/server.ts";
import { template } from "../support/database/template.ts";

/** Starts a writer on the database, kills it with SIGKILL once it has acknowledged `enough` writes, answers those. */
async function writeUntilKilled(env: NodeJS.ProcessEnv, enough: number): Promise<string[]> {
  const child = spawn(process.execPath, ["tests/support/database/writer.ts"], {
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  const ended = once(child, "close");
  const acknowledged: string[] = [];
  const complaints: string[] = [];
  child.stderr.on("data", (data: Buffer) => complaints.push(data.toString()));
  for await (const line of createInterface({ input: child.stdout })) {
    acknowledged.push(line);
    if (acknowledged.length === enough) child.kill("SIGKILL");
  }
  await ended;
  expect(acknowledged.length, complaints.join("")).toBeGreaterThanOrEqual(enough);
  return acknowledged;
}

it("loses nothing that was acknowledged when the process is killed while it writes", async () => {
  const folder = await mkdtemp(join(tmpdir(), "quintet-"));
  const server = testServer();
  const name = `quintet_test_killed_${process.pid}`;
  const url = server ? await recreate(server, name, await template("empty")) : undefined;
  const dataDir = join(folder, "database");
  if (!url) {
    const database = await openDatabase({ dataDir });
    await migrate(database);
    await database.close();
  }
  const acknowledged = await writeUntilKilled({ DATABASE_URL: url ?? "", DATA_DIR: folder }, 40);

  const reopened = await openDatabase({ url, dataDir });
  const stored = await reopened.prisma.contact.findMany();
  await reopened.close();
  if (server) await drop(server, name);
  await rm(folder, { recursive: true, force: true });
  const kept = stored.map((contact) => contact.name);
  expect(acknowledged.filter((contact) => !kept.includes(contact))).toEqual([]);
});
