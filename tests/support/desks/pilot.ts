import { encodeGlobalID } from "@pothos/plugin-relay";
import { expect } from "vitest";
import type { Answer, TestApi } from "../api.ts";
import { makeCity } from "../factories/city.ts";
import { makeMember, makeNetworkPerson } from "../factories/person.ts";
import { withVersion } from "../schema/version.ts";

const outcome = `__typename
  ... on InvalidInput { issues { path code } }
  ... on NotFound { subject }
  ... on Forbidden { reason }
  ... on Conflict { currentVersion }`;

const ofCity = ["joinPilot", "declinePilot", "moveSlot", "acceptEarlyStart"];

export const pilotId = (id: string) => encodeGlobalID("Pilot", id);
export const cityId = (id: string) => encodeGlobalID("City", id);

/** Short ways to ask and to look, for the tests of pilots. */
export function pilotDesk(api: () => TestApi) {
  const prisma = () => api().prisma;

  /** Calls a mutation with the version that stands; the arguments are written as in GraphQL. Answers the member of the union. */
  async function call(
    person: string | null,
    name: string,
    args: string,
    fields = "id state version",
  ): Promise<Record<string, unknown>> {
    const selection = ofCity.includes(name) ? "... on City { id }" : `... on Pilot { ${fields} }`;
    const whole = await withVersion(prisma(), name, args);
    const answer = await api().ask(person, `mutation { ${name}(${whole}) { ${outcome} ${selection} } }`);
    expect(answer.errors).toBeUndefined();
    return (answer.data?.[name] ?? {}) as Record<string, unknown>;
  }

  return {
    prisma,
    call,
    /** A step of review. */
    move: (person: string, action: string, id: string, more = "") =>
      call(person, "movePilot", `id: "${pilotId(id)}" action: ${action} ${more}`),
    /** The stored pilot. */
    row: (id: string) =>
      prisma().pilot.findUniqueOrThrow({ where: { id }, include: { cities: true, reviews: true, entries: true } }),
    async read(person: string | null, query: string, variables: object): Promise<Answer["data"]> {
      return (await api().ask(person, query, variables)).data;
    },
    async counting(id: string) {
      return (await prisma().city.findUniqueOrThrow({ where: { id } })).countingPilots;
    },
    /** A signatory with its people, and a coordinator. */
    async team() {
      const city = await makeCity(prisma());
      const editor = await makeMember(prisma(), city.id, "editor");
      const approver = await makeMember(prisma(), city.id, "approver");
      return { city, editor, approver, coordinator: await makeNetworkPerson(prisma(), "coordinator") };
    },
  };
}
