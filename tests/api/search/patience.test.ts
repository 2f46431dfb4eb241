import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import type { SearchAnswer } from "#graphql/search/engine.rules.ts";
import { fallbackEngine, patience } from "#graphql/search/index/fallback.store.ts";
import { patiently } from "#graphql/search/engines/patience.ts";
import { postgresEngine } from "#graphql/search/engines/postgres.ts";
import { useApi } from "../../support/api.ts";
import { asking } from "../../support/search/rows.ts";

const api = useApi();

async function listening(answer: Parameters<typeof createServer>[1]): Promise<string> {
  const server: Server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

it("gives up on a server that does not answer, and says so", async () => {
  const url = await listening(() => {});
  const began = performance.now();
  await expect(patiently(100, (signal) => fetch(url, { signal }))).rejects.toThrow("No answer within 100 ms");
  expect(performance.now() - began).toBeGreaterThanOrEqual(90);
});

it("does not blame a server for the time in which this process was too busy to listen", async () => {
  const url = await listening((_request, response) => response.end("here"));
  await (await fetch(url)).text();
  const answer = patiently(100, async (signal) => (await fetch(url, { signal })).text());
  await new Promise((resolve) => setTimeout(resolve, 1));
  for (let turn = 0; turn < 3; turn += 1) {
    const until = performance.now() + 150;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve));
  }
  expect(await answer).toBe("here");
});

it("hands on what came, be it an answer or a failure", async () => {
  expect(await patiently(60_000, () => Promise.resolve("at once"))).toBe("at once");
  await expect(patiently(60_000, () => Promise.reject(new Error("broken")))).rejects.toThrow("broken");
});

it("in a rush, asks a server no more than it can answer in time, and never takes it for ill", async () => {
  const answer: SearchAnswer = { ...(await postgresEngine(api().prisma).search(asking("anything"))), total: 7 };
  let [inside, most] = [0, 0];
  const suspected: unknown[] = [];
  const server = {
    name: "meilisearch",
    async search() {
      most = Math.max(most, (inside += 1));
      // What is asked of it at once takes the longer the more there is of it.
      await new Promise((resolve) => setTimeout(resolve, 20 * inside));
      inside -= 1;
      return answer;
    },
    similar: () => Promise.resolve([]),
  };
  const mirror = {
    isCurrent: () => true,
    suspect: (error: unknown) => void suspected.push(error),
    note: async () => {},
  };
  const engine = fallbackEngine(postgresEngine(api().prisma), server, mirror);
  const answers = await Promise.all(Array.from({ length: 40 }, () => engine.search(asking("anything"))));
  expect(suspected).toEqual([]);
  expect(20 * most).toBeLessThan(patience);
  expect(answers.filter(({ total }) => total === 7).length).toBeGreaterThan(8);
  expect(answers).toHaveLength(40);
});
