import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { lockFolder } from "#prisma/lock.ts";

it("lets one process at a time use an embedded database, and takes over from a dead one", async () => {
  const folder = await mkdtemp(join(tmpdir(), "quintet-"));
  const database = join(folder, "database");
  const other = spawn(process.execPath, ["--eval", "process.stdin.resume()"], { stdio: ["pipe", "ignore", "ignore"] });
  await writeFile(`${database}.lock`, String(other.pid));
  expect(() => lockFolder(database)).toThrow(`in use by process ${other.pid}`);

  other.kill("SIGKILL");
  await once(other, "exit");
  const unlock = lockFolder(database);
  unlock();
  lockFolder(database)();
  await rm(folder, { recursive: true });
});
