import { graphql } from "#app/api/documents.ts";
import { query } from "#app/api/query.server.ts";
import { servicesContext } from "#app/context.ts";
import { askedInventory } from "./inventory/asked.ts";
import { plainNotFound, sendSheet, sheetFormat } from "./sheet/send.ts";
import type { Route } from "./+types/download.ts";

export const FootprintSheetDocument = graphql(`
  query FootprintSheet(
    $city: String!
    $year: Int!
    $scope: InventoryScope
    $revision: Int
    $format: SheetFormat!
    $locale: String!
  ) {
    inventory(city: $city, year: $year, scope: $scope, revision: $revision) {
      sheet(format: $format, locale: $locale) {
        fileName
        mediaType
        contentBase64
      }
    }
  }
`);

/** An inventory as csv, xlsx or JSON. */
export async function loader({ request, context, params }: Route.LoaderArgs) {
  const { locale } = context.get(servicesContext);
  const format = sheetFormat(params.format);
  const asked = askedInventory(params, new URL(request.url).searchParams);
  if (!format || !asked) return plainNotFound();
  const { inventory } = await query({ request, context }, FootprintSheetDocument, { ...asked, format, locale });
  return inventory ? sendSheet(inventory.sheet) : plainNotFound();
}
