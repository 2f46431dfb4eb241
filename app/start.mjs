// `npm start`: from a fresh clone to a running portal. Runs on Node 20, with nothing installed yet.
import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

const stamps = "node_modules/.quintet";

/** Runs one step, shows how long it took, and stops everything when it fails. */
async function step(title, command, args) {
  const started = Date.now();
  process.stdout.write(`${title} … `);
  const output = [];
  const code = await new Promise((resolve) => {
    const child = spawn(command, args, { shell: process.platform === "win32" });
    child.stdout.on("data", (data) => output.push(data));
    child.stderr.on("data", (data) => output.push(data));
    child.on("error", (error) => resolve(output.push(Buffer.from(error.message)) && 1));
    child.on("close", resolve);
  });
  if (code !== 0) {
    console.log("failed.\n");
    console.error(Buffer.concat(output).toString());
    process.exit(1);
  }
  console.log(`${((Date.now() - started) / 1000).toFixed(1)} s`);
  return Buffer.concat(output).toString().trim();
}

/** A fingerprint of files and folders by name, size and content: a step is left out when nothing it reads has changed. */
function fingerprint(paths) {
  const hash = createHash("sha256");
  const visit = (path) => {
    if (!existsSync(path)) return;
    if (statSync(path).isDirectory())
      return readdirSync(path)
        .filter((name) => name !== "generated")
        .sort()
        .forEach((name) => visit(join(path, name)));
    hash.update(path).update(readFileSync(path));
  };
  paths.forEach(visit);
  return hash.digest("hex");
}

async function unlessDone(name, inputs, output, run, folder = stamps) {
  const print = fingerprint(inputs);
  const stamp = join(folder, name);
  if (existsSync(output) && existsSync(stamp) && readFileSync(stamp, "utf8") === print) return;
  await run();
  mkdirSync(folder, { recursive: true });
  writeFileSync(stamp, print);
}

const npm = (...args) => [process.platform === "win32" ? "npm.cmd" : "npm", args];

export async function prepare() {
  await unlessDone("install", ["package.json", "package-lock.json"], "node_modules/.bin/node", () =>
    step("Installing libraries", ...npm("ci", "--no-audit", "--no-fund")),
  );
  await unlessDone("data", ["prisma/schema", "prisma.config.ts"], "prisma/generated/pothos.ts", () =>
    step("Preparing the data layer", ...npm("run", "-s", "generate:data")),
  );
  await unlessDone("documents", ["app", "graphql/schema.graphql", "codegen.ts"], "app/api/generated/gql.ts", () =>
    step("Typing the portal's questions", ...npm("run", "-s", "generate:documents")),
  );
  await unlessDone(
    "build",
    [
      "app",
      "graphql",
      "prisma",
      "locales",
      "content",
      "public",
      "vite.config.ts",
      "react-router.config.ts",
      "package-lock.json",
    ],
    "build/server/index.js",
    () => step("Building the portal", ...npm("run", "-s", "build")),
  );
}

/** Migrates and seeds. An embedded database that was filled from the same files is left as it is; a server is always asked. */
async function fill() {
  const run = async () => {
    console.log(await step("Bringing the database up to date", ...npm("run", "-s", "db:migrate")));
    console.log(await step("Filling the network", ...npm("run", "-s", "db:seed")));
  };
  if (process.env.DATABASE_URL) return run();
  const data = process.env.DATA_DIR ?? ".data";
  const name = `filled-${process.env.SEED ?? "demonstration"}`;
  const inputs = ["content/reference", "prisma/migrations", "prisma/seed", "graphql/search"];
  await unlessDone(name, inputs, join(data, "database"), run, data);
}

if (process.argv[1]?.endsWith("start.mjs")) {
  const port = process.env.PORT ?? "3000";
  await prepare();
  await fill();
  if (!process.env.AUTH_SECRET)
    console.log("AUTH_SECRET is not set: using a secret of this installation's own, kept in its data folder.");
  console.log(`\nQuintet is starting on http://localhost:${port}\n`);
  const server = spawn(join("node_modules", "node", "bin", "node"), ["app/serve.mjs"], { stdio: "inherit" });
  for (const signal of ["SIGINT", "SIGTERM"]) process.on(signal, () => server.kill(signal));
  server.on("close", (code) => process.exit(code ?? 0));
}
