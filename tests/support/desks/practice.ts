import { encodeGlobalID } from "@pothos/plugin-relay";
import { expect } from "vitest";
import type { TestApi } from "../api.ts";
import { makeCity } from "../factories/city.ts";
import { makeMember, makeNetworkPerson } from "../factories/person.ts";
import { withVersion } from "../schema/version.ts";

const outcome = `__typename
  ... on InvalidInput { issues { path code } } ... on Forbidden { reason } ... on NotFound { subject } ... on Conflict { currentVersion }`;
const fields = `... on Practice { id slug state version title language summary missing viewerCan city { slug } places { slug }
  results { value } evidence concepts { slug } pilot { slug } publishedOn reviews { decision comment } }`;

type Row = Record<string, unknown> & { __typename: string; id: string; version: number };

export const idOf = (row: { id: string }, type = "Practice") => encodeGlobalID(type, row.id);

/** Short ways to ask and to gather people, for the tests of practices. */
export function practiceDesk(api: () => TestApi) {
  async function run(
    person: string | null,
    name: string,
    args: string,
    variables: object = {},
    types = "",
  ): Promise<Row> {
    const whole = await withVersion(api().prisma, name, args, variables);
    const query = `mutation${types} { it: ${name}(${whole}) { ${outcome} ${fields} } }`;
    const { data, errors } = await api().ask(person, query, variables);
    expect(errors).toBeUndefined();
    return data?.it as Row;
  }

  async function people() {
    const { prisma } = api();
    const city = await makeCity(prisma);
    const editor = await makeMember(prisma, city.id);
    const approver = await makeMember(prisma, city.id, "approver");
    const coordinator = await makeNetworkPerson(prisma);
    const outsider = await makeMember(prisma, (await makeCity(prisma)).id, "approver");
    return { city, editor, approver, coordinator, outsider };
  }

  return { run, people };
}
