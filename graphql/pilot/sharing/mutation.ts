import { nothing } from "#graphql/kernel/fields.ts";
import type { InputFieldMap } from "@pothos/core";
import type { z } from "zod";
import type { Action } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import type { Transaction } from "#prisma/client.ts";
import * as input from "../input.ts";
import { visibleShares } from "../policy.ts";
import { editable, loggable, type PilotState } from "../rules.ts";
import { pilots, type StoredPilot } from "../store.ts";
import * as sharing from "./store.ts";

const pilotMutation = mutationsOf(pilots, "pilot");

type ShareChange<Schema extends z.ZodType> = {
  description: string;
  args?: InputFieldMap;
  action: Action;
  when?: (state: PilotState) => boolean;
  /** Whether the city has joined already, or is invited. */
  confirmed: boolean;
  schema: Schema;
  run(tx: Transaction, context: Context, pilot: StoredPilot, share: Share, input: z.output<Schema>): Promise<void>;
};
type Share = StoredPilot["cities"][number];

/** A mutation of one city's share in a pilot: the right to it is judged towards that city. */
function shareMutation<Schema extends z.ZodType>(name: string, given: ShareChange<Schema>): void {
  const { description, args, action, when, confirmed, schema, run } = given;
  const shared = builder.args((t) => ({
    cityId: t.id({ required: true, description: "The city whose share it is." }),
  }));
  pilotMutation(name, {
    description: `${description} Answers the city.`,
    answers: "City",
    args: { ...shared, ...args },
    action,
    when: when && (({ state }) => when(state)),
    async towards(db, { viewer }, pilot, { cityId }) {
      const city = localId(String(cityId), "City");
      const where = { pilotId: pilot.id, cityId: city, confirmed, AND: visibleShares(viewer) };
      found(await db.pilotCity.findFirst({ where }), "City");
      return { cityIds: [city] };
    },
    schema,
    async run(tx, context, pilot, input, { cityId }) {
      const city = localId(String(cityId), "City");
      const share = pilot.cities.find((one) => one.cityId === city);
      await run(tx, context, pilot, found(share, "City"), input);
      return city;
    },
  });
}

const slotArgs = builder.args((t) => ({ slot: t.int({ required: true, description: "1 to 5." }) }));

shareMutation("joinPilot", {
  description: "The invited city makes the pilot one of its own, in a free slot.",
  action: "pilot.join",
  when: editable,
  confirmed: false,
  args: slotArgs,
  schema: input.slotInput,
  run: (tx, context, pilot, share, { slot }) => sharing.joinPilot(tx, context, pilot, share, slot),
});

shareMutation("declinePilot", {
  description: "The invited city says no.",
  action: "pilot.decline",
  confirmed: false,
  schema: nothing,
  run: sharing.declinePilot,
});

shareMutation("moveSlot", {
  description: "Puts the pilot in another slot of the city; a pilot that is there changes places with it.",
  action: "pilot.move_slot",
  when: loggable,
  confirmed: true,
  args: slotArgs,
  schema: input.slotInput,
  run: (tx, context, pilot, share, { slot }) => sharing.moveSlot(tx, context, pilot, share, slot),
});

shareMutation("acceptEarlyStart", {
  description: "Lets a pilot begun before the signing count for this city, or not.",
  action: "accession.accept_early_start",
  when: loggable,
  confirmed: true,
  args: builder.args((t) => ({ accepted: t.boolean({ required: true }) })),
  schema: input.earlyStartInput,
  run: (tx, context, pilot, share, { accepted }) => sharing.acceptEarlyStart(tx, context, pilot, share, accepted),
});
