import { builder } from "#graphql/kernel/builder.ts";
import { decisionInput } from "../inventory/input.ts";
import { inventoryMutation } from "../inventory/mutation.ts";
import { moveInventory } from "./store.ts";
import type { InventoryAction } from "../rules.ts";

/** The steps to publication: what each is called, and what it does by the transition table. */
const moves: Record<string, { action: InventoryAction; description: string }> = {
  requestInventorySignOff: {
    action: "request_sign_off",
    description: "Asks the approver to sign off; nothing may be missing.",
  },
  sendBackInventory: { action: "send_back", description: "The approver wants it changed first." },
  signOffInventory: { action: "sign_off", description: "Submits the inventory in the city's name." },
  withdrawInventory: { action: "withdraw", description: "Takes it back to change it." },
  requestInventoryChanges: { action: "request_changes", description: "Needs a comment that says what to change." },
  publishInventory: {
    action: "publish",
    description: "Makes it public for ever; an older revision of the same year is superseded.",
  },
  archiveInventory: { action: "archive", description: "Closes a draft for good." },
};

for (const [name, { action, description }] of Object.entries(moves)) {
  inventoryMutation(name, {
    description,
    versionOptional: true,
    action: `footprint.${action}`,
    args: builder.args((t) => ({ comment: t.string() })),
    schema: decisionInput,
    run: (tx, context, inventory, { comment }) => moveInventory(tx, context, inventory, action, comment ?? null),
  });
}
