import { databaseFromEnvironment } from "#prisma/client.ts";
import { migrate } from "#prisma/migrate.ts";
import { coordinatorInput } from "../identity/input.ts";
import { makeCoordinator } from "../identity/store.ts";

/** npm run coordinator -- EMAIL "NAME" */
const [email, name, ...rest] = process.argv.slice(2);
const input = coordinatorInput.safeParse({ email, name });

if (!input.success || rest.length > 0) {
  console.error(
    [
      'Usage: npm run coordinator -- EMAIL "NAME"',
      'Example: npm run coordinator -- ada@network.eu "Ada Novak"',
      "",
      "Makes the first coordinator of an empty network: an account with the rights of coordinator and administrator.",
      "The person then signs in with a code sent to EMAIL. Running it again changes nothing.",
      "It writes to DATABASE_URL, else to the folder DATA_DIR (.data); stop the portal first if it uses that folder.",
    ].join("\n"),
  );
  process.exit(1);
}

const database = await databaseFromEnvironment(process.env);
await migrate(database);
const person = input.data;
const made = await database.prisma.$transaction((tx) => makeCoordinator(tx, person));
await database.close();
console.log(
  made
    ? `${person.email} is now coordinator and administrator and can sign in with a code sent there.`
    : `${person.email} is coordinator and administrator already: nothing to do.`,
);
