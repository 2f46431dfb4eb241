import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { plainNotFound, sendSheet, sheetFormat } from "./sheet/send.ts";
import type { Route } from "./+types/template.ts";

export const InventoryTemplateDocument = graphql(`
  query InventoryTemplate($format: SheetFormat!, $locale: String!) {
    inventoryTemplate(format: $format, locale: $locale) {
      fileName
      mediaType
      contentBase64
    }
  }
`);

/** The sheet to fill in an inventory with, as csv or xlsx. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const format = sheetFormat(params.format);
  if (format === null || format === "json") return plainNotFound();
  return sendSheet(
    (await query({ request, context }, InventoryTemplateDocument, { format, locale })).inventoryTemplate,
  );
}
