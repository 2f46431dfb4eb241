import { join } from "node:path";
import { openApi } from "#graphql/api.ts";
import { systemClock } from "#graphql/kernel/clock.ts";
import { jsonLogger } from "#graphql/kernel/logger.ts";
import { folderMailer, smtpMailer } from "#graphql/mail/mailer.ts";
import { meilisearchFrom } from "#graphql/search/engines/meilisearch-client.ts";
import { databaseFromEnvironment } from "#prisma/client.ts";
import { settings } from "./settings.ts";

/** Puts the portal's parts together as the environment says, and lets this process work on the queues. */
export async function openFromEnvironment(env: NodeJS.ProcessEnv) {
  const options = settings(env);
  const meilisearch = meilisearchFrom(env);
  const logger = jsonLogger();
  const database = await databaseFromEnvironment(env);
  const mailer = options.smtpUrl
    ? smtpMailer(options.smtpUrl, options.mailFrom)
    : folderMailer(join(options.dataDir, "mail"), systemClock.now);
  const { secret, origin, demonstration } = options;
  const api = await openApi({
    database,
    clock: systemClock,
    logger,
    mailer,
    secret,
    origin,
    demonstration,
    meilisearch,
  });
  await api.work();
  return { api, options, storage: database.url ? "PostgreSQL" : "PGlite" };
}
