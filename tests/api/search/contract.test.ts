import { afterAll, beforeAll, describe, it } from "vitest";
import { type MeilisearchEngine, meilisearchEngine } from "#graphql/search/engines/meilisearch.ts";
import { useApi } from "../../support/api.ts";
import { openMeilisearch, whyNoMeilisearch } from "../../support/search/meilisearch.ts";
import { searchContract } from "./contract.ts";

describe("PostgreSQL", () => {
  const api = useApi();
  searchContract("postgres", () => api().search);
});

const missing = whyNoMeilisearch();
if (missing) {
  it.skip(`Meilisearch: SKIPPED, because ${missing}`);
} else {
  describe("Meilisearch", () => {
    let server: Awaited<ReturnType<typeof openMeilisearch>> | undefined;
    let engine: MeilisearchEngine | undefined;
    beforeAll(async () => {
      server = await openMeilisearch();
      engine = meilisearchEngine(server.options);
      await engine.rebuild((async function* () {})());
    });
    afterAll(() => server?.close());
    searchContract("meilisearch", () => {
      if (!engine) throw new Error("The engine is not open yet.");
      return engine;
    });
  });
}
