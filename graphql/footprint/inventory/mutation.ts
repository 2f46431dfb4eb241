import { builder } from "#graphql/kernel/builder.ts";
import { cities } from "#graphql/city/store.ts";
import { enums } from "#graphql/vocabulary/enums.ts";
import { mutationsOf } from "#graphql/kernel/change.ts";
import { inventories, type StoredInventory } from "../store.ts";
import { setGrid } from "../factor/grid.store.ts";
import * as input from "./input.ts";
import { correctInventory, startInventory, updateInventory } from "./store.ts";
import { forget } from "../result/store.ts";
import { editable } from "../rules.ts";

/** Mutations of one inventory. What was worked out for the request is worked out anew after each. */
export const inventoryMutation = mutationsOf(inventories, "inventory", { after: forget });
export const isEditable = ({ state }: StoredInventory) => editable(state);

const startFields = builder.inputType("StartInventoryInput", {
  fields: (t) => ({
    year: t.int({ required: true }),
    scope: t.field({ type: enums.InventoryScope, description: "The administration's own when left out." }),
    copyFrom: t.id({ description: "Another inventory of the city, whose lines and boundary are taken over." }),
    language: t.string({ required: true, description: "The language of its texts." }),
  }),
});

mutationsOf(cities, "city", { by: "cityId", after: forget })("startInventory", {
  description:
    "Begins a draft of a year that the city has no inventory of. The electricity factor of that very year is proposed where the " +
    "reference has it.",
  answers: "Inventory",
  adds: true,
  action: "footprint.start",
  args: builder.args((t) => ({ input: t.field({ type: startFields, required: true }) })),
  schema: ({ clock }) => input.startInput(clock.today()),
  run: startInventory,
});

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
  versionInInput: true,
  description: "Changes what the inventory says of itself.",
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({ input: t.field({ type: updateFields, required: true }) })),
  schema: input.updateInput,
  run: updateInventory,
});

inventoryMutation("correctInventory", {
  description: "Begins a new revision of a published inventory, which stays as it is; answers the draft.",
  adds: true,
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
