import { type ChildProcess, spawn } from "node:child_process";
import { readFileSync, writeFileSync } from "node:fs";

export type Running = {
  origin: string;
  stop(): Promise<void>;
  /** Megabytes resident now, and at most since forgetPeak(). */
  memory(): number;
  peak(): number;
  forgetPeak(): void;
};

/** Starts a server and waits until it answers at `probe`. Throws with its output when it ends before. */
export async function start(
  args: string[],
  env: NodeJS.ProcessEnv,
  port: number,
  probe: RequestInit & { path: string },
): Promise<Running> {
  const origin = `http://127.0.0.1:${port}`;
  if (await fetch(origin).catch(() => null)) throw new Error(`Something answers at ${origin} already: end it first.`);
  const child = spawn(process.execPath, args, {
    env: { ...process.env, ...env, PORT: String(port) },
    stdio: ["ignore", "ignore", "pipe"],
  });
  const complaints: string[] = [];
  child.stderr.on("data", (data: Buffer) => complaints.push(data.toString()));
  const { path, ...init } = probe;
  for (;;) {
    if (child.exitCode !== null) throw new Error(complaints.join(""));
    const answer = await fetch(origin + path, init).catch(() => null);
    if (answer?.ok && child.exitCode === null) break;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  return {
    origin,
    memory: () => megabytes(child, "VmRSS"),
    peak: () => megabytes(child, "VmHWM"),
    forgetPeak: () => writeFileSync(`/proc/${child.pid}/clear_refs`, "5"),
    stop: () => stop(child),
  };
}

function megabytes(child: ChildProcess, field: "VmRSS" | "VmHWM"): number {
  const status = readFileSync(`/proc/${child.pid}/status`, "utf8");
  return Number(new RegExp(`${field}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.on("close", () => resolve());
    child.kill("SIGTERM");
    setTimeout(() => child.kill("SIGKILL"), 8000).unref();
  });
}
