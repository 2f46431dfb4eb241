import { defineConfig } from "prisma/config";

// `prisma generate` never runs the native schema engine, it only wants a file to exist;
// migrations go through the WebAssembly engine in prisma/migrate.ts.
process.env.PRISMA_SCHEMA_ENGINE_BINARY ??= process.execPath;

export default defineConfig({ schema: "prisma/schema" });
