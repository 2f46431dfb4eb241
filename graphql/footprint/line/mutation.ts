import { builder } from "#graphql/kernel/builder.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { localId } from "#graphql/kernel/ids.ts";
import { change } from "#graphql/kernel/change.ts";
import { forget } from "../result/store.ts";
import { inventories } from "../store.ts";
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

builder.mutationField("saveInventoryLine", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "InventoryLine",
    errors: {},
    description: "Adds a line to an inventory, or replaces the one with `lineId`.",
    args: {
      id: t.arg.id({ required: true, description: "The inventory." }),
      lineId: t.arg.id(),
      input: t.arg({ type: lineFields, required: true }),
    },
    resolve: async (query, _root, args, context) => {
      const { done } = await change(inventories, context, args, {
        action: "footprint.update",
        when: isEditable,
        schema: (_context, { scope }) => lineInput(scope),
        run: (tx, services, inventory, line) =>
          saveLine(tx, services, inventory, args.lineId == null ? null : localId(args.lineId, "InventoryLine"), line),
      });
      forget(context);
      return context.prisma.inventoryLine.findUniqueOrThrow({ ...query, where: { id: done } });
    },
  }),
);

inventoryMutation("removeInventoryLine", {
  description: "Takes a line out.",
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({ lineId: t.id({ required: true }) })),
  schema: nothing,
  run: (tx, context, inventory, _input, { lineId }) =>
    removeLine(tx, context, inventory, localId(lineId as string, "InventoryLine")),
});
