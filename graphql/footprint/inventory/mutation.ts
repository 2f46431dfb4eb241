import { authorize } from "#graphql/kernel/authorization.ts";
import { builder } from "#graphql/kernel/builder.ts";
import { visibleCities } from "#graphql/city/policy.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { found, localId } from "#graphql/kernel/ids.ts";
import { parse } from "#graphql/kernel/parse.ts";
import { mutationsOf, PATIENCE } from "#graphql/kernel/change.ts";
import { inventories, type StoredInventory } from "../store.ts";
import { setGrid } from "../factor/grid.store.ts";
import * as input from "./input.ts";
import { correctInventory, startInventory, updateInventory } from "./store.ts";
import { forget } from "../result/store.ts";
import { editable } from "../rules.ts";

/** Mutations of one inventory. What was worked out for the request is worked out anew after each. */
export const inventoryMutation = mutationsOf(inventories, "inventory", forget);
export const isEditable = ({ state }: StoredInventory) => editable(state);

const startFields = builder.inputType("StartInventoryInput", {
  fields: (t) => ({
    year: t.int({ required: true }),
    scope: t.field({ type: enums.InventoryScope, description: "The administration's own when left out." }),
    copyFrom: t.id({ description: "Another inventory of the city, whose lines and boundary are taken over." }),
    language: t.string({ required: true, description: "The language of its texts." }),
  }),
});

builder.mutationField("startInventory", (t) =>
  t.withAuth({ signedIn: true }).prismaField({
    type: "Inventory",
    errors: {},
    description:
      "Begins a draft of a year that the city has no inventory of. The electricity factor of that very year is proposed where the " +
      "reference has it.",
    args: { cityId: t.arg.id({ required: true }), input: t.arg({ type: startFields, required: true }) },
    resolve: async (query, _root, args, context) => {
      const { prisma, viewer, clock } = context;
      const where = { id: localId(args.cityId, "City"), AND: visibleCities(viewer) };
      const city = found(await prisma.city.findFirst({ where }), "City");
      authorize(viewer, "footprint.start", { cityIds: [city.id] });
      const parsed = parse(input.startInput(clock.today()), args.input);
      const id = await prisma.$transaction((tx) => startInventory(tx, context, city.id, parsed), PATIENCE);
      forget(context);
      return prisma.inventory.findUniqueOrThrow({ ...query, where: { id } });
    },
  }),
);

const updateFields = builder.inputType("UpdateInventoryInput", {
  description: "Fields left out stay as they are; null clears.",
  fields: (t) => ({
    version: t.int({ required: true, description: "The version that the form showed." }),
    perimeters: t.field({ type: [enums.Perimeter], description: "What is counted; it must belong to the scope." }),
    tenures: t.field({ type: [enums.Tenure] }),
    employees: t.int({ description: "Of what is counted, in that year." }),
    inhabitants: t.int(),
    note: t.string(),
    language: t.string(),
    factorSet: t.string({ description: "The code of a factor set." }),
  }),
});

inventoryMutation("updateInventory", {
  description: "Changes what the inventory says of itself.",
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({ input: t.field({ type: updateFields, required: true }) })),
  schema: input.updateInput,
  run: updateInventory,
});

inventoryMutation("correctInventory", {
  description: "Begins a new revision of a published inventory, which stays as it is; answers the draft.",
  action: "footprint.correct",
  when: ({ state }) => state === "published",
  args: builder.args((t) => ({ reason: t.string({ required: true, description: "What has to be corrected." }) })),
  schema: input.correctInput,
  run: correctInventory,
});

const gridFields = builder.inputType("InventoryGridInput", {
  description: "Either a factor of the reference, or the city's own with its source.",
  fields: (t) => ({
    country: t.string({ required: true, description: "ISO 3166-1 alpha-2." }),
    gridFactor: t.id({ description: "Of that country and the inventory's year, or of the nearest earlier year." }),
    value: t.field({ type: "Decimal", description: "g CO2e/kWh." }),
    low: t.field({ type: "Decimal", description: "A tenth below the value when left out." }),
    high: t.field({ type: "Decimal", description: "A tenth above the value when left out." }),
    sourceTitle: t.string(),
    sourceUrl: t.string(),
  }),
});

inventoryMutation("setInventoryGrid", {
  description: "Chooses the electricity factor of a country.",
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({ input: t.field({ type: gridFields, required: true }) })),
  schema: input.gridInput,
  run: setGrid,
});
