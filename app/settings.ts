import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Reads the environment; every variable is in the table of OPERATING.md. Throws when one makes no sense. */
export function settings(env: NodeJS.ProcessEnv) {
  const port = Number(env.PORT ?? 3000);
  if (!Number.isInteger(port) || port < 0 || port > 65_535)
    throw new Error(`PORT must be a port number, not ${env.PORT}.`);
  const dataDir = env.DATA_DIR ?? ".data";
  const origin = (env.ORIGIN ?? `http://localhost:${port}`).replace(/\/$/, "");
  if (!URL.canParse(origin))
    throw new Error(`ORIGIN must be the portal's address, such as https://quintet.example, not ${env.ORIGIN}.`);
  const seed = env.SEED ?? "demonstration";
  if (seed !== "demonstration" && seed !== "none")
    throw new Error(`SEED must be "demonstration" or "none", not ${seed}.`);
  return {
    port,
    host: env.HOST ?? "127.0.0.1",
    origin,
    dataDir,
    demonstration: seed === "demonstration",
    secret: env.AUTH_SECRET ?? ownSecret(dataDir),
    smtpUrl: env.SMTP_URL ?? null,
    mailFrom: env.MAIL_FROM ?? "Quintet <no-reply@localhost>",
    trustProxy: env.TRUST_PROXY === "1",
  };
}

/** Without AUTH_SECRET the portal makes a secret of its own and keeps it in the data folder. */
function ownSecret(dataDir: string): string {
  const file = join(dataDir, "secret");
  if (!existsSync(file)) {
    mkdirSync(dataDir, { recursive: true });
    writeFileSync(file, randomBytes(32).toString("hex"), { mode: 0o600 });
  }
  return readFileSync(file, "utf8").trim();
}
