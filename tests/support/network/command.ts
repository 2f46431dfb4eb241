import { databaseFromEnvironment } from "#prisma/client.ts";
import { fillNetwork } from "./fill.ts";

/** Adds the invented cities to the network that the environment names, before it is served. */
const database = await databaseFromEnvironment(process.env);
await fillNetwork(database.prisma);
await database.close();
