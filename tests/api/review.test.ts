import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";
import { baselineTransitions, inventoryTransitions } from "#graphql/footprint/rules.ts";
import { type Action, can, type Role, roles } from "#graphql/kernel/authorization.ts";
import { viewerOf } from "#graphql/kernel/context.ts";
import type { Transition } from "#graphql/kernel/transitions.ts";
import { pilotTransitions } from "#graphql/pilot/rules.ts";
import { practiceTransitions } from "#graphql/practice/rules.ts";
import { schema } from "#graphql/schema.ts";
import { useApi } from "../support/api.ts";
import { makeBaseline, makeYear } from "../support/factories/baseline.ts";
import { makeCity } from "../support/factories/city.ts";
import { makeInventory } from "../support/factories/inventory.ts";
import { makeMember, makeNetworkPerson, makePerson } from "../support/factories/person.ts";
import { makePilot } from "../support/factories/pilot.ts";
import { makePractice } from "../support/factories/practice.ts";
import { asksVersion, versionOf } from "../support/schema/version.ts";

/** Who may take which step from which state: as its table says, as the permission table says, and as the pages are told. */
const api = useApi();
let revision = 0;
type City = Awaited<ReturnType<typeof makeCity>>;

type Kind = {
  type: string;
  mutation: string;
  table: readonly Transition<string, string>[];
  right(step: string): Action;
  make(city: City, state: string): Promise<{ id: string }>;
};

const kinds: Kind[] = [
  {
    type: "Pilot",
    mutation: "movePilot",
    table: pilotTransitions,
    right: (step) => `pilot.${step}` as Action,
    make: (city, state) => makePilot(api().prisma, { cityId: city.id, slot: null, state: state as "draft" }),
  },
  {
    type: "Practice",
    mutation: "movePractice",
    table: practiceTransitions,
    right: (step) => `practice.${step}` as Action,
    make: (city, state) => makePractice(api().prisma, { cityId: city.id, state: state as "draft" }),
  },
  {
    type: "Inventory",
    mutation: "moveInventory",
    table: inventoryTransitions,
    right: (step) => `footprint.${step}` as Action,
    make: (city, state) =>
      makeInventory(api().prisma, { cityId: city.id, year: 2022, revision: (revision += 1), state: state as "draft" }),
  },
  {
    type: "Baseline",
    mutation: "moveRecalculation",
    table: baselineTransitions,
    right: (step) => `footprint.${step}_recalculation` as Action,
    async make(city, state) {
      const year = await makeYear(api().prisma, city, 2012, { revision: (revision += 1) });
      return makeBaseline(api().prisma, city.id, [year], { state: state as "active" });
    },
  },
];

function personOf(role: Role, city: City): Promise<string> {
  const { prisma } = api();
  if (role === "public") return makePerson(prisma);
  if (role === "editor" || role === "approver") return makeMember(prisma, city.id, role);
  return makeNetworkPerson(prisma, role);
}

describe.each(kinds)("$type", ({ type, mutation, table, right, make }) => {
  const steps = [...new Set(table.map(({ action }) => action))];
  const states = [...new Set(table.flatMap(({ from, to }) => [...from, to]))];
  const [declared, passed] = asksVersion(mutation) ? [", $version: Int!", ", version: $version"] : ["", ""];
  const document = `mutation($id: ID!${declared}) { it: ${mutation}(id: $id${passed}, action: STEP, comment: "Because", rule: other) {
    __typename ... on Forbidden { reason } ... on ${type} { state } } }`;

  it.each(roles)("lets %s take exactly the steps of its table", async (role) => {
    const { prisma, ask } = api();
    const acts = role === "administrator" ? "coordinator" : role;
    const viewing = `query($id: ID!) { node(id: $id) { ... on ${type} { viewerCan } } }`;
    const city = await makeCity(prisma);
    const person = await personOf(role, city);
    for (const step of steps) {
      const some = table.some(({ action, by }) => action === step && by.some((one) => one === acts));
      expect(can(await viewerOf(prisma, person), right(step), { cityIds: [city.id] }), `${role}: ${step}`).toBe(some);
    }
    for (const state of states) {
      const fitting = table.filter(({ from, by }) => from.includes(state) && by.some((one) => one === acts));
      let id = encodeGlobalID(type, (await make(city, state)).id);
      const shown = (await ask(person, viewing, { id })).data?.node as { viewerCan: string[] } | null;
      for (const step of steps) {
        const title = `${role}: ${step} from ${state}`;
        const fit = fitting.find(({ action }) => action === step);
        expect(shown?.viewerCan.includes(right(step).replace(".", "_")) ?? false, title).toBe(fit !== undefined);
        const { data } = await ask(person, document.replace("STEP", step), {
          id,
          version: await versionOf(prisma, id),
        });
        const answer = data?.it as { __typename: string; state?: string };
        if (!fit) expect(["Forbidden", "NotFound"], title).toContain(answer.__typename);
        else if (answer.__typename !== "InvalidInput") expect(answer, title).toMatchObject({ state: fit.to });
        if (fit) id = encodeGlobalID(type, (await make(city, state)).id);
      }
    }
  });
});

it("covers each mutation that takes a step, and each step that it knows", () => {
  const fields = Object.values(schema.getMutationType()?.getFields() ?? {});
  const moving = fields.filter(({ args }) =>
    args.some(({ name, type }) => name === "action" && String(type).endsWith("Step!")),
  );
  expect(moving.map(({ name }) => name).toSorted()).toEqual(kinds.map(({ mutation }) => mutation).toSorted());
});
