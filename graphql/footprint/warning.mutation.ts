import { builder } from "../builder.ts";
import { acceptInput, keyInput } from "./input.ts";
import { inventoryMutation } from "./mutation.ts";
import { editable } from "./rules.ts";
import { acceptWarning, withdrawAcceptance } from "./warning.store.ts";

inventoryMutation("acceptWarning", {
  description: "Says why a figure that stands out is right.",
  action: "footprint.update",
  when: editable,
  args: builder.args((t) => ({ key: t.string({ required: true }), reason: t.string({ required: true }) })),
  schema: acceptInput,
  run: acceptWarning,
});

inventoryMutation("withdrawAcceptance", {
  description: "Takes that reason back.",
  action: "footprint.update",
  when: editable,
  args: builder.args((t) => ({ key: t.string({ required: true }) })),
  schema: keyInput,
  run: withdrawAcceptance,
});
