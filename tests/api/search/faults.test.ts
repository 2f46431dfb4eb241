import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { encodeGlobalID } from "@pothos/plugin-relay";
import { type KeyCreation, Meilisearch } from "meilisearch";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { freshIndex, meilisearchFrom } from "#graphql/search/engines/meilisearch-client.ts";
import { meilisearchEngine } from "#graphql/search/engines/meilisearch.ts";
import { fits, isAtLeast, indexSettings } from "#graphql/search/engines/meilisearch-settings.ts";
import { openTestApi, type TestApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson } from "../../support/factories/person.ts";
import { makePractice } from "../../support/factories/practice.ts";
import { type OwnServer, startMeilisearch, whyNoMeilisearch } from "../../support/search/meilisearch.ts";
import { asking, makeRow } from "../../support/search/rows.ts";
import { until } from "../../support/until.ts";
import { versionOf } from "../../support/schema/version.ts";

/** Longer than anything here should take on a busy machine, but short of what a reader would call broken. */
const patience = 10_000;
/** The practice and its city. */
const documents = 2;
type Found = { engine: string; total: number; hits: { practice: { slug: string } | null }[] };

async function ask(api: TestApi, words: string): Promise<Found> {
  const query = `query($words: String) { search(words: $words) { engine total hits { practice { slug } } } }`;
  const { data, errors } = await api.ask(null, query, { words });
  if (errors) throw new Error(JSON.stringify(errors));
  return data?.search as Found;
}

async function* someRows() {
  yield await Promise.resolve([makeRow(1, { title: "Pangolin ledger" })]);
}

async function finds(api: TestApi, words: string, engine?: string): Promise<boolean> {
  const found = await ask(api, words);
  return found.total > 0 && (!engine || found.engine === engine);
}

describe("what is asked of a server", () => {
  it("compares versions by their numbers", () => {
    for (const version of ["1.15.0", "1.50.0", "2.0.0", "1.15.1-rc.1"]) expect(isAtLeast(version, "1.15.0")).toBe(true);
    for (const version of ["1.14.9", "1.9.99", "0.99.0", ""]) expect(isAtLeast(version, "1.15.0")).toBe(false);
  });

  it("knows its own settings in another order and with more beside them, and no others", () => {
    const theirs = { ...structuredClone(indexSettings), stopWords: indexSettings.stopWords.toReversed(), synonyms: {} };
    expect(fits(indexSettings, theirs)).toBe(true);
    expect(fits(indexSettings, { ...theirs, stopWords: [] })).toBe(false);
    expect(fits(indexSettings, { ...theirs, typoTolerance: { enabled: false } })).toBe(false);
  });

  it("takes the environment as it is meant, and says what makes no sense in it", () => {
    expect(meilisearchFrom({})).toBeNull();
    const url = "http://127.0.0.1:7700";
    expect(meilisearchFrom({ MEILI_URL: url })).toEqual({ url, masterKey: null, keys: null, index: "quintet" });
    const keys = { MEILI_SEARCH_KEY: "a", MEILI_WRITE_KEY: "b" };
    expect(meilisearchFrom({ MEILI_URL: url, ...keys })).toMatchObject({ keys: { search: "a", write: "b" } });
    expect(() => meilisearchFrom({ MEILI_URL: url, MEILI_SEARCH_KEY: "a" })).toThrow(/belong together/);
    expect(() => meilisearchFrom({ MEILI_URL: "127.0.0.1:7700" })).toThrow(/MEILI_URL must be/);
    expect(() => meilisearchFrom({ MEILI_URL: url, MEILI_INDEX: "a b" })).toThrow(/MEILI_INDEX must be/);
  });

  it("refuses one that is too old with a message, and PostgreSQL answers", async () => {
    const old = createServer((_request, response) => {
      response.setHeader("content-type", "application/json");
      response.end(JSON.stringify({ pkgVersion: "1.9.1", commitSha: "", commitDate: "" }));
    });
    await new Promise<void>((resolve) => old.listen(0, "127.0.0.1", resolve));
    const url = `http://127.0.0.1:${(old.address() as AddressInfo).port}`;
    const api = await openTestApi({ meilisearch: { url, masterKey: "anything", index: "old" } });
    await api.mirror?.catchUp();
    expect(api.mirror?.seen().complaint).toContain("Meilisearch 1.9.1 is too old: 1.15.0 or newer is needed");
    expect((await ask(api, "anything")).engine).toBe("postgres");
    await api.close();
    old.closeAllConnections();
    await new Promise((resolve) => old.close(resolve));
  });
});

