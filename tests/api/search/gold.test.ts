import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { allDocuments } from "#graphql/search/index/documents.store.ts";
import type { SearchEngine } from "#graphql/search/engine.rules.ts";
import { meilisearchEngine } from "#graphql/search/engines/meilisearch.ts";
import { figuresOf, measure, needs } from "../../gold/measure.ts";
import { useApi } from "../../support/api.ts";
import { openMeilisearch, whyNoMeilisearch } from "../../support/search/meilisearch.ts";

/** Holds the line that `npm run eval:search` shows in detail. */
const api = useApi({ filling: "demonstration" });
const patience = 300_000;

async function check(engine: SearchEngine) {
  const { own, recall, overlap, cases } = figuresOf(await measure(api().prisma, engine));
  expect(cases).toBeGreaterThan(1000);
  expect(own, "recall at 5 in the language of the practice").toBeGreaterThanOrEqual(0.9);
  expect(recall, "recall at 5 in all languages").toBeGreaterThanOrEqual(0.9);
  expect(overlap, "overlap of the first ten between languages").toBeGreaterThanOrEqual(0.8);
}

describe("the gold set", () => {
  it("holds at least 60 needs in at least 8 languages, answered by practices that exist", async () => {
    const slugs = new Set((await api().prisma.practice.findMany({ select: { slug: true } })).map(({ slug }) => slug));
    expect(needs().length).toBeGreaterThanOrEqual(60);
    for (const { id, queries, answers, also = [] } of needs()) {
      expect(Object.keys(queries).length, id).toBeGreaterThanOrEqual(8);
      expect(answers.length, id).toBeGreaterThan(0);
      expect(
        [...answers, ...also].filter((slug) => !slugs.has(slug)),
        id,
      ).toEqual([]);
    }
  });

  it("is answered by PostgreSQL", () => check(api().search), patience);
});

const missing = whyNoMeilisearch();
if (missing) it.skip(`Meilisearch: SKIPPED, because ${missing}`);
else
  describe("with Meilisearch", () => {
    let server: Awaited<ReturnType<typeof openMeilisearch>> | undefined;
    beforeAll(async () => {
      server = await openMeilisearch();
    }, patience);
    afterAll(() => server?.close());

    it(
      "is answered as well",
      async () => {
        if (!server) throw new Error("Meilisearch is not open yet.");
        const engine = meilisearchEngine(server.options);
        await engine.rebuild(allDocuments(api().prisma));
        await check(engine);
      },
      patience,
    );
  });
