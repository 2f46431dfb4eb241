import type { z } from "zod";
import type { Transaction } from "#prisma/client.ts";
import { authorize } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import type { Context } from "#graphql/kernel/context.ts";
import { Forbidden } from "#graphql/kernel/errors.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import * as input from "../input.ts";
import type { MutationArgs } from "#graphql/kernel/parse.ts";
import { type PilotChange, pilotFor } from "../mutation.ts";
import { visibleShares } from "../policy.ts";
import { editable, loggable } from "../rules.ts";
import * as sharing from "./store.ts";
import type { StoredPilot } from "../store.ts";

type ShareChange<Schema extends z.ZodType> = Pick<PilotChange<Schema>, "description" | "action" | "when" | "args"> & {
  /** Whether the city has joined already, or is invited. */
  confirmed: boolean;
  schema: Schema;
  run(tx: Transaction, context: Context, pilot: StoredPilot, share: Share, input: z.output<Schema>): Promise<void>;
};
type Share = StoredPilot["cities"][number];

/** A mutation of one city's share in a pilot: the right to it is judged towards that city. */
function shareMutation<Schema extends z.ZodType>(name: string, change: ShareChange<Schema>): void {
  const { description, action, when, confirmed, schema, run } = change;
  builder.mutationField(name, (t) => {
    const id = t.arg.id({ required: true, description: "The pilot." });
    const cityId = t.arg.id({ required: true, description: "The city whose share it is." });
    return t.withAuth({ signedIn: true }).prismaField({
      type: "City",
      errors: {},
      description: `${description} Answers the city.`,
      args: { id, cityId, ...change.args },
      resolve: async (query, _root, given: MutationArgs, context) => {
        const { prisma, viewer } = context;
        const pilot = await pilotFor(context, given.id);
        const shareOf = { pilotId: pilot.id, cityId: localId(String(given.cityId), "City"), confirmed };
        const share = found(
          await prisma.pilotCity.findFirst({ where: { ...shareOf, AND: visibleShares(viewer) } }),
          "City",
        );
        authorize(viewer, action, { cityIds: [share.cityId] });
        if (when && !when(pilot.state)) throw new Forbidden("not_in_this_state");
        const parsed = parse(schema, given);
        await prisma.$transaction((tx) => run(tx, context, pilot, share, parsed));
        return prisma.city.findUniqueOrThrow({ ...query, where: { id: share.cityId } });
      },
    });
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
  schema: input.nothing,
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