const missing = whyNoMeilisearch({ own: true });
describe.skipIf(missing !== null)(`faults of Meilisearch${missing ? ` SKIPPED, because ${missing}` : ""}`, () => {
  let server: OwnServer;
  let api: TestApi;
  let admin: Meilisearch;
  let approver: string;
  let coordinator: string;
  let id: string;
  let rowId: string;

  const translate = async (language: string, title: string) => {
    const mutation = `mutation($id: ID!, $language: String!, $title: String!) {
      it: savePracticeTranslation(id: $id, version: 1, language: $language, title: $title) { __typename } }`;
    const { data } = await api.ask(approver, mutation, { id, language, title });
    expect(data?.it).toEqual({ __typename: "Practice" });
  };

  beforeAll(async () => {
    server = await startMeilisearch();
    const { url, masterKey } = server.options;
    admin = new Meilisearch({ host: url, apiKey: masterKey ?? "" });
    api = await openTestApi({ meilisearch: server.options });
    const city = await makeCity(api.prisma);
    approver = await makeMember(api.prisma, city.id, "approver");
    coordinator = await makeNetworkPerson(api.prisma);
    const practice = await makePractice(api.prisma, { cityId: city.id, state: "submitted", title: "Pangolin ledger" });
    rowId = practice.id;
    id = encodeGlobalID("Practice", practice.id);
    await api.mirror?.catchUp();
  });
  afterAll(async () => {
    await api.close();
    await server.close();
  });

  it("publishing, editing and reopening reach the server by the jobs; a draft is never shown, even from a stale index", async () => {
    const run = async (step: string) => {
      const version = await versionOf(api.prisma, id);
      const query = `mutation { it: movePractice(id: "${id}", version: ${version}, ${step}) { __typename } }`;
      expect((await api.ask(coordinator, query)).data?.it).toEqual({ __typename: "Practice" });
    };
    const engine = meilisearchEngine(server.options);
    const held = async () => (await engine.search(asking("pangolin"))).total;
    expect(await held()).toBe(0);
    await run("action: publish");
    expect(await held()).toBe(0);
    await api.drain();
    expect(await held()).toBe(1);
    expect(await ask(api, "pangolin")).toMatchObject({ engine: "meilisearch", total: 1 });
    await api.prisma.practice.update({ where: { id: rowId }, data: { state: "draft" } });
    expect(await ask(api, "pangolin")).toMatchObject({ engine: "meilisearch", total: 0, hits: [] });
    await api.prisma.practice.update({ where: { id: rowId }, data: { state: "published" } });
    await run(`action: reopen, comment: "Please check."`);
    await api.drain();
    expect(await held()).toBe(0);
    await api.prisma.practice.update({ where: { id: rowId }, data: { state: "submitted" } });
    await run("action: publish");
    await api.drain();
    expect(await held()).toBe(1);
  });

  it("a burst of edits is one write", async () => {
    const writes = async () =>
      (await admin.tasks.getTasks({ types: ["documentAdditionOrUpdate"], indexUids: [server.options.index] })).total;
    const before = await writes();
    for (let edit = 1; edit <= 12; edit += 1) await translate("fr", `Registre numéro ${edit}`);
    await api.drain();
    expect((await writes()) - before).toBe(1);
    expect(await finds(api, "registre 12", "meilisearch")).toBe(true);
  });

  it("its keys may do no more than search and write this index", async () => {
    const { results } = await admin.getKeys();
    const own = results.filter(({ name }) => name?.startsWith(`Quintet, ${server.options.index}`));
    const rights = own.map(({ actions, indexes }) => ({ actions: actions.toSorted(), indexes: indexes.toSorted() }));
    const { index } = server.options;
    expect(rights).toContainEqual({ actions: ["search"], indexes: [index] });
    expect(rights).toHaveLength(2);
    for (const { indexes, actions } of rights) {
      expect([index, freshIndex(index)]).toEqual(expect.arrayContaining(indexes));
      expect(actions.filter((action) => /\*|keys|dumps|snapshots|experimental/.test(action))).toEqual([]);
    }
    const { reader } = await meilisearchEngine(server.options).connect();
    await expect(reader.index(index).getDocuments()).rejects.toThrow(/API key/);
    await expect(reader.index(index).deleteAllDocuments()).rejects.toThrow(/API key/);
  });

  it("needs no master key where keys with the rights that OPERATING.md names were made beforehand", async () => {
    const { url } = server.options;
    const operating = readFileSync("OPERATING.md", "utf8");
    const made = Array.from(operating.matchAll(/-d '({"name": "Quintet[^']*})'/g), ([, body = ""]) => body);
    expect(made).toHaveLength(2);
    const keys = await Promise.all(made.map((body) => admin.createKey(JSON.parse(body) as KeyCreation)));
    const [search = "", write = ""] = keys.map(({ key }) => key);
    const engine = meilisearchEngine({ url, masterKey: null, keys: { search, write }, index: "quintet" });
    expect(await engine.rebuild(someRows())).toBe(1);
    await engine.put([makeRow(2, { title: "Pangolin census" })]);
    expect((await engine.search(asking("pangolin"))).total).toBe(2);
    expect((await engine.look()).lack).toBeNull();
    await admin.index("quintet").delete().waitTask();
    const wrong = meilisearchEngine({ url, masterKey: null, keys: { search, write: "no such key" }, index: "quintet" });
    await expect(wrong.connect()).rejects.toThrow(/does not take MEILI_WRITE_KEY/);
  });

  it("a rebuild has no gap: what can be found is found all the while", async () => {
    const engine = meilisearchEngine(server.options);
    let rebuilding = true;
    const rebuilt = api.mirror?.rebuild().finally(() => {
      rebuilding = false;
    });
    let searches = 0;
    while (rebuilding) {
      expect((await engine.search(asking("pangolin"))).total).toBe(1);
      searches += 1;
    }
    expect(await rebuilt).toBe(documents);
    expect(searches).toBeGreaterThan(0);
    expect((await admin.getRawIndexes()).results.map(({ uid }) => uid)).toEqual([server.options.index]);
  });

  it("killed while people search and edit: no search fails, and edits are caught up within ten seconds of its return", async () => {
    await api.work();
    await until("Meilisearch answers", patience, async () => finds(api, "pangolin", "meilisearch"));
    let searching = true;
    const answers: Found[] = [];
    const failures: unknown[] = [];
    let slowest = 0;
    const readers = [1, 2].map(async () => {
      while (searching) {
        const began = performance.now();
        await ask(api, "pangolin").then(
          (found) => answers.push(found),
          (error: unknown) => failures.push(error),
        );
        slowest = Math.max(slowest, performance.now() - began);
        // PGlite answers within this process: without a breath nothing else would come to its turn.
        await new Promise((resolve) => setTimeout(resolve, 5));
      }
    });
    await translate("de", "Erster Eintrag");
    await server.kill();
    await translate("pl", "Drugi wpis");
    await until("PostgreSQL finds the edit", patience, () => finds(api, "drugi", "postgres"));
    await translate("sv", "Tredje posten");
    await server.start();
    const caughtUp = await until("Meilisearch finds the edits", patience, async () => {
      const all = ["erster", "drugi", "tredje"].map((words) => finds(api, words, "meilisearch"));
      return (await Promise.all(all)).every(Boolean);
    });
    searching = false;
    await Promise.all(readers);
    expect(failures).toEqual([]);
    expect(answers.filter(({ total }) => total !== 1)).toEqual([]);
    expect(new Set(answers.map(({ engine }) => engine))).toEqual(new Set(["meilisearch", "postgres"]));
    expect(caughtUp).toBeLessThan(patience);
    expect(slowest).toBeLessThan(3000);
    expect(await api.prisma.searchMissed.count()).toBe(0);
  });

  it("too slow: cut off, answered by PostgreSQL, and left alone until it is well", async () => {
    await until("Meilisearch answers", patience, () => finds(api, "pangolin", "meilisearch"));
    server.freeze();
    const began = performance.now();
    expect(await ask(api, "pangolin")).toMatchObject({ engine: "postgres", total: 1 });
    const first = performance.now() - began;
    for (let turn = 0; turn < 5; turn += 1) expect((await ask(api, "pangolin")).engine).toBe("postgres");
    const others = (performance.now() - began - first) / 5;
    expect(first).toBeLessThan(2000);
    expect(others).toBeLessThan(280);
    server.thaw();
    await until("Meilisearch answers again", 2 * patience, () => finds(api, "pangolin", "meilisearch"));
  });

  it("a lost index is built again by itself: deleted, or gone with the whole server", async () => {
    await admin.deleteIndex(server.options.index).waitTask();
    expect(await finds(api, "pangolin")).toBe(true);
    await until("the index is back", patience, () => finds(api, "pangolin", "meilisearch"));
    await server.kill();
    await server.start(true);
    expect(await finds(api, "pangolin")).toBe(true);
    await until("the server is filled", patience, () => finds(api, "pangolin", "meilisearch"));
    await admin.index(server.options.index).deleteAllDocuments().waitTask();
    await until("the documents are back", 2 * patience, async () => {
      const { numberOfDocuments } = await admin
        .index(server.options.index)
        .getStats()
        .catch(() => ({ numberOfDocuments: 0 }));
      return numberOfDocuments === documents && (await finds(api, "pangolin", "meilisearch"));
    });
    await admin
      .index(server.options.index)
      .updateSettings({ searchableAttributes: ["names"] })
      .waitTask();
    await until("the settings are right", 2 * patience, async () => {
      const theirs = await admin.index(server.options.index).getSettings();
      return fits(indexSettings, theirs) && (await finds(api, "pangolin", "meilisearch"));
    });
  });

  it("coordinators are told, others are not", async () => {
    const query = `{ searchState { engine configured serverVersion documents serverDocuments missing lagSeconds failures
      failedAt failure failing rebuiltAt rebuiltDocuments waiting givenUp } }`;
    const { data } = await api.ask(coordinator, query);
    expect(data?.searchState).toMatchObject({
      ...{ engine: "meilisearch", configured: true, documents, serverDocuments: documents, missing: 0, lagSeconds: 0 },
      ...{
        failing: false,
        rebuiltDocuments: documents,
        givenUp: 0,
        failedAt: expect.any(String),
        failure: expect.any(String),
      },
    });
    for (const person of [null, approver]) {
      const { errors } = await api.ask(person, query);
      expect(errors?.[0]?.extensions?.code).toBe("FORBIDDEN");
    }
  });
});
