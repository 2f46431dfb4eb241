import { databaseFromEnvironment } from "../client.ts";
import { migrate } from "../migrate.ts";

const database = await databaseFromEnvironment(process.env);
const applied = await migrate(database);
await database.close();
console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
