import { encodeGlobalID } from "@pothos/plugin-relay";
import { describe, expect, it } from "vitest";
import { can, roles } from "#graphql/kernel/authorization.ts";
import { type PilotAction, type PilotState, pilotTransitions } from "#graphql/pilot/rules.ts";
import { today, useApi } from "../../support/api.ts";
import { makeCity } from "../../support/factories/city.ts";
import { makeMember, makeNetworkPerson, makePerson } from "../../support/factories/person.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { cityId, pilotDesk, pilotId } from "../../support/desks/pilot.ts";

const api = useApi();
const { prisma, call, move, row, read, counting, team } = pilotDesk(api);

describe("review", () => {
  it("refuses only with a rule and a reason, and tells them to the city", async () => {
    const { city, editor, coordinator } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "submitted" });
    expect(await move(coordinator, "refusePilot", pilot.id)).toMatchObject({
      __typename: "InvalidInput",
      issues: [
        { path: "rule", code: "required" },
        { path: "comment", code: "required" },
      ],
    });
    expect((await row(pilot.id)).state).toBe("submitted");
    expect(
      await move(coordinator, "refusePilot", pilot.id, `rule: not_large_scale comment: "One school"`),
    ).toMatchObject({ state: "refused" });
    const query = `query($slug: String!) { pilot(slug: $slug) { reviews { decision rule comment } } }`;
    const answer = await read(editor, query, { slug: pilot.slug });
    expect(answer?.pilot).toEqual({
      reviews: [{ decision: "refused", rule: "not_large_scale", comment: "One school" }],
    });
    expect((await read(null, query, { slug: pilot.slug }))?.pilot).toBeNull();
  });

  it("takes a recommendation without moving the pilot", async () => {
    const reviewer = await makeNetworkPerson(prisma(), "reviewer");
    const pilot = await makePilot(prisma(), { state: "submitted" });
    expect(await move(reviewer, "recommendPilot", pilot.id, `comment: "Accept"`)).toMatchObject({ state: "submitted" });
    expect((await row(pilot.id)).reviews).toMatchObject([{ decision: "recommended", comment: "Accept" }]);
    expect(await move(reviewer, "acceptPilot", pilot.id)).toMatchObject({ reason: "not_your_right" });
  });

  it("locks the description while others judge it, and keeps the log open", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "submitted" });
    const locked = { __typename: "Forbidden", reason: "not_in_this_state" };
    const id = `id: "${pilotId(pilot.id)}"`;
    const resultId = `resultId: "${encodeGlobalID("Result", pilot.results[0]?.id ?? "")}"`;
    const result = `input: { indicatorCode: "energy_reduction_share" value: "99" unitCode: "percent" evidence: estimate language: "fr" }`;
    expect(await call(editor, "updatePilot", `${id} input: { version: 1, title: "New" }`)).toMatchObject(locked);
    expect(await call(editor, "setPilotScale", `${id} list: []`)).toMatchObject(locked);
    expect(await call(editor, "removeResult", `${id} ${resultId}`)).toMatchObject(locked);
    expect(await call(editor, "saveResult", `${id} ${resultId} ${result}`)).toMatchObject(locked);
    expect(await call(editor, "inviteCity", `${id} cityId: "${cityId((await makeCity(prisma())).id)}"`)).toMatchObject(
      locked,
    );
    const entry = `input: { enteredOn: "${today}", stage: deployed, language: "fr", text: "En service" }`;
    expect(await call(editor, "addPilotEntry", `${id} ${entry}`, "stage")).toMatchObject({ stage: "deployed" });
    expect(await row(pilot.id)).toMatchObject({ title: pilot.title, version: 1 });
    expect(await prisma().result.findFirst({ where: { pilotId: pilot.id } })).toMatchObject({ evidence: "monitored" });
  });

  it("reopens, withdraws and archives by the table, and an archived pilot frees its slot", async () => {
    const { city, approver, coordinator } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "accepted", acceptedOn: new Date(today) });
    expect(await counting(city.id)).toBe(1);
    expect(await move(approver, "archivePilot", pilot.id)).toMatchObject({
      __typename: "Forbidden",
      reason: "not_your_right",
    });
    expect(await move(coordinator, "reopenPilot", pilot.id)).toMatchObject({
      issues: [{ path: "comment", code: "required" }],
    });
    expect(await move(coordinator, "reopenPilot", pilot.id, `comment: "Check"`)).toMatchObject({
      state: "changes_requested",
    });
    expect(await row(pilot.id)).toMatchObject({ acceptedOn: null });
    expect(await counting(city.id)).toBe(0);
    expect(await move(approver, "archivePilot", pilot.id)).toMatchObject({ state: "archived" });
    expect((await row(pilot.id)).cities).toMatchObject([{ slot: null }]);
  });

  const names: Record<PilotAction, string> = {
    request_sign_off: "requestPilotSignOff",
    send_back: "sendBackPilot",
    sign_off: "signOffPilot",
    withdraw: "withdrawPilot",
    request_changes: "requestPilotChanges",
    accept: "acceptPilot",
    refuse: "refusePilot",
    reopen: "reopenPilot",
    archive: "archivePilot",
  };
  const actions = Object.keys(names) as PilotAction[];
  const states: PilotState[] = [
    "draft",
    "awaiting_sign_off",
    "submitted",
    "changes_requested",
    "accepted",
    "refused",
    "archived",
  ];

  it.each(roles)(
    "lets %s make exactly the moves of the transition table, as the permission table says",
    async (role) => {
      const city = await makeCity(prisma());
      const inCity = role === "editor" || role === "approver";
      const person =
        role === "public"
          ? await makePerson(prisma())
          : inCity
            ? await makeMember(prisma(), city.id, role)
            : await makeNetworkPerson(prisma(), role);
      const acts = role === "administrator" ? "coordinator" : role;
      const viewer = {
        userId: person,
        name: null,
        email: null,
        memberships: inCity ? [{ cityId: city.id, role }] : [],
        networkRoles: inCity || role === "public" ? [] : [role],
      };
      const pilot = await makePilot(prisma(), { cityId: city.id, slot: null });
      for (const action of actions) {
        const rows = pilotTransitions.filter(
          (transition) => transition.action === action && transition.by.some((by) => by === acts),
        );
        expect(can(viewer, `pilot.${action}`, { cityIds: [city.id] }), `${role} ${action}`).toBe(rows.length > 0);
        for (const state of states) {
          await prisma().pilot.update({ where: { id: pilot.id }, data: { state } });
          const reasons = `comment: "Because" ${action === "refuse" ? "rule: other" : ""}`;
          const shown = await read(person, `query($id: ID!) { node(id: $id) { ... on Pilot { viewerCan } } }`, {
            id: pilotId(pilot.id),
          });
          const offered = (shown?.node as { viewerCan: string[] } | null)?.viewerCan ?? [];
          const answer = await move(person, names[action], pilot.id, reasons);
          const to = rows.find((transition) => transition.from.includes(state))?.to;
          expect(offered.includes(`pilot_${action}`), `${role} ${action} offered in ${state}`).toBe(to !== undefined);
          expect((await row(pilot.id)).state, `${role} ${action} from ${state}`).toBe(to ?? state);
          if (!to) expect(["Forbidden", "NotFound"]).toContain(answer.__typename);
        }
      }
    },
  );
});
