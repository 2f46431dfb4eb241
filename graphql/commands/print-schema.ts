import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "../schema.ts";

/** Writes schema.graphql: for people, for comparison, and for the types of the portal's documents. */
await writeFile(join(import.meta.dirname, "..", "schema.graphql"), `${printSchema(lexicographicSortSchema(schema))}\n`);
