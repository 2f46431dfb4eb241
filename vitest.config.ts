import { createRequire } from "node:module";
import { defineConfig } from "vitest/config";

/** One copy of graphql for our modules and for the libraries: Vite would choose the ES one, Node the other. */
const resolve = { alias: [{ find: /^graphql$/, replacement: createRequire(import.meta.url).resolve("graphql") }] };

/** No test is timed: a busy machine may take its time. */
const patient = { testTimeout: 300_000, hookTimeout: 300_000 };

/** A file's first hook may have to seed the template that the file copies. */
const withDatabase = {
  globalSetup: ["tests/support/database/setup.ts"],
  setupFiles: ["tests/support/console.ts"],
  ...patient,
  hookTimeout: 300_000,
};

export default defineConfig({
  test: {
    projects: [
      { test: { name: "rules", include: ["tests/rules/**/*.test.ts"], ...patient } },
      { resolve, test: { name: "architecture", include: ["tests/architecture/**/*.test.ts"], ...patient } },
      { resolve, test: { name: "api", include: ["tests/api/**/*.test.ts"], ...withDatabase } },
      { resolve, test: { name: "portal", include: ["tests/portal/**/*.test.ts"], ...withDatabase } },
      {
        resolve,
        test: {
          name: "journeys",
          include: ["tests/journeys/**/*.test.ts"],
          globalSetup: ["tests/support/browser/journey-server.ts"],
          testTimeout: 120_000,
          hookTimeout: 120_000,
        },
      },
    ],
    maxWorkers: 2,
    pool: "forks",
    isolate: false,
  },
});
