import { databaseFromEnvironment } from "#prisma/client.ts";
import { jsonLogger } from "#graphql/kernel/logger.ts";
import { openSearch } from "#graphql/search/index/fallback.store.ts";
import { meilisearchFrom } from "../search/engines/meilisearch-client.ts";
import { postgresEngine } from "../search/engines/postgres.ts";
import { rebuildSearch } from "#graphql/search/index/store.ts";

/** `npm run search:rebuild`: writes the search index again from what is published; the search answers meanwhile. */
const database = await databaseFromEnvironment(process.env);
const written = await rebuildSearch(database.prisma, postgresEngine(database.prisma));
console.log(`The search index in PostgreSQL holds ${written} documents.`);
const { mirror } = openSearch(database.prisma, meilisearchFrom(process.env), jsonLogger());
if (mirror) console.log(`The search index in Meilisearch holds ${await mirror.rebuild()} documents.`);
await mirror?.stop();
await database.close();
