import { encodeGlobalID } from "@pothos/plugin-relay";
import { expect, it } from "vitest";
import { can, judging, roles } from "#graphql/kernel/authorization.ts";
import { useApi } from "../support/api.ts";
import { makeCity } from "../support/factories/city.ts";
import { makeMember, makeNetworkPerson } from "../support/factories/person.ts";
import { makePilot } from "../support/factories/pilot.ts";
import { versionOf } from "../support/schema/version.ts";

/** Nobody judges the work of a city in which they have a part: one they belong to, or one they say they advised. */
const api = useApi();
const outcome = `__typename ... on Forbidden { reason } ... on InvalidInput { issues { path code } }`;

async function ask(person: string | null, document: string, variables: object) {
  const { data, errors } = await api().ask(person, document, variables);
  expect(errors).toBeUndefined();
  return data?.it as Record<string, unknown>;
}
const declare = (person: string | null, cityId: string, reason = "We wrote its plan") =>
  ask(
    person,
    `mutation($cityId: ID!, $reason: String!) { it: declareInterest(cityId: $cityId, reason: $reason) { ${outcome} } }`,
    { cityId, reason },
  );
const takeBack = (person: string | null, cityId: string) =>
  ask(person, `mutation($cityId: ID!) { it: withdrawInterest(cityId: $cityId) { ${outcome} } }`, { cityId });
const accept = async (person: string, id: string) =>
  ask(
    person,
    `mutation($id: ID!, $version: Int!) { it: movePilot(id: $id, version: $version, action: accept) { ${outcome} ... on Pilot { state } } }`,
    {
      id,
      version: await versionOf(api().prisma, id),
    },
  );

it("a reviewer's declaration takes their say in that city away, shows them to it, and can be taken back", async () => {
  const { prisma } = api();
  const [city, other] = [await makeCity(prisma), await makeCity(prisma)];
  const coordinator = await makeNetworkPerson(prisma);
  const officer = await makeMember(prisma, city.id);
  const id = encodeGlobalID("City", city.id);
  const pilot = encodeGlobalID("Pilot", (await makePilot(prisma, { cityId: city.id, state: "submitted" })).id);
  const elsewhere = encodeGlobalID("Pilot", (await makePilot(prisma, { cityId: other.id, state: "submitted" })).id);

  expect(await declare(coordinator, id, " ")).toMatchObject({ issues: [{ path: "reason" }] });
  expect(await declare(coordinator, id)).toMatchObject({ __typename: "City" });
  expect(await accept(coordinator, pilot)).toMatchObject({ reason: "own_city" });
  expect(await accept(coordinator, elsewhere)).toMatchObject({ state: "accepted" });
  const shown = `query($id: ID!) { it: node(id: $id) { ... on City { viewerIsPartial interests { reason } } } }`;
  expect(await ask(coordinator, shown, { id })).toEqual({
    viewerIsPartial: true,
    interests: [{ reason: "We wrote its plan" }],
  });
  expect(await ask(officer, shown, { id })).toMatchObject({ interests: [{ reason: "We wrote its plan" }] });
  expect(await ask(null, shown, { id })).toEqual({ viewerIsPartial: false, interests: [] });
  const offered = `query($id: ID!) { it: node(id: $id) { ... on Pilot { viewerCan } } }`;
  expect(((await ask(coordinator, offered, { id: pilot })).viewerCan as string[]).includes("pilot_accept")).toBe(false);

  await takeBack(coordinator, id);
  expect(await accept(coordinator, pilot)).toMatchObject({ state: "accepted" });
  expect(await takeBack(coordinator, id)).toMatchObject({ __typename: "NotFound" });
  const history = await prisma.auditEntry.findMany({
    where: { subjectId: city.id, action: { startsWith: "review." } },
  });
  expect(history.map(({ action }) => action)).toEqual(["review.declare_interest", "review.withdraw_interest"]);
});

it("is for the people of the network", async () => {
  const { prisma } = api();
  const city = await makeCity(prisma);
  const officer = await makeMember(prisma, city.id, "approver");
  expect(await declare(officer, encodeGlobalID("City", city.id))).toMatchObject({ reason: "not_your_right" });
});

it("a member of the city who is of the network judges nothing there, whatever the role", () => {
  for (const role of roles) {
    if (role === "public" || role === "editor" || role === "approver") continue;
    const viewer = { userId: "u", name: null, email: null, networkRoles: [role], interests: [] };
    const stranger = { ...viewer, memberships: [{ cityId: "b", role: "editor" as const }] };
    const member = { ...viewer, memberships: [{ cityId: "a", role: "approver" as const }] };
    for (const action of judging) {
      const subject = { cityIds: ["a", "c"] };
      expect(can(member, action, subject), `${role}: ${action}`).toBe(false);
      expect(can({ ...member, memberships: [], interests: ["c"] }, action, subject)).toBe(false);
      if (role !== "reviewer") expect(can(stranger, action, subject), `${role}: ${action}`).toBe(true);
    }
  }
});
