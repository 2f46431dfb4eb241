import { z } from "zod";
import { language, line, optionalText, url } from "#graphql/kernel/fields.ts";
import { fault } from "#graphql/kernel/parse.ts";
import { licences, toolAddress, toolKinds } from "./rules.ts";

const address = z
  .string()
  .trim()
  .min(1)
  .max(500)
  .transform((text, ctx) => {
    const read = toolAddress(text);
    if (read === null) ctx.addIssue(fault("invalid_tool_url"));
    return read ?? z.NEVER;
  })
  .pipe(z.string().max(500));

/** A whole tool: what is left out is empty, and a licence that is left out is unknown. */
export const toolInput = z.object({
  kind: z.enum(toolKinds),
  title: line(200),
  description: optionalText(1000),
  language,
  url: address,
  licence: z
    .enum(licences)
    .nullish()
    .transform((code) => code ?? "unknown"),
  sourceTitle: optionalText(300),
  sourceUrl: url,
});
