import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { localId } from "#graphql/kernel/ids.ts";
import { nothing } from "#graphql/kernel/fields.ts";
import { lineInput } from "./input.ts";
import { removeLine, saveLine } from "./store.ts";
import { inventoryMutation, isEditable } from "../inventory/mutation.ts";

const lineFields = builder.inputType("InventoryLineInput", {
  description: "A whole line: what is left out is empty, or the category's typical value.",
  fields: (t) => ({
    version: t.int({ description: "The version of the line that the form showed; needed to replace one." }),
    category: t.string({ required: true }),
    label: t.string(),
    quantity: t.field({ type: "Decimal", required: true, description: "More than zero; three decimals at most." }),
    tenure: t.field({ type: enums.Tenure, description: "Owned when left out." }),
    perimeter: t.field({ type: enums.Perimeter, required: true }),
    country: t.string({ description: "Where its electricity is used; the city's own country when left out." }),
    lifetimeYears: t.field({ type: "Decimal", description: "0.1 to 50 years." }),
    energySource: t.field({
      type: enums.EnergySource,
      description: "When left out: the supplier where `kwhPerYear` is given, else the typical value.",
    }),
    kwhPerYear: t.field({ type: "Decimal", description: "kWh that one unit uses in a year." }),
    embodiedKg: t.field({ type: "Decimal", description: "kg CO2e to make one unit; needs its source." }),
    embodiedSource: t.string({ description: "The source of that figure, or why manufacture is not known." }),
    quality: t.int({ description: "1 (measured) to 5 (extrapolated); the best that fits when left out." }),
    note: t.string(),
  }),
});

inventoryMutation("saveInventoryLine", {
  description: "Adds a line to an inventory, or replaces the one with `lineId`.",
  answers: "InventoryLine",
  adds: true,
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({ lineId: t.id(), input: t.field({ type: lineFields, required: true }) })),
  schema: (_context, { scope }) => lineInput(scope),
  run: (tx, context, inventory, line, { lineId }) =>
    saveLine(tx, context, inventory, lineId == null ? null : localId(lineId as string, "InventoryLine"), line),
});

inventoryMutation("removeInventoryLine", {
  description: "Takes a line out.",
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({ lineId: t.id({ required: true }) })),
  schema: nothing,
  run: (tx, context, inventory, _input, { lineId }) =>
    removeLine(tx, context, inventory, localId(lineId as string, "InventoryLine")),
});
