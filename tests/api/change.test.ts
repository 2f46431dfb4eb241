import { type GraphQLField, isInputObjectType, isNonNullType, isObjectType, getNullableType } from "graphql";
import { describe, expect, it } from "vitest";
import { schema } from "#graphql/schema.ts";
import { useApi } from "../support/api.ts";
import { pilotDesk, pilotId } from "../support/desks/pilot.ts";
import { makePilot } from "../support/factories/pilot.ts";

/** How every mutation is done (graphql/kernel/change.ts), whatever it changes. */

const { prisma, call, team } = pilotDesk(useApi());
const mutations = Object.values(schema.getMutationType()?.getFields() ?? {});
type Mutation = GraphQLField<unknown, unknown>;

/** Mutations that go another way, and why. */
const otherWays: Record<string, string> = {
  requestSignInCode: "nobody is signed in yet",
  signIn: "nobody is signed in yet",
  signOut: "ends the session that asks",
  unsubscribe: "the token of a mail is the right",
  deleteSavedSearch: "goes through change(), and answers no row",
  approveRecalculation: "a step of review",
  refuseRecalculation: "a step of review",
  withdrawRecalculation: "a step of review",
};

/** Steps of review may still leave the version out. */
const steps =
  /^(request|sendBack|signOff|withdraw|accept|refuse|publish|reopen|archive|recommend)(Pilot|Practice|Inventory)(SignOff|Changes)?$|^acceptEarlyStart$/;

const changes = ({ extensions }: Mutation) => extensions as { changes?: string; adds?: boolean };

function countsVersions(type: string | undefined): boolean {
  const named = type === undefined ? undefined : schema.getType(type);
  return isObjectType(named) && "version" in named.getFields();
}

/** Whether the version has to be sent: as an argument, or with the fields of `input`. */
function wantsVersion({ args }: Mutation): boolean {
  const fields = args.flatMap(({ name, type }) => {
    const input = getNullableType(type);
    return name === "input" && isInputObjectType(input) ? Object.values(input.getFields()) : [{ name, type }];
  });
  return fields.some(({ name, type }) => name === "version" && isNonNullType(type));
}

describe("the mutations of the schema", () => {
  it("are done one way", () => {
    const others = mutations.filter((field) => changes(field).changes === undefined).map(({ name }) => name);
    expect(others.toSorted()).toEqual(Object.keys(otherWays).toSorted());
  });

  it.each(mutations.map((field) => [field.name, field] as const))(
    "%s wants the version that was shown",
    (name, field) => {
      const { changes: type, adds } = changes(field);
      if (adds || steps.test(name) || !countsVersions(type)) return;
      expect(wantsVersion(field), "Leave out `adds`, and let the aggregate say `versions`.").toBe(true);
    },
  );
});

const scale = (value: number) => `list: [{ kind: staff, value: "${value}" }]`;
const funding = `list: [{ programme: "LIFE", amount: "10", currency: "EUR" }]`;

describe("two changes of one row that were made from the same page", () => {
  const both: [string, string][] = [
    ["setPilotScale", scale(3)],
    ["setPilotFunding", funding],
    ["setPilotConcepts", "slugs: []"],
    ["updatePilot", `input: { version: 1, purpose: "Saves." }`],
  ];
  const pairs = both.flatMap((first) => both.map((second) => [first[0], second[0], first, second] as const));

  it.each(pairs)("%s and %s: one is done, the other is a Conflict", async (_first, _second, ...pair) => {
    const { city, editor } = await team();
    const { id } = await makePilot(prisma(), { cityId: city.id, bare: true });
    const answers = await Promise.all(
      pair.map(([name, args]) =>
        call(editor, name, `id: "${pilotId(id)}" ${args.includes("version") ? "" : "version: 1"} ${args}`),
      ),
    );
    expect(answers.map(({ __typename }) => __typename).toSorted()).toEqual(["Conflict", "Pilot"]);
    expect(answers.find(({ __typename }) => __typename === "Conflict")).toMatchObject({ currentVersion: 2 });
  });
});
