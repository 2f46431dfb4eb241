import { builder } from "#graphql/kernel/builder.ts";
import { localId } from "#graphql/kernel/ids.ts";
import { nothing } from "#graphql/kernel/fields.ts";
import { inventoryMutation, isEditable } from "../inventory/mutation.ts";
import { applySheetInput, readSheetInput } from "./input.ts";
import { applyReading, discardReading, keepReading, readFile } from "./store.ts";

const sheetFields = builder.inputType("ReadSheetInput", {
  fields: (t) => ({
    fileName: t.string({ required: true }),
    contentBase64: t.string({ required: true, description: "A csv or xlsx file of 5 MB at most." }),
    locale: t.string({ required: true, description: "The reader's language: it settles how 1,234 is read." }),
  }),
});

inventoryMutation("readInventorySheet", {
  description: "Reads a spreadsheet and shows what is in it and what is wrong with it. Nothing is taken over yet.",
  answers: "SheetImport",
  adds: true,
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({ input: t.field({ type: sheetFields, required: true }) })),
  schema: readSheetInput,
  async ahead(context, { scope }, file) {
    const reading = await readFile(context.prisma, scope, file);
    return (tx, inventory) => keepReading(tx, context, inventory, file.fileName, reading);
  },
});

const modeType = builder.enumType("SheetMode", { values: ["add", "replace"] as const });

inventoryMutation("applyInventorySheet", {
  description:
    "Takes the lines of a sheet over: beside those that are there, or instead of them. Refused while it has issues.",
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({
    importId: t.id({ required: true }),
    mode: t.field({ type: modeType, required: true }),
  })),
  schema: applySheetInput,
  run: (tx, context, inventory, { mode }, { importId }) =>
    applyReading(tx, context, inventory, localId(importId as string, "SheetImport"), mode),
});

inventoryMutation("discardInventorySheet", {
  description: "Forgets a sheet that was read.",
  action: "footprint.update",
  when: isEditable,
  args: builder.args((t) => ({ importId: t.id({ required: true }) })),
  schema: nothing,
  run: (tx, context, inventory, _input, { importId }) =>
    discardReading(tx, context, inventory, localId(importId as string, "SheetImport")),
});
