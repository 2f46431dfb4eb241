import type { Prisma } from "#prisma/client.ts";
import { NotFound } from "./errors.ts";

const tries = 4;
/** Prisma's codes for what goes away when the change is judged anew: a value just taken, a row just gone, a deadlock. */
const another = new Set(["P2002", "P2003", "P2025", "P2034"]);

/**
 * A client whose interactive transactions run again when another change came between what they read and what they wrote: the
 * second time they see it, and answer what the rules say of it. A row that is still gone is then not found.
 */
export function retrying(prisma: Prisma): Prisma {
  async function run(change: (tx: never) => Promise<unknown>, options?: object): Promise<unknown> {
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await prisma.$transaction(change as never, options);
      } catch (error) {
        const { code, meta } = error as { code?: unknown; meta?: { modelName?: string } };
        if (typeof code !== "string" || !another.has(code)) throw error;
        if (attempt === tries) throw code === "P2025" ? new NotFound(meta?.modelName ?? "Row") : error;
        await new Promise((resolve) => setTimeout(resolve, 10 * attempt * Math.random()));
      }
    }
  }
  return new Proxy(prisma, {
    get(target, name) {
      if (name !== "$transaction") return Reflect.get(target, name, target) as unknown;
      return (change: unknown, options?: object) =>
        typeof change === "function" ? run(change as never, options) : target.$transaction(change as never, options);
    },
  });
}
