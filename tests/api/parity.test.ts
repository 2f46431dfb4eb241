import { decodeGlobalID } from "@pothos/plugin-relay";
import { type DocumentNode, print } from "graphql";
import { RouterContextProvider } from "react-router";
import { beforeAll, describe, expect, it } from "vitest";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import type { Api } from "#graphql/api.ts";
import { viewerOf } from "#graphql/kernel/context.ts";
import { schema } from "#graphql/schema.ts";
import { useApi } from "../support/api.ts";
import { portalDocuments } from "../support/schema/documents.ts";
import { makeNetworkPerson } from "../support/factories/person.ts";
import { seededChoice } from "../support/database/seeded.ts";
import { type Choose, variablesFor } from "../support/schema/values.ts";

/** The portal hears in process exactly what a client of the API hears over HTTP. */
const api = useApi({ filling: "demonstration" });
const queries = (await portalDocuments()).filter(({ operation }) => operation?.operation === "query");
const people: Record<string, string | null> = { nobody: null };
let choose: Choose;

beforeAll(async () => {
  const { prisma } = api();
  const seeded = await seededChoice(prisma);
  const [from, to] = await historyOf(prisma, seeded);
  const moments: Record<string, string | undefined> = { from, to };
  choose = (place, scalar) => (scalar === "ID" && moments[place.name]) || seeded(place, scalar);
  const member = await prisma.membership.findFirstOrThrow({
    where: { role: "editor" },
    orderBy: { city: { slug: "asc" } },
  });
  people.member = member.userId;
  people.coordinator = await makeNetworkPerson(prisma, "coordinator");
}, 240_000);

/** Two entries of a history, which the seed does not write, about what a question about `subjectId` is asked. */
async function historyOf(prisma: ReturnType<typeof api>["prisma"], seeded: Choose): Promise<string[]> {
  const place = { name: "subjectId", path: "subjectId", owner: null, optional: false };
  const { typename: subject, id: subjectId } = decodeGlobalID(String(seeded(place, "ID")));
  const entry = { subject, subjectId, action: "accession.update", role: "coordinator" } as const;
  const notes = [1, 2].map((note) => ({ ...entry, before: {}, after: { note: `Note ${note}` } }));
  return Promise.all(notes.map(async (data) => (await prisma.auditEntry.create({ data })).id));
}

/** As a page asks; a refusal, which is a response there, is told by its status. */
async function inProcess(person: string | null, document: DocumentNode, variables: object): Promise<unknown> {
  const request = new Request("http://quintet.test/fr", { headers: { accept: "text/html" } });
  const context = new RouterContextProvider();
  const asking = await api().contextFor(request, { requestId: "parity", address: "192.0.2.1" });
  const viewer = await viewerOf(api().prisma, person);
  context.set(servicesContext, { api: api() as unknown as Api, context: { ...asking, viewer }, locale: "fr" });
  try {
    return await query({ request, context }, document as Parameters<typeof query>[1], variables as never);
  } catch (refusal) {
    const { status, init } = refusal as { status?: number; init?: { status?: number } | null };
    if (refusal instanceof Error) throw refusal;
    return { refused: status ?? init?.status };
  }
}

const statuses: Record<string, number> = { FORBIDDEN: 403, NOT_FOUND: 404, BAD_USER_INPUT: 400 };
/** Answers with nothing in them prove little: this many documents must have some. */
const filled: string[] = [];

describe("the portal's queries answer the same in process and over HTTP", () => {
  it.each(queries.map((entry) => [`${entry.file} ${entry.name}`, entry] as const))(
    "%s",
    async (title, { document }) => {
      const variables = variablesFor(schema, document, choose);
      for (const [who, person] of Object.entries(people)) {
        const { data, errors } = await api().ask(person, print(document), variables);
        const code = errors?.[0]?.extensions?.code ?? "";
        expect(errors && !(code in statuses) ? errors : [], `${who}, with ${JSON.stringify(variables)}`).toEqual([]);
        const refused = code === "FORBIDDEN" && person === null ? 302 : statuses[code];
        expect(await inProcess(person, document, variables), who).toEqual(errors ? { refused } : data);
        if (Object.values(data ?? {}).some((value) => value !== null)) filled.push(title);
      }
    },
  );

  it("and are about something", () => {
    const empty = queries.map(({ file, name }) => `${file} ${name}`).filter((title) => !filled.includes(title));
    expect(empty, "Choose better variables in tests/support/database/seeded.ts.").toEqual([]);
  });
});
