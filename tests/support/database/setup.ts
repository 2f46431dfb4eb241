import { testServer } from "./server.ts";
import { dropTemplates, forgetOldTemplates, template } from "./template.ts";

const shared = globalThis as { quintetTemplate?: Promise<unknown> };

/** Vitest calls this once for each project, side by side: the template that nearly every file copies is made for all of
 *  them. Where parts of a run share their templates, the run removes them with its server. */
export default async function setup(): Promise<() => Promise<void>> {
  forgetOldTemplates();
  const shares = Boolean(process.env.TEST_RUN);
  await (shared.quintetTemplate ??= template("empty"));
  return async () => {
    const server = testServer();
    if (server && !shares) await dropTemplates(server);
  };
}
