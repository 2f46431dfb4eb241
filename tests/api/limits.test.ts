import { getIntrospectionQuery } from "graphql";
import { describe, expect, it, vi } from "vitest";
import { limits } from "#graphql/kernel/limits.ts";
import { useApi } from "../support/api.ts";
import { makeCity } from "../support/factories/city.ts";

/** What one request may ask, and what it hears when it asks too much. */
const api = useApi();

/** A request as it comes over HTTP, from a client that knows GraphQL's own media type (with plain JSON, errors are answered as 200). */
async function send({ search = "", ...init }: { method: string; body?: string; search?: string }) {
  const headers = { "content-type": "application/json", accept: "application/graphql-response+json" };
  const request = new Request(`http://quintet.test/graphql${search}`, { ...init, headers });
  const context = await api().contextFor(request, { requestId: "limits", address: "192.0.2.7" });
  const response = await api().yoga.fetch(request, { api: context });
  return { status: response.status, text: await response.text() };
}

const post = (query: string) => send({ method: "POST", body: JSON.stringify({ query }) });

/** A question that goes so many levels down. */
function nested(levels: number): string {
  const steps = Array.from({ length: levels - 2 }, (_, index) => (index % 2 === 0 ? "accessions" : "city"));
  return `{ city(slug: "nowhere") { ${steps.reduceRight((inner, step) => `${step} { ${inner} }`, "id")} } }`;
}

describe("limits", () => {
  it("refuses a document that is too deep", async () => {
    expect((await api().ask(null, nested(limits.depth))).errors).toBeUndefined();
    const { data, errors } = await api().ask(null, nested(limits.depth + 1));
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(`depth ${limits.depth}`),
      extensions: { code: "TOO_COMPLEX" },
    });
    expect(data?.city ?? null).toBeNull();
  });

  it("refuses a document with too many aliases", async () => {
    const aliased = (count: number) =>
      `{ ${Array.from({ length: count }, (_, index) => `a${index}: charterVersions { id }`).join(" ")} }`;
    expect((await api().ask(null, aliased(limits.aliases))).errors).toBeUndefined();
    const { data, errors } = await api().ask(null, aliased(limits.aliases + 1));
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(String(limits.aliases)),
      extensions: { code: "TOO_MANY_ALIASES" },
    });
    expect(data).toBeUndefined();
  });

  it("refuses a document with too many tokens", async () => {
    const { status, text } = await post(
      `{ cities(filter: { country: [${'"FR" '.repeat(limits.tokens)}] }) { totalCount } }`,
    );
    expect([status, text]).toEqual([400, expect.stringContaining(String(limits.tokens))]);
    expect(
      (await post(`{ cities(filter: { country: [${'"FR" '.repeat(limits.tokens - 100)}] }) { totalCount } }`)).status,
    ).toBe(200);
  });

  it("answers no more rows than a page may hold, and says that there are more", async () => {
    for (let serial = 0; serial <= limits.pageSize; serial += 1) {
      await api().prisma.city.create({
        data: { slug: `many-${serial}`, name: `Many ${serial}`, countryCode: "FR", language: "fr", listed: true },
      });
    }
    const { data, errors } = await api().ask(
      null,
      `{ cities(first: ${limits.pageSize + 1}) { pageInfo { hasNextPage } edges { node { id } } } }`,
    );
    const cities = data?.cities as { pageInfo: { hasNextPage: boolean }; edges: unknown[] } | undefined;
    if (errors) expect(errors[0]?.message).toContain(String(limits.pageSize));
    else expect([cities?.edges.length, cities?.pageInfo.hasNextPage]).toEqual([limits.pageSize, true]);
  });

  it("refuses a document that costs too much, and says what it would cost", async () => {
    const query =
      "{ cities(first: 100) { edges { node { pilots { cities { city { contacts { id } pilots { id } } } } } } } }";
    const { data, errors, extensions } = await api().ask(null, query);
    expect(errors?.[0]).toMatchObject({
      message: expect.stringContaining(`allowed cost ${limits.cost}`),
      extensions: { code: "TOO_COMPLEX" },
    });
    expect(data).toBeNull();
    expect(extensions?.cost?.requested).toBeGreaterThan(limits.cost);
  });

  it("says in every answer what it cost and what is left", async () => {
    const { extensions } = await api().ask(null, "{ cities(first: 10) { edges { node { id } } } }");
    const requested = extensions?.cost?.requested ?? 0;
    expect(requested).toBeGreaterThanOrEqual(10);
    expect(extensions?.cost).toEqual({ requested, limit: limits.cost, remaining: limits.cost - requested });
  });
});

describe("what comes over HTTP", () => {
  const mutation = `mutation { requestSignInCode(email: "nobody@example.org") { __typename } }`;

  it("is answered as 400 with a message when it is no GraphQL", async () => {
    for (const query of ["{ cities(", "{ nothingOfThatName }", ""]) {
      const { status, text } = await post(query);
      expect(status, text).toBe(400);
      expect(JSON.parse(text)).toMatchObject({ errors: [{ message: expect.stringMatching(/\w+/) }] });
    }
    expect((await send({ method: "POST", body: "{ not json" })).status).toBe(400);
  });

  it("may be a GET for a query, never for a mutation", async () => {
    const get = (query: string) => send({ method: "GET", search: `?query=${encodeURIComponent(query)}` });
    expect((await get("{ charterVersions { code } }")).status).toBe(200);
    const { status, text } = await get(mutation);
    expect(status).toBe(405);
    expect(text).not.toContain("SignInCodeRequested");
  });

  it("is not executed in batches", async () => {
    const { status } = await send({
      method: "POST",
      body: JSON.stringify([{ query: "{ __typename }" }, { query: "{ __typename }" }]),
    });
    expect(status).toBeGreaterThanOrEqual(400);
  });

  it("may read the whole schema", async () => {
    const { data, errors } = await api().ask(null, getIntrospectionQuery());
    expect(errors).toBeUndefined();
    expect(data).toMatchObject({ __schema: { queryType: { name: "Query" } } });
  });
});

describe("an unexpected error", () => {
  it("is hidden from the client and kept in the log", async () => {
    const city = await makeCity(api().prisma);
    const broken = vi.spyOn(api().clock, "today").mockImplementation(() => {
      throw new Error("the inner workings at /srv/secret/path");
    });
    const { errors, data } = await api().ask(null, "query($slug: String!) { city(slug: $slug) { clock { status } } }", {
      slug: city.slug,
    });
    broken.mockRestore();
    expect(data?.city ?? null).toBeNull();
    expect(errors?.[0]?.extensions).toEqual({ code: "INTERNAL_SERVER_ERROR" });
    expect(JSON.stringify(errors)).not.toMatch(/inner workings|secret|stack|\.ts/);
    expect(api().logs.join("\n")).toContain("the inner workings");
  });
});
