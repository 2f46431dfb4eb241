import { spawn, spawnSync } from "node:child_process";
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";

/** A PostgreSQL of a test run's own, from the programs that the machine has. Runs on Node 20, with nothing installed. */

const oldest = 15;
const homes = ["/usr/lib/postgresql", "/usr/local/lib/postgresql", "/opt/postgresql"];

/** The newest folder with PostgreSQL's programs: of the distribution's packages, else on the PATH; null without one. */
export function postgresPrograms() {
  const packaged = homes
    .filter((home) => existsSync(home))
    .flatMap((home) =>
      readdirSync(home).map((version) => ({ version: Number(version), bin: join(home, version, "bin") })),
    )
    .filter(({ version, bin }) => version >= oldest && existsSync(join(bin, "initdb")))
    .toSorted((a, b) => b.version - a.version);
  if (packaged[0]) return packaged[0].bin;
  return (process.env.PATH ?? "").split(delimiter).find((bin) => isRecent(join(bin, "initdb"))) ?? null;
}

function isRecent(initdb) {
  if (!existsSync(initdb)) return false;
  const { stdout } = spawnSync(initdb, ["--version"], { encoding: "utf8" });
  return Number(/(\d+)/.exec(stdout ?? "")?.[1] ?? 0) >= oldest;
}

/** PostgreSQL refuses to run as root: then it runs as the user whom its package made. */
function runningAs() {
  if (process.getuid?.() !== 0) return {};
  const id = (flag) => Number.parseInt(spawnSync("id", [flag, "postgres"], { encoding: "utf8" }).stdout, 10);
  const [uid, gid] = [id("-u"), id("-g")];
  if (Number.isNaN(uid)) throw new Error("PostgreSQL does not run as root, and there is no user postgres.");
  return { uid, gid };
}

/** Starts a server with its data in a folder of its own; answers its URL and how to stop it. It never outlives this process. */
export async function startPostgres(bin) {
  const as = runningAs();
  const folder = mkdtempSync(join(tmpdir(), "quintet-postgres-"));
  if (as.uid !== undefined) chownSync(folder, as.uid, as.gid);
  chmodSync(folder, 0o700);
  const data = join(folder, "data");
  const options = { ...as, cwd: folder, encoding: "utf8", stdio: ["ignore", "pipe", "pipe"] };
  const made = ["-D", data, "-U", "postgres", "--auth=trust", "--encoding=UTF8", "--locale=C.UTF-8", "--no-sync"];
  const initdb = spawnSync(join(bin, "initdb"), made, options);
  if (initdb.status !== 0) {
    rmSync(folder, { recursive: true, force: true });
    throw new Error(`initdb failed: ${initdb.stderr}`);
  }
  const port = await freePort();
  const fast = ["fsync=off", "synchronous_commit=off", "full_page_writes=off", "listen_addresses=127.0.0.1"];
  const given = ["-D", data, "-p", String(port), "-k", folder, ...fast.flatMap((setting) => ["-c", setting])];
  const server = spawn(join(bin, "postgres"), given, { ...options, stdio: ["ignore", "ignore", "pipe"] });
  const ended = new Promise((resolve) => server.on("close", resolve));
  const remove = () => rmSync(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 50 });
  const abandon = () => {
    server.kill("SIGQUIT");
    remove();
  };
  process.on("exit", abandon);
  try {
    await ready(server);
  } catch (error) {
    process.off("exit", abandon);
    abandon();
    throw error;
  }
  return {
    url: `postgres://postgres@127.0.0.1:${port}/postgres`,
    async stop() {
      server.kill("SIGINT");
      await ended;
      process.off("exit", abandon);
      remove();
    },
  };
}

function ready(server) {
  return new Promise((resolve, reject) => {
    let log = "";
    server.on("error", reject);
    server.on("close", (code) => reject(new Error(`PostgreSQL ended with ${code}: ${log}`)));
    server.stderr.on("data", (text) => {
      if (log.length < 10_000) log += text;
      if (log.includes("ready to accept connections")) resolve();
    });
  });
}

export function freePort() {
  return new Promise((resolve) => {
    const probe = createServer().listen(0, "127.0.0.1", () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}
