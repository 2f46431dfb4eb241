import { randomUUID } from "node:crypto";
import { decodeGlobalID, encodeGlobalID } from "@pothos/plugin-relay";
import { beforeAll, describe, expect, it } from "vitest";
import { schema } from "#graphql/schema.ts";
import { type SearchableRow, type SearchKind, searchKinds } from "#graphql/search/engine.rules.ts";
import { useApi } from "../support/api.ts";
import { severally } from "../support/severally.ts";
import { questions } from "../support/schema/crawl.ts";
import { findable, nodeCases, secret } from "../support/schema/hidden-rows.ts";
import { localIds, useStrangers } from "../support/schema/strangers.ts";

/** Generated from the schema: no question answers another city's hidden rows. */
const api = useApi();
const strangers = useStrangers(api);
const types = Object.keys(nodeCases).filter((type) => nodeCases[type] !== "public");

/** A stale index: it still knows rows that are not public. */
beforeAll(async () => {
  const { hidden, unpublished } = strangers().foreign;
  const row = (kind: SearchKind, id: string): SearchableRow => ({
    kind,
    id: decodeGlobalID(id).id,
    texts: [{ language: "en", title: findable, summary: findable, body: findable }],
    names: [],
    area: null,
    role: null,
    stage: null,
    evidence: null,
    country: "FR",
    citySize: "medium",
    ...{ region: "western", grid: "unknown", cityLanguage: "fr", savedCarbonKg: 1 },
    languages: ["en"],
    strong: [],
    weak: [],
    publishedOn: "2026-10-01",
  });
  const typeOf = { pilot: "Pilot", practice: "Practice", result: "Result", tool: "PracticeTool", city: "City" };
  const rows = [hidden, unpublished].flatMap((of) =>
    searchKinds.flatMap((kind) => {
      const id = of[typeOf[kind]];
      return id ? [row(kind, id)] : [];
    }),
  );
  await api().search.put(rows);
});

const single = "query($id: ID!) { node(id: $id) { __typename id } }";
const plural = "query($ids: [ID!]!) { nodes(ids: $ids) { __typename id } }";

describe("node(id) and nodes(ids)", () => {
  it.each(types)("read a hidden %s as one that does not exist", async (type) => {
    const { foreign, people } = strangers();
    const nothing = encodeGlobalID(type, randomUUID());
    const ids = [foreign.hidden[type], foreign.unpublished[type]].filter((id) => id !== undefined);
    for (const person of Object.values(people)) {
      for (const id of ids) {
        const { data, errors } = await api().ask(person, single, { id });
        const { errors: same } = await api().ask(person, single, { id: nothing });
        expect(data).toEqual({ node: null });
        expect(errors?.map(({ message }) => message)).toEqual(same?.map(({ message }) => message));
        expect(errors?.[0]?.extensions?.code).not.toBe("INTERNAL_SERVER_ERROR");
      }
    }
  });

  it.each(types)("read an id that no %s can have as nothing", async (type) => {
    const { data, errors } = await api().ask(null, single, { id: encodeGlobalID(type, "1") });
    expect(data?.node ?? null).toBeNull();
    expect(errors?.[0]?.extensions?.code).not.toBe("INTERNAL_SERVER_ERROR");
  });

  it.each(types)("leave a hidden %s out without hiding the others", async (type) => {
    const { foreign, people } = strangers();
    const ids = [foreign.hidden[type], foreign.open.City];
    for (const person of Object.values(people)) {
      const { data } = await api().ask(person, plural, { ids });
      expect(data).toEqual({ nodes: [null, { __typename: "City", id: foreign.open.City }] });
    }
  });

  it.each(types)("show a %s to its own people", async (type) => {
    const { foreign, candidate } = strangers();
    const id = foreign.hidden[type];
    const { data } = await api().ask(candidate.userId, "query($id: ID!) { node(id: $id) { id } }", { id });
    expect(data?.node).toEqual({ id });
  });
});

describe("no question leads to a hidden row", () => {
  it.each(["nobody", "somebody", "neighbour"] as const)("asked by %s", async (who) => {
    const { foreign, people } = strangers();
    const { prisma } = api();
    const hidden = new Set([...localIds(foreign.hidden), ...localIds(foreign.unpublished)]);
    const slugs = (await Promise.all([prisma.city.findMany(), prisma.pilot.findMany(), prisma.practice.findMany()]))
      .flat()
      .map(({ slug }) => slug);
    const ids = [...Object.values(foreign.hidden), ...Object.values(foreign.unpublished)];
    const asked = questions(schema, { slugs, ids, words: findable });
    const wrong: string[] = [];
    let answered = 0;
    const answers = await severally(asked, ({ query }) => api().ask(people[who], query));
    for (const [index, { data, errors }] of answers.entries()) {
      const title = asked[index]?.title;
      const error = errors?.find(({ extensions }) => !["FORBIDDEN", "NOT_FOUND"].includes(extensions?.code ?? ""));
      if (error) wrong.push(`${title}: ${error.extensions?.code} ${error.message}`);
      if (JSON.stringify({ data, errors }).includes(secret)) wrong.push(`${title}: a hidden text is shown`);
      for (const id of idsIn(data)) if (hidden.has(id)) wrong.push(`${title}: a hidden id is shown`);
      if (data && Object.values(data).some((value) => value !== null)) answered += 1;
    }
    expect([...new Set(wrong)]).toEqual([]);
    expect(answered).toBeGreaterThan(asked.length / 10);
  });
});

/** The database's ids in an answer, as they are or inside global ids. */
function idsIn(value: unknown): string[] {
  if (typeof value === "string") {
    const decoded = Buffer.from(value, "base64").toString("utf8");
    return [value, /^[A-Z][A-Za-z]+:(.+)$/.exec(decoded)?.[1] ?? ""];
  }
  return typeof value === "object" && value !== null ? Object.values(value).flatMap(idsIn) : [];
}
