import { z } from "zod";
import { line } from "#graphql/kernel/fields.ts";
import { fault } from "#graphql/kernel/parse.ts";
import { sheetLimits } from "#graphql/sheets/cell.ts";

/** A file as text: four characters for three bytes. */
const mostCharacters = Math.ceil((sheetLimits.megabytes * 1024 * 1024) / 3) * 4 + 4;

export const readSheetInput = z.object({
  fileName: line(200),
  contentBase64: z.string().superRefine((text, ctx) => {
    if (text === "") ctx.addIssue(fault("required"));
    if (text.length > mostCharacters) ctx.addIssue(fault("sheet_too_large", { megabytes: sheetLimits.megabytes }));
  }),
  locale: z.string().max(20),
});

export const applySheetInput = z.object({ mode: z.enum(["add", "replace"]) });
