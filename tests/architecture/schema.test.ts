import { readFileSync } from "node:fs";
import {
  type GraphQLField,
  getNamedType,
  isInterfaceType,
  isUnionType,
  lexicographicSortSchema,
  printSchema,
} from "graphql";
import { describe, expect, it } from "vitest";
import { type Action, permissions, roles } from "#graphql/kernel/authorization.ts";
import { accessionTransitions } from "#graphql/charter/rules.ts";
import { openMutations } from "#graphql/identity/policy.ts";
import { pilotTransitions } from "#graphql/pilot/rules.ts";
import { practiceTransitions } from "#graphql/practice/rules.ts";
import { schema } from "#graphql/schema.ts";
import type { Transition } from "#graphql/kernel/transitions.ts";
import { nodeCases } from "../support/schema/hidden-rows.ts";

const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});

function signedInOnly(field: GraphQLField<unknown, unknown>): boolean {
  const options = field.extensions.pothosOptions as { authScopes?: unknown } | undefined;
  return (options?.authScopes as { signedIn?: boolean } | undefined)?.signedIn === true;
}

describe("the schema", () => {
  it("is printed as it is", () => {
    const printed = `${printSchema(lexicographicSortSchema(schema))}\n`;
    expect(
      readFileSync("graphql/schema.graphql", "utf8") === printed,
      "Run `npm run schema`: graphql/schema.graphql is stale.",
    ).toBe(true);
  });

  it("asks for a signed-in viewer in every mutation but the open ones", () => {
    const open = mutations.filter((field) => !signedInOnly(field)).map(({ name }) => name);
    expect(open.toSorted(), "Begin the field with t.withAuth({ signedIn: true }).").toEqual(
      [...openMutations].toSorted(),
    );
  });

  it.each(mutations.map((field) => [field.name, field] as const))(
    "%s answers expected refusals as members of its union",
    (_name, field) => {
      const type = getNamedType(field.type);
      const members = isUnionType(type) ? type.getTypes().map(({ name }) => name) : [];
      expect(members, "Give the field `errors: {}`.").toEqual(
        expect.arrayContaining(["InvalidInput", "NotFound", "Forbidden", "Conflict"]),
      );
    },
  );

  it("has an isolation case for every type that node(id) reaches", () => {
    const node = schema.getType("Node");
    const types = isInterfaceType(node) ? schema.getPossibleTypes(node).map(({ name }) => name) : [];
    expect(types.length).toBeGreaterThan(5);
    const told = 'Add the type to tests/support/schema/hidden-rows.ts: a row that strangers may not see, or "public".';
    expect(types.toSorted(), told).toEqual(Object.keys(nodeCases).toSorted());
  });
});

type Table = readonly Transition<string, string>[];

/** The permission that a step of a table needs; where the secretariat records a step, one permission covers several. */
const recorded = ["receive_application", "record_signature", "complete_documents", "list", "renew", "lapse"];
const tables: [room: string, table: Table, names: Record<string, Action>][] = [
  ["pilot", pilotTransitions, {}],
  ["practice", practiceTransitions, {}],
  ["accession", accessionTransitions, Object.fromEntries(recorded.map((step) => [step, "accession.update" as const]))],
];

describe("the permission table and the transition tables agree", () => {
  const steps = tables.flatMap(([room, table, names]) =>
    [...new Set(table.map(({ action }) => action))].map(
      (step) =>
        [`${room} ${step}`, names[step] ?? `${room}.${step}`, table.filter(({ action }) => action === step)] as const,
    ),
  );

  it.each(steps)("on who may do: %s", (_title, action, rows) => {
    const named = new Set<string>(rows.flatMap(({ by }) => by));
    if (named.has("coordinator")) named.add("administrator");
    const holders = roles.filter((role) => (permissions[role] as readonly string[]).includes(action));
    expect(
      holders.toSorted(),
      `Whoever may ${action} by graphql/kernel/authorization.ts, against the rows' \`by\`.`,
    ).toEqual([...named].toSorted());
  });
});
