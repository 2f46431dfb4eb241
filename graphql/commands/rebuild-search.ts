import { databaseFromEnvironment } from "#prisma/client.ts";
import { postgresEngine } from "../search/postgres.ts";
import { rebuildSearch } from "../search/store.ts";

/** `npm run search:rebuild`: writes the search index again from what is published; the search answers meanwhile. */
const database = await databaseFromEnvironment(process.env);
const written = await rebuildSearch(database.prisma, postgresEngine(database.prisma));
console.log(`The search index holds ${written} documents.`);
await database.close();
