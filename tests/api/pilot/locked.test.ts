import { describe, expect, it } from "vitest";
import type { Transaction } from "#prisma/client.ts";
import { useApi } from "../../support/api.ts";
import { testServer } from "../../support/database/server.ts";
import { pilotDesk, pilotId } from "../../support/desks/pilot.ts";
import { makePilot } from "../../support/factories/pilot.ts";
import { until } from "../../support/until.ts";

const { prisma, call, team } = pilotDesk(useApi());

/** Asks for a change while another is on its way, and answers what came of it. On a server the asker already waits for the lock when
 *  the other change ends; the embedded database lets nobody in before that. */
async function meanwhile<Answer>(first: (tx: Transaction) => Promise<unknown>, second: () => Promise<Answer>) {
  let asked: Promise<Answer> | undefined;
  await prisma().$transaction(
    async (tx) => {
      await first(tx);
      asked = second();
      if (testServer()) await until("the second waits for the first", 20_000, () => somebodyWaits());
    },
    { timeout: 30_000 },
  );
  return asked;
}

/** Looked at from outside: within a transaction the list of sessions stands still. */
async function somebodyWaits(): Promise<boolean> {
  const rows = await prisma().$queryRaw<unknown[]>`
    SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
  return rows.length > 0;
}

const entry = `input: { enteredOn: "2026-11-20", stage: under_way, language: "fr", text: "Encore un." }`;

describe("a pilot that moved on between the look and the change", () => {
  it("takes no log entry any more once it is archived", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, state: "accepted" });
    const answer = await meanwhile(
      (tx) => tx.pilot.update({ where: { id: pilot.id }, data: { state: "archived" } }),
      () => call(editor, "addPilotEntry", `id: "${pilotId(pilot.id)}" ${entry}`),
    );
    expect(answer).toMatchObject({ __typename: "Forbidden", reason: "not_in_this_state" });
    expect(await prisma().pilotEntry.count({ where: { pilotId: pilot.id } })).toBe(1);
  });

  it("answers Conflict with the version that stands then", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, bare: true });
    const answer = await meanwhile(
      (tx) => tx.pilot.update({ where: { id: pilot.id }, data: { version: { increment: 1 } } }),
      () => call(editor, "setPilotScale", `id: "${pilotId(pilot.id)}" version: 1 list: [{ kind: staff, value: "3" }]`),
    );
    expect(answer).toMatchObject({ __typename: "Conflict", currentVersion: 2 });
  });

  it("is refused to somebody who lost the right meanwhile", async () => {
    const { city, editor } = await team();
    const pilot = await makePilot(prisma(), { cityId: city.id, bare: true });
    const other = await makePilot(prisma(), { bare: true });
    const answer = await meanwhile(
      async (tx) => {
        await tx.pilotCity.updateMany({ where: { pilotId: pilot.id }, data: { cityId: other.cityId, slot: 2 } });
        await tx.$queryRaw`SELECT 1 FROM "Pilot" WHERE "id" = ${pilot.id}::uuid FOR UPDATE`;
      },
      () => call(editor, "setPilotScale", `id: "${pilotId(pilot.id)}" list: [{ kind: staff, value: "3" }]`),
    );
    expect(answer).toMatchObject({ __typename: "NotFound" });
  });
});
