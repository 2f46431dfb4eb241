import { readFileSync, rmSync, writeFileSync } from "node:fs";

/** Keeps a folder for this process: two processes on one embedded database would spoil it.
 *  A lock left behind by a killed process is taken over. Throws when a living process holds it. */
export function lockFolder(folder: string): () => void {
  const file = `${folder}.lock`;
  const holder = holderOf(file);
  if (holder !== null) {
    throw new Error(`The database in ${folder} is in use by process ${holder}. Stop that process first.`);
  }
  rmSync(file, { force: true });
  writeFileSync(file, String(process.pid), { flag: "wx" });
  return () => rmSync(file, { force: true });
}

function holderOf(file: string): number | null {
  try {
    const pid = Number(readFileSync(file, "utf8"));
    if (pid === process.pid || !Number.isInteger(pid)) return null;
    process.kill(pid, 0);
    return pid;
  } catch {
    return null;
  }
}
