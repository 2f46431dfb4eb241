import { builder } from "#graphql/kernel/builder.ts";
import { acceptInput, keyInput } from "../inventory/input.ts";
import { inventoryMutation, isEditable } from "../inventory/mutation.ts";
import { acceptWarning, withdrawAcceptance } from "./store.ts";

inventoryMutation("acceptWarning", {
  description: "Says why a figure that stands out is right.",
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({ key: t.string({ required: true }), reason: t.string({ required: true }) })),
  schema: acceptInput,
  run: acceptWarning,
});

inventoryMutation("withdrawAcceptance", {
  description: "Takes that reason back.",
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({ key: t.string({ required: true }) })),
  schema: keyInput,
  run: withdrawAcceptance,
});
