import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { minifyIntrospection, outputIntrospectionFile } from "@gql.tada/internal";
import { introspectionFromSchema, lexicographicSortSchema, printSchema } from "graphql";
import { schema } from "../schema.ts";

/** Writes schema.graphql (for people and for comparison) and schema.d.ts (for the portal's documents). */
const sorted = lexicographicSortSchema(schema);
const folder = join(import.meta.dirname, "..");
await writeFile(join(folder, "schema.graphql"), `${printSchema(sorted)}\n`);
const introspection = minifyIntrospection(introspectionFromSchema(sorted));
await writeFile(
  join(folder, "schema.d.ts"),
  outputIntrospectionFile(introspection, { fileType: ".d.ts", shouldPreprocess: true }),
);
