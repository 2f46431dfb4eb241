import { afterAll, beforeAll } from "vitest";
import { openApi } from "#graphql/api.ts";
import { fixedClock } from "#graphql/kernel/clock.ts";
import { viewerOf } from "#graphql/kernel/context.ts";
import { jsonLogger } from "#graphql/kernel/logger.ts";
import { memoryMailer } from "#graphql/mail/mailer.ts";
import type { MeilisearchOptions } from "#graphql/search/engines/meilisearch-client.ts";
import { testDatabase } from "./database/database.ts";
import type { Filling } from "./database/template.ts";
import { today } from "./database/today.ts";

export type TestApi = Awaited<ReturnType<typeof openTestApi>>;
export type Answer = {
  data?: Record<string, unknown> | null;
  errors?: { message: string; extensions?: { code?: string } }[];
  extensions?: { cost?: { requested: number } };
};

export { today };

export type ApiOptions = { filling?: Filling; meilisearch?: MeilisearchOptions | null };

/** An API on a fresh database, with the clock stopped at noon of `today`. */
export async function openTestApi({ filling, meilisearch = null }: ApiOptions = {}) {
  const database = await testDatabase(filling);
  const mailer = memoryMailer();
  const logs: string[] = [];
  const api = await openApi({
    database,
    mailer,
    clock: fixedClock(`${today}T12:00:00.000Z`),
    logger: jsonLogger((line) => logs.push(line)),
    secret: "a-secret-that-only-the-tests-know-0123456789",
    origin: "http://quintet.test",
    demonstration: true,
    meilisearch,
  });

  /** Asks as the given person (a user id) or as nobody; over a simulated HTTP request. */
  async function ask(person: string | null, query: string, variables: object = {}): Promise<Answer> {
    const headers = { "content-type": "application/json", accept: "application/json" };
    const body = JSON.stringify({ query, variables });
    const request = new Request("http://quintet.test/graphql", { method: "POST", headers, body });
    const context = await api.contextFor(request, { requestId: "test", address: "192.0.2.1" });
    const viewer = await viewerOf(api.prisma, person);
    const response = await api.yoga.fetch(request, { api: { ...context, viewer } });
    const answer = (await response.json()) as Answer;
    return answer;
  }

  /** Does what is queued: index writes, notices. */
  const drain = () => api.jobs.drain(api.handlers);

  return { ...api, mailer, logs, ask, drain };
}

/** Opens an API for the test file and closes it afterwards. */
export function useApi(options: ApiOptions = {}): () => TestApi {
  let api: TestApi | undefined;
  beforeAll(async () => {
    api = await openTestApi(options);
  });
  afterAll(() => api?.close());
  return () => {
    if (!api) throw new Error("The API is not open yet.");
    return api;
  };
}
