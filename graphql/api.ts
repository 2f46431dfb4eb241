import type { Database } from "#prisma/client.ts";
import type { Clock } from "#graphql/kernel/clock.ts";
import { type Context, viewerOf } from "#graphql/kernel/context.ts";
import { type Handlers, openJobs } from "#graphql/kernel/jobs.ts";
import { jobHandlers } from "#graphql/handlers.ts";
import type { Logger } from "#graphql/kernel/logger.ts";
import type { Mailer } from "./mail/mailer.ts";
import { openSearch } from "#graphql/search/index/fallback.store.ts";
import { openGaps } from "#graphql/search/gap/store.ts";
import type { MeilisearchOptions } from "./search/engines/meilisearch-client.ts";
import { postgresEngine } from "./search/engines/postgres.ts";
import { renewSearch } from "#graphql/search/index/store.ts";
import { thesaurus } from "#graphql/search/understand/store.ts";
import { retrying } from "#graphql/kernel/retry.ts";
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
  /** The Meilisearch server that answers searches; PostgreSQL does without one, and whenever it fails. */
  meilisearch?: MeilisearchOptions | null;
};

export type Api = Awaited<ReturnType<typeof openApi>>;

/** Puts the API together: one object for the portal, the command line and the tests. */
export async function openApi(options: ApiOptions) {
  const { database, clock, logger, mailer, demonstration } = options;
  const { prisma } = database;
  const jobs = await openJobs(database, logger);
  const { engine: search, mirror } = openSearch(prisma, options.meilisearch ?? null, logger);
  const gaps = openGaps({ prisma, clock, logger });
  const secureCookies = options.origin.startsWith("https:");
  const { secret, origin } = options;
  const limits = signInLimits(demonstration);
  const signIn = openSignIn({ prisma, mailer, logger, secret, origin, secureCookies, limits });
  const yoga = openYoga(logger);
  const handlers: Handlers = jobHandlers({
    prisma,
    search: { engine: search, mirror },
    mailer,
    clock,
    jobs,
    origin,
  });
  const retried = retrying(prisma);

  /** The context of one request: who asks, from where, and the services. */
  async function contextFor(request: Request, details: { requestId: string; address: string }): Promise<Context> {
    const session = await signIn.session(request.headers);
    const viewer = await viewerOf(prisma, session?.userId ?? null);
    const caller = { headers: request.headers, address: details.address };
    const { requestId } = details;
    return {
      prisma: retried,
      viewer,
      clock,
      jobs,
      search,
      mirror,
      gaps,
      signIn,
      mailer,
      demonstration,
      caller,
      requestId,
      sessionId: session?.sessionId ?? null,
      setCookies: [],
    };
  }

  let prepared: Promise<void> | null = null;
  /** What the first search would otherwise wait for, and what an update asks to be indexed again. */
  async function prepare(): Promise<void> {
    try {
      if ((await prisma.concept.count()) > 0) await thesaurus(prisma);
      const documents = await renewSearch(prisma, postgresEngine(prisma));
      if (documents !== null) logger.info("The search index in PostgreSQL is written again", { documents });
    } catch (error) {
      logger.error("The search could not be prepared", { error });
    }
  }

  return {
    yoga,
    jobs,
    handlers,
    search,
    mirror,
    gaps,
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
    /** Lets this process work on the queues and keep the search index. */
    async work() {
      await jobs.work(handlers);
      mirror?.watch();
      prepared = prepare();
    },
    async close() {
      await prepared;
      await jobs.stop();
      await mirror?.stop();
      await gaps.settle();
      await database.close();
    },
  };
}
