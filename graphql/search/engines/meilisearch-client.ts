import { createHash } from "node:crypto";
import { type EnqueuedTaskPromise, type KeyCreation, Meilisearch, MeilisearchApiError } from "meilisearch";
import { isAtLeast, oldestServer } from "./meilisearch-settings.ts";

export type MeilisearchOptions = {
  url: string;
  /** Used to make two lesser keys, one that searches and one that writes, and for nothing else. Without one the server must be open. */
  masterKey: string | null;
  /** Keys made beforehand, one that searches and one that writes: the master key is not needed then. */
  keys?: { search: string; write: string } | null;
  /** The index; several networks can share a server. */
  index: string;
};

/** The server that the environment names, or null. Throws when it makes no sense. */
export function meilisearchFrom(env: NodeJS.ProcessEnv): MeilisearchOptions | null {
  const url = env.MEILI_URL;
  if (!url) return null;
  if (!URL.canParse(url) || !/^https?:/.test(url))
    throw new Error(
      `MEILI_URL must be the address of a Meilisearch server, such as http://127.0.0.1:7700, not ${url}.`,
    );
  const index = env.MEILI_INDEX ?? "quintet";
  if (!/^[a-z0-9_-]{1,100}$/i.test(index))
    throw new Error(`MEILI_INDEX must be of letters, digits, - and _, not ${index}.`);
  const { MEILI_SEARCH_KEY: search, MEILI_WRITE_KEY: write } = env;
  if (Boolean(search) !== Boolean(write)) throw new Error("MEILI_SEARCH_KEY and MEILI_WRITE_KEY belong together.");
  return { url, masterKey: env.MEILI_MASTER_KEY ?? null, keys: search && write ? { search, write } : null, index };
}

export type Connection = { version: string; reader: Meilisearch; writer: Meilisearch };

/** Milliseconds after which a request that writes, or a look at the server, is given up. */
const patience = 10_000;
const reading = ["search"];
const writing = [
  "documents.add",
  "documents.delete",
  "indexes.create",
  "indexes.get",
  "indexes.delete",
  "indexes.swap",
  "settings.get",
  "settings.update",
  "stats.get",
  "tasks.get",
];

export const freshIndex = (index: string) => `${index}_fresh`;

/** Meets the server: is it new enough, and which keys do we use. Throws with a message that says what to do. */
export async function connect({ url, masterKey, keys, index }: MeilisearchOptions): Promise<Connection> {
  if (keys) return connectWith(url, index, keys);
  const first = client(url, masterKey);
  const { pkgVersion } = await first.getVersion().catch((error: unknown) => {
    throw refused(error, "MEILI_MASTER_KEY: it must be the key that the server was started with.");
  });
  if (!isAtLeast(pkgVersion, oldestServer))
    throw new Error(
      `Meilisearch ${pkgVersion} is too old: ${oldestServer} or newer is needed. PostgreSQL answers searches until then.`,
    );
  if (!masterKey) return { version: pkgVersion, reader: first, writer: first };
  const indexes = [index, freshIndex(index)];
  const reader = await keyFor(first, `${index}: searches`, { actions: reading, indexes: [index], expiresAt: null });
  const writer = await keyFor(first, `${index}: writes`, { actions: writing, indexes, expiresAt: null });
  return { version: pkgVersion, reader: client(url, reader), writer: client(url, writer) };
}

/** A key that is bound to indexes may not ask for the version: a server that is too old refuses our settings instead. */
async function connectWith(url: string, index: string, keys: { search: string; write: string }): Promise<Connection> {
  const writer = client(url, keys.write);
  await writer.getRawIndex(index).catch((error: unknown) => {
    if (codeOf(error) !== "index_not_found")
      throw refused(error, "MEILI_WRITE_KEY: it must be a key with the rights that OPERATING.md names.");
  });
  return { version: "unknown", reader: client(url, keys.search), writer };
}

function refused(error: unknown, key: string): unknown {
  const ofKeys = ["invalid_api_key", "missing_authorization_header"].includes(codeOf(error) ?? "");
  return ofKeys ? new Error(`Meilisearch does not take ${key}`, { cause: error }) : error;
}

/** Compressed answers come in two packets, and the second waits 40 ms for the first to be acknowledged: ask for plain ones. */
function client(url: string, apiKey: string | null): Meilisearch {
  return new Meilisearch({
    host: url,
    ...(apiKey ? { apiKey } : {}),
    timeout: patience,
    clientAgents: ["Quintet"],
    requestInit: { headers: { "Accept-Encoding": "identity" } },
  });
}

/** A key with just these rights, made once: its uid follows from what it may do. */
async function keyFor(admin: Meilisearch, name: string, rights: KeyCreation): Promise<string> {
  const hash = createHash("sha256")
    .update(JSON.stringify([name, rights]))
    .digest("hex");
  const uid = `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-a${hash.slice(17, 20)}-${hash.slice(20, 32)}`;
  const options = { ...rights, uid, name: `Quintet, ${name}` };
  const made = await admin.createKey(options).catch((error: unknown) => {
    if (codeOf(error) === "api_key_already_exists") return admin.getKey(uid);
    throw error;
  });
  return made.key;
}

/** The server's code for what went wrong, or null when it did not answer. */
export function codeOf(error: unknown): string | null {
  return error instanceof MeilisearchApiError ? (error.cause?.code ?? null) : null;
}

/** Waits until the server has done it. Throws when it could not. */
export async function finish(task: EnqueuedTaskPromise, timeout = 60_000): Promise<void> {
  const { status, error, type } = await task.waitTask({ timeout, interval: 20 });
  if (status !== "succeeded") throw new Error(`Meilisearch could not finish ${type}: ${error?.message ?? status}`);
}
