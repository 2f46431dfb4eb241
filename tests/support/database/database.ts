import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { type Database, openDatabase } from "#prisma/client.ts";
import { drop, recreate, testServer } from "./server.ts";
import { type Filling, template } from "./template.ts";

/** A fresh database with what the test file begins from; gone once it is closed. */
export async function testDatabase(filling: Filling = "empty"): Promise<Database> {
  const from = await template(filling);
  const server = testServer();
  if (!server) return openDatabase({ loadDataDir: new Blob([readFileSync(from)]) });
  const name = `quintet_test_${randomBytes(6).toString("hex")}`;
  const database = await openDatabase({ url: await recreate(server, name, from) });
  return {
    ...database,
    async close() {
      await database.close();
      await drop(server, name);
    },
  };
}
