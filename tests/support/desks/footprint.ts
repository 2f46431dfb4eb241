import { encodeGlobalID } from "@pothos/plugin-relay";
import { expect } from "vitest";
import type { TestApi } from "../api.ts";
import { makeCity } from "../factories/city.ts";
import { makeReference } from "../factories/inventory.ts";
import { makeMember, makeNetworkPerson } from "../factories/person.ts";
import { withVersion } from "../schema/version.ts";

const outcome = `__typename
  ... on InvalidInput { issues { path code } }
  ... on NotFound { subject }
  ... on Forbidden { reason }
  ... on Conflict { currentVersion }`;

const answers: Record<string, string> = { saveInventoryLine: "InventoryLine", readInventorySheet: "SheetImport" };

/** The global id of an inventory, or of what is named. */
export function gid(row: string | { id: string }, type = "Inventory"): string {
  return encodeGlobalID(type, typeof row === "string" ? row : row.id);
}

/** What was answered; `id` where it was asked for. */
export type Fields = Record<string, unknown> & { id?: string };

/** Short ways to ask, for the tests of footprints. */
export function footprintDesk(api: () => TestApi) {
  /** Calls a mutation with the version that stands; the arguments are written as in GraphQL. Answers the member of the union. */
  async function call(person: string | null, name: string, args: string, fields = "id"): Promise<Fields> {
    const type = answers[name] ?? "Inventory";
    const whole = await withVersion(api().prisma, name, args);
    const document = `mutation { ${name}(${whole}) { ${outcome} ... on ${type} { ${fields} } } }`;
    const answer = await api().ask(person, document);
    expect(answer.errors).toBeUndefined();
    return (answer.data?.[name] ?? {}) as Fields;
  }

  return {
    call,
    /** What is asked of an inventory. */
    async read(person: string | null, id: string, fields: string): Promise<Fields | null> {
      const { data, errors } = await api().ask(person, `{ node(id: "${id}") { ... on Inventory { ${fields} } } }`);
      if (data?.node == null) return null;
      expect(errors).toBeUndefined();
      return data.node as Fields;
    },
    async query(person: string | null, document: string): Promise<Fields> {
      const { data, errors } = await api().ask(person, document);
      expect(errors).toBeUndefined();
      return data as Fields;
    },
    /** A signatory with its people, a coordinator, and the reference. */
    async team() {
      const { prisma } = api();
      await makeReference(prisma);
      const city = await makeCity(prisma);
      const editor = await makeMember(prisma, city.id, "editor");
      const approver = await makeMember(prisma, city.id, "approver");
      return { city, editor, approver, coordinator: await makeNetworkPerson(prisma, "coordinator") };
    },
  };
}
