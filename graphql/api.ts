import type { Database } from "#prisma/client.ts";
import type { Clock } from "./clock.ts";
import { type Context, viewerOf } from "./context.ts";
import { type Handlers, openJobs } from "./jobs/jobs.ts";
import { jobHandlers } from "./jobs/handlers.ts";
import type { Logger } from "./logger.ts";
import type { Mailer } from "./mail/mailer.ts";
import { postgresEngine } from "./search/postgres.ts";
import { retrying } from "./retry.ts";
import { openSignIn, signInLimits } from "./sign-in.ts";
import { openYoga } from "./yoga.ts";

export type ApiOptions = {
  database: Database;
  clock: Clock;
  logger: Logger;
  mailer: Mailer;
  /** Signs session cookies; at least 32 characters. */
  secret: string;
  /** The portal's public address, e.g. https://quintet.example. */
  origin: string;
  /** Demonstration networks list their accounts and show their mailbox. */
  demonstration: boolean;
};

export type Api = Awaited<ReturnType<typeof openApi>>;

/** Puts the API together: one object for the portal, the command line and the tests. */
export async function openApi(options: ApiOptions) {
  const { database, clock, logger, mailer, demonstration } = options;
  const { prisma } = database;
  const jobs = await openJobs(database, logger);
  const search = postgresEngine(prisma);
  const secureCookies = options.origin.startsWith("https:");
  const { secret, origin } = options;
  const limits = signInLimits(demonstration);
  const signIn = openSignIn({ prisma, mailer, logger, secret, origin, secureCookies, limits });
  const yoga = openYoga(logger);
  const handlers: Handlers = jobHandlers({ prisma, search, mailer });
  const retried = retrying(prisma);

  /** The context of one request: who asks, from where, and the services. */
  async function contextFor(request: Request, details: { requestId: string; address: string }): Promise<Context> {
    const session = await signIn.session(request.headers);
    const viewer = await viewerOf(prisma, session?.userId ?? null);
    const caller = { headers: request.headers, address: details.address };
    const { requestId } = details;
    return {
      ...{ prisma: retried, viewer, clock, jobs, search, signIn, mailer, demonstration, caller, requestId },
      sessionId: session?.sessionId ?? null,
      setCookies: [],
    };
  }

  return {
    yoga,
    jobs,
    handlers,
    search,
    prisma,
    logger,
    clock,
    demonstration,
    origin,
    contextFor,
    /** True when the database answers. */
    async ready() {
      await prisma.$queryRaw`SELECT 1`;
      return search.ready();
    },
    async close() {
      await jobs.stop();
      await database.close();
    },
  };
}
